/** What the table shows: whose programmes, which fiscal year and column, and what narrows the rows. */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { FIELDS, type Field } from "../../registry/index.ts";
import { YEAR_COLUMNS, type YearColumn } from "../programme-year.ts";
import { YEAR_STATUSES, type YearStatus } from "../year-status.ts";
import type { GridKey, GridRow } from "./grid-rows.ts";

export const NOT_ENTERED = "not-entered";

export type GridFilter = Readonly<{
  status: YearStatus | typeof NOT_ENTERED | null;
  section: string | null;
  field: Field | null;
}>;

export type GridQuery = GridKey & GridFilter & Readonly<{ owner: string; page: number }>;

/** A table of more rows than this has pages: a page of it is one form. */
export const ROWS_PER_PAGE = 300;

/** @param said values by name, "" when there is none; owner and year are read by the page of the yearly cycle. */
export function readGridQuery(
  said: (name: string) => string,
  { owner, fiscalYear, thisYear }: Readonly<{ owner: string; fiscalYear: FiscalYear; thisYear: FiscalYear }>,
): GridQuery {
  const column = YEAR_COLUMNS.find((known) => known === said("column")) ?? usualColumn(fiscalYear, thisYear);
  const page = /^[1-9]\d{0,3}$/u.exec(said("page"))?.[0];
  return {
    ...{ owner, fiscalYear, column, page: page === undefined ? 1 : Number(page) },
    status: ([...YEAR_STATUSES, NOT_ENTERED] as const).find((known) => known === said("status")) ?? null,
    section: said("section") === "" ? null : said("section"),
    field: FIELDS.find((known) => known === said("field")) ?? null,
  };
}

/** Of a year that has not begun there is a plan only. */
function usualColumn(fiscalYear: FiscalYear, thisYear: FiscalYear): YearColumn {
  return fiscalYear > thisYear ? "plan" : "result";
}

export const GRID_PATH = "/programmes/grid";

/** The table of a body and a year; of whose and which it opens by itself when they are left out. */
export function gridAddress(owner: string | undefined, fiscalYear: FiscalYear | undefined): string {
  const parameters = new URLSearchParams({
    ...(owner === undefined ? {} : { owner }),
    ...(fiscalYear === undefined ? {} : { year: String(fiscalYear) }),
  });
  return parameters.size === 0 ? GRID_PATH : `${GRID_PATH}?${parameters}`;
}

export function gridParameters({
  owner,
  fiscalYear,
  column,
  status,
  section,
  field,
  page,
}: GridQuery): URLSearchParams {
  const parameters = new URLSearchParams({ owner, year: String(fiscalYear), column });
  if (status !== null) parameters.set("status", status);
  if (section !== null) parameters.set("section", section);
  if (field !== null) parameters.set("field", field);
  if (page > 1) parameters.set("page", String(page));
  return parameters;
}

export function fitsFilter({ programme: { facts }, entry }: GridRow, { status, section, field }: GridFilter): boolean {
  const isStatus = status === null || (status === NOT_ENTERED ? entry === null : entry?.status === status);
  return (
    isStatus && (section === null || facts.section === section) && (field === null || facts.fields.includes(field))
  );
}

/** Sections and fields that the body's programmes have, for the choices. */
export function choicesIn(
  rows: readonly GridRow[],
): Readonly<{ sections: readonly string[]; fields: readonly Field[] }> {
  const facts = rows.map(({ programme }) => programme.facts);
  const sections = [...new Set(facts.flatMap(({ section }) => section ?? []))];
  return { sections, fields: FIELDS.filter((field) => facts.some(({ fields }) => fields.includes(field))) };
}

export type ShownRows = Readonly<{
  rows: readonly GridRow[];
  /** How many fit the filter. */
  total: number;
  pages: number;
}>;

/**
 * The page asked for; rows that were changed are always among them, those with something to correct first, as far as
 * one form can hold them.
 */
export function rowsToShow(
  all: readonly GridRow[],
  query: GridQuery,
  urgent: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): ShownRows {
  const fitting = all.filter((row) => fitsFilter(row, query));
  const pages = Math.max(1, Math.ceil(fitting.length / ROWS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const asked = fitting.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const idOf = (row: GridRow) => row.programme.id;
  const wanted = [
    ...all.filter((row) => urgent.has(idOf(row))),
    ...all.filter((row) => changed.has(idOf(row))),
    ...asked,
  ];
  const shown = new Set([...new Set(wanted)].slice(0, Math.max(ROWS_PER_PAGE, asked.length)));
  return { rows: all.filter((row) => shown.has(row)), total: fitting.length, pages };
}
