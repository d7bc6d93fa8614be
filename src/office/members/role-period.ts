/**
 * From when to when a role is held (発令日から任期の末日まで), in days of Japan, both included; without an end until ended.
 *
 * Source of the rules: people change in offices every two or three years (人事異動), often on the same day; a body must
 * never be left without anyone who administers it, not for a day.
 */
import { addDays } from "../../kernel/calendar.ts";

export type Period = Readonly<{ validFrom: string; validTo: string | null }>;

const FOREVER = "9999-12-31";

const lastDayOf = ({ validTo }: Period): string => validTo ?? FOREVER;

export function isReversed({ validFrom, validTo }: Period): boolean {
  return validTo !== null && validTo < validFrom;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.validFrom <= lastDayOf(b) && b.validFrom <= lastDayOf(a);
}

export function isHeldOn(period: Period, day: string): boolean {
  return period.validFrom <= day && day <= lastDayOf(period);
}

export type HoldingState = "now" | "later" | "ended";

export function stateOn(period: Period, day: string): HoldingState {
  if (isHeldOn(period, day)) return "now";
  return period.validFrom > day ? "later" : "ended";
}

/** Is every day of `wanted` in one of the periods? Successors count: one until 31 March, the next from 1 April. */
export function coverWithoutGap(periods: readonly Period[], wanted: Period): boolean {
  const last = lastDayOf(wanted);
  let open = wanted.validFrom;
  for (const period of periods.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    if (open > last) return true;
    if (!isHeldOn(period, open)) continue;
    if (period.validTo === null) return true;
    open = addDays(period.validTo, 1);
  }
  return open > last;
}

/** Days of the period after the given last day, from `today` on: what others must cover. Undefined when none is left. */
export function rest(period: Period, lastDay: string, today: string): Period | undefined {
  const after = addDays(lastDay, 1);
  const validFrom = [after, today, period.validFrom].reduce((a, b) => (a > b ? a : b));
  return validFrom > lastDayOf(period) ? undefined : { validFrom, validTo: period.validTo };
}
