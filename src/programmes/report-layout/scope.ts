/**
 * Splits the lines of a year's cell into what stands before the first mark and its sub-items: (1) ⑴ ① ・.
 *
 * ① and ・ below a (1) are of the second level. A key in front of a value (開催日：…) belongs to the scope it stands in.
 */

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
  /^(?<mark>[(（]\s*[\d０-９]{1,2}\s*[)）]|[⑴-⒇]|[①-⑳]|[・･•●○◆◇■□▪]|[ア-ン][)）.．]|[\d０-９]{1,2}[.．](?![\d０-９])|[-–—](?=\s))\s*(?<words>.*)$/su;
const LABEL =
  /^(?<label>(?=[^：:]*[^\d０-９\s：:])[^：:。，、「」（）()※]{1,14}(?<![\d０-９])(?:[（(][^：:。，、（）()\d０-９]{1,10}[）)])?)[：:]\s*(?<value>.*)$/su;

export function splitScopes(lines: readonly LogicalLine[]): readonly Scope[] {
  let numbered = false;
  return groupLines(lines).map((own): Scope => {
    const printed = MARK.exec(own[0]?.text ?? "")?.groups?.mark;
    const mark = printed === undefined ? null : printed.replace(/\s+/gu, "");
    const isNumber = mark !== null && /^[(（⑴-⒇\d０-９]/u.test(mark);
    if (isNumber) numbered = true;
    return toScope(own, mark, isNumber || mark === null || !numbered ? 1 : 2);
  });
}

/** A mark begins a group; so does, where none stands, a line of words behind lines with keys: the next event's name. */
function groupLines(lines: readonly LogicalLine[]): readonly (readonly LogicalLine[])[] {
  const groups: LogicalLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const isMarked = MARK.test(line.text);
    const hasKeys = open?.some(({ text }) => !MARK.test(text) && readLabelled(text) !== null) ?? false;
    const isWords = !isMarked && !line.text.startsWith("※") && readLabelled(line.text) === null;
    const isNextName = isWords && hasKeys && open !== undefined && !MARK.test(open[0]?.text ?? "");
    if (open === undefined || isMarked || isNextName) groups.push([line]);
    else open.push(line);
  }
  return groups;
}

function toScope(own: readonly LogicalLine[], mark: string | null, level: 1 | 2): Scope {
  const [first, ...rest] = own;
  const words = mark === null ? "" : (MARK.exec(first?.text ?? "")?.groups?.words ?? "").trim();
  const behind = mark === null ? own : rest;
  const notes = behind.filter(({ text }) => text.startsWith("※")).map(({ text }) => text);
  const plain = behind.filter(({ text }) => !text.startsWith("※"));
  const labelled = plain.flatMap(({ text }) => readLabelled(text) ?? []);
  const texts = plain.filter(({ text }) => readLabelled(text) === null).map(({ text }) => text);
  const text = own.map((line) => line.text).join("\n");
  return { mark, level, label: closeGaps(words), labelled, texts, notes, text, line: first ?? null };
}

export function readLabelled(text: string): Labelled | null {
  const groups = LABEL.exec(text)?.groups;
  if (groups === undefined) return null;
  return { label: closeLabel(groups.label ?? ""), value: (groups.value ?? "").trim(), text };
}
