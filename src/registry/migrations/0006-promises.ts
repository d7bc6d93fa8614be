import type { Migration } from "../../platform/index.ts";

/**
 * Promises (申し送り) of an agreement: what one side has told the other and a successor must know.
 *
 * Internal: read by whoever reads the unpublished of that agreement, written by whoever edits it. The policies ask the
 * agreement's own marks, so that a change of its parties never leaves a promise behind. Nothing is deleted.
 */
export const promisesMigration: Migration = {
  id: "registry/0006-promises",
  sql: `
create table agreement_promise (
  id integer primary key generated always as identity,
  agreement_no integer not null references agreement (no),
  text text not null check (btrim(text) <> '' and length(text) <= 500),
  made_on date,
  due_on date,
  kept_at timestamptz,
  kept_by text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_setting('kakehashi.actor'),
  check ((kept_at is null) = (kept_by is null))
);
create index on agreement_promise (agreement_no);
alter table agreement_promise enable row level security;
create policy members_read on agreement_promise for select to app_editor
  using (exists (select from agreement a where a.no = agreement_no
    and a.marks && (select marks_covered('agreement.read_unpublished'))));
create policy editors_add on agreement_promise for insert to app_editor
  with check (recorded_by = (select current_setting('kakehashi.actor', true)) and exists (
    select from agreement a where a.no = agreement_no and a.marks && (select marks_covered('agreement.edit'))));
create policy editors_settle on agreement_promise for update to app_editor
  using (exists (select from agreement a where a.no = agreement_no and a.marks && (select marks_covered('agreement.edit'))))
  with check (kept_by is null or kept_by = (select current_setting('kakehashi.actor', true)));
grant select, insert on agreement_promise to app_editor;
grant update (kept_at, kept_by) on agreement_promise to app_editor;
`,
};
