/** Column mappings that a person saved under a name, for the own body. Saving under the same name replaces it. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { NamedColumn } from "./table/mapping.ts";

export type SavedMapping = Readonly<{ name: string; columns: readonly NamedColumn[] }>;

export async function listSavedMappings(tx: Tx): Promise<readonly SavedMapping[]> {
  const { rows } = await sql<SavedMapping>`select name, columns from saved_mapping
    where marks = import_marks() order by name`.execute(tx);
  return rows;
}

export async function putSavedMapping(tx: Tx, { name, columns }: SavedMapping): Promise<void> {
  await sql`
    insert into saved_mapping (name, columns) values (${name}, ${JSON.stringify(columns)}::jsonb)
    on conflict (name, marks) do update set columns = excluded.columns, saved_at = now(),
      saved_by = current_setting('kakehashi.actor')`.execute(tx);
}
