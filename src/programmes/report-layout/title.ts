/**
 * The title of a programme and what stands in it: the parent line before 「：」, a note with ※ below.
 */
import { readPrinted } from "../../kernel/printed-text.ts";
import type { LogicalLine } from "./logical-lines.ts";
import { closeGaps } from "./printed-words.ts";

export type Title = Readonly<{ title: string; parentTitle: string | null; titleNote: string | null }>;

const NOTE = /^[（(]?\s*※/u;

export function readTitle(lines: readonly LogicalLine[]): Title {
  const isNote = lines.map(({ text }) => NOTE.test(text));
  const notes = lines.filter((_, index) => isNote[index]).map(({ text }) => withoutFrame(text));
  const words = lines.filter((_, index) => !isNote[index]).map(({ text }) => text);
  const inline = /^(?<title>.*?)\s*(?<note>[（(]?※.*)$/u.exec(words.join(""))?.groups;
  const title = closeGaps(inline?.title ?? words.join(""));
  const all = [...(inline?.note === undefined ? [] : [withoutFrame(inline.note)]), ...notes];
  return { title, parentTitle: parentOf(title), titleNote: all.length === 0 ? null : all.join("\n") };
}

const NUMBER =
  /^(?:No\.? ?)?(?:\((?<bracket>\d{1,3})\) ?|(?<number>\d{1,3})(?:[.、)] ?| +))(?=[^\d\s])(?!か国|カ国|年|周年|回|月|大)/iu;

/** A number that stands before the title instead of before its key: 事業名　３　台湾との交流. */
export function splitNumber(title: string): Readonly<{ number: number | null; title: string }> {
  const { plain, quote } = readPrinted(title);
  const match = NUMBER.exec(plain);
  const digits = match?.groups?.bracket ?? match?.groups?.number;
  if (match === null || digits === undefined) return { number: null, title };
  return { number: Number(digits), title: quote(match[0].length, plain.length).trim() };
}

/** 海外技術協力等推進事業：県費留学生受入事業. */
export function parentOf(title: string): string | null {
  const parent = /^(?<parent>[^：:（）()「」]{2,40})[：:]\s*\S/u.exec(title)?.groups?.parent?.trim();
  return parent ?? null;
}

function withoutFrame(note: string): string {
  const inner = /^[（(]\s*(※.*?)\s*[）)]$/su.exec(note.trim())?.[1];
  return (inner ?? note).trim();
}
