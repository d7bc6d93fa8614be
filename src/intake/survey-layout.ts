/** The agreement survey report (提携・協定の調査報告書) as intake stores and shows it: sheets are drafts. */
import type { SourceText } from "../documents/source-text.ts";
import type { Finding } from "../kernel/finding.ts";
import { agreementSurveyLayout, readAndCheckSurvey } from "./agreement-survey/index.ts";
import type { DocumentReading, ImportLayout, PlacedFinding } from "./document-reading.ts";
import type { SheetRecord } from "./draft-record.ts";

export const surveyLayout: ImportLayout = {
  name: agreementSurveyLayout.name,
  recognise: agreementSurveyLayout.recognise,
  read: readSurvey,
};

function readSurvey(source: SourceText): DocumentReading {
  const { reading, report } = readAndCheckSurvey(source);
  const ofReader = source.findings.map((finding): PlacedFinding => ({ finding, draft: null }));
  const placed = reading.findings.map((finding) => ({ finding, draft: placeFinding(finding, reading.records) }));
  return {
    layout: reading.layout,
    drafts: reading.records,
    findings: [...ofReader, ...placed],
    toc: reading.toc,
    tables: report.tables.filter(({ printed }) => printed.length > 0),
    mapping: null,
    report: { ...reading, findings: [...source.findings, ...reading.findings] },
  };
}

/**
 * A finding belongs to the sheet it names by field and number. Of two sheets with the same number, and where nothing
 * is named, it is the one on whose lines it stands.
 */
function placeFinding({ at, values }: Finding, sheets: readonly SheetRecord[]): number | null {
  const standsOn = ({ lines }: SheetRecord) => at.line !== undefined && lines[0] <= at.line && at.line <= lines[1];
  const named = sheets.flatMap((sheet, index) =>
    values.number !== null && sheet.field === values.field && sheet.number === values.number ? [index] : [],
  );
  if (named.length === 1) return named[0] ?? null;
  const within = sheets.findIndex(standsOn);
  return within >= 0 ? within : (named.at(-1) ?? null);
}
