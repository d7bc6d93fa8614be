/**
 * What was typed into the table, as its form sends it: fields of the rows that are shown, and one field that carries
 * changed cells of rows that are not (of another page, of a paste, on the way through the preview).
 */
import { z } from "zod";
import { formText } from "../../platform/index.ts";
import type { RowTexts } from "./cell-rules.ts";
import { GRID_COLUMNS, type GridColumn } from "./grid-columns.ts";

export type TypedRow = Readonly<{
  id: string;
  /** The version of the programme that was shown. */
  version: number;
  /** Cells as typed; those left out say what is saved. */
  texts: RowTexts;
}>;

const ROW = /^(P\d{6,9}):(\d{1,9})$/u;
/** Far more than may be saved: so that a person is told, and not cut off. */
const MOST_ROWS = 20_000;

const carriedSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^P\d{6,9}$/u),
      version: z.int().min(0).max(999_999_999),
      texts: z.partialRecord(z.enum(GRID_COLUMNS), z.string()),
    }),
  )
  .max(MOST_ROWS);

/** @returns undefined when the carried field is none of ours. What is shown wins over what is carried. */
export function readTypedRows(form: FormData): readonly TypedRow[] | undefined {
  const carried = readCarried(formText(form, "carried"));
  if (carried === undefined) return undefined;
  const rows = new Map(carried.map((row) => [row.id, row]));
  for (const value of form.getAll("row")) {
    const [, id, version] = ROW.exec(String(value)) ?? [];
    if (id === undefined) continue;
    const texts = { ...rows.get(id)?.texts, ...shownTexts(form, id) };
    rows.set(id, { id, version: Number(version), texts });
  }
  return [...rows.values()];
}

function shownTexts(form: FormData, id: string): RowTexts {
  const shown = GRID_COLUMNS.filter((column) => form.has(cellName(id, column)));
  return Object.fromEntries(shown.map((column) => [column, formText(form, cellName(id, column))]));
}

/** Name and id of a cell's control. */
export function cellName(id: string, column: GridColumn): string {
  return `${id}.${column}`;
}

function readCarried(text: string): readonly TypedRow[] | undefined {
  if (text === "") return [];
  try {
    const read = carriedSchema.safeParse(JSON.parse(text));
    return read.success ? read.data.map(({ texts, ...row }) => ({ ...row, texts: clean(texts) })) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** As every text of a form is read. */
function clean(texts: Readonly<Partial<Record<GridColumn, string>>>): RowTexts {
  return Object.fromEntries(
    Object.entries(texts).map(([column, text]) => {
      const form = new FormData();
      form.set(column, text);
      return [column, formText(form, column)];
    }),
  );
}

export function writeCarried(rows: readonly TypedRow[]): string {
  return rows.length === 0 ? "" : JSON.stringify(rows);
}
