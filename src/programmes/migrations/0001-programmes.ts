import type { Migration } from "../../platform/index.ts";

/**
 * Programmes (事業): whose they are, what the public reads, what is being worked on, and rows derived from both.
 *
 * A programme has two sides: `published`, which everybody reads, and `working`, which those read whose marks meet
 * `programme.read_unpublished`. Each side's facts are one document; years, events, people, partners and agreements are
 * derived from it by a trigger that runs as the owner, so that lists, matrix, calendar and totals are plain rows under
 * row-level security, never out of step, and nobody writes them by hand. Only the fiscal years that changed are
 * derived again. Who decides (approves, or edits where neither the own body nor the owner asks for approval) writes
 * the published side; an editor who only prepares writes the working one.
 */
const derived = ["programme_year", "programme_event", "programme_people", "programme_partner", "programme_agreement"];

const derivedColumns = `
  programme_no integer not null,
  side text not null,
  owner text not null,
  foreign key (programme_no, side) references programme_facts (programme_no, side) on delete cascade`;

const readPolicies = (table: string) => `
alter table ${table} enable row level security;
create policy public_reads_published on ${table} for select to app_public using (side = 'published');
create policy members_read on ${table} for select to app_editor
  using (side = 'published' or programme_marks(owner) && (select marks_covered('programme.read_unpublished')));
grant select on ${table} to app_public, app_editor;`;

const day = (path: string) => `(event.value -> 'date' ->> '${path}')`;

export const programmesMigration: Migration = {
  id: "programmes/0001-programmes",
  sql: `
/* The marks of the one body a programme belongs to: a local government's code, or the id of another body. */
create function programme_marks(owner text) returns text[] language sql immutable parallel safe
return case when owner ~ '^[0-9]{5}$' then array['*', owner, left(owner, 2)] else array['*', owner] end;

/* Publishes and changes at once what this owner's programmes say. */
create function may_decide_programme(wanted_owner text) returns boolean language sql stable
set search_path = pg_catalog, public as $$
  select programme_marks(wanted_owner) && marks_covered('programme.approve')
    or programme_marks(wanted_owner) && marks_covered('programme.edit') and not exists (
      select from body where asks_approval and (id = nullif(current_setting('kakehashi.body', true), '')
        or id = wanted_owner or government_code = wanted_owner))
$$;

create sequence programme_no as integer;
create table programme (
  no integer primary key default nextval('programme_no'),
  id text not null unique generated always as
    ('P' || case when no < 1000000 then lpad(no::text, 6, '0') else no::text end) stored,
  owner text not null check (owner ~ '^([0-9]{5}|B[0-9]{6,12})$'),
  government_code text references local_government (code)
    generated always as (case when owner ~ '^[0-9]{5}$' then owner end) stored,
  /* Of a body that is no local government, as it was named when the programme was recorded. */
  owner_name text check (btrim(owner_name) <> ''),
  marks text[] not null generated always as (programme_marks(owner)) stored,
  publication text not null default 'unpublished' check (publication in ('unpublished', 'published', 'withdrawn')),
  published_version integer check (published_version > 0),
  published_at timestamptz,
  recorded_at timestamptz not null default now(),
  unique (no, owner),
  check ((owner ~ '^[0-9]{5}$') = (owner_name is null)),
  check ((publication = 'published') = (published_version is not null)),
  check ((published_version is null) = (published_at is null))
);
create index on programme (owner);
alter table programme enable row level security;
create policy public_reads_published on programme for select to app_public using (publication = 'published');
create policy members_read on programme for select to app_editor
  using (publication = 'published' or marks && (select marks_covered('programme.read_unpublished')));
create policy editors_record on programme for insert to app_editor
  with check (marks && (select marks_covered('programme.edit'))
    and (publication = 'unpublished' or may_decide_programme(owner)));
create policy editors_prepare on programme for update to app_editor
  using (publication <> 'published' and marks && (select marks_covered('programme.edit')))
  with check (publication <> 'published' and marks && (select marks_covered('programme.edit')));
create policy deciders_change on programme for update to app_editor
  using (may_decide_programme(owner)) with check (may_decide_programme(owner));
grant select on programme to app_public, app_editor;
grant insert, update on programme to app_editor;
grant usage on sequence programme_no to app_editor;

/* Where the work on a programme stands. Nobody reads it but those who work on it. */
create table programme_work (
  programme_no integer primary key,
  owner text not null,
  version integer not null default 1 check (version > 0),
  state text not null check (state in ('draft', 'in_review', 'returned', 'approved')),
  submitted_by text,
  submitted_at timestamptz,
  /* The body the submitter worked for. */
  submitted_body text references body (id),
  message text,
  decided_by text,
  returned_reason text,
  updated_at timestamptz not null default now(),
  updated_by text not null default current_setting('kakehashi.actor'),
  foreign key (programme_no, owner) references programme (no, owner),
  check ((submitted_by is null) = (submitted_at is null)),
  check ((state = 'in_review') <= (submitted_by is not null)),
  check ((state = 'returned') = (returned_reason is not null)),
  constraint nobody_approves_the_own_submission
    check (state <> 'approved' or submitted_by is null or decided_by is not null and decided_by <> submitted_by)
);
create index on programme_work (state) where state <> 'approved';
alter table programme_work enable row level security;
create policy members_read on programme_work for select to app_editor
  using (programme_marks(owner) && (select marks_covered('programme.read_unpublished')));
create policy editors_begin on programme_work for insert to app_editor
  with check (programme_marks(owner) && (select marks_covered('programme.edit'))
    and (state = 'draft' or may_decide_programme(owner)));
create policy editors_prepare on programme_work for update to app_editor
  using (programme_marks(owner) && (select marks_covered('programme.edit')))
  with check (programme_marks(owner) && (select marks_covered('programme.edit'))
    and (state <> 'approved' or may_decide_programme(owner))
    and (state <> 'in_review' or submitted_by = (select current_setting('kakehashi.actor', true))));
create policy deciders_change on programme_work for update to app_editor
  using (may_decide_programme(owner)) with check (may_decide_programme(owner));
grant select, insert, update on programme_work to app_editor;

create table programme_facts (
  programme_no integer not null,
  side text not null check (side in ('published', 'working')),
  owner text not null,
  facts jsonb not null,
  search_key text collate "C" not null,
  updated_at timestamptz not null default now(),
  government_code text generated always as (case when owner ~ '^[0-9]{5}$' then owner end) stored,
  prefecture_code text generated always as (case when owner ~ '^[0-9]{5}$' then left(owner, 2) end) stored,
  title text not null generated always as (facts ->> 'title') stored check (btrim(title) <> ''),
  number integer generated always as ((facts ->> 'number')::integer) stored,
  start_fiscal_year integer generated always as ((facts -> 'startFiscalYear' ->> 'fiscalYear')::integer) stored,
  fields jsonb not null generated always as (facts -> 'fields') stored,
  every_years integer generated always as ((facts -> 'recurrence' ->> 'everyYears')::integer) stored,
  /* By whose it is and the number in the report; those without a number come last. */
  office_order text collate "C" not null generated always as
    (owner || lpad(coalesce(facts ->> 'number', '999999'), 6, '0')) stored,
  primary key (programme_no, side),
  foreign key (programme_no, owner) references programme (no, owner)
);
create index on programme_facts (side, office_order, programme_no);
create index on programme_facts (side, owner);
create index on programme_facts (side, title collate "ja-x-icu", programme_no);
create index on programme_facts (side, start_fiscal_year, programme_no);
create index on programme_facts (side, updated_at desc, programme_no desc);
${readPolicies("programme_facts")}
create policy editors_begin on programme_facts for insert to app_editor
  with check (side = 'working' and programme_marks(owner) && (select marks_covered('programme.edit'))
    or side = 'published' and may_decide_programme(owner));
create policy writers_change on programme_facts for update to app_editor
  using (side = 'working' and programme_marks(owner) && (select marks_covered('programme.edit'))
    or side = 'published' and may_decide_programme(owner))
  with check (side = 'working' and programme_marks(owner) && (select marks_covered('programme.edit'))
    or side = 'published' and may_decide_programme(owner));
create policy deciders_unpublish on programme_facts for delete to app_editor
  using (side = 'published' and may_decide_programme(owner));
grant insert, update, delete on programme_facts to app_editor;

create table programme_year (${derivedColumns},
  fiscal_year integer not null,
  year_column text not null check (year_column in ('plan', 'plan_including_results', 'result')),
  /* What is known of the year in the end: its result, else the column with results, else the plan. */
  is_latest boolean not null,
  status text not null,
  reason text,
  planned_yen numeric,
  settled_yen numeric,
  primary key (programme_no, side, fiscal_year, year_column)
);
create index on programme_year (side, fiscal_year, status, programme_no) where is_latest;
create index on programme_year (side, owner, fiscal_year);

create table programme_event (${derivedColumns},
  fiscal_year integer not null,
  year_column text not null,
  is_latest boolean not null,
  position integer not null,
  name text not null,
  edition integer,
  as_printed text,
  first_day date,
  last_day date,
  precision text check (precision in ('day', 'month', 'year', 'fiscalYear', 'none')),
  place text,
  status text not null,
  direction text check (direction in ('sent', 'received')),
  item text,
  is_estimate boolean not null,
  primary key (programme_no, side, fiscal_year, year_column, position)
);
create index on programme_event (side, first_day, programme_no) where is_latest;
create index on programme_event (side, fiscal_year, programme_no) where is_latest;

create table programme_people (${derivedColumns},
  fiscal_year integer not null,
  year_column text not null,
  is_latest boolean not null,
  position integer not null,
  direction text check (direction in ('sent', 'received')),
  label text not null,
  place text,
  country text check (country ~ '^[A-Z]{2}$'),
  count integer not null,
  /* True for a planned number, false for a reached one, null where the print does not say. */
  plan boolean,
  primary key (programme_no, side, fiscal_year, year_column, position)
);
create index on programme_people (side, fiscal_year, direction, country) where is_latest;

create table programme_partner (${derivedColumns},
  position integer not null,
  name text not null,
  former_name text,
  country text check (country ~ '^[A-Z]{2}$'),
  primary key (programme_no, side, position)
);
create index on programme_partner (side, country, programme_no);

create table programme_agreement (${derivedColumns},
  agreement_id text not null references agreement (id),
  primary key (programme_no, side, agreement_id)
);
create index on programme_agreement (agreement_id, side);
${derived.map(readPolicies).join("\n")}

create function derive_programme_rows() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
  heads integer[];
  head_sides text[];
  nos integer[];
  sides text[];
  years integer[];
begin
  if tg_op = 'INSERT' then
    select array_agg(n.programme_no), array_agg(n.side) into heads, head_sides from new_rows n;
    select array_agg(c.programme_no), array_agg(c.side), array_agg(c.fiscal_year) into nos, sides, years
    from (select distinct n.programme_no, n.side, (entry ->> 'fiscalYear')::integer as fiscal_year
      from new_rows n cross join jsonb_array_elements(n.facts -> 'years') entry) c;
  else
    select array_agg(n.programme_no), array_agg(n.side) into heads, head_sides
    from new_rows n join old_rows o using (programme_no, side)
    where n.facts -> 'partners' <> o.facts -> 'partners' or n.facts -> 'agreementIds' <> o.facts -> 'agreementIds';
    delete from programme_partner d using unnest(heads, head_sides) h (no, side)
      where d.programme_no = h.no and d.side = h.side;
    delete from programme_agreement d using unnest(heads, head_sides) h (no, side)
      where d.programme_no = h.no and d.side = h.side;
    select array_agg(c.programme_no), array_agg(c.side), array_agg(c.fiscal_year) into nos, sides, years
    from (
      select programme_no, side, fiscal_year from (
        select n.programme_no, n.side, (entry ->> 'fiscalYear')::integer as fiscal_year,
          jsonb_agg(entry order by entry ->> 'column') as entries
        from new_rows n cross join jsonb_array_elements(n.facts -> 'years') entry group by 1, 2, 3) present
      full join (
        select o.programme_no, o.side, (entry ->> 'fiscalYear')::integer as fiscal_year,
          jsonb_agg(entry order by entry ->> 'column') as entries
        from old_rows o cross join jsonb_array_elements(o.facts -> 'years') entry group by 1, 2, 3) past
      using (programme_no, side, fiscal_year)
      where present.entries is distinct from past.entries) c;
    delete from programme_year d using unnest(nos, sides, years) c (no, side, fiscal_year)
      where d.programme_no = c.no and d.side = c.side and d.fiscal_year = c.fiscal_year;
    delete from programme_event d using unnest(nos, sides, years) c (no, side, fiscal_year)
      where d.programme_no = c.no and d.side = c.side and d.fiscal_year = c.fiscal_year;
    delete from programme_people d using unnest(nos, sides, years) c (no, side, fiscal_year)
      where d.programme_no = c.no and d.side = c.side and d.fiscal_year = c.fiscal_year;
  end if;

  insert into programme_partner (programme_no, side, owner, position, name, former_name, country)
  select f.programme_no, f.side, f.owner, partner.position, partner.value ->> 'name', partner.value ->> 'formerName',
    partner.value ->> 'country'
  from unnest(heads, head_sides) h (no, side)
    join programme_facts f on f.programme_no = h.no and f.side = h.side
    cross join jsonb_array_elements(f.facts -> 'partners') with ordinality partner (value, position);
  insert into programme_agreement (programme_no, side, owner, agreement_id)
  select distinct f.programme_no, f.side, f.owner, agreement_id
  from unnest(heads, head_sides) h (no, side)
    join programme_facts f on f.programme_no = h.no and f.side = h.side
    cross join jsonb_array_elements_text(f.facts -> 'agreementIds') agreement_id;

  with entry as materialized (
    select f.programme_no, f.side, f.owner, c.fiscal_year, value ->> 'column' as year_column, value,
      rank() over (partition by f.programme_no, f.side, c.fiscal_year order by case value ->> 'column'
        when 'result' then 1 when 'plan_including_results' then 2 else 3 end) = 1 as is_latest
    from (select distinct no, side from unnest(nos, sides) p (no, side)) p
      join programme_facts f on f.programme_no = p.no and f.side = p.side
      cross join jsonb_array_elements(f.facts -> 'years') value
      join unnest(nos, sides, years) c (no, side, fiscal_year)
        on c.no = p.no and c.side = p.side and c.fiscal_year = (value ->> 'fiscalYear')::integer
  ), year as (
    insert into programme_year (programme_no, side, owner, fiscal_year, year_column, is_latest, status, reason,
      planned_yen, settled_yen)
    select programme_no, side, owner, fiscal_year, year_column, is_latest, value ->> 'status',
      value ->> 'reasonAsPrinted', (value -> 'budget' ->> 'plannedYen')::numeric,
      (value -> 'budget' ->> 'settledYen')::numeric
    from entry
  ), events as (
    insert into programme_event (programme_no, side, owner, fiscal_year, year_column, is_latest, position, name,
      edition, as_printed, first_day, last_day, precision, place, status, direction, item, is_estimate)
    select programme_no, side, owner, fiscal_year, year_column, is_latest, event.position, event.value ->> 'name',
      (event.value ->> 'edition')::integer, ${day("asPrinted")}, ${day("from")}::date,
      coalesce(${day("to")}, ${day("from")})::date, ${day("precision")}, event.value ->> 'place',
      event.value ->> 'status', event.value ->> 'direction', event.value ->> 'item',
      (event.value ->> 'isEstimate')::boolean
    from entry cross join jsonb_array_elements(entry.value -> 'events') with ordinality event (value, position)
  )
  insert into programme_people (programme_no, side, owner, fiscal_year, year_column, is_latest, position, direction,
    label, place, country, count, plan)
  select programme_no, side, owner, fiscal_year, year_column, is_latest, people.position,
    people.value ->> 'direction', people.value ->> 'label', people.value ->> 'place', people.value ->> 'country',
    (people.value ->> 'count')::integer, (people.value ->> 'plan')::boolean
  from entry cross join jsonb_array_elements(entry.value -> 'people') with ordinality people (value, position);
  return null;
end
$$;
create trigger derived_when_added after insert on programme_facts referencing new table as new_rows
  for each statement execute function derive_programme_rows();
create trigger derived_when_changed after update on programme_facts
  referencing old table as old_rows new table as new_rows
  for each statement execute function derive_programme_rows();
`,
};
