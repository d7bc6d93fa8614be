/** Codes of findings in a programme report, their severity, and the values each carries. */
import type { Severity } from "../../kernel/finding.ts";
import type { DisagreementValues } from "../check-programme.ts";

type OfProgramme = { number: number | null; title: string };
type InYear = OfProgramme & { fiscalYear: number; column: string };

type ReadValues = {
  title_missing: { number: number | null };
  number_jumps: OfProgramme & { before: number };
  number_missing: OfProgramme;
  start_year_missing: OfProgramme;
  start_year_unreadable: OfProgramme & { asPrinted: string };
  overview_missing: OfProgramme;
  years_missing: OfProgramme;
  year_blank: InYear;
  part_twice: OfProgramme & { key: string };
  key_unknown: OfProgramme & { key: string; text: string };
  line_unread: { text: string };
  year_key_unknown: { text: string };
  date_unreadable: InYear & { asPrinted: string; problem: string };
  weekday_contradicts: InYear & { asPrinted: string; day: string; said: string; is: string };
  figure_unreadable: InYear & { asPrinted: string };
  country_unknown: InYear & { name: string };
  former_name_kept: InYear & { event: string; name: string; formerName: string };
  posts_differ: InYear & { said: number; listed: number };
  amount_unreadable: OfProgramme & { header: string; asPrinted: string };
  fiscal_year_unknown: { sheet: string };
  column_unknown: { header: string; rows: number };
  total_differs: { header: string; printed: number; sum: number };
};

type CheckedValues = { [Code in keyof DisagreementValues]: InYear & DisagreementValues[Code] };

export type FindingValues = ReadValues & CheckedValues;
export type FindingCode = keyof FindingValues;

export const SEVERITIES = {
  title_missing: "error",
  number_jumps: "warning",
  number_missing: "info",
  start_year_missing: "warning",
  start_year_unreadable: "warning",
  overview_missing: "info",
  years_missing: "warning",
  year_blank: "warning",
  part_twice: "warning",
  key_unknown: "warning",
  line_unread: "warning",
  year_key_unknown: "error",
  date_unreadable: "warning",
  weekday_contradicts: "warning",
  figure_unreadable: "warning",
  country_unknown: "warning",
  former_name_kept: "info",
  posts_differ: "warning",
  amount_unreadable: "warning",
  fiscal_year_unknown: "error",
  column_unknown: "info",
  total_differs: "warning",
  result_before_start: "error",
  year_twice: "error",
  periods_overlap: "warning",
  date_outside_fiscal_year: "warning",
  people_negative: "error",
  inner_count_larger: "error",
  breakdown_differs: "warning",
  duration_contradicts: "warning",
  service_year_jumps: "warning",
  edition_jumps: "warning",
} as const satisfies Readonly<Record<FindingCode, Severity>>;
