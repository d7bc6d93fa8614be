/**
 * The text of a section as a sheet: labels in the first column, words in the second. No merged cells, since Excel does
 * not fit the height of a row to them.
 */
import type ExcelJS from "exceljs";
import type { Box, FlowBlock } from "../../document.ts";
import { boxLabel, flowOf } from "../../document-content.ts";
import { fitHeight } from "./row-height.ts";
import type { SheetNotes } from "./sheet-notes.ts";
import { LABEL_STYLE, TEXT_STYLE, TOP_WRAPPED, textCell } from "./sheet-style.ts";

const WIDTHS = [24, 90];

export function startTextSheet(sheet: ExcelJS.Worksheet): void {
  sheet.columns = WIDTHS.map((width) => ({ width }));
}

export function addHeading(sheet: ExcelJS.Worksheet, text: string, points: number): void {
  const cell = sheet.addRow([]).getCell(1);
  textCell(cell, text, { font: { bold: true, size: points }, alignment: { vertical: "top" } });
}

export function addWords(sheet: ExcelJS.Worksheet, label: string, words: string): void {
  const row = sheet.addRow([]);
  if (label !== "") textCell(row.getCell(1), label, { alignment: TOP_WRAPPED });
  textCell(row.getCell(2), words, { alignment: TOP_WRAPPED });
  fitHeight(row, sheet.columns);
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
    const row = sheet.addRow([]);
    textCell(row.getCell(1), label, LABEL_STYLE);
    textCell(row.getCell(2), words, index === 0 ? { ...TEXT_STYLE, font: { bold: true } } : TEXT_STYLE);
    fitHeight(row, sheet.columns);
  }
  sheet.addRow([]);
}

export function flowText(flow: FlowBlock, notes: SheetNotes): string {
  if (flow.kind === "paragraph") return notes.textOf(flow.content);
  return flow.items
    .map((item, index) => `${flow.isOrdered === true ? `${index + 1}. ` : "・"}${notes.textOf(item)}`)
    .join("\n");
}
