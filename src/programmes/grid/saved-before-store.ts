/** What one request saved of a body's programmes, with the facts before and after: read to take it back. */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";
import type { ProgrammeFacts } from "../programme.ts";

export type SavedByRequest = Readonly<{
  id: string;
  /** The version the request made. */
  version: number;
  /** The version now. */
  currentVersion: number;
  before: ProgrammeFacts;
}>;

/** For those who work on them; empty for everybody else, and when the request saved no years. */
export async function listSavedByRequest(tx: Tx, owner: string, requestId: string): Promise<readonly SavedByRequest[]> {
  const { rows } = await sql<SavedByRequest>`
    select p.id, v.version, w.version as "currentVersion", earlier.facts as before
    from programme p join programme_version v on v.programme_no = p.no
      join programme_work w on w.programme_no = p.no
      cross join lateral (
        select b.facts from programme_version b
        where b.programme_no = p.no and b.version < v.version and b.facts is not null
        order by b.version desc limit 1) earlier
    where p.owner = ${owner} and v.request_id = ${requestId} and v.action = 'years_entered'
    order by p.no`.execute(tx);
  return rows;
}
