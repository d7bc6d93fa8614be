/**
 * What text extraction leaves in a report besides its words: HTML tags and entities, Markdown marks, `--` fillers.
 *
 * `bareLine` is for recognising headings and cells (a tab is a cell border); `cleanParagraphs` keeps the wording of
 * running text for people. A run-together list (・a・b・c) stays one line: ・ also stands inside words (受入れ・小・中).
 */
import type { SourceLine } from "../../documents/source-text.ts";
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";

/** One line of running text, with the line of the document it stands on. */
export type Paragraph = Readonly<{ line: number; text: string }>;

const INVISIBLE = /\u{feff}|\u{200b}|\u{200c}|\u{200d}|\u{2060}|\u{00ad}/gu;
/** Only tags with Latin names: 〈成果〉 and <成果> are words. */
const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]*)?\/?>/giu;
const LINE_BREAKING_TAG = /<\/?(?:p|br|ul|ol|div|tr|table|tbody|thead|h[1-6]|section|article)(?:\s[^<>]*)?\/?>/giu;
const LIST_ITEM = /<li(?:\s[^<>]*)?>/giu;
const CELL_BORDER = /<\/t[dh]>\s*<t[dh](?:\s[^<>]*)?>/giu;
const AUTOLINK = /<(https?:[^<>\s]*)>/giu;
const MARKDOWN_ESCAPE = /\\([\\`*_{}[\]()#+\-.!|<>])/gu;
const FILLER = /^[-‐‑–—―－−ー─━|:\s]+$/u;
const OWN_MARK = /^(?:[・※○●◎◆◇■□▼▽→【[]|[（(]\s*[\d０-９]|[①-⑳]|[\d０-９]+\s*[.)．）]|[ア-ン][\s.．)）、])/u;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  middot: "・",
  hellip: "…",
  ndash: "–",
  mdash: "—",
};

/** A filler line such as `--` says that there is nothing. */
export function isFiller(text: string): boolean {
  return FILLER.test(text);
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

export function bareLine(text: string): string {
  const words = decodeEntities(withoutLongGaps(text))
    .replace(AUTOLINK, "$1")
    .replace(CELL_BORDER, "\t")
    .replace(TAG, "")
    .replace(/[\u{00a0}\u{3000}]/gu, " ");
  return cellsOfPipes(stripMarkdown(words)).replace(/[\r\n]/gu, "");
}

export function cleanParagraphs(lines: readonly SourceLine[]): readonly Paragraph[] {
  return lines.flatMap(({ line, text }) => cleanLine(text).map((words) => ({ line, text: words })));
}

/** Null where nothing but fillers stands. */
export function joinParagraphs(paragraphs: readonly Paragraph[]): string | null {
  return paragraphs.length === 0 ? null : paragraphs.map(({ text }) => text).join("\n");
}

function cleanLine(text: string): readonly string[] {
  const broken = decodeEntities(withoutLongGaps(text))
    .replace(AUTOLINK, "$1")
    .replace(CELL_BORDER, "\t")
    .replace(LIST_ITEM, "\n- ")
    .replace(LINE_BREAKING_TAG, "\n")
    .replace(TAG, "");
  return broken.split(/[\r\n]+/u).flatMap((piece) => {
    const words = tidy(piece);
    return words === "" || isFiller(words) ? [] : [maskPersonalMailboxes(words)];
  });
}

/** No report needs a gap of more than some spaces; without long ones no pattern below has to try them twice. */
function withoutLongGaps(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(/[^\S\t]{32,}/gu, "  ")
    .replace(/\t{32,}/gu, (tabs) => tabs.slice(0, 32));
}

function tidy(piece: string): string {
  const spaced = cellsOfPipes(stripMarkdown(piece))
    .replace(/[\t\u{00a0}]+/gu, " ")
    .trim();
  return withoutDoubleMark(markListItem(spaced));
}

/** `- text` is a list item: it keeps the mark it has (・, ※, (1), ア) or gets ・. */
function markListItem(text: string): string {
  const item = /^[-*+•]\s+(.*)$/u.exec(text);
  const words = item?.[1];
  if (words === undefined) return text;
  return OWN_MARK.test(words) ? words : `・${words}`;
}

function withoutDoubleMark(text: string): string {
  return text.replace(/^・\s*・/u, "・").replace(/^・\s*$/u, "");
}

function stripMarkdown(text: string): string {
  return text
    .replace(MARKDOWN_ESCAPE, "$1")
    .replace(/\*\*/gu, "")
    .replace(/^\s*(?:>\s?)*\s*(?:#{1,6}\s*)?/u, (marks) => (/[>#]/u.test(marks) ? "" : marks));
}

function cellsOfPipes(text: string): string {
  if (!/^\s*\|/u.test(text)) return text;
  const inner = text.replace(/^\s*\|/u, "").replace(/\|\s*$/u, "");
  return inner
    .split("|")
    .map((cell) => cell.trim())
    .join("\t");
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/giu, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
