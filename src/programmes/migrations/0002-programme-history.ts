import type { Migration } from "../../platform/index.ts";

/**
 * The history of programmes (変更の履歴), append-only by grant and by trigger, and each entry an event of the audit.
 *
 * Who wrote a version and in which request comes from the transaction's claims. An act that changes no facts (sending
 * for approval, publication) keeps none: they are those of the version before. The audit carries only the facts that
 * changed, and of the years only the entries that did.
 */
export const programmeHistoryMigration: Migration = {
  id: "programmes/0002-programme-history",
  sql: `
create table programme_version (
  programme_no integer not null references programme (no),
  version integer not null check (version > 0),
  action text not null check (action in ('recorded', 'edited', 'years_entered', 'rolled_forward', 'roll_undone',
    'report_joined', 'submitted', 'taken_back', 'approved', 'returned', 'published', 'withdrawn')),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null default current_setting('kakehashi.actor'),
  request_id text default nullif(current_setting('kakehashi.request', true), ''),
  reason text,
  /* The fiscal year an act was about: rolled forward, or undone. */
  fiscal_year integer,
  state text not null,
  publication text not null,
  published_version integer,
  facts jsonb,
  primary key (programme_no, version),
  check (version > 1 or facts is not null),
  check ((version = 1) = (action = 'recorded'))
);
create index on programme_version (fiscal_year, programme_no) where action = 'rolled_forward';
create function refuse_change_of_programme_history() returns trigger language plpgsql as $$
begin
  raise exception 'the history of programmes is append-only';
end
$$;
create trigger append_only before update or delete on programme_version
  for each row execute function refuse_change_of_programme_history();
create trigger never_emptied before truncate on programme_version
  for each statement execute function refuse_change_of_programme_history();
alter table programme_version enable row level security;
create policy members_read on programme_version for select to app_editor
  using (exists (select from programme p where p.no = programme_no
    and p.marks && (select marks_covered('programme.read_unpublished'))));
create policy writers_append_in_their_name on programme_version for insert to app_editor
  with check (recorded_by = (select current_setting('kakehashi.actor', true)) and exists (
    select from programme p where p.no = programme_no
      and p.marks && (select marks_covered('programme.edit') || marks_covered('programme.approve'))));
grant select, insert on programme_version to app_editor;

/* What everybody may know of a published programme's history: that and when it was published anew. */
create function programme_public_history(wanted text) returns table (version integer, recorded_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select v.version, v.recorded_at
  from public.programme_version v join public.programme p on p.no = v.programme_no
  where p.id = wanted and p.publication = 'published' and v.publication = 'published'
    and v.action not in ('submitted', 'taken_back', 'returned')
    and not exists (select from public.programme_version before where before.programme_no = v.programme_no
      and before.version = v.version - 1 and before.publication = 'published'
      and before.published_version = v.published_version)
$$;
revoke all on function programme_public_history(text) from public;
grant execute on function programme_public_history(text) to app_public, app_editor;

/* The facts of one side in which it differs from the other; of the years only the entries that differ. */
create function differing_programme_facts(side jsonb, other jsonb) returns jsonb language sql immutable parallel safe
set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(key, case when key <> 'years' then value else (
      select coalesce(jsonb_agg(entry), '[]') from jsonb_array_elements(value) entry
      where not coalesce(other -> 'years', '[]') @> jsonb_build_array(entry)) end), '{}')
  from jsonb_each(side) where value is distinct from other -> key
$$;
create function audit_programme_version() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
  past public.programme_version;
  known jsonb;
begin
  select * into past from public.programme_version v
    where v.programme_no = new.programme_no and v.version = new.version - 1;
  if new.facts is not null and new.version > 1 then
    select v.facts into known from public.programme_version v
      where v.programme_no = new.programme_no and v.version < new.version and v.facts is not null
      order by v.version desc limit 1;
  end if;
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, before, after, reason)
  select new.recorded_by, 'programme.' || new.action, 'programme', p.id,
    array(select unnest(p.marks || coalesce(public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')), '{}'))
      group by 1 order by 1),
    'done',
    case when new.version > 1 then coalesce(public.differing_programme_facts(known, new.facts), '{}')
      || jsonb_build_object('state', past.state, 'publication', past.publication) end,
    case when new.version = 1 then jsonb_build_object('title', new.facts -> 'title')
      else coalesce(public.differing_programme_facts(new.facts, known), '{}') end
      || jsonb_build_object('state', new.state, 'publication', new.publication, 'version', new.version),
    new.reason
  from public.programme p where p.no = new.programme_no;
  return null;
end
$$;
create trigger audited after insert on programme_version
  for each row execute function audit_programme_version();
`,
};
