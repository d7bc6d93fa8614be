/**
 * The sheets of the workbook, column by column: years, events, numbers, people and money of programmes.
 *
 * Every row names its programme, fiscal year and column; the first columns are hidden and tie it to the record.
 */
import { countryName, findCountry } from "../../kernel/country.ts";
import { columnWords, directionWords, statusWords } from "../messages.ja.ts";
import {
  DIRECTIONS,
  type FundingSource,
  type PeopleCount,
  type YearEntry,
  type YearEvent,
  type YearQuantity,
} from "../programme-year.ts";
import { YEAR_STATUSES } from "../year-status.ts";
import { readItems, writeItems } from "./item-lines.ts";
import { workbookWords } from "./messages.ja.ts";
import { type CellReading, type Column, oneOf, readCount, readDate, textOrNull, unreadable } from "./workbook-cell.ts";

const { headers: h, yes, planOrResult } = workbookWords;
const STATUSES = YEAR_STATUSES.map((status) => statusWords[status]);
const YEAR_STATUS_WORDS = Object.fromEntries(YEAR_STATUSES.map((status) => [status, statusWords[status]])) as Readonly<
  Record<(typeof YEAR_STATUSES)[number], string> // built from the list itself
>;

/** Three circles that look alike, by the way they are typed. */
const YES: readonly string[] = [yes, "〇", "◯"];

type Keys<Row, Value> = {
  [Key in keyof Row]: Row[Key] extends Value ? (Value extends Row[Key] ? Key : never) : never;
}[keyof Row];

function text<Row>(header: string, key: Keys<Row, string | null>, widthCharacters = 20): Column<Row> {
  return {
    ...{ header, widthCharacters, field: String(key), isText: true },
    write: (row) => row[key] as string | null, // what Keys allows
    apply: (row, said) => ({ value: { ...row, [key]: textOrNull(said) } }),
  };
}

function needed<Row>(header: string, key: Keys<Row, string>, widthCharacters = 24): Column<Row> {
  return {
    ...{ header, widthCharacters, field: String(key), isText: true },
    write: (row) => row[key] as string, // what Keys allows
    apply: (row, said) =>
      said.trim() === "" ? { problem: { code: "value_missing", said } } : { value: { ...row, [key]: said.trim() } },
  };
}

function count<Row>(
  header: string,
  field: string,
  read: (row: Row) => number | null,
  set: (row: Row, value: number | null) => Row,
): Column<Row> {
  return {
    ...{ header, field, widthCharacters: 12 },
    write: read,
    apply: (row, said) => {
      const value = readCount(said);
      return value === undefined ? unreadable(said) : { value: set(row, value) };
    },
  };
}

function date<Row>(header: string, key: Keys<Row, YearEvent["date"]>): Column<Row> {
  return {
    ...{ header, widthCharacters: 22, field: String(key), isText: true },
    write: (row) => (row[key] as YearEvent["date"])?.asPrinted ?? null, // what Keys allows
    apply: (row, said, fiscalYear): CellReading<Row> => {
      const read = readDate(said, fiscalYear);
      return "problem" in read ? read : { value: { ...row, [key]: read.value } };
    },
  };
}

function flag<Row>(header: string, key: Keys<Row, boolean>): Column<Row> {
  return {
    ...{ header, widthCharacters: 8, field: String(key), choices: [yes] },
    write: (row) => (row[key] === true ? yes : null),
    apply: (row, said) =>
      ["", ...YES].includes(said.trim()) ? { value: { ...row, [key]: said.trim() !== "" } } : unreadable(said),
  };
}

function status<Row extends Pick<YearEvent, "status">>(): Column<Row> {
  return {
    ...{ header: h.status, field: "status", widthCharacters: 20, choices: STATUSES },
    write: (row) => statusWords[row.status],
    apply: (row, said) => {
      const value = oneOf(YEAR_STATUS_WORDS, said);
      return value == null ? unreadable(said) : { value: { ...row, status: value } };
    },
  };
}

function direction<Row extends Pick<YearEvent, "direction">>(): Column<Row> {
  return {
    ...{
      header: h.direction,
      field: "direction",
      widthCharacters: 10,
      choices: DIRECTIONS.map((one) => directionWords[one]),
    },
    write: (row) => (row.direction === null ? null : directionWords[row.direction]),
    apply: (row, said) => {
      const value = oneOf(directionWords, said);
      return value === undefined ? unreadable(said) : { value: { ...row, direction: value } };
    },
  };
}

function plan<Row extends Pick<YearQuantity, "plan">>(): Column<Row> {
  const words = { plan: planOrResult.plan, result: planOrResult.result };
  return {
    ...{ header: h.plan, field: "plan", widthCharacters: 10, choices: Object.values(words) },
    write: (row) => (row.plan === null ? null : row.plan ? words.plan : words.result),
    apply: (row, said) => {
      const value = oneOf(words, said);
      return value === undefined
        ? unreadable(said)
        : { value: { ...row, plan: value === null ? null : value === "plan" } };
    },
  };
}

/** Notes and contents: one a line. */
function lines<Row>(header: string, key: Keys<Row, readonly string[]>): Column<Row> {
  return {
    ...{ header, widthCharacters: 36, field: String(key) },
    write: (row) => (row[key] as readonly string[]).join("\n"), // what Keys allows
    apply: (row, said) => ({
      value: {
        ...row,
        [key]: said
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      },
    }),
  };
}

export const YEAR_SHEET: readonly Column<YearEntry>[] = [
  status<YearEntry>(),
  text<YearEntry>(h.reason, "reasonAsPrinted", 30),
  {
    ...{ header: h.text, field: "text", widthCharacters: 60 },
    write: (row) => row.text,
    apply: (row, said) => ({ value: { ...row, text: said.trim() } }),
  },
  lines<YearEntry>(h.notes, "notes"),
  {
    ...{ header: h.items, field: "items", widthCharacters: 36, isText: true },
    write: (row) => writeItems(row),
    apply: readItems,
  },
];

export const EVENT_SHEET: readonly Column<YearEvent>[] = [
  needed<YearEvent>(h.event, "name", 36),
  count<YearEvent>(
    h.edition,
    "edition",
    ({ edition }) => edition,
    (row, edition) => ({ ...row, edition }),
  ),
  date<YearEvent>(h.date, "date"),
  text<YearEvent>(h.place, "place"),
  status<YearEvent>(),
  direction<YearEvent>(),
  lines<YearEvent>(h.related, "related"),
  text<YearEvent>(h.item, "item"),
  flag<YearEvent>(h.estimate, "isEstimate"),
];

const amount = (which: "from" | "to", header: string): Column<YearQuantity> =>
  count<YearQuantity>(
    header,
    "range",
    ({ range }) => range?.[which] ?? null,
    (row, value) => {
      const range = { ...(row.range ?? { from: null, to: null }), [which]: value };
      return { ...row, range: range.from === null && range.to === null ? null : range };
    },
  );

export const QUANTITY_SHEET: readonly Column<YearQuantity>[] = [
  needed<YearQuantity>(h.label, "label"),
  count<YearQuantity>(
    h.value,
    "value",
    ({ value }) => value,
    (row, value) => ({ ...row, value }),
  ),
  amount("from", h.from),
  amount("to", h.to),
  text<YearQuantity>(h.unit, "unit", 8),
  flag<YearQuantity>(h.approximate, "isApproximate"),
  date<YearQuantity>(h.asOf, "asOf"),
  date<YearQuantity>(h.period, "period"),
  text<YearQuantity>(h.subsetOf, "subsetOf"),
  plan<YearQuantity>(),
  text<YearQuantity>(h.item, "item"),
];

export const PEOPLE_SHEET: readonly Column<PeopleCount>[] = [
  direction<PeopleCount>(),
  needed<PeopleCount>(h.label, "label"),
  text<PeopleCount>(h.country, "place"),
  {
    ...{ header: h.countryCode, field: "country", widthCharacters: 18 },
    write: (row) => (row.country === null ? null : countryName(row.country, "ja")),
    apply: (row, said) => {
      const found = findCountry(said.trim());
      if (said.trim() === "") return { value: { ...row, country: null } };
      return found === undefined ? unreadable(said) : { value: { ...row, country: found.code } };
    },
  },
  {
    ...{ header: h.people, field: "count", widthCharacters: 8 },
    write: (row) => row.count,
    apply: (row, said) => {
      const value = readCount(said);
      return value == null || !Number.isInteger(value) ? unreadable(said) : { value: { ...row, count: value } };
    },
  },
  plan<PeopleCount>(),
];

/** Money of a year, one row each: the budget, the settled amount, and each source. */
export type MoneyRow = Readonly<{
  kind: "planned" | "settled" | "source";
  name: string | null;
  amountYen: number | null;
}>;

export const MONEY_SHEET: readonly Column<MoneyRow>[] = [
  {
    ...{ header: h.moneyKind, field: "kind", widthCharacters: 12, choices: Object.values(workbookWords.money) },
    write: ({ kind }) => workbookWords.money[kind],
    apply: (row, said) => {
      const kind = oneOf(workbookWords.money, said);
      return kind == null ? unreadable(said) : { value: { ...row, kind } };
    },
  },
  text<MoneyRow>(h.source, "name"),
  count<MoneyRow>(
    h.yen,
    "amountYen",
    ({ amountYen }) => amountYen,
    (row, amountYen) => ({ ...row, amountYen }),
  ),
];

export function moneyRows({ budget }: YearEntry): readonly MoneyRow[] {
  if (budget === null) return [];
  const { plannedYen, settledYen, sources } = budget;
  return [
    ...(plannedYen === null ? [] : [{ kind: "planned", name: null, amountYen: plannedYen } as const]),
    ...(settledYen === null ? [] : [{ kind: "settled", name: null, amountYen: settledYen } as const]),
    ...sources.map(({ name, amountYen }) => ({ kind: "source", name, amountYen }) as const),
  ];
}

export function budgetOfRows(rows: readonly MoneyRow[], before: YearEntry["budget"]): YearEntry["budget"] {
  if (rows.length === 0) return null;
  const amountOf = (kind: "planned" | "settled") => rows.find((row) => row.kind === kind)?.amountYen ?? null;
  const sources = rows.flatMap(({ kind, name, amountYen }): readonly FundingSource[] =>
    kind === "source" && name !== null && amountYen !== null ? [{ name, amountYen }] : [],
  );
  return {
    ...{ plannedYen: amountOf("planned"), settledYen: amountOf("settled"), sources },
    asPrinted: before?.asPrinted ?? [],
  };
}

export const COLUMN_CHOICES: readonly string[] = Object.values(columnWords);
