/**
 * People sent and received (派遣・受入) by fiscal year, direction and country: each total opens the entries behind it.
 * Of each year the numbers of its result count, else those of the column with results, else the planned ones.
 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { programmeConditions, type SidedCriteria } from "./criteria-query.ts";
import { NOT_STATED, programmeCriteriaToParameters } from "./programme-criteria.ts";
import type { Direction, YearColumn } from "./programme-year.ts";
import { rememberCounts } from "./remembered-counts-query.ts";

export type PeopleTotalRow = Readonly<{
  fiscalYear: number;
  direction: Direction;
  /** Null for people whose country nobody stated. */
  country: string | null;
  count: number;
  /** Any of it is a plan, or a number that may still be one. */
  includesPlan: boolean;
  /** Programmes behind the number. */
  programmes: number;
}>;

export type PeopleEntry = Readonly<{
  programmeId: string;
  programmeTitle: string;
  owner: string;
  fiscalYear: number;
  column: YearColumn;
  /** From 1, among the people of its year. */
  position: number;
  direction: Direction;
  country: string | null;
  label: string;
  place: string | null;
  count: number;
  plan: boolean | null;
}>;

export type PeopleRequest = SidedCriteria &
  Readonly<{
    /** First and last fiscal year. */
    from: number;
    to: number;
    direction?: Direction | undefined;
    /** ISO 3166-1 alpha-2 of the people, or `unknown`. */
    peopleCountry?: string | undefined;
  }>;

/** Newest year first, then the most people. Numbers without a direction are in none of them. */
export function peopleTotals(tx: Tx, request: PeopleRequest): Promise<readonly PeopleTotalRow[]> {
  const { criteria, side = "published", from, to, direction = "", peopleCountry = "" } = request;
  const asked = new URLSearchParams({ from: `${from}`, to: `${to}`, direction, peopleCountry });
  const key = `people?${programmeCriteriaToParameters(criteria)}&${asked}`;
  return rememberCounts(tx, side, key, () => addPeople(tx, request));
}

async function addPeople(tx: Tx, request: PeopleRequest): Promise<readonly PeopleTotalRow[]> {
  const { rows } = await sql<PeopleTotalRow>`
    select c.fiscal_year as "fiscalYear", c.direction, c.country, sum(c.count)::integer as count,
      bool_or(c.is_plan) as "includesPlan", count(*) as programmes
    from (
      select c.programme_no, c.fiscal_year, c.direction, c.country, sum(c.count) as count,
        bool_or(c.plan is distinct from false) as is_plan
      from programme_people c where ${conditions(request)}
      group by c.programme_no, c.fiscal_year, c.direction, c.country) c
    group by c.fiscal_year, c.direction, c.country
    order by c.fiscal_year desc, 4 desc, c.direction, c.country nulls last`.execute(tx);
  return rows;
}

/** More numbers than stand behind most totals; of more the first so many are shown. */
export const MOST_PEOPLE_ENTRIES = 5_000;

export type PeopleList = Readonly<{
  entries: readonly PeopleEntry[];
  /** Numbers and people in all, shown or not. */
  total: number;
  people: number;
}>;

/** The numbers behind a total. */
export async function listPeople(tx: Tx, request: PeopleRequest): Promise<PeopleList> {
  const { rows } = await sql<PeopleEntry & { total: number; people: number }>`
    select count(*) over () as total, (sum(c.count) over ())::integer as people, p.id as "programmeId", f.title as "programmeTitle", c.owner, c.fiscal_year as "fiscalYear",
      c.year_column as column, c.position, c.direction, c.country, c.label, c.place, c.count, c.plan
    from programme_people c
      join programme_facts f on f.programme_no = c.programme_no and f.side = c.side
      join programme p on p.no = c.programme_no
    where ${conditions(request)}
    order by c.fiscal_year desc, c.count desc, p.no, c.position limit ${MOST_PEOPLE_ENTRIES}`.execute(tx);
  const [first] = rows;
  const entries = rows.map(({ total: _total, people: _people, ...entry }) => entry);
  return { entries, total: first?.total ?? 0, people: first?.people ?? 0 };
}

function conditions({ criteria, side = "published", from, to, direction, peopleCountry }: PeopleRequest) {
  const { fiscalYear: _year, ...others } = criteria;
  const list: RawBuilder<unknown>[] = [
    sql`c.side = ${side} and c.is_latest and c.direction is not null`,
    sql`c.fiscal_year between ${from}::integer and ${to}::integer`,
  ];
  if (Object.keys(others).length > 0) {
    list.push(sql`c.programme_no in (select f.programme_no from programme_facts f
      where ${programmeConditions({ criteria: others, side })})`);
  }
  if (direction !== undefined) list.push(sql`c.direction = ${direction}`);
  if (peopleCountry === NOT_STATED) list.push(sql`c.country is null`);
  else if (peopleCountry !== undefined) list.push(sql`c.country = ${peopleCountry}`);
  return sql.join(list, sql` and `);
}
