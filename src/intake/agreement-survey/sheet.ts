/** One sheet (個票): its record, as the JSON of an import carries it, and what was noticed while reading it. */
import type { SourceLine } from "../../documents/source-text.ts";
import { readDateStatement } from "../../kernel/date-statement.ts";
import { findPersonalMailboxes, maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import { mixedScripts } from "../../kernel/mixed-script.ts";
import type { AgreementDate, Field } from "../../registry/index.ts";
import { bareLine, cleanParagraphs, joinParagraphs, type Paragraph } from "./clean-text.ts";
import type { LabelPlace } from "./codes.ts";
import { find, type SurveyFinding } from "./findings.ts";
import { hasSplitDigits, type SectionNumber, standardHeading, takeRelistingMark } from "./headings.ts";
import { readLinks } from "./links.ts";
import { readOffice } from "./office.ts";
import { type ForeignName, readForeignParties, readJapaneseParties } from "./parties.ts";
import type { SheetSegment } from "./segments.ts";

export type AgreementSheet = Readonly<{
  kind: "agreement-sheet";
  /** Null when no heading tells the field: a person has to. */
  field: Field | null;
  number: number | null;
  title: string;
  /** The mark 【再掲】 as printed on the sheet. */
  relisted: boolean;
  japan: readonly string[];
  foreign: readonly ForeignName[];
  dates: readonly AgreementDate[];
  background: string | null;
  activities: string | null;
  outcomes: string | null;
  urls: readonly string[];
  departments: readonly string[];
  phones: readonly string[];
  lines: readonly [number, number];
}>;

export type TextSection = "background" | "activities" | "outcomes";
export type SheetReading = Readonly<{
  record: AgreementSheet;
  paragraphs: Readonly<Record<TextSection, readonly Paragraph[]>>;
  findings: readonly SurveyFinding[];
}>;

type SheetPlace = Readonly<{ field: Field | null; number: number | null }>;

const SECTIONS: readonly SectionNumber[] = [1, 2, 3, 4, 5, 6, 7];
/** Longer text is no date cell: a heading behind it got lost. */
const LONGEST_DATES = 4000;
const JAPAN_CELL = /日\s*本\s*の\s*自\s*治\s*体\s*名?\s*[:：]?/u;
const FOREIGN_CELL = /海\s*外\s*の\s*自\s*治\s*体\s*名?\s*[:：]?/u;

export function readSheet(segment: SheetSegment, field: Field | null): SheetReading {
  const { title, relisted } = takeRelistingMark(maskPersonalMailboxes(segment.printedTitle));
  const of: SheetPlace = { field, number: segment.number?.number ?? null };
  const body = (section: SectionNumber): readonly SourceLine[] => segment.sections.get(section)?.body ?? [];
  const { japan, foreign } = readParties(body(1));
  const dates = readDates(segment, of);
  const paragraphs = {
    background: cleanParagraphs(body(3)),
    activities: cleanParagraphs(body(4)),
    outcomes: cleanParagraphs(body(5)),
  };
  const record: AgreementSheet = {
    kind: "agreement-sheet",
    ...of,
    title,
    relisted,
    japan,
    foreign,
    dates: dates.dates,
    background: joinParagraphs(paragraphs.background),
    activities: joinParagraphs(paragraphs.activities),
    outcomes: joinParagraphs(paragraphs.outcomes),
    urls: readLinks(body(6)),
    ...readOffice(body(7)),
    lines: segment.lines,
  };
  const findings = [
    ...findInHeadings(segment, of),
    ...findUnread(segment, record),
    ...dates.findings,
    ...findInNames(segment, record),
    ...findMailboxes(segment, of),
  ];
  return { record, paragraphs, findings };
}

function readParties(body: readonly SourceLine[]): Pick<AgreementSheet, "japan" | "foreign"> {
  const text = body.map(({ text: line }) => maskPersonalMailboxes(bareLine(line).trim())).join("\n");
  const labels = [JAPAN_CELL, FOREIGN_CELL].map((label) => label.exec(text));
  const [japan, foreign] = labels.map((label, at) => {
    if (label === null) return "";
    const from = label.index + label[0].length;
    const other = labels[1 - at];
    const to = other !== null && other !== undefined && other.index >= from ? other.index : text.length;
    return withoutFillers(text.slice(from, to));
  });
  return { japan: readJapaneseParties(japan ?? ""), foreign: readForeignParties(foreign ?? "") };
}

function withoutFillers(cell: string): string {
  return cell
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => !/^[-‐–—―－\s]*$/u.test(line))
    .join("\n");
}

function readDates(
  segment: SheetSegment,
  of: SheetPlace,
): Readonly<{ dates: readonly AgreementDate[]; findings: readonly SurveyFinding[] }> {
  const section = segment.sections.get(2);
  if (section === undefined) return { dates: [], findings: [] };
  const paragraphs = cleanParagraphs(section.body);
  const text = joinParagraphs(paragraphs) ?? "";
  const mentions = text.length > LONGEST_DATES ? [] : readDateStatement(text);
  const findings: SurveyFinding[] = [];
  if (mentions.length === 0) {
    const hasNumbers = /[\d０-９]/u.test(text);
    const line = hasNumbers ? (paragraphs[0]?.line ?? section.line) : section.line;
    findings.push(
      hasNumbers
        ? find("date_unreadable", line, { ...of, asPrinted: text.slice(0, 80), problem: "not_a_date" })
        : find("date_missing", line, of),
    );
  }
  const dates = mentions.map(({ asPrinted, date, precision, role, party, conflict, problem }): AgreementDate => {
    const line = paragraphs.find((paragraph) => paragraph.text.includes(asPrinted))?.line ?? section.line;
    if (conflict !== null) findings.push(find("era_year_conflict", line, { ...of, asPrinted, ...conflict, date }));
    if (problem !== null) findings.push(find("date_unreadable", line, { ...of, asPrinted, problem: problem.code }));
    if (hasSplitDigits(asPrinted))
      findings.push(find("number_damaged", line, { ...of, asPrinted, read: tighten(asPrinted) }));
    return { asPrinted, date, precision, role, party, conflict };
  });
  return { dates, findings };
}

function findInHeadings(segment: SheetSegment, of: SheetPlace): readonly SurveyFinding[] {
  const [line] = segment.lines;
  const findings: SurveyFinding[] = [];
  const { number } = segment;
  if (number?.damaged === true) {
    findings.push(find("number_damaged", line, { ...of, asPrinted: number.asPrinted, read: `${number.number}` }));
  }
  const where: LabelPlace = "section";
  for (const [section, { heading, line: at }] of segment.sections) {
    if (heading === null || (heading.standard && heading.numbered)) continue;
    const label = `${heading.numbered ? `(${section}) ` : ""}${heading.label}`;
    findings.push(find("label_differs", at, { ...of, where, label, standard: standardHeading(section) }));
  }
  return findings;
}

function findUnread(segment: SheetSegment, record: AgreementSheet): readonly SurveyFinding[] {
  const [line] = segment.lines;
  const { field, number } = record;
  const parties = segment.sections.get(1)?.line ?? line;
  const missing = SECTIONS.filter((section) => !segment.sections.has(section));
  const findings: SurveyFinding[] = [];
  const report = (part: "title" | "number" | "japan" | "foreign" | "section", at: number, detail = ""): void => {
    findings.push(find("unreadable", at, { field, number, part, detail }));
  };
  if (number === null) report("number", line);
  if (record.title === "") report("title", line);
  if (missing.length > 0) report("section", line, missing.map((section) => `(${section})`).join(""));
  if (segment.sections.has(1)) {
    if (record.japan.length === 0) report("japan", parties);
    if (record.foreign.length === 0) report("foreign", parties);
  }
  return findings;
}

function findInNames(segment: SheetSegment, record: AgreementSheet): readonly SurveyFinding[] {
  const { field, number } = record;
  const lineOf = (name: string): number => {
    const body = segment.sections.get(1)?.body ?? [];
    return (
      body.find(({ text }) => bareLine(text).includes(name))?.line ?? segment.sections.get(1)?.line ?? segment.lines[0]
    );
  };
  const named = [...record.japan, ...record.foreign.map(({ name }) => name)].map((name) => ({
    name,
    line: lineOf(name),
  }));
  const mixed = [{ name: record.title, line: segment.lines[0] }, ...named].flatMap(({ name, line }) =>
    mixedScripts(name).map(({ script, text }) =>
      find("mixed_script", line, { field, number, text: name, script, found: text }),
    ),
  );
  const unknown = record.foreign
    .filter(({ country }) => country === null)
    .map(({ name }) => find("country_unknown", lineOf(name), { field, number, name }));
  return [...mixed, ...unknown];
}

function findMailboxes(segment: SheetSegment, of: SheetPlace): readonly SurveyFinding[] {
  return segment.all.flatMap(({ bare, line }) => {
    const count = bare.includes("@") || bare.includes("＠") ? findPersonalMailboxes(bare).length : 0;
    return count === 0 ? [] : [find("personal_mailbox", line, { ...of, count })];
  });
}

function tighten(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}
