import type { Migration } from "../../platform/index.ts";

/**
 * Counterparts abroad (海外側) are corrected and made one. Names are kept with their script and the time in which they
 * were in use; what a document printed stays with its agreement. A merged counterpart stays as a row whose number leads
 * to the one it went into: its agreements point there, and nothing that is written later points to it again.
 *
 * They belong to nobody, so only who edits everybody's agreements changes them. Moving agreements changes none of their
 * facts and makes no version of theirs, but counts are told; it runs as the owner and asks for that right itself.
 */
export const counterpartsMigration: Migration = {
  id: "registry/0010-counterparts",
  sql: `
alter table counterpart
  add kind text check (kind in ('region', 'municipality', 'school', 'state_office', 'other')),
  add names jsonb not null default '[]' check (jsonb_typeof(names) = 'array'),
  add alias_keys text[] not null default '{}',
  add merged_into text references counterpart (id) check (merged_into <> id);
update counterpart set names = (select jsonb_agg(jsonb_build_object('name', n, 'script', null, 'from', null, 'until', null))
  from unnest(other_names) n) where other_names <> '{}';
create index on counterpart using gin (alias_keys);

create function counterpart_now(wanted text) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive way (id, merged_into) as (
    select c.id, c.merged_into from public.counterpart c where c.id = wanted
    union
    select c.id, c.merged_into from public.counterpart c join way w on c.id = w.merged_into
  )
  select id from way where merged_into is null
$$;
revoke all on function counterpart_now(text) from public;
grant execute on function counterpart_now(text) to app_public, app_editor;

/* By the name of today first, then by its other names; policies would keep the index of those from being used. */
create function counterpart_named(of_country text, key text) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select public.counterpart_now(coalesce(
    (select c.id from public.counterpart c where c.country is not distinct from of_country and c.name_key = key),
    (select c.id from public.counterpart c where c.alias_keys @> array[key] and c.merged_into is null
        and c.country is not distinct from of_country order by c.id limit 1)))
$$;
revoke all on function counterpart_named(text, text) from public;
grant execute on function counterpart_named(text, text) to app_editor;

/* Only those named, or all; answers which: number of the agreement and name as printed. */
create function move_counterpart_parties(from_id text, to_id text, chosen jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  moved jsonb;
begin
  if not coalesce(public.marks_covered('agreement.edit') @> '{*}', false) then
    raise exception 'counterparts are moved by who edits all agreements' using errcode = 'insufficient_privilege';
  end if;
  with written as (
    update public.agreement_party_foreign p set counterpart_id = to_id
    where p.counterpart_id = from_id and (chosen is null or exists (
      select from jsonb_to_recordset(chosen) as o (no integer, name text) where o.no = p.agreement_no and o.name = p.name))
    returning p.agreement_no as no, p.name)
  select coalesce(jsonb_agg(jsonb_build_object('no', no, 'name', name)), '[]') into moved from written;
  update public.agreement a set revision = a.revision
    where a.no in (select o.no from jsonb_to_recordset(moved) as o (no integer));
  return moved;
end
$$;
revoke all on function move_counterpart_parties(text, text, jsonb) from public;
grant execute on function move_counterpart_parties(text, text, jsonb) to app_editor;

create table counterpart_version (
  id bigint primary key generated always as identity,
  counterpart_id text not null references counterpart (id),
  version integer not null check (version > 1),
  action text not null check (action in ('edited', 'merged', 'absorbed', 'merge_undone', 'restored')),
  before jsonb not null,
  after jsonb not null,
  reason text not null check (btrim(reason) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null default current_setting('kakehashi.actor'),
  request_id text default nullif(current_setting('kakehashi.request', true), ''),
  unique (counterpart_id, version)
);
create function refuse_change_of_counterpart_version() returns trigger language plpgsql as $$
begin
  raise exception 'the history of counterparts is append-only';
end
$$;
create trigger append_only before update or delete on counterpart_version
  for each row execute function refuse_change_of_counterpart_version();
create trigger never_emptied before truncate on counterpart_version
  for each statement execute function refuse_change_of_counterpart_version();
create function audit_counterpart_version() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, before, after, reason)
  values (new.recorded_by, 'counterpart.' || new.action, 'counterpart', new.counterpart_id,
    array['*'] || public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')), 'done',
    public.audit_differing(new.before, new.after), public.audit_differing(new.after, new.before), new.reason);
  return null;
end
$$;
create trigger audited after insert on counterpart_version for each row execute function audit_counterpart_version();
alter table counterpart_version enable row level security;
create policy national_editors_read on counterpart_version for select to app_editor
  using ((select marks_covered('agreement.edit')) @> '{*}');
create policy national_editors_append on counterpart_version for insert to app_editor
  with check ((select marks_covered('agreement.edit')) @> '{*}'
    and recorded_by = (select current_setting('kakehashi.actor', true)));
grant select, insert on counterpart_version to app_editor;

create table counterpart_merge (
  id bigint primary key generated always as identity,
  survivor_id text not null references counterpart (id),
  absorbed_id text not null references counterpart (id),
  added_names jsonb not null,
  moved jsonb not null,
  merged_at timestamptz not null default now(),
  merged_by text not null default current_setting('kakehashi.actor'),
  undone_at timestamptz,
  undone_by text,
  check ((undone_at is null) = (undone_by is null)),
  check (survivor_id <> absorbed_id)
);
create unique index on counterpart_merge (absorbed_id) where undone_at is null;
create index on counterpart_merge (survivor_id) where undone_at is null;
alter table counterpart_merge enable row level security;
create policy national_editors_all on counterpart_merge for all to app_editor
  using ((select marks_covered('agreement.edit')) @> '{*}') with check ((select marks_covered('agreement.edit')) @> '{*}');
grant select, insert on counterpart_merge to app_editor;
grant update (undone_at, undone_by) on counterpart_merge to app_editor;
`,
};
