/**
 * The headings of a document with their numbers, the same in every format.
 *
 * Japanese official documents number 1, (1), ア downwards (公用文作成の考え方, 文化審議会 令和4年1月); English ones 1, 1.1, 1.1.1.
 * Boxes bring a number of their own.
 */
import type { Block, Document, DocumentLanguage, HeadingLevel } from "./document.ts";

export type OutlineEntry = Readonly<{
  /** Position of the heading or box among the document's blocks, from 0. */
  block: number;
  level: HeadingLevel;
  /** Number and words, as printed. */
  text: string;
  /** Unique in the document; names bookmarks and targets of links. */
  anchor: string;
}>;

const KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";

export function outlineOf({ meta, blocks }: Document): readonly OutlineEntry[] {
  const counters = [0, 0, 0];
  const entries: OutlineEntry[] = [];
  for (const [index, block] of blocks.entries()) {
    const head = headOf(block, counters, meta.language);
    if (head !== null) entries.push({ block: index, ...head, anchor: `section-${entries.length + 1}` });
  }
  return entries;
}

function headOf(block: Block, counters: number[], language: DocumentLanguage) {
  if (block.kind === "box") {
    return { level: block.level, text: joinNumber(block.number ?? "", oneLine(block.title), language) };
  }
  if (block.kind !== "heading") return null;
  const { level, isNumbered = false } = block;
  counters.fill(0, level);
  if (!isNumbered) return { level, text: oneLine(block.text) };
  counters[level - 1] = (counters[level - 1] ?? 0) + 1;
  return { level, text: joinNumber(headingNumber(counters.slice(0, level), language), oneLine(block.text), language) };
}

function headingNumber(counters: readonly number[], language: DocumentLanguage): string {
  const last = counters.at(-1) ?? 0;
  if (language === "en") return counters.map((count) => Math.max(count, 1)).join(".");
  if (counters.length === 1) return `${last}`;
  if (counters.length === 2) return `(${last})`;
  return KANA[last - 1] ?? `${last}`;
}

function joinNumber(number: string, words: string, language: DocumentLanguage): string {
  return number === "" ? words : `${number}${language === "ja" ? "　" : " "}${words}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u{2028}\u{2029}]+\s*/gu, " ");
}
