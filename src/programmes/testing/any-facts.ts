/** Any facts the schema takes, however odd their texts: what a form must not change by being opened and saved. */
import fc from "fast-check";
import { FIELDS } from "../../registry/index.ts";
import { OPERATOR_KINDS, type ProgrammeFacts, RELATION_KINDS } from "../programme.ts";
import { DIRECTIONS, YEAR_COLUMNS, type YearEntry } from "../programme-year.ts";
import type { StatedDate } from "../stated-date.ts";
import { POST_STATUSES, YEAR_STATUSES } from "../year-status.ts";

/** Spaces at the ends, line breaks, full width, marks of HTML, a number that is none. */
const odd = fc.constantFrom(
  " 前後に空白 ",
  "二\n行",
  "\n先頭の改行",
  "全角１２，３４５",
  "<b>&amp;\"'",
  "　",
  "第３回",
  "0",
);
const plain = fc.constantFrom("香港", "利用者", "受入者", "第24回交流会議", "8月", "県費 1,200", "中国", "CIR", "x");
const any = fc
  .string({ unit: "grapheme-composite", maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\p{Surrogate}]/gu, ""));
const words = fc.oneof(plain, odd, any);
const text = words.filter((one) => one !== "");
const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });
const country = fc.constantFrom("HK", "KR", "BR", "XX", "GB");
const someDay = fc.constantFrom("2023-07-10", "2023-07-14", "2024-01-31", "1979-04-01");

const date: fc.Arbitrary<StatedDate> = fc.record({
  asPrinted: fc.oneof(
    words,
    fc.constantFrom("令和５年７月10日（月）～14日", "12月末現在", "7月32日", "7月1日、8月2日"),
  ),
  date: orNone(fc.constantFrom("2023", "2023-07", "2023-07-10")),
  ...{ from: orNone(someDay), to: orNone(someDay) },
  precision: fc.constantFrom("day", "month", "year", "fiscalYear", "none"),
  conflict: orNone(fc.constant({ eraYear: "2023", westernYear: "2024" })),
});

const post = fc.record({
  ...{ title: text, nationality: text, country: orNone(country), status: fc.constantFrom(...POST_STATUSES) },
  ...{ yearOfService: orNone(fc.integer({ min: 1, max: 9 })), since: orNone(date), reasonAsPrinted: orNone(text) },
});

const item = fc.record({
  ...{ mark: orNone(text), level: fc.constantFrom(1 as const, 2 as const), label: words },
  status: fc.constantFrom(...YEAR_STATUSES, ...POST_STATUSES),
  ...{ reasonAsPrinted: orNone(text), text: words, post: orNone(post) },
});

const event = fc.record({
  ...{ name: text, edition: orNone(fc.integer({ min: 1, max: 99 })), date: orNone(date), place: orNone(text) },
  ...{ status: fc.constantFrom(...YEAR_STATUSES), direction: orNone(fc.constantFrom(...DIRECTIONS)) },
  ...{ related: fc.array(text, { maxLength: 3 }), item: orNone(text), isEstimate: fc.boolean() },
});

const number = fc.oneof(fc.integer({ min: -5, max: 20_000 }), fc.constant(1.5));
const quantity = fc.record({
  ...{ label: text, value: orNone(number), range: orNone(fc.record({ from: orNone(number), to: orNone(number) })) },
  ...{ unit: orNone(text), isApproximate: fc.boolean(), asOf: orNone(date), period: orNone(date) },
  ...{ subsetOf: orNone(text), plan: orNone(fc.boolean()), item: orNone(text), asPrinted: words },
});

const people = fc.record({
  ...{ direction: orNone(fc.constantFrom(...DIRECTIONS)), label: text, place: orNone(text), country: orNone(country) },
  ...{ count: fc.integer({ min: -2, max: 500 }), plan: orNone(fc.boolean()), asPrinted: words },
});

const budget = fc.record({
  ...{ plannedYen: orNone(number), settledYen: orNone(number) },
  sources: fc.array(fc.record({ name: text, amountYen: fc.nat(9_000_000) }), { maxLength: 3 }),
  asPrinted: fc.array(words, { maxLength: 2 }),
});

const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

/** Some of its events and figures name an item or a total that is there. */
export const anyEntry: fc.Arbitrary<YearEntry> = fc
  .record({
    ...{ fiscalYear: fc.integer({ min: 2022, max: 2024 }), column: fc.constantFrom(...YEAR_COLUMNS) },
    ...{ status: fc.constantFrom(...YEAR_STATUSES), reasonAsPrinted: orNone(text), items: list(item) },
    ...{ events: list(event), quantities: list(quantity), people: list(people), budget: orNone(budget) },
    ...{ notes: fc.array(text, { maxLength: 3 }), text: words },
    lines: orNone(fc.tuple(fc.nat(50), fc.nat(50))),
    belongs: fc.boolean(),
  })
  .map(({ belongs, ...entry }) => stored(belongs ? belonging(entry) : entry));

/** As the database gives it back. */
function stored<T>(facts: T): T {
  return JSON.parse(JSON.stringify(facts));
}

function belonging(entry: YearEntry): YearEntry {
  const label = entry.items.find((one) => one.label !== "")?.label ?? null;
  const total = entry.quantities[0]?.label ?? null;
  return {
    ...entry,
    events: entry.events.map((one) => ({ ...one, item: label })),
    quantities: entry.quantities.map((one, at) => ({ ...one, item: label, subsetOf: at === 0 ? null : total })),
  };
}

export const anyFacts: fc.Arbitrary<ProgrammeFacts> = fc
  .record({
    ...{ number: orNone(fc.integer({ min: -3, max: 99_999 })), title: text.filter((one) => one.trim() !== "") },
    ...{ parentTitle: orNone(text), titleNote: orNone(text), section: orNone(text), overview: orNone(text) },
    startFiscalYear: orNone(fc.record({ asPrinted: words, fiscalYear: orNone(fc.integer({ min: 1950, max: 2024 })) })),
    recurrence: orNone(
      fc.record({ everyYears: fc.integer({ min: 1, max: 5 }), isAlternating: fc.boolean(), asPrinted: words }),
    ),
    operator: orNone(fc.record({ name: text, kind: fc.constantFrom(...OPERATOR_KINDS), asPrinted: words })),
    fields: fc.subarray([...FIELDS], { maxLength: 4 }),
    partners: list(fc.record({ name: text, formerName: orNone(text), country: orNone(country) })),
    agreementIds: fc.subarray(["A000001", "A000002", "A000003"]),
    years: fc.array(anyEntry, { maxLength: 2 }),
    relations: list(fc.record({ kind: fc.constantFrom(...RELATION_KINDS), date: orNone(date), text })),
  })
  .map(stored);
