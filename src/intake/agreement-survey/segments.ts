/**
 * Cuts a survey report into its front matter (introduction, tables, contents) and its sheets with sections (1)–(7).
 *
 * A sheet begins at the numbered title above 「(1) 自治体名」; where that heading is lost, the rows of parties or a
 * section number that starts again show it. Field headings stand before sheets and, again, inside the contents.
 */
import type { SourceLine } from "../../documents/source-text.ts";
import { bareLine, isBlank, isFiller } from "./clean-text.ts";
import { isFieldLabel } from "./field-labels.ts";
import type { NumberHeading, SectionHeading, SectionNumber } from "./headings.ts";
import { type FieldMark, readFieldMark, readNumberHeading, readSectionHeading } from "./headings.ts";

export type BareLine = SourceLine & Readonly<{ bare: string }>;
export type FieldHeading = FieldMark & Readonly<{ line: number; index: number }>;
export type SectionSegment = Readonly<{ heading: SectionHeading | null; line: number; body: readonly SourceLine[] }>;

export type SheetSegment = Readonly<{
  /** The last heading of a field above the sheet; null when none stands there. */
  field: FieldHeading | null;
  number: NumberHeading | null;
  /** As printed, 【再掲】 included, wrapped lines joined. */
  printedTitle: string;
  sections: ReadonlyMap<SectionNumber, SectionSegment>;
  all: readonly BareLine[];
  /** First line of the heading and last line that is not blank. */
  lines: readonly [number, number];
}>;

export type Segments = Readonly<{
  front: readonly BareLine[];
  frontFields: readonly FieldHeading[];
  sheetFields: readonly FieldHeading[];
  sheets: readonly SheetSegment[];
}>;

type Start = Readonly<{ index: number; anchor: number; number: NumberHeading | null; title: string }>;
type Found = Readonly<{ heading: SectionHeading; index: number }>;

const TITLE_LINES = 8;
const NO_START: Start = { index: 0, anchor: 0, number: null, title: "" };
const PARTY_ROW = /^\s*日\s*本\s*の\s*自\s*治\s*体/u;
/** An entry of the contents has its title in 「」 or its page at the end. */
const CONTENTS_LINE = /「|\s[\d０-９]{1,4}\s*$/u;
const OFFICE_ROW = /^\s*(?:担\s*当\s*部\s*署|電\s*話\s*番\s*号|電\s*子\s*メ\s*ー\s*ル)/u;

export function segmentReport(source: readonly SourceLine[]): Segments {
  const lines = source.map((line) => ({ ...line, bare: bareLine(line.text) }));
  const headings = findSectionHeadings(lines);
  const starts = findStarts(lines, headings);
  const fields = findFieldHeadings(lines, starts, headings);
  const sheets = starts.map((_, at) => cutSheet(lines, starts, at, headings, fields));
  const inSheet = new Set(sheets.flatMap(({ all }) => all.map(({ line }) => line)));
  const firstSheet = starts[0]?.index ?? lines.length;
  const sheetFields = fields.filter(
    (field) => isAboveSheets(lines, field, starts) || (field.index > firstSheet && !isAboveEntries(lines, field)),
  );
  return {
    front: lines.filter(({ line }) => !inSheet.has(line)),
    frontFields: fields.filter((field) => !sheetFields.includes(field)),
    sheetFields,
    sheets,
  };
}

/** Section headings in reading order; one without its right number counts only where the order expects it. */
function findSectionHeadings(lines: readonly BareLine[]): readonly Found[] {
  const found: Found[] = [];
  let last = 0;
  lines.forEach(({ bare }, index) => {
    const heading = readSectionHeading(bare);
    if (heading === null) return;
    const isExpected = heading.section === last + 1 || heading.section === 1;
    if (!heading.numbered && !isExpected) return;
    if (!heading.numbered && heading.section === 1 && startAbove(lines, index).number === null) return;
    found.push({ heading, index });
    last = heading.section % 7;
  });
  return found;
}

function findStarts(lines: readonly BareLine[], headings: readonly Found[]): readonly Start[] {
  const byIndex = new Map(headings.map(({ heading, index }) => [index, heading]));
  const starts: Start[] = [];
  let last = 0;
  lines.forEach(({ bare }, index) => {
    const section = byIndex.get(index)?.section ?? null;
    const isPartyRow = section === null && last !== 1 && PARTY_ROW.test(bare);
    if (section === null && !isPartyRow) return;
    const current = section ?? 1;
    if (current === 1 || current <= last || starts.length === 0) {
      const start = startAbove(lines, index, (starts.at(-1)?.anchor ?? -1) + 1, byIndex);
      if (current === 1 ? !isPartyRow || start.number !== null : start.number !== null || starts.length === 0) {
        starts.push(start);
      }
    }
    last = current;
  });
  return starts;
}

/** The numbered title above a line: at most a few lines, wrapped or not, blank lines between. */
function startAbove(
  lines: readonly BareLine[],
  anchor: number,
  from = 0,
  headings: ReadonlyMap<number, SectionHeading> = new Map(),
): Start {
  const above: { index: number; bare: string }[] = [];
  for (let index = anchor - 1; index >= from && above.length < TITLE_LINES; index--) {
    const bare = lines[index]?.bare ?? "";
    if (isBlank(bare)) continue;
    if (isFiller(bare) || headings.has(index) || OFFICE_ROW.test(bare)) break;
    if (readFieldMark(bare) !== null) break;
    above.unshift({ index, bare });
    if (readNumberHeading(bare) !== null) break;
  }
  return numberedStart(anchor, above) ?? unnumberedStart(lines, anchor, above);
}

/** A number with its dot wins; 「12 題名」 counts when there is none. */
function numberedStart(anchor: number, above: readonly { index: number; bare: string }[]): Start | null {
  for (const dotless of [false, true]) {
    const at = above.findLastIndex(({ bare }) => readNumberHeading(bare, dotless) !== null);
    const line = above[at];
    const number = line === undefined ? null : readNumberHeading(line.bare, dotless);
    if (line === undefined || number === null) continue;
    const wrapped = above.slice(at + 1).map(({ bare }) => bare);
    return { index: line.index, anchor, number, title: joinWrapped([number.title, ...wrapped]) };
  }
  return null;
}

/** Without a number only the block right above the first section can be a title. */
function unnumberedStart(
  lines: readonly BareLine[],
  anchor: number,
  above: readonly { index: number; bare: string }[],
): Start {
  const nearest = above.at(-1);
  const isAdjacent = nearest !== undefined && anchor - nearest.index <= 2 && nearest.index < lines.length;
  if (!isAdjacent) return { index: anchor, anchor, number: null, title: "" };
  return { index: nearest.index, anchor, number: null, title: nearest.bare.trim() };
}

function findFieldHeadings(
  lines: readonly BareLine[],
  starts: readonly Start[],
  headings: readonly Found[],
): readonly FieldHeading[] {
  const startIndexes = new Set(starts.map(({ index }) => index));
  const fields: FieldHeading[] = [];
  lines.forEach(({ bare, line }, index) => {
    const mark = readFieldMark(bare);
    if (mark === null) return;
    const next = nextFilled(lines, index);
    const isBeforeSheet = startIndexes.has(next);
    const isBeforeNumber = readNumberHeading(lines[next]?.bare ?? "") !== null;
    const isBeforeEntry = isAboveEntries(lines, { ...mark, line, index });
    const isKnown = isFieldLabel(mark.mark, mark.label);
    const isBetween = isOutsideSheet(index, starts, headings);
    if (isBeforeSheet || (isKnown && isBeforeEntry) || (isBetween && (isKnown || isBeforeNumber)))
      fields.push({ ...mark, line, index });
  });
  return fields;
}

/** Before the first sheet, or after a sheet's last section has begun. */
function isOutsideSheet(index: number, starts: readonly Start[], headings: readonly Found[]): boolean {
  const open = starts.findLast((start) => start.anchor <= index);
  if (open === undefined) return true;
  const last = headings.findLast((found) => found.index < index);
  return last !== undefined && last.index >= open.anchor && last.heading.section === 7;
}

function isAboveSheets(lines: readonly BareLine[], field: FieldHeading, starts: readonly Start[]): boolean {
  const next = nextFilled(lines, field.index);
  return starts.some(({ index }) => index === next);
}

function isAboveEntries(lines: readonly BareLine[], field: FieldHeading): boolean {
  const next = lines[nextFilled(lines, field.index)]?.bare ?? "";
  return readNumberHeading(next) !== null && CONTENTS_LINE.test(next);
}

function nextFilled(lines: readonly BareLine[], index: number): number {
  let next = index + 1;
  while (next < lines.length && isBlank(lines[next]?.bare ?? "")) next++;
  return next;
}

function cutSheet(
  lines: readonly BareLine[],
  starts: readonly Start[],
  at: number,
  headings: readonly Found[],
  fields: readonly FieldHeading[],
): SheetSegment {
  const start = starts[at] ?? NO_START;
  const limit = starts[at + 1]?.index ?? lines.length;
  const heading = fields.find(({ index }) => index > start.anchor && index < limit);
  const end = heading?.index ?? limit;
  const all = lines.slice(start.index, end);
  const filled = all.findLast(({ bare }) => !isBlank(bare));
  const firstLine = lines[start.index]?.line ?? 0;
  return {
    field: fieldAbove(fields, lines, starts, start),
    number: start.number,
    printedTitle: start.title,
    sections: cutSections(lines, start, end, headings),
    all: all.filter(({ line }) => line <= (filled?.line ?? firstLine)),
    lines: [firstLine, filled?.line ?? firstLine],
  };
}

function cutSections(
  lines: readonly BareLine[],
  start: Start,
  end: number,
  headings: readonly Found[],
): ReadonlyMap<SectionNumber, SectionSegment> {
  const own = headings.filter(({ index }) => index >= start.anchor && index < end);
  const sections = new Map<SectionNumber, SectionSegment>();
  const first = own[0]?.index ?? end;
  if (first > start.anchor) {
    sections.set(1, { heading: null, line: lines[start.anchor]?.line ?? 0, body: lines.slice(start.anchor, first) });
  }
  own.forEach(({ heading, index }, at) => {
    if (sections.has(heading.section)) return;
    const body: SourceLine[] = lines.slice(index + 1, own[at + 1]?.index ?? end);
    const line = lines[index];
    if (line !== undefined && heading.rest !== "") body.unshift({ ...line, text: printedRest(line, heading) });
    sections.set(heading.section, { heading, line: line?.line ?? 0, body });
  });
  return sections;
}

/** What stands behind a heading on its line, with the marks it was printed with. */
function printedRest({ text }: BareLine, { rest }: SectionHeading): string {
  const at = text.indexOf(rest.slice(0, 4));
  return at < 0 ? rest : text.slice(at);
}

/** A heading of the contents does not carry over to the sheets: its entries stand between. */
function fieldAbove(
  fields: readonly FieldHeading[],
  lines: readonly BareLine[],
  starts: readonly Start[],
  start: Start,
): FieldHeading | null {
  const above = fields.findLast(({ index }) => index < start.index);
  if (above === undefined) return null;
  const first = starts.find(({ index }) => index > above.index) ?? start;
  const between = lines.slice(above.index + 1, first.index).filter(({ bare }) => !isBlank(bare));
  return between.length <= TITLE_LINES ? above : null;
}

function joinWrapped(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/\t+/gu, " ").trim())
    .filter((part) => part !== "")
    .reduce((joined, part) => {
      const isLatin = /[A-Za-z,]$/u.test(joined) && /^[A-Za-z]/u.test(part);
      return joined === "" ? part : `${joined}${isLatin ? " " : ""}${part}`;
    }, "");
}
