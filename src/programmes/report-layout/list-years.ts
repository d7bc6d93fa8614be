/** The fiscal years of one row of a list: money by column, and what the row says besides, in the year it belongs to. */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { findEventDates } from "../event-dates.ts";
import type { Partner } from "../programme.ts";
import { emptyEntry, type FundingSource, type YearBudget, type YearColumn, type YearEntry } from "../programme-year.ts";
import { readKeyedFigures } from "./counts-in-text.ts";
import { type Figures, NO_FIGURES } from "./figures.ts";
import type { ListColumn, ListRole } from "./list-header.ts";
import { joinLines } from "./logical-lines.ts";
import type { Row } from "./rows.ts";
import { readStatusLine } from "./status-words.ts";
import { readYear } from "./year-entry.ts";

export type Cell = Readonly<{ column: ListColumn; text: string }>;

export type YearsOfRow = Readonly<{
  /** Those that are not empty. */
  cells: readonly Cell[];
  row: Row;
  title: string;
  partners: readonly Partner[];
  /** Of the row or of its sheet; a header may name another. */
  ownYear: FiscalYear | null;
  /** Money by column, in yen. */
  amounts: ReadonlyMap<number, number>;
}>;

/** What belongs to a year without being money. */
const BESIDES: readonly ListRole[] = ["people", "date", "place", "status", "unknown"];

export function readYearsOfRow(given: YearsOfRow): readonly YearEntry[] {
  const written = given.cells.flatMap((cell) => writtenYear(cell, given));
  const home = homeOf(given);
  const keys = [...given.cells.flatMap(({ column }) => keyOf(column, given)), ...(home === null ? [] : [home])];
  const distinct = keys.filter((key, index) => keys.findIndex((other) => isSame(other, key)) === index);
  const built = distinct.map((key): YearEntry => {
    const base =
      written.find((entry) => isSame(entry, key)) ??
      emptyEntry(key.fiscalYear, key.column, key.column === "result" ? "held" : "planned");
    const entry = { ...base, budget: budgetOf(key, given) };
    return home !== null && isSame(home, key) ? withRest(entry, given) : entry;
  });
  return [...written.filter((entry) => !built.some((one) => isSame(one, entry))), ...built];
}

type YearKey = Readonly<{ fiscalYear: FiscalYear; column: YearColumn }>;

function isSame(a: YearKey, b: YearKey): boolean {
  return a.fiscalYear === b.fiscalYear && a.column === b.column;
}

/** A column of the report itself: 令和５年度実績. */
function writtenYear({ column, text }: Cell, { row, title, partners }: YearsOfRow): readonly YearEntry[] {
  if (column.role !== "yearText" || column.fiscalYear === null || column.column === null) return [];
  const lines = joinLines(
    text.split("\n").map((one) => ({ text: one, at: row.at })),
    null,
  );
  return [readYear({ fiscalYear: column.fiscalYear, column: column.column, lines }, { title, partners }).entry];
}

function keyOf({ role, fiscalYear }: ListColumn, { ownYear }: YearsOfRow): readonly YearKey[] {
  const year = fiscalYear ?? ownYear;
  if (year === null) return [];
  if (role === "settled") return [{ fiscalYear: year, column: "result" }];
  return role === "planned" || role === "source" ? [{ fiscalYear: year, column: "plan" }] : [];
}

/** People, dates and places belong to the result where the row gives one, else to the plan. */
function homeOf({ cells, ownYear }: YearsOfRow): YearKey | null {
  if (ownYear === null || !cells.some(({ column }) => BESIDES.includes(column.role))) return null;
  const isResult = cells.some(
    ({ column }) =>
      column.role === "status" || (column.role === "settled" && (column.fiscalYear ?? ownYear) === ownYear),
  );
  return { fiscalYear: ownYear, column: isResult ? "result" : "plan" };
}

function budgetOf({ fiscalYear, column }: YearKey, { cells, ownYear, amounts }: YearsOfRow): YearBudget | null {
  const of = (role: ListRole) =>
    cells.filter((cell) => cell.column.role === role && (cell.column.fiscalYear ?? ownYear) === fiscalYear);
  const money = of(column === "plan" ? "planned" : "settled");
  const sources =
    column !== "plan"
      ? []
      : of("source").flatMap(({ column: { index, header } }): readonly FundingSource[] => {
          const amountYen = amounts.get(index);
          return amountYen === undefined ? [] : [{ name: nameOf(header), amountYen }];
        });
  if (money.length === 0 && sources.length === 0) return null;
  const yen = money.map((cell) => amounts.get(cell.column.index) ?? null).find((one) => one !== null) ?? null;
  const asPrinted = money.map(printed);
  return { plannedYen: column === "plan" ? yen : null, settledYen: column === "plan" ? null : yen, sources, asPrinted };
}

function withRest(entry: YearEntry, { cells, title, partners, row }: YearsOfRow): YearEntry {
  const of = (role: ListRole) => cells.filter((cell) => cell.column.role === role);
  const said = of("status")
    .map(({ text }) => readStatusLine(text))
    .find((one) => one !== null);
  const status = said?.status ?? entry.status;
  const figures = of("people").map((cell) => countsIn(cell, entry, partners));
  const place = of("place")[0]?.text ?? null;
  const dates = of("date").flatMap(({ text }) => findEventDates(text, entry.fiscalYear).dates.map(({ date }) => date));
  const events = (dates.length > 0 ? dates : place === null ? [] : [null]).map((date) => ({
    ...{ name: title, edition: null, date, place, status, direction: null, related: [], item: null, isEstimate: false },
  }));
  const words = cells.filter(({ column }) => column.role !== "unknown" && BESIDES.includes(column.role)).map(printed);
  return {
    ...entry,
    ...{ status, reasonAsPrinted: said?.reason ?? entry.reasonAsPrinted },
    events: [...entry.events, ...events],
    quantities: [...entry.quantities, ...figures.flatMap(({ quantities }) => quantities)],
    people: [...entry.people, ...figures.flatMap(({ people }) => people)],
    notes: [...entry.notes, ...of("unknown").map(printed)],
    text: [entry.text, ...words].filter((one) => one !== "").join("\n"),
    lines: entry.lines ?? (row.at.line === undefined ? null : [row.at.line, row.at.line]),
  };
}

function countsIn(
  { column: { header }, text }: Cell,
  { fiscalYear, column }: YearEntry,
  partners: readonly Partner[],
): Figures {
  if (isDash(text)) return NO_FIGURES;
  const codes = [...new Set(partners.map(({ country }) => country))];
  const country = codes.length === 1 ? (codes[0] ?? null) : null;
  const direction = /受入/u.test(header) ? "received" : /派遣/u.test(header) ? "sent" : null;
  const value = /[\d０-９]$/u.test(text) ? `${text}人` : text;
  return readKeyedFigures(nameOf(header), value, {
    fiscalYear,
    plan: column === "plan",
    item: null,
    direction,
    innerName: null,
    country,
  });
}

/** Written where there is nothing. */
export function isDash(text: string): boolean {
  return /^[-‐–—―−－ー]+$/u.test(text.trim());
}

/** Without its unit: 予算額（千円） → 予算額. */
function nameOf(header: string): string {
  return header.replace(/[（(].*$/su, "").trim();
}

function printed({ column, text }: Cell): string {
  return `${column.header}：${text}`;
}
