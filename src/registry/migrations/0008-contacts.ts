import type { Migration } from "../../platform/index.ts";

/**
 * Contact persons (連絡担当者) of an agreement: whom one writes to, on either side. Internal, and never more than needed.
 *
 * They are in a table of their own and no part of an agreement's facts: an edit replaces those, its histories and
 * approvals show them, exports and the public read them. Read by whoever reads the unpublished of that agreement, written
 * by whoever edits it, and deleted when the person has moved on: a name that is no longer needed is not kept.
 */
export const contactsMigration: Migration = {
  id: "registry/0008-contacts",
  sql: `
create table agreement_contact (
  id integer primary key generated always as identity,
  agreement_no integer not null references agreement (no),
  side text not null check (side in ('foreign', 'japan')),
  name text not null check (btrim(name) <> '' and length(name) <= 80),
  post text check (btrim(post) <> '' and length(post) <= 120),
  note text check (btrim(note) <> '' and length(note) <= 200),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default current_setting('kakehashi.actor')
);
create index on agreement_contact (agreement_no);
alter table agreement_contact enable row level security;
create policy members_read on agreement_contact for select to app_editor
  using (exists (select from agreement a where a.no = agreement_no
    and a.marks && (select marks_covered('agreement.read_unpublished'))));
create policy editors_add on agreement_contact for insert to app_editor
  with check (recorded_by = (select current_setting('kakehashi.actor', true)) and exists (
    select from agreement a where a.no = agreement_no and a.marks && (select marks_covered('agreement.edit'))));
create policy editors_remove on agreement_contact for delete to app_editor
  using (exists (select from agreement a where a.no = agreement_no and a.marks && (select marks_covered('agreement.edit'))));
grant select, insert, delete on agreement_contact to app_editor;

insert into agreement_contact (agreement_no, side, name, recorded_by)
  select agreement_no, 'japan', left(btrim(value), 80), 'system' from agreement_office
   where kind = 'person' and btrim(value) <> '';
delete from agreement_office where kind = 'person';
alter table agreement_office drop constraint agreement_office_kind_check;
alter table agreement_office add constraint agreement_office_kind_check check (kind in ('department', 'phone'));
`,
};
