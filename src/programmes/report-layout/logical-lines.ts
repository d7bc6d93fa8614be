/**
 * Lines as the author wrote them, out of lines as the page broke them.
 *
 * Text from txt and PDF breaks inside words where the column ends; a line that fills the column goes on below. A line
 * with a mark, a key (開催日：) or ※ begins anew. Files with real paragraphs (docx, html, xlsx) are left as they are.
 */
import type { SourceText } from "../../documents/source-text.ts";
import type { Place } from "../../kernel/finding.ts";
import type { BoxLine } from "./boxes.ts";
import { readSpacedKey } from "./line-keys.ts";

export type LogicalLine = Readonly<{ text: string; at: Place }>;

const MARK =
  /^(?:[(（]\s*[\d０-９]{1,2}\s*[)）]|[⑴-⒇①-⑳]|[・･•●○◆◇■□▪※]|[ア-ン][)）.．]|[ア-コ][ \u{3000}]|[\d０-９]{1,2}[.．]\s?(?![\d０-９])|[-–—]\s)/u;
const LABEL =
  /^(?=[^：:]*[^\d０-９\s：:])[^：:。，、「」（）()※]{1,14}(?<![\d０-９])(?:[（(][^：:。，、（）()\d０-９]{1,10}[）)])?[：:]/u;
/** １ 訪問団の派遣; not ２ 名, 10 月 25 日. */
const COUNTED_ITEM =
  /^[\d０-９]{1,2}[ \u{3000}]+(?!(?:月|日(?!本)|年|名|人(?!材)|件|回|時|分|号|階|か))(?=[\p{Script=Han}「])/u;
/** A line cannot begin with these. */
const TAIL = /^[、。，．）)」』〉》】ーァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ]/u;
/** How much shorter than the column a line may be and still fill it: what the line-end rules push down, and indents. */
const SLACK = 9;
/** Behind a key the lines hang deeper. */
const SLACK_BEHIND_KEY = 13;

/** Display width of the column, or null when lines of the file are lines of the author. */
export function findColumnWidth({ format }: Pick<SourceText, "format">, lines: readonly BoxLine[]): number | null {
  if (format !== "txt" && format !== "pdf" && format !== "md") return null;
  const widths = lines.map(({ text }) => widthOf(text.trim())).filter((width) => width > 0);
  const sorted = widths.toSorted((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.97)] ?? 0;
  if (width < 30 || width > 120) return null;
  const filled = widths.filter((one) => one >= width - SLACK && one <= width + 4).length;
  return filled >= Math.max(3, widths.length * 0.08) ? width : null;
}

export function joinLines(lines: readonly BoxLine[], columnWidth: number | null): readonly LogicalLine[] {
  const joined: { text: string; at: Place; last: string }[] = [];
  for (const { text, at } of lines) {
    const words = text.replace(/[\u{00a0}\u{3000}]/gu, " ").trim();
    if (words === "") continue;
    const open = joined.at(-1);
    if (open !== undefined && goesOn(open.text, open.last, words, columnWidth)) {
      open.text += gapBetween(open.text, words) + words;
      open.last = words;
    } else joined.push({ text: words, at, last: words });
  }
  return joined.map(({ text, at }) => ({ text, at }));
}

function goesOn(soFar: string, last: string, next: string, columnWidth: number | null): boolean {
  if (TAIL.test(next) || (LABEL.test(soFar) && /^[（(]?内訳/u.test(next))) return true;
  if (startsAnew(next)) return columnWidth !== null && isWordBrokenAtDot(soFar, last, next, columnWidth);
  if (isUnclosed(soFar) || /[、，]$/u.test(last)) return true;
  if (/^[・･]/u.test(soFar) && /^[(（]/u.test(next)) return true;
  return columnWidth !== null && isFull(last, columnWidth, LABEL.test(soFar)) && !/[。]$/u.test(last);
}

/** 県民 at the end of a full line above ・外国人: the dot joins words, and lists no item. */
function isWordBrokenAtDot(soFar: string, last: string, next: string, columnWidth: number): boolean {
  const isDot = /^[・･]\S/u.test(next) && !MARK.test(soFar);
  return isDot && /[\p{L}\p{N}]$/u.test(last) && isFull(last, columnWidth, LABEL.test(soFar));
}

export function startsAnew(line: string): boolean {
  return MARK.test(line) || LABEL.test(line) || COUNTED_ITEM.test(line) || readSpacedKey(line) !== null;
}

function isFull(line: string, columnWidth: number, isBehindKey: boolean): boolean {
  return widthOf(line) >= columnWidth - (isBehindKey ? SLACK_BEHIND_KEY : SLACK);
}

/** More opening than closing brackets, in a text short enough to be one thing. */
function isUnclosed(text: string): boolean {
  const open = text.match(/[（(「『]/gu)?.length ?? 0;
  const closed = text.match(/[）)」』]/gu)?.length ?? 0;
  return open > closed && text.length < 400;
}

/** Japanese words go on without a gap, Latin ones with one. */
function gapBetween(before: string, after: string): string {
  return /[A-Za-z\d,.]$/u.test(before) && /^[A-Za-z\d]/u.test(after) ? " " : "";
}

function widthOf(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\u{20}-\u{7e}\u{ff61}-\u{ff9f}]/u.test(character) ? 1 : 2),
    0,
  );
}
