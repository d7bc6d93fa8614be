/**
 * The order of rows in a form (並べ替え). A row is moved by a button, one place up or down, without a script: the page
 * comes back with the rows in their new order, and saved they stand so in the record.
 */
import { MOST_ROWS, type Row, rowRef, withRoom } from "./form-rows.ts";

/** What a button asked for besides saving: empty rows of a kind, or that one of its rows moves. */
export type Asked = Readonly<{ kind: string; move: Move | null }>;
export type Move = Readonly<{ to: "up" | "down" /** As `rowRef` says. */; ref: string }>;

/** @param act value of the button: `add:events`, `up:events:b3`. */
export function readAsked(act: string): Asked | undefined {
  const added = /^add:(\w+)$/u.exec(act)?.[1];
  if (added !== undefined) return { kind: added, move: null };
  const [, to, kind, ref] = /^(up|down):(\w+):([bn]\w+)$/u.exec(act) ?? [];
  if (kind === undefined || ref === undefined) return undefined;
  return { kind, move: { to: to === "up" ? "up" : "down", ref } };
}

export function actOfMove(kind: string, { to, ref }: Move): string {
  return `${to}:${kind}:${ref}`;
}

/**
 * A row goes past the one before or behind it. One of the first level takes the rows below it along, and goes past the
 * next of its level with all that belongs to that one.
 *
 * @returns the rows as they stand then; the same when there is no place to go to.
 */
export function moveRow(rows: readonly Row[], move: Move, isEmpty: (row: Row) => boolean): readonly Row[] {
  const at = rows.findIndex((row) => rowRef(row) === move.ref);
  const own = rows[at];
  if (own === undefined || (own.base === "" && isEmpty(own))) return rows;
  const end = blockEnd(rows, at);
  if (move.to === "up") {
    const before = isBelow(own) ? at - 1 : blockStart(rows, at - 1);
    return before < 0 ? rows : swapped(rows, before, at, end);
  }
  const next = rows[end];
  if (next === undefined || (next.base === "" && isEmpty(next))) return rows;
  return swapped(rows, at, end, isBelow(own) ? end + 1 : blockEnd(rows, end));
}

export function canMove(rows: readonly Row[], move: Move, isEmpty: (row: Row) => boolean): boolean {
  return moveRow(rows, move, isEmpty) !== rows;
}

/** ① below (1). */
function isBelow({ level }: Row): boolean {
  return level === "2";
}

/** Behind the last row that belongs to this one. */
function blockEnd(rows: readonly Row[], at: number): number {
  const own = rows[at];
  let end = at + 1;
  if (own === undefined || isBelow(own)) return end;
  for (let next = rows[end]; next !== undefined && isBelow(next); next = rows[end]) end += 1;
  return end;
}

/** Of the row a row belongs to. */
function blockStart(rows: readonly Row[], at: number): number {
  let start = at;
  for (let own = rows[start]; start > 0 && own !== undefined && isBelow(own); own = rows[start]) start -= 1;
  return start;
}

function swapped(rows: readonly Row[], start: number, middle: number, end: number): readonly Row[] {
  return [...rows.slice(0, start), ...rows.slice(middle, end), ...rows.slice(start, middle), ...rows.slice(end)];
}

/** What a form shows: so many saved rows, and an empty one to write into, more of them where they were asked for. */
export function shownRows(
  rows: readonly Row[],
  isEmpty: (row: Row) => boolean,
  begin: Row,
  asked: Asked | undefined,
): readonly Row[] {
  const beyond = new Set(rows.filter(({ base }) => base !== "").slice(MOST_ROWS));
  const spare = rows.filter((row) => row.base === "" && isEmpty(row)).length;
  const room = asked?.move === null ? Math.max(spare + 1, 2) : 1;
  const shown = withRoom(
    rows.filter((row) => !beyond.has(row)),
    isEmpty,
    begin,
    room,
  );
  return asked?.move == null ? shown : moveRow(shown, asked.move, isEmpty);
}
