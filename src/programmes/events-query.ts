/**
 * Events of programmes (行事): on a calendar between two days, or of a fiscal year with those nobody dated. Of each year
 * the events of its result count, else those of the column with results, else the planned ones.
 */
import { type RawBuilder, sql } from "kysely";
import type { PartialDate } from "../kernel/partial-date.ts";
import type { Tx } from "../platform/index.ts";
import { programmeConditions, type SidedCriteria } from "./criteria-query.ts";
import type { Direction, YearColumn } from "./programme-year.ts";
import type { YearStatus } from "./year-status.ts";

export type ListedEvent = Readonly<{
  programmeId: string;
  programmeTitle: string;
  owner: string;
  ownerName: string | null;
  fiscalYear: number;
  column: YearColumn;
  /** From 1, within the entry. */
  position: number;
  name: string;
  edition: number | null;
  /** As printed; null without a date. */
  asPrinted: string | null;
  firstDay: string | null;
  lastDay: string | null;
  precision: PartialDate["precision"] | null;
  place: string | null;
  status: YearStatus;
  direction: Direction | null;
  item: string | null;
  /** 見込み: computed from earlier turns, nobody has decided it. */
  isEstimate: boolean;
  /** When what is said of its programme last changed, an instant in UTC. */
  updatedAt: string;
}>;

/** More than a month or a fiscal year of one body has; of everybody the first so many are shown. */
export const MOST_EVENTS = 500;

type EventRequest = SidedCriteria &
  Readonly<{
    limit?: number | undefined;
    /** ISO day: of more than the limit those nearest to it; the first ones when left out. */
    nearestTo?: string | undefined;
  }>;

/** Events that touch the days, first and last included; a month is all its days, and says so by its precision. */
export function listEventsBetween(
  tx: Tx,
  { firstDay, lastDay, ...request }: EventRequest & Readonly<{ firstDay: string; lastDay: string }>,
): Promise<readonly ListedEvent[]> {
  // A year or more is the longest an event is expected to last; without a lower bound the index is of no use.
  return readEvents(
    tx,
    sql`e.first_day between ${firstDay}::date - 400 and ${lastDay}::date and e.last_day >= ${firstDay}::date`,
    request,
  );
}

/** By date; those without one come last. */
export function listEventsOfYear(
  tx: Tx,
  { fiscalYear, ...request }: EventRequest & Readonly<{ fiscalYear: number }>,
): Promise<readonly ListedEvent[]> {
  return readEvents(tx, sql`e.fiscal_year = ${fiscalYear}::integer`, request);
}

/** First days of the last event before these days and of the first one after them, null where there is none. */
export async function nearestEvents(
  tx: Tx,
  { criteria, side = "published", firstDay, lastDay }: SidedCriteria & Readonly<{ firstDay: string; lastDay: string }>,
): Promise<Readonly<{ before: string | null; after: string | null }>> {
  const own = sql`from programme_event e join programme_facts f on f.programme_no = e.programme_no and f.side = e.side
    where e.side = ${side} and e.is_latest and e.precision in ('day', 'month')
      and ${programmeConditions({ criteria: withoutYear(criteria), side })}`;
  const { rows } = await sql<{ before: string | null; after: string | null }>`
    select (select e.first_day ${own} and e.first_day < ${firstDay}::date order by e.first_day desc limit 1) as before,
      (select e.first_day ${own} and e.first_day > ${lastDay}::date order by e.first_day limit 1) as after`.execute(tx);
  return rows[0] ?? { before: null, after: null };
}

async function readEvents(
  tx: Tx,
  wanted: RawBuilder<unknown>,
  { criteria, side = "published", limit = MOST_EVENTS, nearestTo }: EventRequest,
): Promise<readonly ListedEvent[]> {
  const inOrder = sql`e.first_day nulls last, e.last_day, e.programme_no, e.position`;
  const wantedFirst = nearestTo === undefined ? inOrder : sql`abs(e.first_day - ${nearestTo}::date), ${inOrder}`;
  const { rows } = await sql<ListedEvent>`
    select p.id as "programmeId", f.title as "programmeTitle", e.owner, p.owner_name as "ownerName",
      e.fiscal_year as "fiscalYear",
      e.year_column as column, e.position, e.name, e.edition, e.as_printed as "asPrinted",
      e.first_day as "firstDay", e.last_day as "lastDay", e.precision, e.place, e.status, e.direction, e.item,
      e.is_estimate as "isEstimate",
      to_char(f.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
    from programme_event e
      join programme_facts f on f.programme_no = e.programme_no and f.side = e.side
      join programme p on p.no = e.programme_no
    where e.side = ${side} and e.is_latest and ${wanted} and ${programmeConditions({ criteria: withoutYear(criteria), side })}
    order by ${wantedFirst} limit ${limit}`.execute(tx);
  return nearestTo === undefined ? rows : rows.toSorted(byDay);
}

function byDay(a: ListedEvent, b: ListedEvent): number {
  const keyOf = ({ firstDay, lastDay, programmeId }: ListedEvent) => `${firstDay} ${lastDay} ${programmeId}`;
  return keyOf(a).localeCompare(keyOf(b), "en") || a.position - b.position;
}

/** The days or the year asked for already say when. */
function withoutYear({ fiscalYear: _year, ...criteria }: SidedCriteria["criteria"]) {
  return criteria;
}
