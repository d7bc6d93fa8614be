/** The release checks on a survey report: its printed tables recounted, and every disagreement with its place. */
import type { SourceText } from "../../documents/source-text.ts";
import { countryKana, countryName } from "../../kernel/country.ts";
import { type CheckedRelease, type PrintedTable, type RecountedTable, recountTables } from "../../registry/index.ts";
import { type AGREEMENT_SURVEY, type AgreementSurveyReading, readWithRelease } from "./agreement-survey.ts";
import type { SurveyFinding } from "./findings.ts";

export type CheckReport = Readonly<{
  document: AgreementSurveyReading["document"];
  layout: typeof AGREEMENT_SURVEY;
  counts: Readonly<{ sheets: number; toc: number }>;
  tables: readonly Readonly<{
    id: PrintedTable["id"];
    /** Empty where the document prints no such table. */
    printed: PrintedTable["rows"];
    recounted: RecountedTable["rows"];
  }>[];
  /** Only what a release check found; what the reader noticed belongs to the import. */
  findings: readonly SurveyFinding[];
}>;

export function checkAgreementSurvey(source: SourceText): CheckReport {
  return readAndCheckSurvey(source).report;
}

/** Both from one reading, for whoever needs the sheets as well as the recount. */
export function readAndCheckSurvey(
  source: SourceText,
): Readonly<{ reading: AgreementSurveyReading; report: CheckReport }> {
  const { reading, checked } = readWithRelease(source);
  return { reading, report: reportOf(reading, checked) };
}

function reportOf(reading: AgreementSurveyReading, checked: CheckedRelease): CheckReport {
  const names = (country: string) => ({ label: countryName(country, "ja"), kana: countryKana(country) });
  return {
    document: reading.document,
    layout: reading.layout,
    counts: { sheets: reading.records.length, toc: reading.toc.length },
    tables: recountTables(checked, names).map(({ id, rows }) => ({
      id,
      printed: reading.tables.find((table) => table.id === id)?.rows ?? [],
      recounted: rows,
    })),
    findings: reading.findings.filter(({ rule }) => rule !== null),
  };
}
