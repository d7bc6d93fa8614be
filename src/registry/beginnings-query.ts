/** Published agreements that have an anniversary in a calendar year: every so many years after they were signed. */
import { sql } from "kysely";
import type { Precision } from "../kernel/partial-date.ts";
import type { Tx } from "../platform/index.ts";
import type { Criteria } from "./criteria.ts";
import { conditions } from "./criteria-query.ts";

export type AgreementBeginning = Readonly<{
  id: string;
  title: string;
  /** ISO day; the first of the year or month where no more was printed. */
  from: string;
  precision: Precision;
}>;

const MOST = 2_000;

/** @param years the calendar years that are looked at. */
export async function agreementsWithAnniversary(
  tx: Tx,
  { years, every, criteria = {} }: Readonly<{ years: readonly number[]; every: number; criteria?: Criteria }>,
): Promise<readonly AgreementBeginning[]> {
  const { rows } = await sql<AgreementBeginning>`
    select a.id, a.title, a.signed_from::text as "from",
      coalesce((select d.precision from agreement_date d
        where d.agreement_no = a.no and d.date is not null and a.signed_from::text like d.date || '%'
        order by d.position limit 1), 'year') as precision
    from agreement a
    where ${conditions(criteria)} and a.signed_from is not null
      and exists (select from unnest(${[...years]}::integer[]) y
        where y > extract(year from a.signed_from) and (y - extract(year from a.signed_from)::integer) % ${every}::integer = 0)
    order by a.signed_from, a.no limit ${MOST}`.execute(tx);
  return rows;
}
