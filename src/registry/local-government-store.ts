/** Keeps the table of local governments equal to the reference data, so that records can refer to them. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { allGovernments } from "./reference/local-governments.ts";

/** Run at start, under an operator. Codes are added and changed, never taken away: records refer to them. */
export async function syncLocalGovernments(tx: Tx): Promise<void> {
  const rows = allGovernments().map(({ code, name, kana, kind, validFrom, validUntil, successors }) => ({
    ...{ code, name, kana, kind, successors },
    valid_from: validFrom,
    valid_until: validUntil,
  }));
  await sql`
    insert into local_government as known (code, name, kana, kind, valid_from, valid_until, successors)
    select code, name, kana, kind, valid_from, valid_until, successors
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as said (code text, name text, kana text, kind text, valid_from date, valid_until date, successors text[])
    on conflict (code) do update set name = excluded.name, kana = excluded.kana, kind = excluded.kind,
      valid_from = excluded.valid_from, valid_until = excluded.valid_until, successors = excluded.successors
    where (known.name, known.kana, known.kind, known.valid_from, known.valid_until, known.successors) is distinct from
      (excluded.name, excluded.kana, excluded.kind, excluded.valid_from, excluded.valid_until, excluded.successors)
    `.execute(tx);
}
