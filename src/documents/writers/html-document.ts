/**
 * A document as one web page that needs nothing else: styles inside, drawings as images, no script, and a policy that
 * forbids any. Every text is escaped; links were checked before.
 */
import type { Align, Block, Box, Content, Document, Figure, Inline, List, Paragraph, Table } from "../document.ts";
import { alignOf, boxLabel, flowOf, inlinesOf, splitLines } from "../document-content.ts";
import type { CheckedDocument } from "../document-flaw.ts";
import type { OutlineEntry } from "../document-outline.ts";
import { type PlacedCell, placedRows } from "../table-grid.ts";
import { type DocumentWords, documentWords } from "./document-words.ts";
import { htmlStyle } from "./html-style.ts";

type Setting = Readonly<{
  words: DocumentWords;
  outline: readonly OutlineEntry[];
  heads: ReadonlyMap<number, OutlineEntry>;
  /** Filled while the text is set, printed at the end. */
  notes: string[];
}>;

type Scope = "col" | "row" | null;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function writeHtml({ document, outline }: CheckedDocument): Uint8Array {
  const { meta, blocks } = document;
  const heads = new Map(outline.map((entry) => [entry.block, entry]));
  const setting: Setting = { words: documentWords[meta.language], outline, heads, notes: [] };
  const body = blocks.map((block, index) => blockHtml(block, index, setting)).join("\n");
  const page = `<!doctype html>
<html lang="${meta.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="author" content="${escapeHtml(meta.organisation)}">
<meta name="date" content="${meta.date}">
<title>${escapeHtml(meta.title)}</title>
<style>${htmlStyle(meta.isLandscape ?? false)}</style>
</head>
<body>
${headHtml(document)}
<main>
${body}
</main>
${notesHtml(setting)}</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function headHtml({ meta: { title, organisation, date, dateAsPrinted } }: Document): string {
  const day = dateAsPrinted === undefined ? "" : `　<time datetime="${date}">${escapeHtml(dateAsPrinted)}</time>`;
  return `<header>
<h1>${textHtml(title)}</h1>
<p class="meta">${escapeHtml(organisation)}${day}</p>
</header>`;
}

function blockHtml(block: Block, index: number, setting: Setting): string {
  switch (block.kind) {
    case "heading":
      return headingHtml(index, setting);
    case "paragraph":
    case "list":
      return flowHtml(block, setting);
    case "table":
      return tableHtml(block, index, setting);
    case "box":
      return boxHtml(block, index, setting);
    case "figure":
      return figureHtml(block);
    case "page_break":
      return `<div class="break"></div>`;
    case "contents":
      return contentsHtml(block.depth ?? 3, setting);
  }
}

/** The page title is h1, so the document's first level is h2. */
function headingHtml(index: number, { heads }: Setting): string {
  const { level, text, anchor } = heads.get(index) ?? { level: 1, text: "", anchor: "" };
  return `<h${level + 1} id="${anchor}">${escapeHtml(text)}</h${level + 1}>`;
}

function flowHtml(block: Paragraph | List, setting: Setting): string {
  if (block.kind === "paragraph") return `<p${alignHtml(block.align)}>${contentHtml(block.content, setting)}</p>`;
  const tag = block.isOrdered === true ? "ol" : "ul";
  return `<${tag}>${block.items.map((item) => `<li>${contentHtml(item, setting)}</li>`).join("")}</${tag}>`;
}

/** A wide table scrolls by itself, with the keyboard too. */
function tableHtml(
  { caption, columns, headerRows, rows, hasRowHeader = false }: Table,
  index: number,
  setting: Setting,
): string {
  const name = caption ?? setting.outline.findLast(({ block }) => block < index)?.text ?? "";
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((100 * width) / shares).toFixed(2)}%">`).join("");
  const headCells = placedRows(headerRows, columns.length).map((row) => rowHtml(row, columns, "col", setting));
  const head = headerRows.length === 0 ? "" : `<thead>${headCells.join("")}</thead>`;
  const scope = hasRowHeader ? "row" : null;
  const body = placedRows(rows, columns.length).map((row) => rowHtml(row, columns, scope, setting));
  const title = caption === undefined ? "" : `<caption>${textHtml(caption)}</caption>`;
  const label = name === "" ? "" : ` role="region" aria-label="${escapeHtml(name)}"`;
  return `<div class="scroll" tabindex="0"${label}><table>${title}<colgroup>${widths}</colgroup>${head}<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

/** `scope`: all cells head their columns, the first one heads its row, or none is a header. */
function rowHtml(row: readonly PlacedCell[], columns: Table["columns"], scope: Scope, setting: Setting): string {
  const cells = row.map(({ cell, column, columnSpan, rowSpan }) => {
    const isHeader = scope === "col" || (scope === "row" && column === 0);
    const tag = isHeader ? "th" : "td";
    const scoped = isHeader ? ` scope="${scope}${columnSpan > 1 && scope === "col" ? "group" : ""}"` : "";
    const spans = (columnSpan > 1 ? ` colspan="${columnSpan}"` : "") + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "");
    const align = alignHtml(alignOf(cell, columns[column]));
    return `<${tag}${scoped}${spans}${align}>${contentHtml(cell.content, setting)}</${tag}>`;
  });
  return `<tr>${cells.join("")}</tr>`;
}

function boxHtml(box: Box, index: number, setting: Setting): string {
  const { level, anchor } = setting.heads.get(index) ?? { level: box.level, anchor: "" };
  const tag = `h${level + 1}`;
  const rows = box.rows.map((row) => {
    const content =
      typeof row.content === "string"
        ? contentHtml(row.content, setting)
        : flowOf(row)
            .map((flow) => flowHtml(flow, setting))
            .join("");
    return `<tr><th scope="row">${textHtml(row.label)}</th><td>${content}</td></tr>`;
  });
  return `<table class="box"><tbody>
<tr><th scope="row">${textHtml(boxLabel(box))}</th><td><${tag} id="${anchor}">${textHtml(box.title)}</${tag}></td></tr>
${rows.join("\n")}
</tbody></table>`;
}

/** As an image and not in line: whatever a drawing holds, it cannot act on the page. */
function figureHtml({ svg, alt, caption, widthPercent = 100 }: Figure): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, "utf8").toString("base64")}`;
  const title = caption === undefined ? "" : `<figcaption>${textHtml(caption)}</figcaption>`;
  return `<figure><img src="${source}" alt="${escapeHtml(alt)}" style="width:${widthPercent}%">${title}</figure>`;
}

function contentsHtml(depth: number, { outline, words }: Setting): string {
  const items = outline
    .filter(({ level }) => level <= depth)
    .map(({ level, text, anchor }) => `<li class="l${level}"><a href="#${anchor}">${escapeHtml(text)}</a></li>`);
  return `<nav aria-labelledby="contents"><h2 id="contents">${words.contents}</h2><ul>
${items.join("\n")}
</ul></nav>`;
}

function notesHtml({ notes, words }: Setting): string {
  if (notes.length === 0) return "";
  const items = notes.map((text, index) => {
    const number = index + 1;
    const back = `<a href="#mark-${number}" role="doc-backlink" aria-label="${words.backToText(number)}">${words.back}</a>`;
    return `<li id="note-${number}">${textHtml(text)} ${back}</li>`;
  });
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">${words.notes}</h2><ol>
${items.join("\n")}
</ol></section>
`;
}

function contentHtml(content: Content, setting: Setting): string {
  if (typeof content === "string") return textHtml(content);
  return inlinesOf(content)
    .map((inline) => inlineHtml(inline, setting))
    .join("");
}

function inlineHtml(inline: Inline, { notes, words }: Setting): string {
  if (typeof inline === "string") return textHtml(inline);
  if (inline.kind === "strong") return `<strong>${textHtml(inline.text)}</strong>`;
  if (inline.kind === "link") return `<a href="${escapeHtml(inline.href)}">${textHtml(inline.text)}</a>`;
  const number = notes.push(inline.text);
  const label = `role="doc-noteref" aria-label="${words.note(number)}"`;
  return `<sup><a href="#note-${number}" id="mark-${number}" ${label}>${number}</a></sup>`;
}

function alignHtml(align: Align | undefined): string {
  return align === undefined || align === "start" ? "" : ` class="${align}"`;
}

function textHtml(text: string): string {
  return splitLines(text).map(escapeHtml).join("<br>");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
