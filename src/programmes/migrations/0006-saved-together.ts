import type { Migration } from "../../platform/index.ts";

/**
 * Many programmes saved together cost what their changes cost: the audit is written by one statement for all of them,
 * and of the derived rows those entries are looked at that changed. What is written is the same as row by row.
 *
 * Facts are kept compressed and would be unpacked again for every key that is asked of them; `|| '{}'` unpacks once.
 * The entries of a thousand programmes are compared in memory: the usual 4 MB would send them to the disk.
 */

const day = (path: string) => `(event.value -> 'date' ->> '${path}')`;

/** The entries of years in one of the trigger's tables. */
const entriesOf = (rows: "new_rows" | "old_rows") => `
  select f.programme_no, f.side, (entry ->> 'fiscalYear')::integer as fiscal_year, entry ->> 'column' as year_column, entry
  from ${rows} f cross join lateral jsonb_array_elements(f.facts -> 'years') entry`;

export const savedTogetherMigration: Migration = {
  id: "programmes/0006-saved-together",
  sql: `
/* Of the facts only those that changed, and of the years only the entries. */
create function audit_programme_versions() returns trigger language plpgsql security definer
set search_path = pg_catalog, public set work_mem = '32MB' as $$
begin
  with act as materialized (
    select n.programme_no, n.version, past.state, past.publication, known.facts || '{}' as known,
      case when known.facts is not null then n.facts || '{}' end as facts
    from new_rows n
      left join public.programme_version past on past.programme_no = n.programme_no and past.version = n.version - 1
      left join lateral (
        select v.facts from public.programme_version v
        where v.programme_no = n.programme_no and v.version < n.version and v.facts is not null and n.facts is not null
        order by v.version desc limit 1) known on true
  ), differing as (
    select programme_no, version, key, past.value as before, now.value as after
    from (select programme_no, version, fact.* from act cross join jsonb_each(known - 'years') fact
        where known - 'years' is distinct from facts - 'years') past
      full join (select programme_no, version, fact.* from act cross join jsonb_each(facts - 'years') fact
        where known - 'years' is distinct from facts - 'years') now using (programme_no, version, key)
    where past.value is distinct from now.value
    union all
    select programme_no, version, 'years',
      coalesce(jsonb_agg(past.entry order by past.position) filter (where now.position is null), '[]'),
      coalesce(jsonb_agg(now.entry order by now.position) filter (where past.position is null), '[]')
    from (select programme_no, version, year.* from act
        cross join jsonb_array_elements(known -> 'years') with ordinality year (entry, position)) past
      full join (select programme_no, version, year.* from act
        cross join jsonb_array_elements(facts -> 'years') with ordinality year (entry, position)) now
        using (programme_no, version, entry)
    where past.position is null or now.position is null
    group by programme_no, version
  ), change as (
    select programme_no, version, jsonb_object_agg(key, before) filter (where before is not null) as before,
      jsonb_object_agg(key, after) filter (where after is not null) as after
    from differing group by programme_no, version
  )
  insert into public.audit_event (actor, action, subject_kind, subject_id, marks, outcome, before, after, reason)
  select n.recorded_by, 'programme.' || n.action, 'programme', p.id,
    array(select unnest(p.marks || coalesce(own.marks, '{}')) group by 1 order by 1),
    'done',
    case when n.version > 1 then coalesce(change.before, '{}')
      || jsonb_build_object('state', act.state, 'publication', act.publication) end,
    case when n.version = 1 then jsonb_build_object('title', n.facts -> 'title') else coalesce(change.after, '{}') end
      || jsonb_build_object('state', n.state, 'publication', n.publication, 'version', n.version),
    n.reason
  from new_rows n join public.programme p on p.no = n.programme_no
    join act on act.programme_no = n.programme_no and act.version = n.version
    left join change on change.programme_no = n.programme_no and change.version = n.version
    cross join (select public.marks_of_body(nullif(current_setting('kakehashi.body', true), '')) as marks) own
  order by n.programme_no, n.version;
  return null;
end
$$;
drop trigger audited on programme_version;
drop function audit_programme_version();
drop function differing_programme_facts(jsonb, jsonb);
create trigger audited after insert on programme_version referencing new table as new_rows
  for each statement execute function audit_programme_versions();

create or replace function derive_programme_rows() returns trigger language plpgsql security definer
set search_path = pg_catalog, public set work_mem = '32MB' as $$
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
    from (select distinct programme_no, side, fiscal_year from (${entriesOf("new_rows")}) present) c;
  else
    select array_agg(c.programme_no), array_agg(c.side) into heads, head_sides
    from (select n.programme_no, n.side
      from new_rows n join old_rows o using (programme_no, side)
      where n.facts -> 'partners' <> o.facts -> 'partners' or n.facts -> 'agreementIds' <> o.facts -> 'agreementIds') c;
    delete from programme_partner d using unnest(heads, head_sides) h (no, side)
      where d.programme_no = h.no and d.side = h.side;
    delete from programme_agreement d using unnest(heads, head_sides) h (no, side)
      where d.programme_no = h.no and d.side = h.side;
    select array_agg(c.programme_no), array_agg(c.side), array_agg(c.fiscal_year) into nos, sides, years
    from (
      select distinct programme_no, side, fiscal_year
      from (${entriesOf("new_rows")}) present
        full join (${entriesOf("old_rows")}) past using (programme_no, side, fiscal_year, year_column)
      where present.entry is distinct from past.entry) c;
    delete from programme_year d using unnest(nos, sides, years) c (no, side, fiscal_year)
      where d.programme_no = c.no and d.side = c.side and d.fiscal_year = c.fiscal_year;
    delete from programme_event d using unnest(nos, sides, years) c (no, side, fiscal_year)
      where d.programme_no = c.no and d.side = c.side and d.fiscal_year = c.fiscal_year;
    delete from programme_people d using unnest(nos, sides, years) c (no, side, fiscal_year)
      where d.programme_no = c.no and d.side = c.side and d.fiscal_year = c.fiscal_year;
  end if;

  insert into programme_partner (programme_no, side, owner, position, name, former_name, country)
  select n.programme_no, n.side, n.owner, partner.position, partner.value ->> 'name', partner.value ->> 'formerName',
    partner.value ->> 'country'
  from new_rows n join unnest(heads, head_sides) h (no, side) on n.programme_no = h.no and n.side = h.side
    cross join jsonb_array_elements(n.facts -> 'partners') with ordinality partner (value, position);
  insert into programme_agreement (programme_no, side, owner, agreement_id)
  select distinct n.programme_no, n.side, n.owner, agreement_id
  from new_rows n join unnest(heads, head_sides) h (no, side) on n.programme_no = h.no and n.side = h.side
    cross join jsonb_array_elements_text(n.facts -> 'agreementIds') agreement_id;

  with entry as materialized (
    select n.programme_no, n.side, n.owner, c.fiscal_year, value ->> 'column' as year_column, value,
      rank() over (partition by n.programme_no, n.side, c.fiscal_year order by case value ->> 'column'
        when 'result' then 1 when 'plan_including_results' then 2 else 3 end) = 1 as is_latest
    from new_rows n cross join lateral jsonb_array_elements(n.facts -> 'years') value
      join unnest(nos, sides, years) c (no, side, fiscal_year)
        on c.no = n.programme_no and c.side = n.side and c.fiscal_year = (value ->> 'fiscalYear')::integer
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
`,
};
