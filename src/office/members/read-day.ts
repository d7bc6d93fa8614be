/** A day as people type it: 令和9年4月1日, 2027/4/1, 2027-04-01. Months and years alone are no day of a role. */
import { parsePartialDate } from "../../kernel/partial-date.ts";

export type ReadDay =
  | Readonly<{ ok: true; day: string | null }>
  | Readonly<{ ok: false; code: "day_missing" | "day_unreadable" }>;

export type Need = "required" | "optional";

/** Roles are held in years of this century; a typing slip such as 20277 is no day. */
const FIRST = "2000-01-01";
const LAST = "2100-12-31";

/** @returns null for an empty optional day. */
export function readDay(text: string, need: Need): ReadDay {
  if (text.trim() === "") return need === "required" ? { ok: false, code: "day_missing" } : { ok: true, day: null };
  const read = parsePartialDate(text);
  if (!read.ok || read.value.precision !== "day" || read.value.from !== read.value.to || read.value.conflict !== null) {
    return { ok: false, code: "day_unreadable" };
  }
  const day = read.value.from;
  return day === null || day < FIRST || day > LAST ? { ok: false, code: "day_unreadable" } : { ok: true, day };
}
