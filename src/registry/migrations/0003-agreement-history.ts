import type { Migration } from "../../platform/index.ts";

/**
 * The history of agreements (変更の履歴), append-only by grant and by trigger, and merges of two records that are one.
 *
 * Who wrote a version and in which request comes from the transaction's claims and cannot be said otherwise. The
 * public sees that and when a published record changed, not who and what: earlier wordings may have been withdrawn.
 */
export const agreementHistoryMigration: Migration = {
  id: "registry/0003-agreement-history",
  sql: `
create table agreement_version (
  agreement_no integer not null references agreement (no),
  version integer not null check (version > 0),
  action text not null check (action in
    ('recorded', 'edited', 'withdrawn', 'published', 'merged', 'absorbed', 'merge_undone', 'restored')),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null default current_setting('kakehashi.actor'),
  request_id text default nullif(current_setting('kakehashi.request', true), ''),
  reason text,
  before jsonb,
  after jsonb not null,
  primary key (agreement_no, version),
  check ((before is null) = (action = 'recorded'))
);
create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
  raise exception 'the history of agreements is append-only';
end
$$;
create trigger append_only before update or delete on agreement_version
  for each row execute function refuse_change_of_history();
create trigger never_emptied before truncate on agreement_version
  for each statement execute function refuse_change_of_history();
alter table agreement_version enable row level security;
create policy public_reads_published on agreement_version for select to app_public
  using (exists (select from agreement a where a.no = agreement_no and a.publication = 'published'));
create policy editors_read on agreement_version for select to app_editor using (true);
create policy editors_append_in_their_name on agreement_version for insert to app_editor
  with check (recorded_by = (select current_setting('kakehashi.actor', true)));
grant select (agreement_no, version, action, recorded_at) on agreement_version to app_public;
grant select, insert on agreement_version to app_editor;

create table agreement_merge (
  id integer primary key generated always as identity,
  survivor_no integer not null references agreement (no),
  absorbed_no integer not null references agreement (no),
  merged_at timestamptz not null default now(),
  merged_by text not null default current_setting('kakehashi.actor'),
  survivor_before jsonb not null,
  survivor_after jsonb not null,
  absorbed_before jsonb not null,
  undone_at timestamptz,
  undone_by text,
  check (survivor_no <> absorbed_no),
  check ((undone_at is null) = (undone_by is null))
);
create unique index agreement_is_absorbed_once on agreement_merge (absorbed_no) where undone_at is null;
create index on agreement_merge (survivor_no);
alter table agreement_merge enable row level security;
create policy public_follows_merges on agreement_merge for select to app_public using (undone_at is null);
create policy editors_read on agreement_merge for select to app_editor using (true);
create policy editors_merge on agreement_merge for insert to app_editor
  with check (merged_by = (select current_setting('kakehashi.actor', true)));
create policy editors_undo on agreement_merge for update to app_editor using (undone_at is null)
  with check (undone_by = (select current_setting('kakehashi.actor', true)));
grant select (id, survivor_no, absorbed_no, undone_at) on agreement_merge to app_public;
grant select, insert on agreement_merge to app_editor;
grant update (undone_at, undone_by) on agreement_merge to app_editor;
`,
};
