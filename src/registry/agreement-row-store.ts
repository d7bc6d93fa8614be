/** One agreement with all its parts as one row: the columns to select, and how the row becomes an agreement. */
import { sql } from "kysely";
import type {
  AgreementDate,
  AgreementFacts,
  ForeignParty,
  JapaneseParty,
  Publication,
  SourceReference,
} from "./agreement.ts";
import type { Field } from "./field.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";

const list = (what: ReturnType<typeof sql>, table: string, where = sql`true`) => sql`coalesce((
  select jsonb_agg(${what} order by child.position) from ${sql.table(table)} child
  where child.agreement_no = a.no and ${where}), '[]'::jsonb)`;

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Parts that lists show. `a` is the agreement. */
export const SUMMARY_COLUMNS = sql`
  a.no, a.id, a.title, a.version, a.publication, a.is_one_to_one, ${instant("a.updated_at")} as updated_at,
  ${list(sql`jsonb_build_object('name', child.name, 'governmentCode', child.government_code)`, "agreement_party_japan")} as japan,
  ${list(sql`jsonb_build_object('name', child.name, 'country', child.country, 'counterpartId', child.counterpart_id)`, "agreement_party_foreign")} as "foreign",
  ${list(
    sql`jsonb_build_object('asPrinted', child.as_printed, 'date', child.date, 'precision', child.precision,
      'role', child.role, 'party', child.party, 'conflict', case when child.era_year is null then null
        else jsonb_build_object('eraYear', child.era_year, 'westernYear', child.western_year) end)`,
    "agreement_date",
  )} as dates,
  ${list(sql`child.field`, "agreement_listing")} as listings`;

/** Everything. */
export const AGREEMENT_COLUMNS = sql`${SUMMARY_COLUMNS},
  a.background, a.activities, a.outcomes, ${instant("a.recorded_at")} as recorded_at,
  case when a.merged_into < 1000000 then 'A' || lpad(a.merged_into::text, 6, '0') else 'A' || a.merged_into end as merged_into,
  ${list(sql`child.url`, "agreement_link")} as urls,
  ${list(sql`child.value`, "agreement_office", sql`child.kind = 'department'`)} as departments,
  ${list(sql`child.value`, "agreement_office", sql`child.kind = 'phone'`)} as phones,
  ${list(
    sql`jsonb_build_object('title', child.title, 'publisher', child.publisher, 'documentSha256', child.document_sha256,
      'place', child.place, 'asOf', child.as_of, 'lines', case when child.first_line is null then null
        else jsonb_build_array(child.first_line, child.last_line) end)`,
    "agreement_source",
  )} as sources`;

export type SummaryRow = Readonly<{
  no: number;
  id: string;
  title: string;
  version: number;
  publication: Publication;
  is_one_to_one: boolean;
  updated_at: string;
  japan: readonly JapaneseParty[];
  foreign: readonly (ForeignParty & Readonly<{ counterpartId: string }>)[];
  dates: readonly AgreementDate[];
  listings: readonly Field[];
}>;

export type AgreementRow = SummaryRow &
  Pick<AgreementFacts, "background" | "activities" | "outcomes" | "urls" | "departments" | "phones"> &
  Readonly<{ recorded_at: string; merged_into: string | null; sources: readonly SourceReference[] }>;

export function agreementOf(row: AgreementRow): RecordedAgreement {
  const { is_one_to_one: isOneToOne, merged_into: mergedInto, recorded_at, updated_at, ...facts } = row;
  return { ...facts, isOneToOne, mergedInto, recordedAt: recorded_at, updatedAt: updated_at };
}
