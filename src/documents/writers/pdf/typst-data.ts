/** A checked document as the plain data that the Typst program asks for. */
import type { Block, Box, Content, Document, FlowBlock, Inline, Paragraph, Table } from "../../document.ts";
import { boxLabel, flowOf, inlinesOf, splitLines } from "../../document-content.ts";
import type { CheckedDocument } from "../../document-flaw.ts";
import type { OutlineEntry } from "../../document-outline.ts";
import { isSmall, isWhole, KEPT_ROWS, leadsToTable, linesOfBoxRow, linesOfTableRow } from "../../row-size.ts";
import { type PlacedCell, placedRows } from "../../table-grid.ts";
import { documentWords } from "../document-words.ts";

type RunData =
  | string
  /** A line end, or a place where a line may end. */
  | Readonly<{ kind: "break" | "chance" }>
  | Readonly<{ kind: "pair"; first: string; second: string }>
  | Readonly<{ kind: Exclude<Inline, string>["kind"]; body: readonly RunData[]; href?: string }>;
type ContentData = string | readonly RunData[];

/**
 * What is not passed as it stands: zero-width spaces, which are chances to end a line; long words such as addresses,
 * which would run over the edge of the page; and half-width kana with its mark (ﾊﾟ), one character of two glyphs, which
 * several PDF readers give back as ﾊﾊﾟ unless the two are set one by one.
 */
const SPECIAL = /\u{200B}|[!-~\u{C0}-\u{24F}]{20,}|[\u{FF66}-\u{FF9D}][\u{FF9E}\u{FF9F}]/gu;

/** A plain text is passed as it is: tables have ten thousand of them. */
function contentData(content: Content): ContentData {
  const runs = inlinesOf(content).flatMap((inline): readonly RunData[] => {
    if (typeof inline === "string") return linesData(inline);
    const body = linesData(inline.text);
    return [inline.kind === "link" ? { kind: "link", body, href: inline.href } : { kind: inline.kind, body }];
  });
  const [only] = runs;
  return runs.length === 1 && typeof only === "string" ? only : runs;
}

function linesData(text: string): readonly RunData[] {
  return splitLines(text).flatMap((line, index): RunData[] => [...(index === 0 ? [] : [BREAK]), ...lineData(line)]);
}

const BREAK: RunData = { kind: "break" };
const CHANCE: RunData = { kind: "chance" };

function lineData(line: string): readonly RunData[] {
  const runs: RunData[] = [];
  let from = 0;
  for (const { 0: found, index } of line.matchAll(SPECIAL)) {
    if (index > from) runs.push(line.slice(from, index));
    from = index + found.length;
    if (found === "\u{200B}") runs.push(CHANCE);
    else if (found.length === 2) runs.push({ kind: "pair", first: found.slice(0, 1), second: found.slice(1) });
    else runs.push(...Array.from(found, (character) => [character, CHANCE]).flat());
  }
  if (from < line.length || runs.length === 0) runs.push(line.slice(from));
  return runs;
}

/** `remark` stands below everything: what could not be shown. */
export function documentData({ document, outline }: CheckedDocument, remark: string | null): string {
  const { meta } = document;
  return JSON.stringify({
    ...settingData(document),
    hasTitle: true,
    titleLines: contentData(meta.title),
    subtitle: contentData([
      meta.organisation,
      ...(meta.dateAsPrinted === undefined ? [] : [`\n${meta.dateAsPrinted}`]),
    ]),
    blocks: blocksData(document.blocks, outline),
    remark: remark === null ? null : contentData(remark),
  });
}

/** Only one block, to find out which one cannot be set. */
export function singleBlockData({ document, outline }: CheckedDocument, index: number): string {
  const block = document.blocks[index];
  const entry = outline.find((one) => one.block === index);
  const entries = entry === undefined ? [] : [{ ...entry, block: 0 }];
  return JSON.stringify({
    ...settingData(document),
    hasTitle: false,
    blocks: block === undefined ? [] : blocksData([block], entries),
    remark: null,
  });
}

function settingData({ meta }: Document) {
  return {
    title: splitLines(meta.title).join(" "),
    organisation: splitLines(meta.organisation).join(" "),
    runningHeader: splitLines(meta.runningHeader ?? meta.title).join(" "),
    language: meta.language,
    region: meta.language === "ja" ? "JP" : "GB",
    date: meta.date.split("-").map(Number),
    isLandscape: meta.isLandscape ?? false,
    contentsTitle: documentWords[meta.language].contents,
  };
}

function blocksData(blocks: readonly Block[], outline: readonly OutlineEntry[]) {
  const heads = new Map(outline.map((entry) => [entry.block, entry]));
  return blocks.map((block, index) =>
    block.kind === "paragraph"
      ? { ...paragraphData(block), isLeading: leadsToTable(blocks, index) }
      : blockData(block, heads.get(index)),
  );
}

function blockData(block: Block, head: OutlineEntry | undefined): unknown {
  switch (block.kind) {
    case "heading":
      return { kind: "heading", level: block.level, text: head?.text ?? block.text };
    case "paragraph":
    case "list":
      return flowData(block);
    case "table":
      return tableData(block);
    case "box":
      return boxData(block);
    case "figure":
      return { ...block, caption: captionData(block.caption), widthPercent: block.widthPercent ?? 100 };
    case "page_break":
      return block;
    case "contents":
      return { kind: "contents", depth: block.depth ?? 3 };
  }
}

function flowData(block: FlowBlock): unknown {
  if (block.kind === "paragraph") return paragraphData(block);
  return { kind: "list", isOrdered: block.isOrdered ?? false, items: block.items.map(contentData) };
}

function paragraphData({ content, align = "start" }: Paragraph) {
  return { kind: "paragraph", content: contentData(content), align };
}

function boxData(box: Box): unknown {
  const lines = box.rows.map(linesOfBoxRow);
  return {
    kind: "box",
    level: box.level,
    titleLabel: contentData(boxLabel(box)),
    title: contentData(box.title),
    number: box.number ?? null,
    isSmall: isSmall(lines),
    headLines: lines.slice(0, KEPT_ROWS + 1).reduce((sum, own) => sum + (isWhole(own) ? own : 1), 1),
    rows: box.rows.map((row, index) => ({
      label: contentData(row.label),
      content: flowOf(row).map(flowData),
      isWhole: isWhole(lines[index] ?? 1),
    })),
  };
}

function tableData({ caption, columns, headerRows, rows, hasRowHeader = false }: Table): unknown {
  const lines = [...headerRows, ...rows].map((row) => linesOfTableRow(row, columns.length));
  const aligns = columns.map(({ align }) => align ?? "start");
  const cells = (part: Table["rows"]) =>
    placedRows(part, columns.length)
      .flat()
      .map((placed) => cellData(placed, columns));
  return {
    kind: "table",
    caption: captionData(caption),
    isSmall: isSmall(lines),
    isWhole: lines.every(isWhole),
    widths: columns.map(({ width }) => width),
    aligns,
    hasRowHeader,
    headerCount: headerRows.length,
    header: cells(headerRows),
    cells: cells(rows),
  };
}

function cellData({ cell, column, columnSpan, rowSpan }: PlacedCell, columns: Table["columns"]): unknown {
  const content = contentData(cell.content);
  const ofColumn = columns[column]?.align;
  const align = cell.align ?? (ofColumn === undefined && cell.value !== undefined ? "end" : null);
  return columnSpan === 1 && rowSpan === 1 && align === null ? content : { content, columnSpan, rowSpan, align };
}

function captionData(caption: string | undefined): ContentData | null {
  return caption === undefined ? null : contentData(caption);
}
