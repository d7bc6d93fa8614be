/**
 * Cross tables of listings (掲載): by field, and by country for one-to-one agreements.
 *
 * Unit: a listing, that is an agreement under one of its fields. The first field is the main listing, later ones
 * are relistings (再掲), counted inside the total: `n(relisted)`. 1対1 is exactly one party on each side; the
 * country table counts 1対1 only, shows the first ten with ties (competition ranking) and sums the rest in その他.
 * The country rank counts relistings too, as the survey report of 2012 does. Ties order by kana reading.
 */
import { emptyTally, sumTallies, type Tally } from "../kernel/tally.ts";
import { FIELDS, type Field } from "./field.ts";

export type ListingFact = Readonly<{
  field: Field;
  relisted: boolean;
  oneToOne: boolean;
  /** Countries of the parties abroad (ISO 3166-1 alpha-2); a 1対1 agreement has one, or none when unknown. */
  countries: readonly string[];
}>;

export const TOTAL_COLUMN = "合計";
export type Column = Field | typeof TOTAL_COLUMN;
export const COLUMNS: readonly Column[] = [...FIELDS, TOTAL_COLUMN];

export type RowKind = "row" | "other" | "total";
export type TableRow = Readonly<{
  label: string;
  country?: string;
  rank?: number;
  kind: RowKind;
  cells: Readonly<Record<Column, Tally>>;
}>;
export type TableId = "by-field" | "by-country";
export type CrossTable = Readonly<{
  table: TableId;
  /** Month of the survey or day of the count, ISO form. */
  asOf: string;
  unit: "listing";
  columns: readonly Column[];
  rows: readonly TableRow[];
}>;

/** How the by-country table names a country and orders ties; an unknown code is shown as it is. */
export type CountryNames = (country: string) => Readonly<{ label: string; kana: string }>;

const UNKNOWN_COUNTRY = "";

export function tabulateByField(listings: readonly ListingFact[], asOf: string): CrossTable {
  const single = listings.filter(({ oneToOne }) => oneToOne);
  const several = listings.filter(({ oneToOne }) => !oneToOne);
  return {
    table: "by-field",
    asOf,
    unit: "listing",
    columns: COLUMNS,
    rows: [
      { label: "1対1の提携", kind: "row", cells: countCells(single) },
      { label: "複数の自治体との提携", kind: "row", cells: countCells(several) },
      { label: TOTAL_COLUMN, kind: "total", cells: countCells(listings) },
    ],
  };
}

/** @param top how many ranks are shown before その他; ties with the last rank are included. */
export function tabulateByCountry(
  listings: readonly ListingFact[],
  asOf: string,
  names: CountryNames,
  top = 10,
): CrossTable {
  const single = listings.filter(({ oneToOne }) => oneToOne);
  const ranked = rankCountries(single, names);
  const shown = ranked.filter(({ rank, country }) => rank <= top && country !== UNKNOWN_COUNTRY);
  const rest = ranked.filter((row) => !shown.includes(row));
  const rows: TableRow[] = shown.map(({ country, rank, cells }) => ({
    label: names(country).label,
    country,
    rank,
    kind: "row",
    cells,
  }));
  if (rest.length > 0) {
    rows.push({ label: "その他", kind: "other", cells: addRows(rest.map(({ cells }) => cells)) });
  }
  rows.push({ label: TOTAL_COLUMN, kind: "total", cells: countCells(single) });
  return { table: "by-country", asOf, unit: "listing", columns: COLUMNS, rows };
}

type RankedCountry = Readonly<{ country: string; rank: number; cells: Readonly<Record<Column, Tally>> }>;

function rankCountries(listings: readonly ListingFact[], names: CountryNames): readonly RankedCountry[] {
  const byCountry = Map.groupBy(listings, ({ countries }) => countries[0] ?? UNKNOWN_COUNTRY);
  const counted = [...byCountry].map(([country, own]) => ({ country, cells: countCells(own), n: own.length }));
  counted.sort((a, b) => b.n - a.n || compareKana(names(a.country).kana, names(b.country).kana));
  return counted.map(({ country, cells, n }) => ({
    country,
    cells,
    rank: 1 + counted.filter((other) => other.country !== UNKNOWN_COUNTRY && other.n > n).length,
  }));
}

function compareKana(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function countCells(listings: readonly ListingFact[]): Readonly<Record<Column, Tally>> {
  const counts = new Map(FIELDS.map((field) => [field, { n: 0, relisted: 0 }]));
  for (const { field, relisted } of listings) {
    const count = counts.get(field);
    if (count === undefined) continue;
    count.n += 1;
    if (relisted) count.relisted += 1;
  }
  const cells = emptyCells();
  for (const [field, count] of counts) cells[field] = count;
  cells[TOTAL_COLUMN] = sumTallies(counts.values());
  return cells;
}

function addRows(rows: readonly Readonly<Record<Column, Tally>>[]): Readonly<Record<Column, Tally>> {
  const cells = emptyCells();
  for (const column of COLUMNS) cells[column] = sumTallies(rows.map((row) => row[column]));
  return cells;
}

function emptyCells(): Record<Column, Tally> {
  return Object.fromEntries(COLUMNS.map((column) => [column, emptyTally])) as Record<Column, Tally>; // every column is set
}
