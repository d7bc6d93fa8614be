/** Programmes as an office enters them by form, for property tests: no wording of a whole cell, everything as facts. */
import fc from "fast-check";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import type { ProgrammeFacts } from "../programme.ts";
import type { YearColumn, YearEntry, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import { stateDate } from "../stated-date.ts";
import { YEAR_STATUSES } from "../year-status.ts";
import { aProgramme } from "./programme-facts.ts";

const NAMES = ["友好の集い", "青年の船", "料理の会", "研修生の発表", "海の祭り", "文化の交換"] as const;
const status = fc.constantFrom(...YEAR_STATUSES);

const date = (fiscalYear: number) =>
  fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.option(fc.integer({ min: 1, max: 28 })) })
    .map(({ month, day }) => {
      const year = month < 4 ? fiscalYear + 1 : fiscalYear;
      const read = parsePartialDate(`${year}年${month}月${day === null ? "" : `${day}日`}`);
      if (!read.ok) throw new Error(read.problem.code);
      return stateDate(read.value);
    });

const event = (fiscalYear: number, item: string | null, own: fc.Arbitrary<string>): fc.Arbitrary<YearEvent> =>
  fc.record({
    name: own,
    edition: fc.constant(null),
    date: fc.option(date(fiscalYear)),
    place: fc.option(fc.constantFrom("みどり市", "香港", "ソウル")),
    status,
    direction: fc.option(fc.constantFrom("sent", "received")),
    related: fc.subarray(["料理の紹介", "踊り"]),
    item: fc.constant(item),
    isEstimate: fc.constant(false),
  });

const quantity = (label: string, item: string | null): fc.Arbitrary<YearQuantity> =>
  fc
    .record({ value: fc.integer({ min: 0, max: 99_999 }), isApproximate: fc.boolean() })
    .map(({ value, isApproximate }) => ({
      ...{
        label,
        value,
        range: null,
        unit: "名",
        isApproximate,
        asOf: null,
        period: null,
        subsetOf: null,
        plan: null,
        item,
      },
      asPrinted: `${isApproximate ? "約" : ""}${value.toLocaleString("en")}名`,
    }));

const entry = (fiscalYear: number, column: YearColumn): fc.Arbitrary<YearEntry> =>
  fc.integer({ min: 0, max: 3 }).chain((count) => {
    const items = Array.from({ length: count }, (_, index) => NAMES[index] ?? "");
    const scopes = count === 0 ? [null] : items;
    const events = scopes.map((item, at) =>
      fc.array(event(fiscalYear, item, fc.constantFrom(`${NAMES[at + 3]}の部`, `${NAMES[at + 3]}の会`)), {
        maxLength: 2,
      }),
    );
    const quantities = scopes.map((item) =>
      fc.subarray(["来場者", "参加者"]).chain((labels) => fc.tuple(...labels.map((label) => quantity(label, item)))),
    );
    return fc
      .record({
        status,
        reasonAsPrinted: fc.constant(null),
        statuses: fc.array(status, { minLength: count, maxLength: count }),
        events: fc.tuple(...events),
        quantities: fc.tuple(...quantities),
        notes: fc.subarray(["※感染症の影響を受けた"]),
      })
      .map(({ statuses, ...rest }) => ({
        ...{ fiscalYear, column, people: [], budget: null, text: "", lines: null },
        ...{ status: rest.status, reasonAsPrinted: null, notes: rest.notes },
        items: items.map(
          (label, index): YearItem => ({
            ...{ mark: `(${index + 1})`, level: 1, label, status: statuses[index] ?? "held" },
            ...{ reasonAsPrinted: null, text: "", post: null },
          }),
        ),
        events: rest.events.flat(),
        quantities: rest.quantities.flat(),
      }));
  });

const programme: fc.Arbitrary<ProgrammeFacts> = fc
  .record({
    previous: fc.option(entry(2023, "result")),
    current: entry(2024, "plan_including_results"),
    overview: fc.option(fc.constantFrom("市民どうしのつながりを深める。", "若い人を送り合う。")),
    start: fc.option(fc.integer({ min: 1950, max: 2023 })),
    section: fc.constantFrom("県（国際交流課）", "県（観光課）"),
    recurrence: fc.option(
      fc.constant({ everyYears: 2, isAlternating: true, asPrinted: "２年ごとに交互の地において開催" }),
    ),
    operator: fc.option(fc.constant({ name: "みどり国際財団", kind: "designated_manager" as const, asPrinted: "" })),
    partners: fc.subarray([
      { name: "青海道", formerName: null, country: "KR" },
      { name: "新青道", formerName: "旧青道", country: null },
    ]),
  })
  .map(({ previous, current, start, ...facts }) =>
    aProgramme({
      ...facts,
      title: "みどりの交流事業",
      startFiscalYear: start === null ? null : { asPrinted: `${start}年度`, fiscalYear: start },
      years: [...(previous === null ? [] : [previous]), current],
    }),
  );

export const enteredProgrammes = fc
  .array(programme, { minLength: 1, maxLength: 5 })
  .map((all) =>
    all
      .toSorted((a, b) => ((a.section ?? "") < (b.section ?? "") ? -1 : 1))
      .map((one, index) => ({ ...one, number: index + 1 })),
  );
