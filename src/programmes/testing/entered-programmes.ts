/** Programmes with two years each as offices enter them by form, for property tests of the printed report. */
import fc from "fast-check";
import type { DocumentFormat } from "../../documents/write-document.ts";
import { OPERATOR_KINDS, type Partner, type ProgrammeFacts, RELATION_KINDS, type Relation } from "../programme.ts";
import type { YearColumn } from "../programme-year.ts";
import { anyEntry, dateIn, plainEntry } from "./entered-years.ts";
import { aProgramme } from "./programme-facts.ts";

const entry = (fiscalYear: number, column: YearColumn) =>
  fc.oneof(plainEntry(fiscalYear, column), anyEntry(fiscalYear, column));

const relation: fc.Arbitrary<Relation> = fc.record({
  kind: fc.constantFrom(...RELATION_KINDS),
  date: fc.option(fc.oneof(dateIn(1990), dateIn(2019))),
  text: fc.constantFrom("協定を締結", "第１回を開催", "名称の変更（旧青道）", "平成2年頃 交流が始まる", "：不明"),
});

const PARTNERS: readonly Partner[] = [
  { name: "青海道", formerName: null, country: "KR" },
  { name: "新青道", formerName: "旧青道", country: null },
  { name: "ソウル特別市（韓国）", formerName: null, country: "KR" },
  { name: "みどりの会：本部", formerName: null, country: "XK" },
  { name: "サンパウロ州", formerName: null, country: "BR" },
];

/** What needs the cells of a table to be told from a heading or a key; lines of text, as in PDF, do not carry it. */
const ONLY_IN_TABLES = {
  sections: ["みどり国際交流推進グループ"],
  overviews: ["概要：若い人を送り合う。\n開始年度：不明"],
};

const programme = (isTable: boolean): fc.Arbitrary<ProgrammeFacts> =>
  fc
    .record({
      title: fc.constantFrom(
        "みどりの交流事業",
        "交流の推進：青年の部",
        "韓国との交流（第２期）",
        "「海」の集い",
        "CIR活用事業",
      ),
      parentTitle: fc.option(fc.constantFrom("交流の推進", "技術協力等推進事業")),
      titleNote: fc.option(fc.constantFrom("※旧事業名：海の会", "隔年実施"), { freq: 2 }),
      previous: fc.option(entry(2023, "result")),
      current: entry(2024, "plan_including_results"),
      overview: fc.option(
        fc.constantFrom(
          "市民どうしのつながりを深める。",
          "１　目的\n隔年で韓国・青海道との交流を行う。\n２　内容\n・平成２年に始まった集い",
          "※「みどり財団」に業務委託（指定管理）",
          ...(isTable ? ONLY_IN_TABLES.overviews : []),
        ),
      ),
      start: fc.option(fc.integer({ min: 1950, max: 2023 })),
      startWords: fc.constantFrom("年度", "年", ""),
      section: fc.constantFrom("県（国際交流課）", "県（観光課）", ...(isTable ? ONLY_IN_TABLES.sections : [])),
      recurrence: fc.option(
        fc.constant({ everyYears: 2, isAlternating: true, asPrinted: "２年ごとに交互の地において開催" }),
      ),
      operator: fc.option(
        fc.record({
          name: fc.constantFrom("みどり国際財団", "（公財）みどり協会", "みどり：会"),
          ...{ kind: fc.constantFrom(...OPERATOR_KINDS), asPrinted: fc.constant("") },
        }),
      ),
      partners: fc.subarray([...PARTNERS]),
      relations: fc.array(relation, { maxLength: 2 }),
    })
    .map(({ previous, current, start, startWords, ...facts }) =>
      aProgramme({
        ...facts,
        startFiscalYear: start === null ? null : { asPrinted: `${start}${startWords}`, fiscalYear: start },
        years: [...(previous === null ? [] : [previous]), current],
      }),
    );

export function enteredProgrammes(format: DocumentFormat): fc.Arbitrary<readonly ProgrammeFacts[]> {
  return fc
    .array(programme(format !== "pdf"), { minLength: 1, maxLength: 5 })
    .map((all) => all.toSorted(bySection).map((one, index) => ({ ...one, number: index + 1 })));
}

function bySection({ section: a }: ProgrammeFacts, { section: b }: ProgrammeFacts): number {
  return Number((a ?? "") > (b ?? "")) - Number((a ?? "") < (b ?? ""));
}
