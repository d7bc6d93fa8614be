/**
 * Entries of a fiscal year as offices enter them by form, for property tests: everything the form takes, the awkward included
 * (names with brackets and colons, wording that says otherwise than the facts, ranges, dates of every precision).
 */
import fc from "fast-check";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import type { PeopleCount, Post, YearColumn, YearEntry, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import { editionOf } from "../report-layout/events.ts";
import { type StatedDate, stateDate } from "../stated-date.ts";
import { POST_STATUSES, YEAR_STATUSES } from "../year-status.ts";

const status = fc.constantFrom(...YEAR_STATUSES);
const direction = fc.constantFrom("sent" as const, "received" as const);

/** What an office calls its items and events on most days. */
const PLAIN_NAMES = ["友好の集い", "青年の船", "料理の会", "研修生の発表", "海の祭り", "第26回みどり・香港会議"];
/** Names that say something to a reader of reports: a direction, a number, a date, a status, a key, a mark. */
const TELLING_NAMES = [
  ...[
    "高校生の派遣",
    "研修生の受入（中止）",
    "屏東県知事のみどり県訪問",
    "８月の集い",
    "３クラブとの交流",
    "県人会：総会",
  ],
  ...[
    "CIR４名の受入れ",
    "「海と山」の夕べ（第２部）",
    "国際課（観光課）",
    "12月20日に締結した覚書の確認",
    "中止",
    "状況：中止",
  ],
  ...[
    "事業概要",
    "（2）続きの部",
    "①準備",
    "※印の会",
    "記載なし",
    "調整中の行事",
    "第３回・第４回合同会議の開催",
    "英国籍CIR：再任用",
  ],
  ...["書面開催", "参加者：20名", "香港（中国）", "１（２）", "A・B", "令和５年度実績", "行事：別の行事", "備考"],
];
const PLACES = [
  "みどり市",
  "香港",
  "ソウル特別市（韓国）",
  "サンパウロ：日本館",
  "オンライン",
  "未定",
  "ハノイ市，ダナン市",
];
const LABELS = [
  "来場者",
  "参加者",
  "会員",
  "助成件数",
  "派遣者",
  "利用者（外国人）",
  "県内高校生の引率",
  "1日当たり",
  "協定：校",
];
const UNITS = ["名", "人", "件", "か国・地域", "％", "kg", "団体（延べ）", "千円", "回"];
const REASONS = [
  "感染症の拡大により中止",
  "隔年実施のため計画なし",
  "相手方の都合による。",
  "台風（10号）のため延期",
  "予算：なし",
];
const NOTES = [
  "※感染症の影響を受けた",
  "※令和６年12月末現在",
  "※（ ）は外国人の内数",
  "雨天順延",
  "※「みどり財団」に業務委託（指定管理）",
];
const WORDINGS = [
  "市民300名が参加した。\n12月20日に覚書を締結した。",
  "(1) 友好の集い\n開催日：８月３日\n(2) 青年の船（中止）",
  "開催日：令和６年10月３日\n開催場所：香港\n参加者：20名（外国人5名）",
  "会員の勧誘\n※令和６年12月末現在",
  "隔年実施のため計画なし",
];
const ITEM_TEXTS = ["", "", "", "・友好の集い\n開催日：９月４日", "(1) 発表の会（10月）"];

function dateOf(text: string): StatedDate {
  const read = parsePartialDate(text);
  if (!read.ok) throw new Error(`${text}: ${read.problem.code}`);
  return stateDate(read.value);
}

/** Days, months, years and periods of a fiscal year, as precise as offices know them. */
export function dateIn(fiscalYear: number): fc.Arbitrary<StatedDate> {
  const month = fc.integer({ min: 1, max: 12 });
  const day = fc.integer({ min: 1, max: 28 });
  const inMonth = (one: number) => `${one < 4 ? fiscalYear + 1 : fiscalYear}年${one}月`;
  return fc
    .oneof(
      fc.tuple(month, day).map(([m, d]) => `${inMonth(m)}${d}日`),
      month.map(inMonth),
      fc.tuple(month, day, fc.integer({ min: 1, max: 40 })).map(([m, d, length]) => {
        const from = new Date(Date.UTC(m < 4 ? fiscalYear + 1 : fiscalYear, m - 1, d));
        const to = new Date(from.getTime() + length * 86_400_000);
        return [from, to]
          .map((one) => `${one.getUTCFullYear()}年${one.getUTCMonth() + 1}月${one.getUTCDate()}日`)
          .join("～");
      }),
      fc.constantFrom(`${fiscalYear}年4月～${fiscalYear}年6月`, `${fiscalYear}年12月～${fiscalYear + 1}年2月`),
      fc.constantFrom(`${fiscalYear}年度`, `${fiscalYear}年`),
    )
    .map(dateOf);
}

type Names = fc.Arbitrary<string>;
const plain: Names = fc.constantFrom(...PLAIN_NAMES);
const telling: Names = fc.oneof(
  { weight: 2, arbitrary: plain },
  { weight: 1, arbitrary: fc.constantFrom(...TELLING_NAMES) },
);

const event = (fiscalYear: number, items: readonly string[], names: Names): fc.Arbitrary<YearEvent> =>
  fc
    .record({
      name: names,
      date: fc.option(dateIn(fiscalYear)),
      place: fc.option(fc.constantFrom(...PLACES)),
      status,
      direction: fc.option(direction),
      related: fc.subarray(["料理の紹介", "踊り（２組）", "協定の締結式"]),
      item: fc.constantFrom(null, ...items),
      isEstimate: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    })
    .map((facts) => ({ ...facts, edition: editionOf(facts.name) }));

const amount = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map((value) => ({ value, range: null })),
  fc.constantFrom(0.5, 12.25, 1234.5678).map((value) => ({ value, range: null })),
  fc
    .constantFrom({ from: 20, to: 30 }, { from: 1_000, to: null }, { from: null, to: 50 })
    .map((range) => ({ value: null, range })),
);

const quantity = (fiscalYear: number, items: readonly string[]): fc.Arbitrary<YearQuantity> =>
  fc
    .record({
      label: fc.constantFrom(...LABELS),
      amount,
      unit: fc.option(fc.constantFrom(...UNITS)),
      isApproximate: fc.boolean(),
      asOf: fc.option(dateIn(fiscalYear), { freq: 2 }),
      period: fc.option(dateIn(fiscalYear), { freq: 1 }),
      subsetOf: fc.option(fc.constantFrom(...LABELS), { freq: 1 }),
      item: fc.constantFrom(null, ...items),
    })
    .map(({ amount: { value, range }, ...facts }) => {
      const digits = range === null ? `${value}` : `${range.from ?? ""}～${range.to ?? ""}`;
      return { ...facts, value, range, plan: null, asPrinted: `${digits}${facts.unit ?? ""}` };
    });

const PEOPLE_PLACES = [
  ...[
    { place: "ブラジル", country: "BR" },
    { place: "サンパウロ", country: "BR" },
    { place: "香港", country: "HK" },
  ],
  ...[
    { place: null, country: "KR" },
    { place: null, country: null },
    { place: "みどりの島", country: null },
  ],
];

const people: fc.Arbitrary<PeopleCount> = fc
  .record({
    direction: fc.option(direction, { freq: 9 }),
    label: fc.constantFrom("受入者", "派遣者", "高校生", "引率（教員）", "研修員：農業"),
    where: fc.constantFrom(...PEOPLE_PLACES),
    count: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ where, ...facts }) => ({ ...facts, ...where, plan: null, asPrinted: `${facts.count}` }));

const post = (fiscalYear: number): fc.Arbitrary<Post> =>
  fc.record({
    title: fc.constantFrom("CIR", "国際交流員", "スポーツ国際交流員"),
    ...{ nationality: fc.constantFrom("英国", "中国"), country: fc.constantFrom("GB", "CN", null) },
    status: fc.constantFrom(...POST_STATUSES),
    yearOfService: fc.option(fc.integer({ min: 1, max: 5 })),
    since: fc.option(dateIn(fiscalYear)),
    reasonAsPrinted: fc.option(fc.constantFrom("あっせん辞退により未着任", "未着任")),
  });

const item = (fiscalYear: number, label: string): fc.Arbitrary<YearItem> =>
  fc
    .record({
      mark: fc.constantFrom("(1)", "⑴", "①", "・", "１．", null, "甲"),
      level: fc.constantFrom(1 as const, 2 as const),
      status: fc.constantFrom(...YEAR_STATUSES, ...POST_STATUSES),
      reasonAsPrinted: fc.option(fc.constantFrom(...REASONS), { freq: 2 }),
      text: fc.constantFrom(...ITEM_TEXTS),
      post: fc.option(post(fiscalYear), { freq: 1 }),
    })
    .map((facts) => ({ ...facts, label }));

/** Whatever the form of a fiscal year can hold. */
export const anyEntry = (fiscalYear: number, column: YearColumn): fc.Arbitrary<YearEntry> =>
  fc.array(telling, { maxLength: 3 }).chain((labels) =>
    fc
      .record({
        status,
        reasonAsPrinted: fc.option(fc.constantFrom(...REASONS), { freq: 2 }),
        items: fc.tuple(...labels.map((label) => item(fiscalYear, label))),
        events: fc.array(event(fiscalYear, labels, telling), { maxLength: 4 }),
        quantities: fc.array(quantity(fiscalYear, labels), { maxLength: 3 }),
        people: fc.array(people, { maxLength: 2 }),
        notes: fc.subarray(NOTES),
        text: fc.option(fc.constantFrom(...WORDINGS), { nil: "", freq: 2 }),
      })
      .map((facts) => ({ fiscalYear, column, budget: null, lines: null, ...facts })),
  );

const NUMBERED = (items: readonly YearItem[]) => items.map((one, index) => ({ ...one, mark: `(${index + 1})` }));

/** What most forms hold: names that say no more than they name, items in order, rows under their item. */
export const plainEntry = (fiscalYear: number, column: YearColumn): fc.Arbitrary<YearEntry> =>
  fc.uniqueArray(plain, { maxLength: 3 }).chain((labels) =>
    fc
      .record({
        status,
        statuses: fc.tuple(...labels.map(() => status)),
        events: fc.array(event(fiscalYear, labels, plain), { maxLength: 3 }),
        quantities: fc.array(
          quantity(fiscalYear, labels).map((one) => {
            const value = one.value === null ? 7 : Math.round(one.value);
            const facts = { ...one, value, range: null, unit: "名", asOf: null, period: null, subsetOf: null };
            return { ...facts, asPrinted: `${one.isApproximate ? "約" : ""}${value.toLocaleString("en")}名` };
          }),
          { maxLength: 2 },
        ),
        notes: fc.subarray(["※感染症の影響を受けた"]),
      })
      .map(({ statuses, events, quantities, ...facts }) => {
        const items = labels.map(
          (label, index): YearItem => ({
            ...{
              mark: null,
              level: 1,
              label,
              status: statuses[index] ?? "held",
              reasonAsPrinted: null,
              text: "",
              post: null,
            },
          }),
        );
        const inItem = <T extends { item: string | null }>(one: T): T => ({
          ...one,
          item: one.item ?? labels[0] ?? null,
        });
        return {
          ...{ fiscalYear, column, budget: null, lines: null, text: "", people: [], reasonAsPrinted: null, ...facts },
          ...{ items: NUMBERED(items), events: events.map(inItem), quantities: quantities.map(inItem) },
        };
      }),
  );
