import type { Migration } from "../../platform/index.ts";

/**
 * The audit carries a year's entry as it was before whenever it is not the same after. Until now an entry that the new
 * one merely contained (an event was added, and nothing else) was taken for the same, and its earlier form left out.
 * Comparing whole entries also costs less than looking one up inside the others.
 */
export const auditedEntriesMigration: Migration = {
  id: "programmes/0005-audited-entries",
  sql: `
create or replace function differing_programme_facts(side jsonb, other jsonb) returns jsonb
language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(key, case when key <> 'years' then value else (
      select coalesce(jsonb_agg(entry), '[]') from jsonb_array_elements(value) entry
      where not exists (select from jsonb_array_elements(other -> 'years') past where past = entry)) end), '{}')
  from jsonb_each(side) where value is distinct from other -> key
$$;
`,
};
