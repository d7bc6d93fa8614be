import type { Migration } from "../../platform/index.ts";

/**
 * Publication in four states, marks that say whose an agreement is, proposals that wait for approval, and policies.
 *
 * Everybody reads what is published; what is not is read where the marks meet `agreement.read_unpublished`. Whoever
 * decides (approves, or edits for a body that asks for no approval) changes any record of the own marks; an editor of
 * a body that asks for approval changes only what is not published. Children follow their agreement: a plain
 * comparison of their own column passes the published ones, so the indexes stay in use, and a subquery that runs only
 * when something else is met finds the rest. Marks are derived by agreement-keys.ts and held against the Japanese
 * parties at the end of each transaction.
 */
const children = [
  "agreement_party_japan",
  "agreement_party_foreign",
  "agreement_date",
  "agreement_listing",
  "agreement_link",
  "agreement_office",
  "agreement_source",
];

/** A child is written by whoever may write its agreement as it stands then. */
const writable = `exists (select from agreement a where a.no = agreement_no
    and (a.marks && (select agreement_marks_decided())
      or a.publication <> 'published' and a.marks && (select marks_covered('agreement.edit'))))`;

const childPolicies = (child: string) => `
drop policy editors_all on ${child};
create policy members_read on ${child} for select to app_editor
  using (${child === "agreement_office" ? "publication = 'published' and kind <> 'person'" : "publication = 'published'"}
    or agreement_no in (select a.no from agreement a
      where a.marks && (select marks_covered('agreement.read_unpublished'))${
        child === "agreement_office" ? "" : " and a.publication <> 'published'"
      }));
create policy writers_add on ${child} for insert to app_editor with check (${writable});
create policy writers_remove on ${child} for delete to app_editor using (${writable});`;

export const publicationMigration: Migration = {
  id: "registry/0005-publication-and-marks",
  sql: `
alter table agreement drop constraint agreement_publication_check;
alter table agreement add constraint agreement_publication_check
  check (publication in ('draft', 'in_review', 'published', 'withdrawn'));
alter table agreement add marks text[], add first_published_at timestamptz;
update agreement a set first_published_at = a.recorded_at, marks = array['*'] || array(
  select distinct mark from agreement_party_japan j, unnest(array[j.government_code, left(j.government_code, 2)]) mark
  where j.agreement_no = a.no and j.government_code is not null order by mark);
alter table agreement alter marks set not null, add check ('*' = any (marks));
create index agreement_unpublished on agreement (updated_at desc, no desc) where publication <> 'published';

/* Readers keep counts in memory and must drop what was once published and is no longer; of the rest they learn nothing. */
create function stamp_first_publication() returns trigger language plpgsql as $$
begin
  if new.first_published_at is null and (new.publication = 'published' or old.publication = 'published') then
    new.first_published_at := now();
  end if;
  return new;
end
$$;
create trigger c_stamp_first_publication before insert or update on agreement
  for each row execute function stamp_first_publication();

create function check_agreement_marks() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
  own integer;
  said text[];
  derived text[];
begin
  if tg_table_name = 'agreement' then
    own := new.no;
  elsif tg_op = 'DELETE' then
    own := old.agreement_no;
  else
    own := new.agreement_no;
  end if;
  select array(select unnest(a.marks) order by 1) into said from public.agreement a where a.no = own;
  if not found then
    return null;
  end if;
  select array(select '*' union
    select mark from public.agreement_party_japan j, unnest(array[j.government_code, left(j.government_code, 2)]) mark
    where j.agreement_no = own and j.government_code is not null order by 1) into derived;
  if said <> derived then
    raise exception 'marks of agreement % are not those of its local governments', own using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger marks_are_derived after insert or update of marks on agreement
  deferrable initially deferred for each row execute function check_agreement_marks();
create constraint trigger marks_are_derived after insert or delete on agreement_party_japan
  deferrable initially deferred for each row execute function check_agreement_marks();

/* Marks of the agreements the actor publishes and changes at once: as an approver, or as an editor who needs none. */
create function agreement_marks_decided() returns text[] language sql stable
set search_path = pg_catalog, public as $$
  select marks_covered('agreement.approve') || case when exists (
      select from body where id = nullif(current_setting('kakehashi.body', true), '') and asks_approval)
    then '{}'::text[] else marks_covered('agreement.edit') end
$$;

drop policy editors_all on agreement;
create policy members_read on agreement for select to app_editor
  using (publication = 'published' or marks && (select marks_covered('agreement.read_unpublished')));
create policy editors_record on agreement for insert to app_editor
  with check (marks && (select marks_covered('agreement.edit'))
    and (publication = 'draft' or marks && (select agreement_marks_decided())));
create policy editors_prepare on agreement for update to app_editor
  using (publication <> 'published' and marks && (select marks_covered('agreement.edit')))
  with check (publication <> 'published' and marks && (select marks_covered('agreement.edit')));
create policy deciders_change on agreement for update to app_editor
  using (marks && (select agreement_marks_decided())) with check (marks && (select agreement_marks_decided()));
${children.map(childPolicies).join("\n")}

alter table agreement_office drop constraint agreement_office_kind_check;
alter table agreement_office add constraint agreement_office_kind_check check (kind in ('department', 'phone', 'person'));
drop policy public_reads_published on agreement_office;
create policy public_reads_published on agreement_office for select to app_public
  using (publication = 'published' and kind <> 'person');

drop policy editors_all on counterpart;
create policy writers_read on counterpart for select to app_editor
  using ((select marks_covered('agreement.edit') || marks_covered('agreement.approve')) <> '{}'
    or exists (select from agreement_party_foreign p where p.counterpart_id = counterpart.id));
create policy writers_add on counterpart for insert to app_editor
  with check ((select marks_covered('agreement.edit') || marks_covered('agreement.approve')) <> '{}');
create policy national_editors_change on counterpart for update to app_editor
  using ((select marks_covered('agreement.edit')) @> '{*}') with check ((select marks_covered('agreement.edit')) @> '{*}');
drop policy editors_write on local_government;
create policy national_editors_add on local_government for insert to app_editor
  with check ((select marks_covered('agreement.edit')) @> '{*}');
create policy national_editors_change on local_government for update to app_editor
  using ((select marks_covered('agreement.edit')) @> '{*}') with check ((select marks_covered('agreement.edit')) @> '{*}');

/* The history. What everybody may know of it is that and when a published record changed; a function says just that. */
alter table agreement_version drop constraint agreement_version_action_check;
alter table agreement_version add constraint agreement_version_action_check check (action in
  ('recorded', 'edited', 'withdrawn', 'published', 'merged', 'absorbed', 'merge_undone', 'restored',
   'approval_asked', 'approved', 'returned', 'taken_back'));
drop policy public_reads_published on agreement_version;
drop policy editors_read on agreement_version;
drop policy editors_append_in_their_name on agreement_version;
revoke select on agreement_version from app_public;
create policy members_read on agreement_version for select to app_editor
  using (exists (select from agreement a where a.no = agreement_no
    and a.marks && (select marks_covered('agreement.read_history'))));
create policy writers_append_in_their_name on agreement_version for insert to app_editor
  with check (recorded_by = (select current_setting('kakehashi.actor', true)) and exists (
    select from agreement a where a.no = agreement_no
      and a.marks && (select marks_covered('agreement.edit') || marks_covered('agreement.approve'))));
create function agreement_public_history(wanted text)
returns table (version integer, action text, recorded_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select v.version, v.action, v.recorded_at
  from public.agreement_version v join public.agreement a on a.no = v.agreement_no
  where a.id = wanted and a.publication = 'published' and v.after->>'publication' in ('published', 'withdrawn')
$$;
revoke all on function agreement_public_history(text) from public;
grant execute on function agreement_public_history(text) to app_public, app_editor;

drop policy public_follows_merges on agreement_merge;
drop policy editors_read on agreement_merge;
drop policy editors_merge on agreement_merge;
drop policy editors_undo on agreement_merge;
revoke select on agreement_merge from app_public;
create policy members_read on agreement_merge for select to app_editor
  using (exists (select from agreement a where a.no = survivor_no
    and a.marks && (select marks_covered('agreement.read_history'))));
create policy deciders_merge on agreement_merge for insert to app_editor
  with check (merged_by = (select current_setting('kakehashi.actor', true))
    and (select count(*) from agreement a where a.no in (survivor_no, absorbed_no)
      and a.marks && (select agreement_marks_decided())) = 2);
create policy deciders_undo on agreement_merge for update to app_editor
  using (undone_at is null and exists (select from agreement a where a.no = survivor_no
    and a.marks && (select agreement_marks_decided())))
  with check (undone_by = (select current_setting('kakehashi.actor', true)));
/* Where the address of a record that was public leads to since it was merged. */
create function agreement_merged_into(absorbed integer) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive step (no) as (
    select m.survivor_no from public.agreement_merge m join public.agreement a on a.no = m.absorbed_no
    where m.absorbed_no = absorbed and m.undone_at is null and a.first_published_at is not null
    union
    select m.survivor_no from public.agreement_merge m join step on m.absorbed_no = step.no and m.undone_at is null
  )
  select a.id from step join public.agreement a on a.no = step.no where a.publication = 'published' limit 1
$$;
revoke all on function agreement_merged_into(integer) from public;
grant execute on function agreement_merged_into(integer) to app_public, app_editor;

/* Lists, counts and searches are of what is published, for everybody. */
create or replace function search_ids(grams text[], pattern text, cap integer) returns integer[]
language sql stable parallel safe security definer
set search_path = pg_catalog, public set enable_seqscan = off
as $$
  select coalesce(array_agg(no), '{}') from (
    select a.no from public.agreement a
    where a.search_grams @> grams and (pattern is null or a.search_key like pattern) and a.publication = 'published'
    limit cap) hit
$$;
create or replace function agreements_written_since(since bigint) returns setof integer
language sql stable security definer set search_path = pg_catalog, public
as $$ select no from public.agreement where revision > since and first_published_at is not null $$;

/* What waits for approval: a draft to be published (no facts), or a change of a record the public goes on reading. */
create table agreement_proposal (
  id integer primary key generated always as identity,
  agreement_no integer not null references agreement (no),
  kind text not null check (kind in ('publication', 'change')),
  base_version integer not null check (base_version > 0),
  facts jsonb,
  reason text,
  message text,
  confirmation text,
  state text not null default 'open' check (state in ('open', 'approved', 'returned', 'withdrawn')),
  body_id text references body (id) default nullif(current_setting('kakehashi.body', true), ''),
  proposed_by text not null default current_setting('kakehashi.actor'),
  proposed_at timestamptz not null default clock_timestamp(),
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  check ((kind = 'change') = (facts is not null)),
  check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state <> 'returned' or btrim(decision_reason) <> ''),
  constraint nobody_approves_the_own_proposal check (state <> 'approved' or decided_by <> proposed_by)
);
create unique index agreement_has_one_open_proposal on agreement_proposal (agreement_no) where state = 'open';
create index on agreement_proposal (agreement_no, id desc);
alter table agreement_proposal enable row level security;
create policy members_read on agreement_proposal for select to app_editor
  using (exists (select from agreement a where a.no = agreement_no
    and a.marks && (select marks_covered('agreement.read_unpublished'))));
create policy editors_propose on agreement_proposal for insert to app_editor
  with check (state = 'open' and proposed_by = (select current_setting('kakehashi.actor', true))
    and exists (select from agreement a where a.no = agreement_no
      and a.marks && (select marks_covered('agreement.edit'))));
create policy writers_decide on agreement_proposal for update to app_editor
  using (exists (select from agreement a where a.no = agreement_no
    and a.marks && (select marks_covered('agreement.edit') || marks_covered('agreement.approve'))))
  with check (decided_by = (select current_setting('kakehashi.actor', true))
    and (state = 'withdrawn' or exists (select from agreement a where a.no = agreement_no
      and a.marks && (select marks_covered('agreement.approve')))));
grant select, insert on agreement_proposal to app_editor;
grant update (state, decided_by, decided_at, decision_reason, confirmation) on agreement_proposal to app_editor;
`,
};
