/**
 * Splits the lines of a year's cell into what stands before the first mark and its sub-items: (1) ⑴ ① ・.
 *
 * ① and ・ below a (1) are of the second level. A key in front of a value (開催日：…) belongs to the scope it stands in,
 * with a bullet before it as well (・開催日：…). Numbers without a point (１ 派遣) are marks where they count from one.
 */

import { isEventKey, readSpacedKey } from "./line-keys.ts";
import type { LogicalLine } from "./logical-lines.ts";
import { closeGaps, closeLabel } from "./printed-words.ts";

export type Labelled = Readonly<{ label: string; value: string; text: string }>;

export type Scope = Readonly<{
  mark: string | null;
  level: 1 | 2;
  /** The words behind the mark; "" for the lines before the first mark. */
  label: string;
  /** Lines with a key. */
  labelled: readonly Labelled[];
  /** Lines without one. */
  texts: readonly string[];
  notes: readonly string[];
  /** All of it, the mark included. */
  text: string;
  line: LogicalLine | null;
}>;

const MARK =
  /^(?<mark>[(（]\s*[\d０-９]{1,2}\s*[)）]|[⑴-⒇]|[①-⑳]|[・･•●○◆◇■□▪]|[ア-ン][)）.．]|[ア-コ](?=[ \u{3000}]+\S)|[a-z][)）.．]|[\d０-９]{1,2}[.．](?![\d０-９])|[-–—](?=\s))\s*(?<words>.*)$/su;
/** １ 訪問団の派遣; a number before a counter (２ 名) is none. */
const PLAIN_NUMBER =
  /^(?<mark>[\d０-９]{1,2})[ \u{3000}]+(?!(?:月|日(?!本)|年|名|人(?!材)|件|回|時|分|号|階|か))(?<words>[^\d０-９\s～〜（(].*)$/su;
const BULLET = /^(?:[・･•●○◆◇■□▪]|[①-⑳]|[ア-ン][)）.．]?(?=\s)|[-–—](?=\s))\s*/u;
const LABEL =
  /^(?<label>(?=[^：:]*[^\d０-９\s：:])[^：:。，、「」（）()※]{1,14}(?<![\d０-９])(?:[（(][^：:。，、（）()\d０-９]{1,10}[）)])?)[：:]\s*(?<value>.*)$/su;

export function splitScopes(lines: readonly LogicalLine[]): readonly Scope[] {
  const readMark = markReader(lines);
  let numbered = false;
  return groupLines(lines, readMark).map((own): Scope => {
    const mark = readMark(own[0]?.text ?? "")?.mark ?? null;
    const isNumber = mark !== null && /^[(（⑴-⒇\d０-９]/u.test(mark);
    if (isNumber) numbered = true;
    return toScope(own, readMark, isNumber || mark === null || !numbered ? 1 : 2);
  });
}

type Mark = Readonly<{ mark: string; words: string }>;
type ReadMark = (text: string) => Mark | null;

function markReader(lines: readonly LogicalLine[]): ReadMark {
  const numbers = lines.flatMap(({ text }) => PLAIN_NUMBER.exec(text)?.groups?.mark?.normalize("NFKC") ?? []);
  const isCounting = numbers.length > 1 && numbers.every((number, index) => Number(number) === index + 1);
  return (text) => {
    if (readBulletedKey(text) !== null) return null;
    const groups = (MARK.exec(text) ?? (isCounting ? PLAIN_NUMBER.exec(text) : null))?.groups;
    return groups === undefined
      ? null
      : { mark: (groups.mark ?? "").replace(/\s+/gu, ""), words: (groups.words ?? "").trim() };
  };
}

/** A mark begins a group; so does, where none stands, a line of words behind lines with keys: the next event's name. */
function groupLines(lines: readonly LogicalLine[], readMark: ReadMark): readonly (readonly LogicalLine[])[] {
  const groups: LogicalLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const isMarked = readMark(line.text) !== null;
    const hasKeys = open?.some(({ text }) => readMark(text) === null && readKeys(text).length > 0) ?? false;
    const isWords = !isMarked && !line.text.startsWith("※") && readKeys(line.text).length === 0;
    const isNextName = isWords && hasKeys && open !== undefined && readMark(open[0]?.text ?? "") === null;
    if (open === undefined || isMarked || isNextName) groups.push([line]);
    else open.push(line);
  }
  return groups;
}

function toScope(own: readonly LogicalLine[], readMark: ReadMark, level: 1 | 2): Scope {
  const [first, ...rest] = own;
  const { mark = null, words = "" } = readMark(first?.text ?? "") ?? {};
  const behind = mark === null ? own : rest;
  const notes = behind.filter(({ text }) => text.startsWith("※")).map(({ text }) => text);
  const plain = behind.filter(({ text }) => !text.startsWith("※"));
  const read = plain.map(({ text }) => ({ text, keys: readKeys(text) }));
  const labelled = read.flatMap(({ keys }) => keys);
  const texts = read.filter(({ keys }) => keys.length === 0).map(({ text }) => text);
  const text = own.map((line) => line.text).join("\n");
  return { mark, level, label: closeGaps(words), labelled, texts, notes, text, line: first ?? null };
}

/** The keys of one line: 参加校：６校　参加者：128名 has two. */
function readKeys(text: string): readonly Labelled[] {
  const bulleted = readBulletedKey(text);
  if (bulleted !== null) return [bulleted];
  const pieces = text.split(/\s+(?=[^\s：:。，、「」（）()※\d０-９]{2,10}[：:])/u);
  const keys = pieces.flatMap((piece) => readLabelled(piece) ?? []);
  const whole = readLabelled(text);
  return keys.length === pieces.length ? keys : whole === null ? [] : [whole];
}

/** ・開催日：…, ア　場所　…; the mark only sets off the line. */
function readBulletedKey(text: string): Labelled | null {
  const bullet = BULLET.exec(text)?.[0];
  const found = bullet === undefined ? null : readLabelled(text.slice(bullet.length));
  return found === null || !isEventKey(found.label) ? null : { ...found, text };
}

export function readLabelled(text: string): Labelled | null {
  const groups = LABEL.exec(text)?.groups;
  if (groups === undefined) {
    const spaced = readSpacedKey(text);
    return spaced === null ? null : { ...spaced, text };
  }
  return { label: closeLabel(groups.label ?? ""), value: (groups.value ?? "").trim(), text };
}
