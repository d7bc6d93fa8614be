/** Tables and boxes of a Word file: fixed widths, header rows that repeat, rows that stay whole. */
import { Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Table as TableBlock } from "../../document.ts";
import { alignOf } from "../../document-content.ts";
import { type PlacedCell, placedRows } from "../../table-grid.ts";
import { SHADE, SIDES } from "./word-styles.ts";
import { type Footnotes, runsOf } from "./word-text.ts";

/** Small tables stay readable when their rows are not torn apart; a row longer than this may need more than a page. */
const WHOLE_ROW_CHARACTERS = 600;

export type WordCell = Readonly<{
  children: readonly Paragraph[];
  isShaded: boolean;
  columnSpan?: number;
  rowSpan?: number;
}>;

export type WordRow = Readonly<{ cells: readonly WordCell[]; isHeader: boolean; isWhole: boolean }>;

export function wordTable(rows: readonly WordRow[], shares: readonly number[], width: number): Table {
  const sum = shares.reduce((total, share) => total + share, 0);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.round((width * share) / sum)),
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    rows: rows.map(wordRow),
  });
}

/** What is not so is left out: some programs take `tblHeader` for true whatever its value is. */
function wordRow({ cells, isHeader, isWhole }: WordRow): TableRow {
  return new TableRow({
    ...(isHeader ? { tableHeader: true } : {}),
    ...(isWhole ? { cantSplit: true } : {}),
    children: cells.map(wordCell),
  });
}

function wordCell({ children, isShaded, columnSpan = 1, rowSpan = 1 }: WordCell): TableCell {
  return new TableCell({
    children: [...children],
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(isShaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: SHADE } } : {}),
  });
}

export function dataTable(table: TableBlock, width: number, footnotes: Footnotes): Table {
  const { columns, headerRows, rows, hasRowHeader = false } = table;
  const cell =
    (isHeader: boolean) =>
    (placed: PlacedCell): WordCell => {
      const { columnSpan, rowSpan, column, cell } = placed;
      const alignment = SIDES[alignOf(cell, columns[column])];
      const children = [...runsOf(cell.content, footnotes, isHeader)];
      const paragraph = new Paragraph({
        alignment,
        children,
        spacing: { after: 0 },
        ...(isHeader ? { keepNext: true } : {}),
      });
      return { children: [paragraph], columnSpan, rowSpan, isShaded: isHeader || (hasRowHeader && column === 0) };
    };
  const part = (written: TableBlock["rows"], isHeader: boolean): readonly WordRow[] =>
    placedRows(written, columns.length).map((placed, index) => ({
      cells: placed.map(cell(isHeader)),
      isHeader,
      isWhole: JSON.stringify(written[index]).length < WHOLE_ROW_CHARACTERS,
    }));
  return wordTable(
    [...part(headerRows, true), ...part(rows, false)],
    columns.map(({ width: share }) => share),
    width,
  );
}
