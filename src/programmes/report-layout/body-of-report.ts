/**
 * The part of a report that holds programmes: without the tables counted from it, and without what a page repeats.
 *
 * The tables of 「資料　集計と比較」 are counted from the boxes above; read as records they would be counted twice. What
 * stands at the edges of pages (running title, 3 / 12) belongs to no programme.
 */
import type { SourceLine, SourceText } from "../../documents/source-text.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import { findEventDates } from "../event-dates.ts";
import { closeGaps } from "./printed-words.ts";

/** Heading of the tables in our own report; as long as it is, no line of a programme is taken for it. */
export const APPENDIX_HEADING = "資料　集計と前年度報告との差";

const squeezed = (text: string) => readPrinted(text).plain.replace(/\s+/gu, "");
const APPENDIX = squeezed(APPENDIX_HEADING);

export function bodyOfReport(source: SourceText): SourceText {
  const edges = repeatedEdges(source.lines);
  const running = runningLines(source.lines);
  const [end] = source.lines.flatMap(({ text }, index) => (squeezed(text) === APPENDIX ? [index] : []));
  const lines = source.lines
    .slice(0, end)
    .filter((line) => !running.has(line.line))
    .filter((line, index, all) => !isEdge(line, all[index - 1]?.page, all[index + 1]?.page, edges));
  const sheets = source.tables.findIndex(({ rows }) => rows.some(({ cells }) => cells.some(isAppendix)));
  return { ...source, lines, tables: sheets < 0 ? source.tables : source.tables.slice(0, sheets) };
}

const PAGE_NUMBER = /^[-–—―−] *\d{1,4} *[-–—―−]$/u;

/** In plain text the line below a page number, when it is the same below every one of them: the running title. */
function runningLines(lines: readonly SourceLine[]): ReadonlySet<number> {
  const filled = lines.filter(({ text }) => text.trim() !== "");
  const below = filled.filter((_, index) => PAGE_NUMBER.test((filled[index - 1]?.text ?? "").normalize("NFKC").trim()));
  const [first] = below;
  const isSame =
    below.length > 1 && first !== undefined && below.every(({ text }) => squeezed(text) === squeezed(first.text));
  return new Set(isSame ? below.map(({ line }) => line) : []);
}

function isAppendix(cell: string): boolean {
  return squeezed(cell) === APPENDIX;
}

/** First lines of pages, from the second on, when all pages begin with them. */
function repeatedEdges(lines: readonly SourceLine[]): ReadonlySet<string> {
  const firsts = lines.filter(({ page }, index) => page !== undefined && page > 1 && lines[index - 1]?.page !== page);
  const [first] = firsts;
  const isOnAll = first !== undefined && firsts.every(({ text }) => squeezed(text) === squeezed(first.text));
  const isRepeated =
    isOnAll && lines.some(({ text, page }) => page === 1 && isPartOf(squeezed(first.text), squeezed(text)));
  return new Set(isRepeated ? [squeezed(first.text)] : []);
}

/** A running title is the report's title, or its publisher, or one beside the other; both stand on the first page. */
function isPartOf(running: string, line: string): boolean {
  return line.length > 1 && (running.startsWith(line) || running.endsWith(line));
}

function isEdge(
  { text, page }: SourceLine,
  before: number | undefined,
  after: number | undefined,
  repeated: ReadonlySet<string>,
): boolean {
  if (page === undefined) return false;
  if (after !== page && /^\d{1,4} *\/ *\d{1,4}$/u.test(text.normalize("NFKC").trim())) return true;
  return before !== page && page > 1 && repeated.has(squeezed(text));
}

/** Name of a body, a date alone, or the report's own title above the first box: 令和６年度国際交流事業（予定）, ４　国際交流事業. */
export function isTitleBlock(text: string): boolean {
  const plain = closeGaps(text).normalize("NFKC").trim();
  if (REPORT_TITLE.test(plain)) return true;
  const words = plain.replace(/^(?:担当|所管|作成|編集|発行)(?:課|部署|者)?\s*[::]\s*/u, "").split(/\s+/u);
  return words.every((word) => BODY.test(word) || isDateAlone(word));
}

const REPORT_TITLE =
  /^(?:[(]?\d{1,2}[).]?\s+)?[^。:※]{0,60}(?:年度[^。:※]{0,40}(?:事業|実績|計画|予定)|(?:国際|交流|協力)[^。:※]{0,12}事業)[^。:※]{0,12}$/u;

const BODY =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー()]{1,20}(?:都|道|府|県|市|区|町|村|課|室|部|局|協会|財団|機構)\)?$/u;

function isDateAlone(word: string): boolean {
  const [only, ...more] = findEventDates(word, null).dates;
  return (
    only !== undefined && more.length === 0 && only.date.precision === "day" && only.end - only.start === word.length
  );
}
