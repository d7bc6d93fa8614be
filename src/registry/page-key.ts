/**
 * Sort orders of lists, and the key of a page: the last record's place in the order, so that a page stays where it is
 * when records before it come or go.
 */
export const SORTS = ["signed-desc", "signed-asc", "title", "updated"] as const;
export type Sort = (typeof SORTS)[number];
export const DEFAULT_SORT: Sort = "signed-desc";

/** `value` is the record's value in the order, as the database writes it. */
export type PageKey = Readonly<{ value: string; no: number }>;

/** Which page: the first, the one after a record, or the one before a record. */
export type PageRequest = Readonly<{ after?: string; before?: string }>;

export function writePageKey({ value, no }: PageKey): string {
  return Buffer.from(JSON.stringify([value, no])).toString("base64url");
}

/** @returns undefined for a key this software did not write; the list then begins at its beginning. */
export function readPageKey(text: string | undefined): PageKey | undefined {
  if (text === undefined || !/^[A-Za-z0-9_-]{4,4000}$/.test(text)) return undefined;
  const parsed = /^\["((?:[^"\\]|\\.)*)",([0-9]{1,10})\]$/s.exec(Buffer.from(text, "base64url").toString());
  if (parsed === null) return undefined;
  const [value, no] = parsed.slice(1);
  return { value: JSON.parse(`"${value}"`), no: Number(no) };
}

export function readSort(text: string | null | undefined): Sort {
  return SORTS.find((sort) => sort === text) ?? DEFAULT_SORT;
}
