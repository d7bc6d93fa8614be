/**
 * Rows of a form, without a script: what was sent, which saved value each row stands for, and the list they make.
 *
 * A row carries its place in the list the form was opened with (`base`), or a `key` of its own while it is new. A row
 * sent as it was opened is the value that was saved, whatever a browser does to spaces and line breaks; a value whose
 * row was not sent at all stays; only a row ticked or emptied takes its value away. So nothing is lost by a form.
 */
import { formText } from "../../../platform/index.ts";

export type Row = Readonly<Record<string, string>>;

/** Saved rows of one kind that a form shows; what lies beyond stays as it is. */
export const MOST_ROWS = 100;
const MOST_NEW = 40;
const UNSEEN = ["base", "key", "remove"] as const;

export function readRows(form: FormData, kind: string, fields: readonly string[]): readonly Row[] {
  const pattern = new RegExp(`^${kind}\\.(\\d{1,3})\\.`, "u");
  const found = [...form.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? []);
  const indexes = [...new Set(found.map(Number))].sort((a, b) => a - b).slice(0, MOST_ROWS + MOST_NEW);
  return indexes.map((index) =>
    Object.fromEntries([...fields, ...UNSEEN].map((field) => [field, formText(form, `${kind}.${index}.${field}`)])),
  );
}

/** @param row the texts of a saved value. */
export function savedRow(row: Row, base: number): Row {
  return { ...row, base: String(base), key: "", remove: "" };
}

/** What other rows call this one by: it stays the same when rows before it go. */
export function rowRef({ base, key }: Row): string {
  return base === undefined || base === "" ? `n${key ?? ""}` : `b${base}`;
}

/** Empty rows at the end: `asked` more of them, else one, each with what it begins with. */
export function withRoom(rows: readonly Row[], isEmpty: (row: Row) => boolean, begin: Row, asked: number): Row[] {
  const filled = rows.filter((row) => row.base !== "" || !isEmpty(row));
  const fresh = filled.filter(({ base }) => base === "").length;
  const keys = rows.map(({ key }) => Number(key) || 0);
  const next = Math.max(0, ...keys) + 1;
  const room = Math.max(Math.min(asked, MOST_NEW - fresh), 0);
  const empty = Array.from({ length: room }, (_, at) => ({ ...begin, base: "", key: String(next + at), remove: "" }));
  return [...filled.map((row, at) => (row.base === "" && row.key === "" ? { ...row, key: `i${at}` } : row)), ...empty];
}

export type PlacedRow = Readonly<{
  /** Id of one of its controls. */
  at: (field: string) => string;
  row: Row;
  /** Place in the list the form was opened with; null for a new row. */
  base: number | null;
  isUntouched: boolean;
  isRemoved: boolean;
}>;

/** How the rows of one kind are told apart: which say nothing, and which of their fields hold several lines. */
export type RowNature = Readonly<{ isEmpty: (row: Row) => boolean; isArea: (field: string) => boolean }>;

/** @param opened the rows the form was opened with. New rows without content are none. */
export function placeRows(
  kind: string,
  sent: readonly Row[],
  opened: readonly Row[],
  { isEmpty, isArea }: RowNature,
): readonly PlacedRow[] {
  return sent.flatMap((row, index): readonly PlacedRow[] => {
    const was = row.base === "" ? undefined : opened.find(({ base }) => base === row.base);
    const said = was === undefined ? row : restored(row, was, isArea);
    const isUntouched = was !== undefined && Object.keys(was).every((field) => said[field] === was[field]);
    const isGone = isEmpty(said) && !isUntouched;
    if (was === undefined && (isGone || row.remove === "yes")) return [];
    const base = was === undefined ? null : Number(was.base);
    const at = (field: string) => `${kind}.${index}.${field}`;
    return [{ at, row: said, base, isUntouched, isRemoved: row.remove === "yes" || isGone }];
  });
}

/** What a browser took out of a text (spaces at its ends, breaks in a line) is put back where nothing was changed. */
function restored(row: Row, was: Row, isArea: RowNature["isArea"]): Row {
  return Object.fromEntries(
    Object.entries(row).map(([field, text]) => {
      const opened = was[field] ?? "";
      const isSame = isArea(field) ? isSameArea(text, opened) : isSameLine(text, opened);
      return [field, isSame ? opened : text];
    }),
  );
}

/** The text as it comes back from a line that was opened with the other. */
export function isSameLine(sent: string, opened: string): boolean {
  return sent === opened || asSent(sent).replaceAll("\n", "").trim() === asSent(opened).replaceAll("\n", "").trim();
}

/** As it comes back from an area of several lines. */
export function isSameArea(sent: string, opened: string): boolean {
  return sent === opened || asSent(sent) === asSent(opened);
}

function asSent(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}
