/**
 * Layout of the survey of agreements in particular fields (特定分野における提携・協定等に関する調査, 2012 and its family):
 * introduction tables, table of contents, one sheet per listing. A file may hold any part of a report.
 */
import type { SourceText } from "../../documents/source-text.ts";
import type { CheckedRelease, ReleaseSheet } from "../../registry/index.ts";
import { checkRelease, type Field, isField, type PrintedTable, prepareRelease } from "../../registry/index.ts";
import type { Layout } from "../layout.ts";
import { type ContentsEntry, readContents } from "./contents.ts";
import { findCopiedText } from "./copied-text.ts";
import { find, findDisagreement, type SurveyFinding, sortByLine } from "./findings.ts";
import { findInContents, findInFieldHeadings, findInTables } from "./front-findings.ts";
import { startsInJapan } from "./parties.ts";
import { readPrintedTables } from "./printed-tables.ts";
import { toReleaseEntry, toReleaseSheet } from "./release-facts.ts";
import { type FieldHeading, type SheetSegment, segmentReport } from "./segments.ts";
import { type AgreementSheet, readSheet, type SheetReading } from "./sheet.ts";

export const AGREEMENT_SURVEY = "agreement-survey";

export type AgreementSurveyReading = Readonly<{
  document: Readonly<{ name: string; sha256: string; lines: number }>;
  layout: typeof AGREEMENT_SURVEY;
  records: readonly AgreementSheet[];
  toc: readonly ContentsEntry[];
  tables: readonly PrintedTable[];
  findings: readonly SurveyFinding[];
}>;

export function readAgreementSurvey(source: SourceText): AgreementSurveyReading {
  return readWithRelease(source).reading;
}

/** The reading together with the release that its checks ran on. */
export function readWithRelease(
  source: SourceText,
): Readonly<{ reading: AgreementSurveyReading; checked: CheckedRelease }> {
  const segments = segmentReport(source.lines);
  const sheets = readSheets(segments.sheets);
  const entries = readContents(segments, fieldOfHeading, startsInJapan);
  const printed = readPrintedTables(segments.front);
  const bySheet = new Map<ReleaseSheet, SheetReading>();
  for (const sheet of sheets) {
    const checkable = toReleaseSheet(sheet.record);
    if (checkable !== null) bySheet.set(checkable, sheet);
  }
  const checked = prepareRelease({
    sheets: [...bySheet.keys()],
    entries: entries.map(({ entry }) => toReleaseEntry(entry)),
    tables: printed.tables,
  });
  const findings = [
    ...findInFieldHeadings(segments),
    ...sheets.flatMap((sheet) => sheet.findings),
    ...sheets.flatMap(findWithoutField),
    ...findInContents(entries),
    ...findInTables(printed.notices),
    ...checkRelease(checked).map(findDisagreement),
    ...findCopiedText(sheets, sameAgreement(bySheet, checked)),
  ];
  const reading: AgreementSurveyReading = {
    document: { name: source.name, sha256: source.sha256, lines: source.lines.length },
    layout: AGREEMENT_SURVEY,
    records: sheets.map(({ record }) => record),
    toc: entries.map(({ entry }) => entry),
    tables: printed.tables,
    findings: sortByLine(findings),
  };
  return { reading, checked };
}

export const agreementSurveyLayout: Layout<
  AgreementSheet,
  AgreementSurveyReading & Readonly<{ drafts: readonly AgreementSheet[] }>
> = {
  name: AGREEMENT_SURVEY,
  recognise: recogniseAgreementSurvey,
  parse: (source) => {
    const reading = readAgreementSurvey(source);
    return { ...reading, drafts: reading.records };
  },
};

/** Sheets make it certain; contents or tables of the nine fields alone make it likely. */
export function recogniseAgreementSurvey(source: SourceText): number {
  const segments = segmentReport(source.lines);
  const whole = segments.sheets.filter(({ sections }) => sections.has(1) && sections.size >= 4).length;
  if (whole > 0) return 1;
  const entries = readContents(segments, fieldOfHeading, startsInJapan);
  if (entries.filter(({ isSplit, hasTitle }) => isSplit && hasTitle).length >= 2) return 0.8;
  if (readPrintedTables(segments.front).tables.length > 0) return 0.6;
  return segments.sheets.length > 0 ? 0.4 : 0;
}

function fieldOfHeading({ mark }: FieldHeading): Field | null {
  return isField(mark) ? mark : null;
}

/**
 * A field whose heading is lost: numbers begin again at 1 with another title. Those sheets have no field until a
 * person gives them one.
 */
function readSheets(segments: readonly SheetSegment[]): readonly SheetReading[] {
  const firstTitles = new Map<FieldHeading, string>();
  const lost = new Set<FieldHeading>();
  return segments.map((segment) => {
    const { field: heading, number, printedTitle } = segment;
    if (heading === null) return readSheet(segment, null);
    if (number?.number === 1) {
      const first = firstTitles.get(heading);
      if (first !== undefined && first !== printedTitle) lost.add(heading);
      firstTitles.set(heading, first ?? printedTitle);
    }
    return readSheet(segment, lost.has(heading) ? null : fieldOfHeading(heading));
  });
}

function findWithoutField({ record }: SheetReading): readonly SurveyFinding[] {
  if (record.field !== null) return [];
  return [find("field_unknown", record.lines[0], { field: null, number: record.number, mark: "", label: "" })];
}

function sameAgreement(
  bySheet: ReadonlyMap<ReleaseSheet, SheetReading>,
  checked: CheckedRelease,
): (a: SheetReading, b: SheetReading) => boolean {
  const byReading = new Map([...bySheet].map(([sheet, reading]) => [reading, sheet]));
  const firstOf = (reading: SheetReading): ReleaseSheet | undefined => {
    const own = byReading.get(reading);
    return checked.firsts.find((first) => first.field === own?.field && first.number === own.number);
  };
  return (a, b) => {
    if (a === b) return true;
    const [first, second] = [firstOf(a), firstOf(b)];
    return first !== undefined && second !== undefined && checked.groups.isSameAgreement(first, second);
  };
}
