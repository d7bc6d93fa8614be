/**
 * Which column of a table means what. Guessed from the words of the header row, confirmed or changed by a person, and
 * kept under a name by the words of the headers, so that it fits another file with other columns in between.
 */
import { matchKey } from "../../kernel/name-key.ts";

export const COLUMN_ROLES = [
  "title",
  "prefecture",
  "japan",
  "country",
  "foreignRegion",
  "foreign",
  "signed",
  "renewed",
  "expires",
  "field",
  "number",
  "relisted",
  "background",
  "activities",
  "outcomes",
  "url",
  "department",
  "phone",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export function isColumnRole(text: string): text is ColumnRole {
  return (COLUMN_ROLES as readonly string[]).includes(text);
}

export type MappedColumn = Readonly<{
  /** As the header row prints it. */
  header: string;
  /** null leaves the column out. */
  role: ColumnRole | null;
}>;

export type SheetMapping = Readonly<{
  /** "" for CSV. */
  sheet: string;
  /** Row number as a spreadsheet shows it. */
  headerRow: number;
  /** From column A on. */
  columns: readonly MappedColumn[];
}>;

/** A column of a saved mapping, found again by the words of its header. */
export type NamedColumn = Readonly<{ header: string; role: ColumnRole }>;

/** What an agreement cannot do without: a title and one party on each side. */
const REQUIRED: readonly ColumnRole[] = ["title", "japan", "foreign"];

export function missingRoles({ columns }: Pick<SheetMapping, "columns">): readonly ColumnRole[] {
  const given = new Set(columns.map(({ role }) => role));
  return REQUIRED.filter((role) => !given.has(role));
}

/** Columns it does not know keep what was guessed, unless the saved mapping gives that meaning to another column. */
export function applyNamedColumns(mapping: SheetMapping, named: readonly NamedColumn[]): SheetMapping {
  const byKey = new Map(named.map(({ header, role }) => [matchKey(header), role]));
  const claimed = new Set(mapping.columns.map(({ header }) => byKey.get(matchKey(header))));
  return {
    ...mapping,
    columns: mapping.columns.map(({ header, role }) => ({
      header,
      role: byKey.get(matchKey(header)) ?? (claimed.has(role ?? undefined) ? null : role),
    })),
  };
}

export function namedColumnsOf(mapping: readonly SheetMapping[]): readonly NamedColumn[] {
  const named = mapping.flatMap(({ columns }) =>
    columns.flatMap(({ header, role }) => (role === null || matchKey(header) === "" ? [] : [{ header, role }])),
  );
  return [...new Map(named.map((column) => [matchKey(column.header), column])).values()];
}

/** A1 … ZZ9, as spreadsheets name cells. @param column from 0. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
