/**
 * HTML to lines as a reader would see them: a block is a line, a table row is a line of tab-joined cells, a list item
 * begins with 「・」. Scripts, styles and other text that browsers do not show are left out.
 *
 * Word files come through here as well (mammoth turns them into HTML first).
 */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadLimits } from "../read-problem.ts";
import type { FileFormat, SourceLine } from "../source-text.ts";
import { decodeText } from "./decode-text.ts";
import { attemptParsing, contentBudget, joinCells, type ReadingOutcome } from "./reading.ts";

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

const HIDDEN = new Set(
  "head script style template noscript iframe object svg math canvas audio video select".split(" "),
);
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
   form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul`.split(/\s+/),
);
/** A crafted colspan must not make rows of millions of cells; real forms stay far below. */
const MAX_SPAN = 64;

export async function readHtml(bytes: Uint8Array, limits: ReadLimits): Promise<ReadingOutcome> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, findings } = decoded.value;
  const read = await linesOfHtml(text, "html", limits);
  if (!read.ok) return read;
  if (read.value.lines.length === 0) return refuse({ code: "empty_file" });
  return succeed({ ...read.value, findings: [...findings, ...read.value.findings] });
}

export async function linesOfHtml(html: string, format: FileFormat, limits: ReadLimits): Promise<ReadingOutcome> {
  // Nesting deeper than the call stack ends in a RangeError and so in a refusal: no office writes such pages.
  const parsed = await attemptParsing(format, () => collectLines(parse(html).childNodes));
  if (!parsed.ok) return parsed;
  const lines = parsed.value.map((read, index): SourceLine => ({ line: index + 1, ...read }));
  const budget = contentBudget(limits);
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  const problem = budget.spend("lines", lines.length) ?? budget.spend("characters", characters);
  return problem === null ? succeed({ lines, tables: [], findings: [] }) : refuse(problem);
}

type HtmlLine = Pick<SourceLine, "text" | "cells">;

function collectLines(nodes: readonly HtmlNode[]): readonly HtmlLine[] {
  const collector = new LineCollector();
  for (const node of nodes) walk(node, collector, false);
  collector.breakLine();
  return collector.lines;
}

/** Gathers the text of one line until a block, a row or `br` ends it. */
class LineCollector {
  readonly lines: HtmlLine[] = [];
  private current = "";

  add(text: string): void {
    this.current += text;
  }

  /** Ends the line if there is anything on it. White space at its ends comes from the markup, not from the author. */
  breakLine(): void {
    const text = this.current.replace(/^[ \t\n\r\f]+|[ \t\n\r\f]+$/g, "");
    if (text !== "" && text !== "・") this.lines.push({ text });
    this.current = "";
  }

  pushRow(cells: readonly string[]): void {
    this.breakLine();
    if (!cells.some((cell) => cell !== "")) return;
    const text = joinCells(cells);
    this.lines.push(cells.some((cell) => cell.includes("\n")) ? { text, cells } : { text });
  }
}

function walk(node: HtmlNode, collector: LineCollector, isPreformatted: boolean): void {
  if (node.nodeName === "#text" && "value" in node) {
    addText(node.value, collector, isPreformatted);
    return;
  }
  if (!("tagName" in node) || HIDDEN.has(node.tagName)) return;
  if (node.tagName === "br") collector.breakLine();
  else if (node.tagName === "table") walkTable(node, collector);
  else walkElement(node, collector, isPreformatted);
}

function walkElement(node: HtmlElement, collector: LineCollector, isPreformatted: boolean): void {
  const isBlock = BLOCKS.has(node.tagName);
  if (isBlock) collector.breakLine();
  if (node.tagName === "li") collector.add("・");
  const isInsidePre = isPreformatted || node.tagName === "pre" || node.tagName === "textarea";
  for (const child of node.childNodes) walk(child, collector, isInsidePre);
  if (isBlock) collector.breakLine();
}

function addText(text: string, collector: LineCollector, isPreformatted: boolean): void {
  if (!isPreformatted) {
    collector.add(text.replace(/[ \t\n\r\f]+/g, " "));
    return;
  }
  const [first = "", ...rest] = text.split(/\r\n|\r|\n/);
  collector.add(first);
  for (const line of rest) {
    collector.breakLine();
    collector.add(line);
  }
}

/** A cell that spans columns or rows gives its text once; the cells it covers are empty, so columns stay aligned. */
function walkTable(table: HtmlElement, collector: LineCollector): void {
  collector.breakLine();
  const covered: number[] = [];
  for (const part of tableParts(table)) {
    if (part.tagName === "caption") walk(part, collector, false);
    else collector.pushRow(readRow(part, covered));
  }
}

function tableParts(parent: HtmlElement): readonly HtmlElement[] {
  return parent.childNodes.flatMap((node): readonly HtmlElement[] => {
    if (!("tagName" in node)) return [];
    if (node.tagName === "tr" || node.tagName === "caption") return [node];
    return ["thead", "tbody", "tfoot"].includes(node.tagName) ? tableParts(node) : [];
  });
}

/** `covered[column]` counts the rows below that a cell above still reaches into. */
function readRow(row: HtmlElement, covered: number[]): readonly string[] {
  const cells: string[] = [];
  const skipCovered = () => {
    while ((covered[cells.length] ?? 0) > 0) {
      covered[cells.length] = (covered[cells.length] ?? 0) - 1;
      cells.push("");
    }
  };
  for (const node of row.childNodes) {
    if (!("tagName" in node) || (node.tagName !== "td" && node.tagName !== "th")) continue;
    skipCovered();
    const rowsBelow = spanOf(node, "rowspan") - 1;
    const columns = spanOf(node, "colspan");
    for (let column = 0; column < columns; column += 1) {
      covered[cells.length] = rowsBelow;
      cells.push(column === 0 ? textOfCell(node) : "");
    }
  }
  skipCovered();
  return cells;
}

function textOfCell(cell: HtmlElement): string {
  return collectLines(cell.childNodes)
    .map(({ text }) => text)
    .join("\n");
}

function spanOf(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const value = Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? "1", 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), MAX_SPAN);
}
