import type { Migration } from "../../platform/index.ts";

/** Local governments (自治体) with validity and succession, and counterparts (海外側) abroad with their names. */
export const placesMigration: Migration = {
  id: "registry/0001-places",
  sql: `
create table local_government (
  code text primary key check (code ~ '^[0-9]{5}$'),
  name text not null check (btrim(name) <> ''),
  kana text not null,
  prefecture_code text generated always as (left(code, 2)) stored,
  kind text not null
    check (kind in ('prefecture', 'designated_city', 'city', 'special_ward', 'town', 'village')),
  valid_from date,
  valid_until date,
  successors text[] not null default '{}',
  check (valid_until is null or valid_from is null or valid_from <= valid_until),
  check (not (code = any (successors)))
);
alter table local_government enable row level security;
create policy all_read on local_government for select using (true);
create policy editors_write on local_government for all to app_editor using (true) with check (true);
grant select on local_government to app_public, app_editor;
grant insert, update on local_government to app_editor;

create sequence counterpart_no;
create table counterpart (
  id text primary key default 'C' || to_char(nextval('counterpart_no'), 'FM999999000000'),
  country text check (country ~ '^[A-Z]{2}$'),
  name text not null check (btrim(name) <> ''),
  name_key text not null,
  subdivision text,
  other_names text[] not null default '{}',
  version integer not null default 1 check (version > 0),
  unique nulls not distinct (country, name_key)
);
alter table counterpart enable row level security;
create policy editors_all on counterpart for all to app_editor using (true) with check (true);
grant select on counterpart to app_public, app_editor;
grant insert, update on counterpart to app_editor;
grant usage on sequence counterpart_no to app_editor;
`,
};
