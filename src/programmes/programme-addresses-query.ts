/** Addresses of all published programmes, for search engines: by ranges of numbers, which never change. */
import { type CompiledQuery, sql } from "kysely";
import type { NumberRange, RecordAddresses, Tx } from "../platform/index.ts";

export const programmeAddresses: RecordAddresses = {
  name: "programmes",
  lastNumber: async (tx: Tx) => {
    const { rows } = await sql<{ no: number | null }>`
      select max(f.programme_no) as no from programme_facts f where f.side = 'published'`.execute(tx);
    return rows[0]?.no ?? 0;
  },
  between: (tx: Tx, { first, last }: NumberRange): CompiledQuery<{ path: string; changedOn: string }> =>
    sql<{ path: string; changedOn: string }>`
      select '/programmes/' || p.id as path, to_char(f.updated_at at time zone 'UTC', 'YYYY-MM-DD') as "changedOn"
      from programme_facts f join programme p on p.no = f.programme_no
      where f.side = 'published' and f.programme_no between ${first}::integer and ${last}::integer
      order by f.programme_no`.compile(tx),
};
