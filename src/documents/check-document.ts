/** Looks at a document before it is written: what a format could not hold is named here, with its place. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Block, Content, Document, DocumentMeta, Table } from "./document.ts";
import { cellOf, inlinesOf, textsOf } from "./document-content.ts";
import {
  type CheckedDocument,
  type DocumentProblem,
  defaultWriteLimits,
  type Flaw,
  type FlawCode,
  type FlawPlace,
  type LengthUnit,
  type WriteLimits,
} from "./document-flaw.ts";
import { type OutlineEntry, outlineOf } from "./document-outline.ts";
import { layOutRows } from "./table-grid.ts";

const MAX_FLAWS = 100;

export function checkDocument(
  document: Document,
  limits: WriteLimits = defaultWriteLimits,
): Outcome<CheckedDocument, DocumentProblem> {
  const tooLong = findExcess(document, limits);
  if (tooLong !== null) return refuse(tooLong);
  const outline = outlineOf(document);
  const flaws = [...metaFlaws(document.meta)];
  const heads = new Map(outline.map((entry) => [entry.block, entry]));
  let above: OutlineEntry | null = null;
  for (const [index, block] of document.blocks.entries()) {
    const head = heads.get(index) ?? null;
    const at: FlawPlace = { block: index + 1, kind: block.kind, heading: (head ?? above)?.text ?? "" };
    if (head !== null && head.level > (above?.level ?? 0) + 1) flaws.push({ code: "heading_level_skipped", at });
    above = head ?? above;
    flaws.push(...textFlaws(block, at), ...shapeFlaws(block, at));
    if (flaws.length >= MAX_FLAWS) break;
  }
  if (flaws.length > 0) return refuse({ code: "document_flawed", flaws: flaws.slice(0, MAX_FLAWS) });
  return succeed({ document, outline });
}

function findExcess({ blocks }: Document, limits: WriteLimits): DocumentProblem | null {
  const excess = (unit: LengthUnit, limit: number): DocumentProblem => {
    return { code: "document_too_long", unit, limit };
  };
  if (blocks.length > limits.maxBlocks) return excess("blocks", limits.maxBlocks);
  let cells = 0;
  let characters = 0;
  for (const block of blocks) {
    if (block.kind === "table") for (const row of block.rows) cells += row.length;
    for (const { content } of textsOf(block)) characters += lengthOf(content);
    if (block.kind === "figure") characters += block.svg.length;
    if (cells > limits.maxCells) return excess("cells", limits.maxCells);
    if (characters > limits.maxCharacters) return excess("characters", limits.maxCharacters);
  }
  return null;
}

function lengthOf(content: Content): number {
  if (typeof content === "string") return content.length;
  return content.reduce((sum, inline) => sum + (typeof inline === "string" ? inline : inline.text).length, 0);
}

function* metaFlaws({
  title,
  organisation,
  date,
  dateAsPrinted = "",
  runningHeader = "",
}: DocumentMeta): Generator<Flaw> {
  const at: FlawPlace = { block: 0, kind: "document", heading: "" };
  if (title.trim() === "" || organisation.trim() === "" || !isDay(date)) yield { code: "meta_incomplete", at };
  for (const text of [title, organisation, dateAsPrinted, runningHeader]) yield* characterFlaws(text, at);
}

/** Zip containers know no day before 1980. */
function isDay(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const instant = new Date(Date.UTC(year, month - 1, day));
  return year >= 1980 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
}

function* textFlaws(block: Block, at: FlawPlace): Generator<Flaw> {
  for (const { content, row, column } of textsOf(block)) {
    const place = { ...at, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) };
    for (const inline of inlinesOf(content)) {
      yield* characterFlaws(typeof inline === "string" ? inline : inline.text, place);
      if (typeof inline !== "string" && inline.kind === "link" && !isAllowedLink(inline.href)) {
        yield { code: "link_not_allowed", at: place, value: inline.href.slice(0, 80) };
      }
    }
  }
}

/**
 * XML holds no control characters but tab and line ends, and half a surrogate pair is no character at all.
 * Both come from broken files and from pasting; dropping them silently could join two words.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are looked for.
const FORBIDDEN = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}-\u{9F}\u{FFFE}\u{FFFF}\p{Cs}]/u;

function* characterFlaws(text: string, at: FlawPlace): Generator<Flaw> {
  const found = FORBIDDEN.exec(text)?.[0];
  if (found === undefined) return;
  yield {
    code: "control_character",
    at,
    value: `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  };
}

function isAllowedLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href) && (URL.canParse(href) || href.startsWith("mailto:"));
}

function* shapeFlaws(block: Block, at: FlawPlace): Generator<Flaw> {
  const flaw = (code: FlawCode): Flaw => ({ code, at });
  if (block.kind === "table") yield* tableFlaws(block, at);
  if (block.kind === "heading" && block.text.trim() === "") yield flaw("empty_text");
  if (block.kind === "list" && block.items.length === 0) yield flaw("empty_text");
  if (block.kind === "box" && (block.title.trim() === "" || block.rows.length === 0)) yield flaw("empty_text");
  if (block.kind === "figure") {
    if (block.alt.trim() === "") yield flaw("empty_text");
    const { widthPercent = 100 } = block;
    const isDrawing = /^\s*(<\?xml[^>]*\?>\s*)?<svg\s[^>]*>[\s\S]*<\/svg>\s*$/.test(block.svg);
    const isActive = /<(script|image|foreignObject|iframe|!ENTITY)\b/i.test(block.svg);
    const hasSize = /<svg\s[^>]*\b(viewBox|width)\s*=/.test(block.svg);
    if (!isDrawing || !hasSize || isActive || FORBIDDEN.test(block.svg) || !(widthPercent > 0 && widthPercent <= 100)) {
      yield flaw("figure_unreadable");
    }
  }
}

function* tableFlaws({ columns, headerRows, rows }: Table, at: FlawPlace): Generator<Flaw> {
  if (columns.length === 0 || rows.length === 0) {
    yield { code: "empty_table", at };
    return;
  }
  if (columns.some(({ width }) => !(width > 0 && Number.isFinite(width)))) yield { code: "table_does_not_fit", at };
  const parts = [
    { part: headerRows, offset: 0 },
    { part: rows, offset: headerRows.length },
  ];
  for (const { part, offset } of parts) {
    const { misfit } = layOutRows(part, columns.length);
    if (misfit === null) continue;
    yield { code: "table_does_not_fit", at: { ...at, row: misfit.row + offset + 1, column: misfit.column + 1 } };
  }
  for (const [index, row] of rows.entries()) {
    const column = row.findIndex((cell) => !Number.isFinite(cellOf(cell).value ?? 0));
    if (column < 0) continue;
    yield { code: "value_not_a_number", at: { ...at, row: index + headerRows.length + 1, column: column + 1 } };
  }
}
