/** Addresses of all published agreements, for search engines: by ranges of numbers, which never change. */
import { type CompiledQuery, sql } from "kysely";
import type { NumberRange, RecordAddresses, Tx } from "../platform/index.ts";

export const agreementAddresses: RecordAddresses = {
  name: "agreements",
  lastNumber: async (tx: Tx) => {
    const { rows } = await sql<{ no: number | null }>`
      select max(a.no) as no from agreement a where a.publication = 'published'`.execute(tx);
    return rows[0]?.no ?? 0;
  },
  between: (tx: Tx, { first, last }: NumberRange): CompiledQuery<{ path: string; changedOn: string }> =>
    sql<{ path: string; changedOn: string }>`
      select '/agreements/' || a.id as path, to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD') as "changedOn"
      from agreement a where a.publication = 'published' and a.no between ${first}::integer and ${last}::integer
      order by a.no`.compile(tx),
};
