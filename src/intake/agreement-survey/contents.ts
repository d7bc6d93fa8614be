/**
 * The table of contents: 「n. 海外－日本 「題名」【再掲】 頁」, on one line, on two with the page on either, or wrapped.
 *
 * Three kinds of dash stand between the sides (－ ー 一), and two of them also stand inside names: the split is where
 * a Japanese local government begins. A word broken by a wrapped line (フラ ンス共和国) is joined again.
 */
import { maskPersonalMailboxes } from "../../kernel/mailbox.ts";
import type { Field } from "../../registry/index.ts";
import { closeBrokenWords } from "./broken-words.ts";
import { isBlank, isFiller } from "./clean-text.ts";
import { hasSplitDigits, readNumberHeading, takeRelistingMark } from "./headings.ts";

import type { BareLine, FieldHeading, Segments } from "./segments.ts";

export type ContentsEntry = Readonly<{
  field: Field;
  number: number;
  title: string;
  foreignText: string;
  japanText: string;
  relisted: boolean;
  page: number | null;
  line: number;
}>;

/** What an entry tells besides its words. */
export type EntryReading = Readonly<{
  entry: ContentsEntry;
  damagedNumber: string | null;
  isSplit: boolean;
  hasTitle: boolean;
}>;

/** Tells whether a text begins with a Japanese local government. */
export type StartsInJapan = (text: string) => boolean;

type Draft = { field: Field; line: number; number: number; damaged: string | null; parts: string[] };

const DASH = /[－ーｰ一\-‐‑–—―−─]/gu;
const PAGE_AT_END = /(?:\t\s*|[」】』)）]\s*|\s{2,}|[….・]{2,}\s*|\s)([0-9０-９](?:\s?[0-9０-９]){0,3})\s*$/u;
const PAGE_BEFORE_TITLE = /(?:\t|\s+|[….・]{2,}\s*)([0-9０-９]{1,4})\s+(?=「)/u;
/** The two sides of the longest entry known take 300 characters. */
const LONGEST_SIDES = 2000;
const LINES_PER_ENTRY = 8;

export function readContents(
  { front, frontFields, sheetFields }: Pick<Segments, "front" | "frontFields" | "sheetFields">,
  fieldOf: (heading: FieldHeading) => Field | null,
  startsInJapan: StartsInJapan,
): readonly EntryReading[] {
  return collectEntries(front, fieldOf, frontFields, sheetFields).map((draft) => readEntry(draft, startsInJapan));
}

function collectEntries(
  front: readonly BareLine[],
  fieldOf: (heading: FieldHeading) => Field | null,
  headings: readonly FieldHeading[],
  ends: readonly FieldHeading[],
): readonly Draft[] {
  const byLine = new Map([...headings, ...ends].map((heading) => [heading.line, heading]));
  const sheetHeadings = new Set(ends.map(({ line }) => line));
  const drafts: Draft[] = [];
  let field: Field | null = null;
  let open: Draft | null = null;
  for (const { bare, line } of front) {
    const heading = byLine.get(line);
    if (heading !== undefined) {
      field = sheetHeadings.has(line) ? null : fieldOf(heading);
      open = null;
      continue;
    }
    if (field === null || isBlank(bare) || isFiller(bare)) continue;
    const number = readNumberHeading(bare);
    if (number !== null) {
      const damaged = number.damaged ? number.asPrinted : null;
      open = { field, line, number: number.number, damaged, parts: [bare.slice(bare.indexOf(number.title))] };
      drafts.push(open);
    } else if (open !== null && open.parts.length < LINES_PER_ENTRY && !isComplete(open)) {
      open.parts.push(bare);
    }
  }
  return drafts;
}

/** A title and a page have been read: what follows is not part of the entry. */
function isComplete({ parts }: Draft): boolean {
  const hasTitle = parts.some((part) => /」/u.test(part));
  return (
    hasTitle &&
    parts.some((part) => PAGE_AT_END.test(part) || PAGE_BEFORE_TITLE.test(part)) &&
    !parts.at(-1)?.trim().endsWith("、")
  );
}

function readEntry(draft: Draft, startsInJapan: StartsInJapan): EntryReading {
  const { field, line, number, parts } = draft;
  const paged = parts.map(takePage);
  const whole = takePage(joinLines(paged.map((part) => part.text)));
  const page = paged.findLast((part) => part.page !== null) ?? (whole.page === null ? null : whole);
  const text = page === whole ? whole.text : joinLines(paged.map((part) => part.text));
  const { sides, title, relisted } = takeTitle(maskPersonalMailboxes(text));
  const split = splitSides(sides.length > LONGEST_SIDES ? sides : closeBrokenWords(sides), startsInJapan);
  return {
    entry: { field, number, title, ...split, relisted, page: page?.page ?? null, line },
    damagedNumber: draft.damaged ?? (page !== null && hasSplitDigits(page.printed) ? page.printed : null),
    isSplit: split.japanText !== "",
    hasTitle: title !== "",
  };
}

type Paged = Readonly<{ text: string; page: number | null; printed: string }>;

function takePage(part: string): Paged {
  const inside = PAGE_BEFORE_TITLE.exec(part);
  if (inside !== null) return withPage(part.replace(PAGE_BEFORE_TITLE, " "), inside[1] ?? "");
  const atEnd = PAGE_AT_END.exec(part);
  if (atEnd === null) return { text: part.trim(), page: null, printed: "" };
  const bracket = /^[」】』)）]/u.exec(atEnd[0])?.[0] ?? "";
  return withPage(`${part.slice(0, atEnd.index)}${bracket}`, atEnd[1] ?? "");
}

function withPage(text: string, printed: string): Paged {
  return { text: text.trim(), page: Number(printed.normalize("NFKC").replace(/\s+/gu, "")), printed };
}

function joinLines(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** The outer 「」 holds the title; without brackets there is none. */
function takeTitle(text: string): Readonly<{ sides: string; title: string; relisted: boolean }> {
  const marked = takeRelistingMark(text);
  const open = marked.title.indexOf("「");
  if (open < 0) return { sides: marked.title, title: "", relisted: marked.relisted };
  const quoted = marked.title.slice(open).trim();
  const close = closingBracket(quoted);
  const title = close === quoted.length - 1 ? quoted.slice(1, close) : close < 0 ? quoted.slice(1) : quoted;
  return { sides: marked.title.slice(0, open).trim(), title: title.trim(), relisted: marked.relisted };
}

function closingBracket(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "「") depth++;
    if (text[index] === "」" && --depth === 0) return index;
  }
  return text.lastIndexOf("」");
}

function splitSides(sides: string, startsInJapan: StartsInJapan): Readonly<{ foreignText: string; japanText: string }> {
  if (sides.length > LONGEST_SIDES) return { foreignText: sides.slice(0, LONGEST_SIDES), japanText: "" };
  const dashes = [...sides.matchAll(DASH)].filter(({ index }) => index > 0);
  const sure = dashes.find(({ index }) => startsInJapan(sides.slice(index + 1).trim()));
  const plainDashes = dashes.filter(([dash]) => !/[ーｰ一]/u.test(dash));
  const dash = sure ?? (plainDashes.length === 1 ? plainDashes[0] : undefined);
  if (dash === undefined) return { foreignText: sides.trim(), japanText: "" };
  return { foreignText: sides.slice(0, dash.index).trim(), japanText: sides.slice(dash.index + 1).trim() };
}
