/**
 * One cell of the workbook: how a value is written into it, and how what a person left there is read again.
 *
 * A cell that still says what we wrote keeps the value it came from, whatever its wording; only changed cells are read.
 */
import { formatWareki, type PartialDate, parsePartialDate } from "../../kernel/partial-date.ts";
import { findEventDates } from "../event-dates.ts";
import { type StatedDate, stateDate } from "../stated-date.ts";

export type CellProblem = Readonly<{
  code: "value_unreadable" | "value_missing" | "weekday_contradicts" | "date_as_number" | "item_left_out";
  said: string;
}>;

export type CellReading<Value> = Readonly<{ value: Value } | { problem: CellProblem }>;

export type Column<Row> = Readonly<{
  header: string;
  /** The fact it holds, by its name in the record. */
  field: string;
  widthCharacters?: number;
  choices?: readonly string[];
  /** Typed text stays text: Excel would make a day of 1-2 or 7/19, in the year in which it is typed. */
  isText?: boolean;
  write: (row: Row) => string | number | null;
  /** @param fiscalYear of the row: a month alone belongs to it. */
  apply: (row: Row, text: string, fiscalYear: number) => CellReading<Row>;
}>;

export function unreadable(said: string): Readonly<{ problem: CellProblem }> {
  return { problem: { code: said.trim() === "" ? "value_missing" : "value_unreadable", said } };
}

export function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** 12,330 and full-width digits; null for nothing, undefined for what is no number. */
export function readCount(text: string): number | null | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[,\s]/gu, "")
    .replace(/^[△▲−]/u, "-");
  if (plain === "") return null;
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : undefined;
}

/** What the reader of Excel files gives for a cell with a date: there is no wording, only a day or a month. */
const DATE_CELL = /^\d{4}-\d{2}(?:-\d{2})?$/u;
/** The number below which Excel keeps a day, or 7.19 and 20240719, without the format of a date. */
const BARE_NUMBER = /^\d+(?:\.\d+)?$/u;

/** Null for nothing. 末, 上旬 and 現在 stay in the wording, as in the forms. A weekday that contradicts the date is a problem: the person says which of the two is right. */
export function readDate(text: string, fiscalYear: number): CellReading<StatedDate | null> {
  const said = text.trim();
  if (said === "") return { value: null };
  const { dates } = findEventDates(said, fiscalYear);
  const [only, ...more] = dates;
  if (only === undefined) return ofWhole(said);
  if (more.length > 0) return unreadable(said);
  if (only.wrongWeekdays.length > 0) return { problem: { code: "weekday_contradicts", said } };
  return { value: { ...only.date, asPrinted: DATE_CELL.test(said) ? formatWareki(only.date) : said } };
}

function ofWhole(said: string): CellReading<StatedDate | null> {
  const read = parsePartialDate(said);
  if (read.ok) return { value: stateDate(read.value satisfies PartialDate) };
  return BARE_NUMBER.test(said.normalize("NFKC")) ? { problem: { code: "date_as_number", said } } : unreadable(said);
}

export function oneOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
  text: string,
): Value | null | undefined {
  const said = plainWord(text);
  if (said === "") return null;
  // keys of the table given
  return (Object.keys(words) as Value[]).find((value) => plainWord(words[value]) === said);
}

/** Headers and words of lists, which are asked for in every row; as many as a workbook has, and no more. */
const plainWords = new Map<string, string>();
const [MOST_WORDS, LONGEST_WORD] = [500, 20];

/** Half-width brackets and stray spaces do not make another word of a list. */
export function plainWord(text: string): string {
  const known = plainWords.get(text);
  if (known !== undefined) return known;
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  if (text.length <= LONGEST_WORD && plainWords.size < MOST_WORDS) plainWords.set(text, plain);
  return plain;
}
