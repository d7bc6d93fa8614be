/**
 * The text of a section as a sheet: labels in the first column, words in the second. No merged cells, since Excel does
 * not fit the height of a row to them.
 */
import type ExcelJS from "exceljs";
import type { Box, FlowBlock } from "../../document.ts";
import { boxLabel, flowOf } from "../../document-content.ts";
import { fitHeight, linesOf, MOST_LINES } from "./row-height.ts";
import type { SheetNotes } from "./sheet-notes.ts";
import { BOLD, LABEL_STYLE, TEXT_STYLE, TOP_WRAPPED, textCell } from "./sheet-style.ts";

const LABEL_WIDTH = 24;
const WORDS_WIDTH = 90;

export function startTextSheet(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [{ width: LABEL_WIDTH }, { width: WORDS_WIDTH }];
}

export function addHeading(sheet: ExcelJS.Worksheet, text: string, points: number): void {
  const cell = sheet.addRow([]).getCell(1);
  textCell(cell, text, { font: { ...BOLD, size: points }, alignment: { vertical: "top" } });
}

export function addWords(sheet: ExcelJS.Worksheet, label: string, words: string): void {
  const row = sheet.addRow([]);
  if (label !== "") textCell(row.getCell(1), label, { alignment: TOP_WRAPPED });
  textCell(row.getCell(2), words, { alignment: TOP_WRAPPED });
  fitRow(row, label, words);
}

function fitRow(row: ExcelJS.Row, label: string, words: string): void {
  fitHeight(row, [
    { text: label, width: LABEL_WIDTH },
    { text: words, width: WORDS_WIDTH },
  ]);
}

export function addBox(sheet: ExcelJS.Worksheet, box: Box, notes: SheetNotes): void {
  const lines = [
    { label: boxLabel(box), words: box.title },
    ...box.rows.map((row) => ({
      label: row.label,
      words: flowOf(row)
        .map((flow) => flowText(flow, notes))
        .join("\n"),
    })),
  ];
  for (const [index, { label, words }] of lines.entries()) {
    for (const [place, part] of partsOf(words).entries()) {
      const row = sheet.addRow([]);
      const ownLabel = place === 0 ? label : "";
      textCell(row.getCell(1), ownLabel, LABEL_STYLE);
      textCell(row.getCell(2), part, index === 0 ? { ...TEXT_STYLE, font: BOLD } : TEXT_STYLE);
      fitRow(row, ownLabel, part);
    }
  }
  sheet.addRow([]);
}

/** Lines that one row cannot show go on in the next, below no label. */
function partsOf(words: string): readonly string[] {
  const parts: string[][] = [];
  let shown = 0;
  for (const line of words.split("\n")) {
    const lines = linesOf(line, WORDS_WIDTH);
    shown += lines;
    const open = parts.at(-1);
    if (open !== undefined && shown <= MOST_LINES) open.push(line);
    else {
      parts.push([line]);
      shown = lines;
    }
  }
  return parts.map((part) => part.join("\n"));
}

export function flowText(flow: FlowBlock, notes: SheetNotes): string {
  if (flow.kind === "paragraph") return notes.textOf(flow.content);
  return flow.items
    .map((item, index) => `${flow.isOrdered === true ? `${index + 1}. ` : "・"}${notes.textOf(item)}`)
    .join("\n");
}
