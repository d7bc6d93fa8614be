/**
 * The title of a programme and what stands in it: the parent line before 「：」, a note with ※ below.
 */
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

/** 海外技術協力等推進事業：県費留学生受入事業. */
function parentOf(title: string): string | null {
  const parent = /^(?<parent>[^：:]{2,40})[：:]\s*\S/u.exec(title)?.groups?.parent?.trim();
  return parent ?? null;
}

function withoutFrame(note: string): string {
  const inner = /^[（(]\s*(※.*?)\s*[）)]$/su.exec(note.trim())?.[1];
  return (inner ?? note).trim();
}
