import type { Migration } from "../../platform/index.ts";

/**
 * Search below row-level security, and the revision that keeps counts in memory true.
 *
 * `&&` and `@>` are not leakproof, so a policy switches the GIN index off; `search_ids` runs as the owner and returns
 * bare numbers, which mean nothing until the outer query has passed the policy. The revision counts writes to the
 * registry: one row, so writers take turns and the order of revisions is the order of commits.
 */
export const searchMigration: Migration = {
  id: "registry/0004-search-and-revision",
  sql: `
create index agreement_search on agreement using gin (search_grams) with (fastupdate = off);

create function search_ids(grams text[], pattern text, cap integer) returns integer[]
language sql stable parallel safe security definer
set search_path = pg_catalog, public set enable_seqscan = off
as $$
  select coalesce(array_agg(no), '{}') from (
    select a.no from public.agreement a
    where a.search_grams @> grams and (pattern is null or a.search_key like pattern)
      and (a.publication = 'published' or current_setting('role', true) <> 'app_public')
    limit cap) hit
$$;
revoke all on function search_ids(text[], text, integer) from public;
grant execute on function search_ids(text[], text, integer) to app_public, app_editor;

create table registry_revision (
  only_row boolean primary key default true check (only_row),
  value bigint not null default 0
);
insert into registry_revision default values;
alter table registry_revision enable row level security;
create policy all_read on registry_revision for select using (true);
grant select on registry_revision to app_public, app_editor;

create function count_registry_write() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  update public.registry_revision set value = value + 1;
  return null;
end
$$;
create function stamp_registry_revision() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  new.revision := (select value from public.registry_revision);
  return new;
end
$$;
create trigger a_count_write before insert or update on agreement
  for each statement execute function count_registry_write();
create trigger b_stamp_revision before insert or update on agreement
  for each row execute function stamp_registry_revision();

/* Numbers of the agreements written after a revision, withdrawn ones too, so that a reader can drop what it no longer sees. */
create function agreements_written_since(since bigint) returns setof integer
language sql stable security definer set search_path = pg_catalog, public
as $$ select no from public.agreement where revision > since $$;
revoke all on function agreements_written_since(bigint) from public;
grant execute on function agreements_written_since(bigint) to app_public, app_editor;
`,
};
