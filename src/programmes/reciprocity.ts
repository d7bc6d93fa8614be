/**
 * Sent and received (派遣・受入): who visited whom, how many people by year and country, and whose turn it is.
 *
 * A turn is only named where visits have gone both ways at least once; otherwise it would be an opinion.
 */
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { type Direction, latestEntry, type PeopleCount } from "./programme-year.ts";
import { isActive } from "./year-status.ts";

export type Visit = Readonly<{ fiscalYear: FiscalYear; direction: Direction; name: string; day: string | null }>;

export type VisitTurn =
  | Readonly<{ kind: "estimate"; direction: Direction; basis: Visit }>
  | Readonly<{ kind: "unknown"; reason: "no_visits" | "one_way_only" | "same_time" }>;

/** Oldest first; a visit that did not take place is none. */
export function listVisits({ years }: Pick<ProgrammeFacts, "years">): readonly Visit[] {
  const fiscalYears = [...new Set(years.map(({ fiscalYear }) => fiscalYear))];
  const visits = fiscalYears.flatMap((fiscalYear) =>
    (latestEntry(years, fiscalYear)?.events ?? []).flatMap(({ direction, status, name, date, isEstimate }): Visit[] =>
      direction === null || isEstimate || !isActive(status)
        ? []
        : [{ fiscalYear, direction, name, day: date?.from ?? null }],
    ),
  );
  return visits.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));
}

function orderOf({ fiscalYear, day }: Visit): string {
  return day ?? `${fiscalYear}-04-01`;
}

/** Whose turn it is to visit: the side that did not visit last. */
export function nextVisit(visits: readonly Visit[]): VisitTurn {
  const last = visits.at(-1);
  if (last === undefined) return { kind: "unknown", reason: "no_visits" };
  if (visits.every(({ direction }) => direction === last.direction)) return { kind: "unknown", reason: "one_way_only" };
  const together = visits.filter((visit) => orderOf(visit) === orderOf(last));
  if (together.some(({ direction }) => direction !== last.direction)) return { kind: "unknown", reason: "same_time" };
  return { kind: "estimate", direction: last.direction === "sent" ? "received" : "sent", basis: last };
}

export type PeopleTotal = Readonly<{
  fiscalYear: FiscalYear;
  direction: Direction;
  /** Null for people whose country nobody stated. */
  country: string | null;
  count: number;
  /** True when any of it is a plan, or a column that may still be one. */
  includesPlan: boolean;
  /** Titles of the programmes behind the number. */
  titles: readonly string[];
}>;

type Counted = PeopleCount & Readonly<{ fiscalYear: FiscalYear; title: string }>;

/** People sent and received by year and country, over any number of programmes; newest year first. */
export function totalPeople(programmes: readonly Pick<ProgrammeFacts, "title" | "years">[]): readonly PeopleTotal[] {
  const counted = programmes.flatMap(countedPeople);
  const groups = Map.groupBy(counted, ({ fiscalYear, direction, country }) => `${fiscalYear} ${direction} ${country}`);
  const totals = [...groups.values()].flatMap((group): PeopleTotal[] => {
    const [first] = group;
    if (first === undefined || first.direction === null) return [];
    const { fiscalYear, direction, country } = first;
    const count = group.reduce((sum, one) => sum + one.count, 0);
    const includesPlan = group.some(({ plan }) => plan !== false);
    return [
      { fiscalYear, direction, country, count, includesPlan, titles: [...new Set(group.map(({ title }) => title))] },
    ];
  });
  return totals.toSorted((a, b) => b.fiscalYear - a.fiscalYear || b.count - a.count);
}

function countedPeople({ title, years }: Pick<ProgrammeFacts, "title" | "years">): readonly Counted[] {
  const fiscalYears = [...new Set(years.map(({ fiscalYear }) => fiscalYear))];
  return fiscalYears.flatMap((fiscalYear) =>
    (latestEntry(years, fiscalYear)?.people ?? []).map((people) => ({ ...people, fiscalYear, title })),
  );
}
