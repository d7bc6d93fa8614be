/** Titles of programmes by id, for those who name them elsewhere: what the reader may read, prepared or published. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";

export async function titlesOfProgrammes(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct on (p.id) p.id, f.facts ->> 'title' as title
    from programme p join programme_facts f on f.programme_no = p.no
    where p.id = any(${ids}) order by p.id, f.side desc`.execute(tx);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
