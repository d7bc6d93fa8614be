/**
 * A document as a workbook: each table on a sheet of its own, the text of each section on one sheet. Tables come with
 * numbers as numbers; a text never becomes a formula.
 *
 * Pictures and the table of contents stay out: of a figure its description is kept, and the sheets are the contents.
 */
import ExcelJS from "exceljs";
import type { Block, DocumentMeta, Figure, Table } from "../document.ts";
import { splitLines } from "../document-content.ts";
import type { CheckedDocument } from "../document-flaw.ts";
import type { OutlineEntry } from "../document-outline.ts";
import { type DocumentWords, documentWords, LANGUAGE_TAGS } from "./document-words.ts";
import { addLanguage, fixCoreDates, fixZip } from "./fixed-zip.ts";
import { type NumberFormats, numberFormats } from "./xlsx/number-format.ts";
import { withoutFixedHeights } from "./xlsx/row-height.ts";
import { type SheetNotes, startNotes } from "./xlsx/sheet-notes.ts";
import { fillTableSheet } from "./xlsx/table-sheet.ts";
import { addBox, addHeading, addWords, flowText, startTextSheet } from "./xlsx/text-sheet.ts";
import { freeSheetName } from "./xlsx-cell.ts";

type Page = Readonly<{ sheet: ExcelJS.Worksheet; notes: SheetNotes }>;

/** How far the workbook has come. */
type Progress = {
  readonly workbook: ExcelJS.Workbook;
  readonly meta: DocumentMeta;
  readonly words: DocumentWords;
  readonly heads: ReadonlyMap<number, OutlineEntry>;
  readonly nextMark: () => string;
  readonly formatOf: NumberFormats;
  /** The section's sheet, once it has text. */
  textPage: Page | null;
  section: string;
  /** Headings that nothing has followed yet: a table takes the last as its title, text gets them above it. */
  waiting: string[];
};

const A4 = 9;
const TITLE_POINTS = 14;
const HEADING_POINTS = 12;

export async function writeXlsx({ document, outline }: CheckedDocument): Promise<Uint8Array> {
  const { meta, blocks } = document;
  const progress = startWorkbook(meta, outline);
  for (const [index, block] of blocks.entries()) addBlock(block, index, progress);
  if (progress.waiting.length > 0 || progress.workbook.worksheets.length === 0) textPage(progress);
  endSection(progress);
  const bytes = new Uint8Array(await progress.workbook.xlsx.writeBuffer());
  return fixZip(bytes, meta.date, (path, xml) =>
    path === "docProps/core.xml"
      ? addLanguage(fixCoreDates(xml, meta.date), LANGUAGE_TAGS[meta.language])
      : withoutFixedHeights(path, xml),
  );
}

function startWorkbook(meta: DocumentMeta, outline: readonly OutlineEntry[]): Progress {
  const workbook = new ExcelJS.Workbook();
  workbook.title = oneLine(meta.title);
  workbook.creator = oneLine(meta.organisation);
  workbook.lastModifiedBy = workbook.creator;
  const words = documentWords[meta.language];
  const heads = new Map(outline.map((entry) => [entry.block, entry]));
  let marks = 0;
  const nextMark = () => {
    marks += 1;
    return words.note(marks);
  };
  return {
    workbook,
    meta,
    words,
    heads,
    nextMark,
    formatOf: numberFormats(),
    textPage: null,
    section: "",
    waiting: [],
  };
}

function addBlock(block: Block, index: number, progress: Progress): void {
  switch (block.kind) {
    case "heading": {
      const text = progress.heads.get(index)?.text ?? block.text;
      if (block.level === 1) startSection(text, progress);
      progress.waiting.push(text);
      return;
    }
    case "paragraph":
    case "list": {
      const { sheet, notes } = textPage(progress);
      addWords(sheet, "", flowText(block, notes));
      return;
    }
    case "box": {
      const { sheet, notes } = textPage(progress);
      addBox(sheet, block, notes);
      return;
    }
    case "figure":
      addFigure(block, progress);
      return;
    case "table":
      addTable(block, progress);
      return;
    case "page_break":
    case "contents":
      return;
  }
}

function startSection(title: string, progress: Progress): void {
  if (progress.waiting.length > 0) textPage(progress);
  endSection(progress);
  progress.section = title;
}

function endSection(progress: Progress): void {
  if (progress.textPage !== null) addNotes(progress.textPage, 2);
  progress.textPage = null;
}

/** The sheet for the section's text, with the headings that wait for it. The first one carries the document's title. */
function textPage(progress: Progress): Page {
  const { meta, words, workbook } = progress;
  if (progress.textPage === null) {
    const isFirst = workbook.worksheets.length === 0;
    progress.textPage = startPage(progress.section || words.textSheet, progress);
    const { sheet } = progress.textPage;
    startTextSheet(sheet);
    if (isFirst) {
      addHeading(sheet, oneLine(meta.title), TITLE_POINTS);
      addHeading(
        sheet,
        [meta.organisation, meta.dateAsPrinted ?? ""].map(oneLine).join("　").trim(),
        HEADING_POINTS - 2,
      );
    }
  }
  for (const heading of progress.waiting) addHeading(progress.textPage.sheet, heading, HEADING_POINTS);
  progress.waiting = [];
  return progress.textPage;
}

function addTable(table: Table, progress: Progress): void {
  const { formatOf, words } = progress;
  const caption = oneLine(table.caption ?? "");
  const heading = progress.waiting.pop() ?? "";
  if (progress.waiting.length > 0) textPage(progress);
  const parts = [heading, caption].filter((part) => part !== "");
  const page = startPage(parts.at(-1) ?? progress.section, progress);
  const title = parts.join("　") || progress.section || oneLine(progress.meta.title);
  fillTableSheet(page.sheet, title, { table, notes: page.notes, formatOf, asPrinted: words.asPrinted });
  addNotes(page, 1);
}

function addFigure({ alt, caption }: Figure, progress: Progress): void {
  const { sheet } = textPage(progress);
  addWords(sheet, oneLine(caption ?? ""), alt);
}

function startPage(name: string, { workbook, meta, nextMark }: Progress): Page {
  const isLandscape = meta.isLandscape ?? false;
  const sheet = workbook.addWorksheet(freeSheetName(name, workbook), {
    pageSetup: {
      paperSize: A4,
      orientation: isLandscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    // In headers & begins a code; two of them print one. Excel refuses files with longer ones than 255 characters.
    headerFooter: {
      oddHeader: `&R${oneLine(meta.runningHeader ?? meta.title)
        .slice(0, 100)
        .replaceAll("&", "&&")}`,
      oddFooter: "&C&P / &N",
    },
  });
  return { sheet, notes: startNotes(nextMark) };
}

function addNotes({ sheet, notes }: Page, column: 1 | 2): void {
  if (notes.written.length > 0) sheet.addRow([]);
  for (const { mark, text } of notes.written) {
    if (column === 2) addWords(sheet, mark, text);
    else addHeading(sheet, `${mark}　${text}`, HEADING_POINTS - 2);
  }
}

function oneLine(text: string): string {
  return splitLines(text).join(" ");
}
