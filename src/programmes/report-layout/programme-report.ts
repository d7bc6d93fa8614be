/**
 * Layout `programme-report`: the annual report of programmes (国際交流事業実績と計画) and its family, in boxes or as a list.
 *
 * Narrow on purpose: a line, row or column it does not understand becomes a finding with its place.
 */
import type { SourceText } from "../../documents/source-text.ts";
import type { Layout } from "../../intake/index.ts";
import type { Place } from "../../kernel/finding.ts";
import type { ProgrammeRecord } from "../programme.ts";
import { bodyOfReport, isTitleBlock } from "./body-of-report.ts";
import { type Boxes, findBoxes } from "./boxes.ts";
import { find, type ReportFinding } from "./findings.ts";
import { isHeading } from "./headings.ts";
import { readLists, recogniseLists } from "./list.ts";
import { findColumnWidth } from "./logical-lines.ts";
import { locateByOthers } from "./partners.ts";
import { type BoxReading, disagreements, readBox } from "./programme-of-box.ts";

export const PROGRAMME_REPORT = "programme-report";

export type ProgrammeReportReading = Readonly<{
  drafts: readonly ProgrammeRecord[];
  findings: readonly ReportFinding[];
}>;

export const programmeReportLayout: Layout<ProgrammeRecord, ProgrammeReportReading> = {
  name: PROGRAMME_REPORT,
  recognise: recogniseProgrammeReport,
  parse: readProgrammeReport,
};

/** Boxes, or a list; of a document that holds both, the boxes. */
export function readProgrammeReport(document: SourceText): ProgrammeReportReading {
  const source = bodyOfReport(document);
  const found = findBoxes(source);
  return surenessOf(found) >= recogniseLists(source) ? readBoxes(source, found) : readList(source);
}

function readList(source: SourceText): ProgrammeReportReading {
  const { records, findings } = readLists(source);
  const checked = records.flatMap((record) => disagreements(record, () => placeOfRecord(record)));
  return { drafts: records, findings: [...findings, ...checked].toSorted(byLine) };
}

function placeOfRecord({ lines }: ProgrammeRecord): Place {
  return lines === null ? {} : { line: lines[0] };
}

function readBoxes(source: SourceText, { boxes, outside, yearless }: Boxes): ProgrammeReportReading {
  const all = boxes.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines));
  const columnWidth = findColumnWidth(source, all);
  const read = boxes.map((box) => readBox(box, columnWidth));
  const partners = read.flatMap(({ record }) => record.partners);
  const lost = outside.filter(({ text }) => text.trim() !== "" && !isHeading(text, []) && !isTitleBlock(text));
  const findings = [
    ...lost.map(({ text, at }) => find("line_unread", at, { text: text.trim() })),
    ...yearless.map(({ text, at }) => find("year_key_unknown", at, { text })),
    ...findInNumbers(
      read,
      boxes.map(({ at }) => at),
    ),
    ...read.flatMap((one) => one.findings),
  ];
  return {
    drafts: read.map(({ record, arePartnersStated }) =>
      arePartnersStated ? record : { ...record, partners: locateByOthers(record.partners, partners) },
    ),
    findings: findings.toSorted(byLine),
  };
}

function byLine(a: ReportFinding, b: ReportFinding): number {
  return (a.at.line ?? 0) - (b.at.line ?? 0);
}

/** Numbers go up by one, or begin again at one under the next heading. */
function findInNumbers(read: readonly BoxReading[], places: readonly ReportFinding["at"][]): readonly ReportFinding[] {
  return read.flatMap(({ record }, index) => {
    const before = read[index - 1]?.record.number ?? null;
    const { number, title } = record;
    if (number === null || before === null || number === before + 1 || number === 1) return [];
    return [find("number_jumps", places[index] ?? {}, { number, title, before })];
  });
}

export function recogniseProgrammeReport(document: SourceText): number {
  const source = bodyOfReport(document);
  return Math.max(surenessOf(findBoxes(source)), recogniseLists(source));
}

/** A box has a title and a year's column; each further one makes it surer. */
function surenessOf({ boxes }: Boxes): number {
  const whole = boxes.filter(
    ({ parts }) => parts.some(({ key }) => key.kind === "title") && parts.some(({ key }) => key.kind === "year"),
  );
  return whole.length >= 2 ? 1 : whole.length === 1 ? 0.9 : 0;
}
