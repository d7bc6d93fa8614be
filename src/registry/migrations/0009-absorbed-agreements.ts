import type { Migration } from "../../platform/index.ts";

/**
 * An agreement together with those that were merged into it, for what other slices keep about either: a programme that
 * rests on the merged one rests on what it went into. It tells of no record that was never public.
 */
export const absorbedAgreementsMigration: Migration = {
  id: "registry/0009-absorbed-agreements",
  sql: `
create function agreement_with_absorbed(wanted text) returns setof text
language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive own (no) as (
    select a.no from public.agreement a where a.id = wanted
    union
    select m.absorbed_no from public.agreement_merge m join own on m.survivor_no = own.no and m.undone_at is null
  )
  select a.id from own join public.agreement a on a.no = own.no where a.id = wanted or a.first_published_at is not null
$$;
revoke all on function agreement_with_absorbed(text) from public;
grant execute on function agreement_with_absorbed(text) to app_public, app_editor;
`,
};
