/** Criteria as conditions on `programme_facts f`, of one side. */
import { type RawBuilder, sql } from "kysely";
import { type Alternative, expandQuery } from "../registry/index.ts";
import { NOT_STATED, type ProgrammeCriteria } from "./programme-criteria.ts";

/** `published` is what everybody reads; `working` what is being prepared, of the programmes the reader works on. */
export type ProgrammeSide = "published" | "working";

export type SidedCriteria = Readonly<{ criteria: ProgrammeCriteria; side?: ProgrammeSide | undefined }>;

type Condition = RawBuilder<unknown>;

export function programmeConditions({ criteria, side = "published" }: SidedCriteria): Condition {
  const all = [
    sql`f.side = ${side}`,
    ...ownConditions(criteria),
    ...yearConditions(criteria),
    ...countryConditions(criteria.country),
    ...agreementConditions(criteria.agreement, side),
    ...expandQuery(criteria.q ?? "").map(({ alternatives }) => sql`(${sql.join(alternatives.map(stands), sql` or `)})`),
  ];
  return sql.join(all, sql` and `);
}

function stands(wanted: Alternative): Condition {
  if (wanted.kind === "text") return sql`strpos(f.search_key, ${wanted.key}) > 0`;
  if (wanted.kind === "government") return sql`f.government_code = ${wanted.government}`;
  return sql.join(countryConditions(wanted.country), sql` and `);
}

function ownConditions({ government, prefecture, field, startFiscalYear, recurrence }: ProgrammeCriteria): Condition[] {
  const list: Condition[] = [];
  if (government !== undefined) list.push(sql`f.owner = ${government}`);
  if (prefecture !== undefined) list.push(sql`f.prefecture_code = ${prefecture}`);
  if (field === NOT_STATED) list.push(sql`f.fields = '[]'`);
  else if (field !== undefined) list.push(sql`f.fields @> ${JSON.stringify([field])}::jsonb`);
  if (startFiscalYear === NOT_STATED) list.push(sql`f.start_fiscal_year is null`);
  else if (startFiscalYear !== undefined) list.push(sql`f.start_fiscal_year = ${startFiscalYear}::integer`);
  if (recurrence !== undefined) list.push(sql`f.every_years > 1`);
  return list;
}

/** What is known of the year in the end counts, so that a result takes the place of its plan. */
function yearConditions({ fiscalYear, status }: ProgrammeCriteria): Condition[] {
  if (fiscalYear === undefined && status === undefined) return [];
  const wanted = [
    sql`y.side = f.side and y.is_latest`,
    ...(fiscalYear === undefined ? [] : [sql`y.fiscal_year = ${fiscalYear}::integer`]),
    ...(status === undefined ? [] : [sql`y.status = ${status}`]),
  ];
  return [
    sql`exists (select from programme_year y where y.programme_no = f.programme_no and ${sql.join(wanted, sql` and `)})`,
  ];
}

function countryConditions(country: string | undefined): Condition[] {
  if (country === undefined) return [];
  const of = (condition: Condition) =>
    sql`(select from programme_partner r where r.programme_no = f.programme_no and r.side = f.side and ${condition})`;
  return [
    country === NOT_STATED
      ? sql`not exists ${of(sql`r.country is not null`)}`
      : sql`exists ${of(sql`r.country = ${country}`)}`,
  ];
}

/** What rests on an agreement that was merged rests on the one it went into. */
function agreementConditions(agreement: string | undefined, side: ProgrammeSide): Condition[] {
  if (agreement === undefined) return [];
  return [
    sql`f.programme_no in (select g.programme_no from programme_agreement g where g.side = ${side}
      and g.agreement_id in (select agreement_with_absorbed(${agreement})))`,
  ];
}
