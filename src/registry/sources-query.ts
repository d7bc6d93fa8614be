/** The documents the published records come from, for the page that names sources and terms. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { SourceReference } from "./agreement.ts";

export type SourceInUse = Pick<SourceReference, "title" | "publisher" | "asOf"> & Readonly<{ agreements: number }>;

/** The most used first. */
export async function sourcesInUse(tx: Tx, limit = 50): Promise<readonly SourceInUse[]> {
  const { rows } = await sql<SourceInUse>`
    select s.title, s.publisher, s.as_of as "asOf", count(distinct s.agreement_no) as agreements
    from agreement_source s group by s.title, s.publisher, s.as_of
    order by agreements desc, s.title limit ${limit}`.execute(tx);
  return rows;
}
