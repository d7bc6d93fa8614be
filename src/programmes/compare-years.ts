/**
 * Comparison with last year (前年度比較) that never sets a part of a year against a whole one.
 *
 * A figure as of 令和6年12月末 counts nine months; beside a full year it is no fall. Figures as of the same day of
 * their years (会員数, each May) do compare. What does not compare says why, and both figures stay visible.
 */
import { fiscalYearOf, spanOf } from "../kernel/fiscal-year.ts";
import type { YearEntry, YearQuantity } from "./programme-year.ts";

export type NotComparable =
  | "part_year_before"
  | "part_year_after"
  | "part_years_differ"
  | "plan_against_actual"
  | "units_differ"
  | "range"
  | "missing_before"
  | "missing_after"
  | "several_of_one_label";

export type FigureComparison = Readonly<{
  label: string;
  item: string | null;
  before: YearQuantity | null;
  after: YearQuantity | null;
}> &
  (
    | Readonly<{ kind: "compared"; difference: number; isApproximate: boolean }>
    | Readonly<{ kind: "not_comparable"; reason: NotComparable }>
  );

/** In the order of the later year; what only the earlier one has comes last. */
export function compareYears(before: YearEntry, after: YearEntry): readonly FigureComparison[] {
  const keys = [...new Set([...after.quantities, ...before.quantities].map(keyOf))];
  return keys.map((key) => {
    const [earlier = null, ...moreEarlier] = before.quantities.filter((one) => keyOf(one) === key);
    const [later = null, ...moreLater] = after.quantities.filter((one) => keyOf(one) === key);
    const named = later ?? earlier;
    const place = { label: named?.label ?? "", item: named?.item ?? null, before: earlier, after: later };
    if (moreEarlier.length > 0 || moreLater.length > 0) {
      return { ...place, kind: "not_comparable", reason: "several_of_one_label" };
    }
    const reason = obstacle(earlier, later, before, after);
    if (reason !== null || earlier?.value == null || later?.value == null) {
      return { ...place, kind: "not_comparable", reason: reason ?? "range" };
    }
    const isApproximate = earlier.isApproximate || later.isApproximate;
    return { ...place, kind: "compared", difference: later.value - earlier.value, isApproximate };
  });
}

function keyOf({ label, item }: YearQuantity): string {
  return JSON.stringify([item, label]);
}

function obstacle(
  earlier: YearQuantity | null,
  later: YearQuantity | null,
  before: YearEntry,
  after: YearEntry,
): NotComparable | null {
  if (earlier === null) return "missing_before";
  if (later === null) return "missing_after";
  if (earlier.value === null || later.value === null) return "range";
  if (earlier.unit !== later.unit) return "units_differ";
  if (earlier.plan !== null && later.plan !== null && earlier.plan !== later.plan) return "plan_against_actual";
  const [cutBefore, cutAfter] = [partOfYear(earlier, before), partOfYear(later, after)];
  if (cutBefore === cutAfter) return null;
  if (cutBefore !== null && cutAfter !== null) return "part_years_differ";
  return cutBefore !== null ? "part_year_before" : "part_year_after";
}

/**
 * MM-DD up to which a figure of that year counts, or null for the whole year. A figure whose date lies outside the year
 * is taken as one of the whole year: it is no part of it.
 */
export function partOfYear({ asOf }: YearQuantity, { fiscalYear }: Pick<YearEntry, "fiscalYear">): string | null {
  const day = asOf?.to ?? null;
  if (day === null || fiscalYearOf(day) !== fiscalYear || day === spanOf(fiscalYear).to) return null;
  return day.slice(5);
}
