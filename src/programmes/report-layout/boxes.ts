/**
 * Cuts a programme report into boxes, one for each programme, and their parts by key.
 *
 * The same boxes come as lines (txt, pdf), as rows of two or three cells (docx, html, xlsx), and with keys broken over
 * lines. What belongs to no box is handed back, so that nothing is lost silently.
 */
import type { FileFormat, SourceText } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import { placeOf } from "./cell-place.ts";
import { isHeading, isNumberedWords } from "./headings.ts";
import { type BoxKey, endsInsideKey, type FoundKey, readIncluding, readInterleavedKey, readKey } from "./keys.ts";
import { withYears } from "./relative-years.ts";
import { type Row, rowsOf } from "./rows.ts";

export type BoxLine = Readonly<{ text: string; at: Place }>;
export type BoxPart = Readonly<{ key: BoxKey; at: Place; lines: readonly BoxLine[] }>;
/** A row whose first cell names something the layout does not know. */
export type UnknownRow = Readonly<{ key: string; text: string; at: Place }>;

export type Box = Readonly<{
  number: number | null;
  section: string | null;
  parts: readonly BoxPart[];
  unknown: readonly UnknownRow[];
  at: Place;
  lines: readonly [number, number] | null;
}>;

export type Boxes = Readonly<{
  boxes: readonly Box[];
  outside: readonly BoxLine[];
  /** Rows with a key of which the year could not be told (昨年度実績). */
  yearless: readonly BoxLine[];
}>;

/** `isOutsideTable`: a line of its own beside boxes that are tables; it is no line of the cell above. */
type OpenLine = BoxLine & Readonly<{ isOutsideTable: boolean }>;
type OpenPart = { key: BoxKey; at: Place; lines: OpenLine[]; isTableRow: boolean };
type OpenBox = { number: number | null; section: string | null; parts: OpenPart[]; unknown: UnknownRow[]; at: Place };

/** Formats that tell a cell from a line below it; elsewhere a tab may part anything. */
const TABLE_FORMATS: readonly FileFormat[] = ["docx", "html", "xlsx"];

/** ３, （３）, No.3, 【事業番号３】 on a line of its own above the title. */
const NUMBER_ALONE = /^[【([〔<■●◆]?\s*(?:No\.?|事業番号|番号|事業)?\s*:?\s*(\d{1,3})\s*[】)\]〕>.]?$/iu;

/** Gathers boxes row by row. */
class BoxCollector {
  readonly boxes: OpenBox[] = [];
  readonly outside: OpenLine[] = [];
  private section: string | null = null;
  private readonly hasTables: boolean;

  constructor({ format }: Pick<SourceText, "format">) {
    this.hasTables = TABLE_FORMATS.includes(format);
  }

  addLine(text: string, at: Place): void {
    this.add({ text, at, isOutsideTable: false });
  }

  /** A line that is no cell of a table. */
  addPlainLine(text: string, at: Place): void {
    this.add({ text, at, isOutsideTable: this.part()?.isTableRow ?? this.hasTables });
  }

  private add(line: OpenLine): void {
    (this.part()?.lines ?? this.outside).push(line);
  }

  addKey({ key, rest }: FoundKey, at: Place, isCell = false): void {
    if (key.kind === "title") this.startBox(key.number, at);
    const box = this.boxes.at(-1);
    if (box === undefined) {
      this.addLine(rest, at);
      return;
    }
    box.parts.push({ key, at, lines: [], isTableRow: isCell && this.hasTables });
    for (const text of rest.split("\n")) if (text.trim() !== "") this.addLine(text, at);
  }

  addUnknown(row: UnknownRow): void {
    const box = this.boxes.at(-1);
    if (box === undefined) this.addLine(`${row.key} ${row.text}`, row.at);
    else box.unknown.push(row);
  }

  /** 計画 turns out to hold results as well. Answers whether there is such a column open. */
  includeResults(): boolean {
    const part = this.part();
    if (part?.key.kind !== "year" || part.key.column === "result") return false;
    part.key = { ...part.key, column: "plan_including_results" };
    return true;
  }

  part(): OpenPart | undefined {
    return this.boxes.at(-1)?.parts.at(-1);
  }

  /** Headings and a number alone stand above the box they belong to; inside a table there is no place for them. */
  private startBox(printed: number | null, at: Place): void {
    const part = this.part();
    const above = part?.lines ?? this.outside;
    let number = printed;
    for (let last = above.at(-1); last !== undefined; last = above.at(-1)) {
      const alone = NUMBER_ALONE.exec(last.text.normalize("NFKC").trim())?.[1];
      if (alone !== undefined && number === null) number = Number(alone);
      else if (isHeadingAt(above, above.length - 1, part)) {
        this.section = sectionOf(last.text) ?? this.section;
        if (above === this.outside) {
          if (last.isOutsideTable) above.pop();
          break;
        }
        if (!last.isOutsideTable) this.outside.push(last);
      } else if (last.text.trim() !== "") break;
      above.pop();
    }
    this.boxes.push({ number, section: this.section, parts: [], unknown: [], at });
  }
}

function isHeadingAt(lines: readonly OpenLine[], index: number, part: OpenPart | undefined): boolean {
  const line = lines[index];
  if (line === undefined || (part?.isTableRow === true && !line.isOutsideTable)) return false;
  if (line.isOutsideTable) return isNumberedWords(line.text) || isHeading(line.text, []);
  const above = lines.slice(0, index).map(({ text }) => text);
  return isHeading(line.text, above);
}

export function findBoxes(source: SourceText): Boxes {
  const collector = new BoxCollector(source);
  const { rows, unknown } = withYears(rowsOf(source));
  for (let index = 0; index < rows.length; ) index += addRow(collector, rows, index);
  const boxes = collector.boxes.map((box): Box => ({ ...box, lines: linesOf(box) }));
  const yearless = unknown.map(({ cells, at }) => ({ text: cells.join(" ").trim(), at }));
  return { boxes, outside: collector.outside, yearless };
}

/** Answers how many rows it took. */
function addRow(collector: BoxCollector, rows: readonly Row[], index: number): number {
  const row = rows[index];
  if (row === undefined) return 1;
  if (row.cells.length > 1) {
    addCells(collector, row);
    return 1;
  }
  const text = row.cells[0] ?? "";
  const whole = readKey(text);
  if (whole !== null) {
    collector.addKey(whole, row.at);
    return 1;
  }
  return addBrokenKey(collector, rows, index) ?? addText(collector, text, row.at);
}

function addText(collector: BoxCollector, text: string, at: Place, isCell = false): number {
  const behind = readIncluding(text);
  const isIncluding = behind !== null && collector.includeResults();
  if (!isIncluding && isCell) collector.addLine(text, at);
  else if (!isIncluding) collector.addPlainLine(text, at);
  else if (behind !== "") collector.addLine(behind, at);
  return 1;
}

const LONGEST_BREAK = 4;

/** A key of which the line end cut off a part; blank lines may lie between. */
function addBrokenKey(collector: BoxCollector, rows: readonly Row[], index: number): number | null {
  const first = rows[index]?.cells[0] ?? "";
  if (first.trim() === "") return null;
  let joined = first.trim();
  for (let next = index + 1; next <= index + LONGEST_BREAK && next < rows.length; next++) {
    const row = rows[next];
    if (row === undefined || row.cells.length > 1) return null;
    const text = row.cells[0]?.trim() ?? "";
    if (text === "") continue;
    const beside = joined === first.trim() ? readInterleavedKey(first, text) : null;
    const found = beside ?? (endsInsideKey(joined) ? readKey(joined + text) : null);
    if (found !== null) {
      collector.addKey(found, rows[index]?.at ?? row.at);
      return next - index + 1;
    }
    if (!endsInsideKey(joined)) return null;
    const behind = readIncluding(joined + text);
    if (behind !== null && collector.includeResults()) {
      if (behind !== "") collector.addLine(behind, row.at);
      return next - index + 1;
    }
    joined += text;
  }
  return null;
}

/** Key cells take the cells that follow them; cells without a key go on with what stands above. */
function addCells(collector: BoxCollector, { cells, at }: Row): void {
  const filled = cells.map((cell, column) => ({ cell: cell.trim(), column })).filter(({ cell }) => cell !== "");
  const keys = valuesAreNoKeys(filled.map(({ cell }) => readCellKey(cell)));
  const firstKey = keys.findIndex((key) => key !== null);
  if (firstKey < 0) {
    addCellsWithoutKey(collector, filled, at);
    return;
  }
  const leading = filled.slice(0, firstKey).map(({ cell }) => cell);
  filled.slice(firstKey).forEach(({ cell, column }, index) => {
    const key = keys[firstKey + index] ?? null;
    const place = placeOf(at, column);
    if (key === null) for (const line of cell.split("\n")) collector.addLine(line, place);
    else collector.addKey(index === 0 ? withNumber(key, leading) : key, place, true);
  });
}

/** Beside a key that fills its cell stands its value, even one that begins like a key (概要：…). */
function valuesAreNoKeys(found: readonly (FoundKey | null)[]): readonly (FoundKey | null)[] {
  const keys: (FoundKey | null)[] = [];
  for (const key of found) keys.push(keys.at(-1)?.rest === "" && key?.rest !== "" ? null : key);
  return keys;
}

function readCellKey(cell: string): FoundKey | null {
  const compact = readPrinted(cell).plain.replace(/\s+/gu, "");
  const found = readKey(compact);
  return found !== null && found.rest === "" ? found : readKey(cell.replace(/\n/gu, " "));
}

function withNumber(found: FoundKey, leading: readonly string[]): FoundKey {
  const number = /^[(（]?\s*([\d０-９]{1,3})\s*[)）.．]?$/u.exec(leading.at(-1) ?? "")?.[1];
  if (found.key.kind !== "title" || number === undefined) return found;
  return { ...found, key: { kind: "title", number: Number(number.normalize("NFKC")) } };
}

type Filled = Readonly<{ cell: string; column: number }>;

function addCellsWithoutKey(collector: BoxCollector, filled: readonly Filled[], at: Place): void {
  const [first, ...rest] = filled;
  if (first === undefined) return;
  if (rest.length === 0) {
    const place = placeOf(at, first.column);
    for (const line of first.cell.split("\n")) addText(collector, line, place, first.column > 0);
    return;
  }
  const text = rest.map(({ cell }) => cell).join("\n");
  collector.addUnknown({ key: first.cell, text, at: placeOf(at, first.column) });
}

/** （１）県（国際交流課） → 県（国際交流課）. */
function sectionOf(text: string): string | null {
  const name = /^\s*[（(]\s*[\d０-９]{1,2}\s*[)）]\s*(\S.*?)\s*$/u.exec(text)?.[1];
  return name ?? null;
}

function linesOf({ at, parts, unknown }: OpenBox): readonly [number, number] | null {
  const filled = parts.flatMap(({ at: own, lines }) => [
    own,
    ...lines.filter(({ text }) => text.trim() !== "").map((line) => line.at),
  ]);
  const numbers = [at, ...filled, ...unknown.map((row) => row.at)].flatMap(({ line }) => line ?? []);
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}
