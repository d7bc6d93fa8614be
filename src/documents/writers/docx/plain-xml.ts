/**
 * Tables and paragraphs of plain text as the objects that the library makes of its own components. A report has ten
 * thousand of each, and four components of the library for every one of them cost more than all the rest.
 */
import { FileChild, type IContext, type IXmlableObject, Paragraph } from "docx";
import type { Content } from "../../document.ts";
import { splitLines } from "../../document-content.ts";
import { SHADE, type SIDES } from "./word-styles.ts";
import { type Footnotes, runsOf } from "./word-text.ts";

/** What may stand in a cell: a paragraph of the library, or one of ours. */
export type CellContent = Readonly<{ prepForXml: (context: IContext) => IXmlableObject | undefined }>;

export type ParagraphLook = Readonly<{
  side?: (typeof SIDES)[keyof typeof SIDES];
  isStrong?: boolean;
  keepNext?: boolean;
  spaceAfter?: number;
}>;

/** Links, footnotes and strong words inside are the library's business. */
export function cellParagraph(content: Content, footnotes: Footnotes, look: ParagraphLook): CellContent {
  const { side = "left", isStrong = false, keepNext = false, spaceAfter } = look;
  if (typeof content === "string") {
    const xml = { "w:p": [...properties(side, keepNext, spaceAfter), ...plainRuns(content, isStrong)] };
    return { prepForXml: () => xml };
  }
  return new Paragraph({
    ...(side === "left" ? {} : { alignment: side }),
    ...(keepNext ? { keepNext } : {}),
    ...(spaceAfter === undefined ? {} : { spacing: { after: spaceAfter } }),
    children: [...runsOf(content, footnotes, isStrong)],
  });
}

/** In the order of the schema: keepNext, spacing, jc. */
function properties(side: string, keepNext: boolean, after: number | undefined): readonly IXmlableObject[] {
  const parts = [
    ...(keepNext ? [{ "w:keepNext": {} }] : []),
    ...(after === undefined ? [] : [element("w:spacing", { "w:after": after })]),
    ...(side === "left" ? [] : [element("w:jc", { "w:val": side })]),
  ];
  return parts.length === 0 ? [] : [{ "w:pPr": parts }];
}

function plainRuns(text: string, isStrong: boolean): readonly IXmlableObject[] {
  return splitLines(text).map((line, index) => ({
    "w:r": [
      ...(isStrong ? [{ "w:rPr": [{ "w:b": {} }, { "w:bCs": {} }] }] : []),
      ...(index > 0 ? [{ "w:br": {} }] : []),
      { "w:t": [{ _attr: { "xml:space": "preserve" } }, line] },
    ],
  }));
}

export type PlainCell = Readonly<{
  children: readonly CellContent[];
  isShaded: boolean;
  /** First column from 0, and how many of them. */
  column: number;
  columnSpan: number;
  /** A cell of an earlier row goes on here, or one begins that goes on below. */
  merge?: "restart" | "continue";
}>;

export type PlainRow = Readonly<{ cells: readonly PlainCell[]; isHeader: boolean; isWhole: boolean }>;

/** Twips of the edges within cells. */
const MARGINS = { top: 50, left: 90, bottom: 50, right: 90 };
const LINES = ["top", "left", "bottom", "right", "insideH", "insideV"];

export class PlainTable extends FileChild {
  private readonly rows: readonly PlainRow[];
  private readonly columns: readonly number[];
  private readonly width: number;

  /** @param columns and width in twips. */
  constructor(rows: readonly PlainRow[], columns: readonly number[], width: number) {
    super("w:tbl");
    this.rows = rows;
    this.columns = columns;
    this.width = width;
  }

  override prepForXml(context: IContext): IXmlableObject {
    const grid = this.columns.map((width) => element("w:gridCol", { "w:w": width }));
    return {
      "w:tbl": [
        tableProperties(this.width),
        { "w:tblGrid": grid },
        ...this.rows.map((row) => this.rowXml(row, context)),
      ],
    };
  }

  /** What is not so is left out: some programs take `tblHeader` for true whatever its value is. */
  private rowXml({ cells, isHeader, isWhole }: PlainRow, context: IContext): IXmlableObject {
    const flags = [...(isWhole ? [{ "w:cantSplit": {} }] : []), ...(isHeader ? [{ "w:tblHeader": {} }] : [])];
    return {
      "w:tr": [
        ...(flags.length === 0 ? [] : [{ "w:trPr": flags }]),
        ...cells.map((cell) => this.cellXml(cell, context)),
      ],
    };
  }

  private cellXml({ children, isShaded, column, columnSpan, merge }: PlainCell, context: IContext): IXmlableObject {
    const width = this.columns.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
    const properties = [
      element("w:tcW", { "w:type": "dxa", "w:w": width }),
      ...(columnSpan > 1 ? [element("w:gridSpan", { "w:val": columnSpan })] : []),
      ...(merge === undefined ? [] : [element("w:vMerge", { "w:val": merge })]),
      ...(isShaded ? [element("w:shd", { "w:fill": SHADE, "w:color": "auto", "w:val": "clear" })] : []),
    ];
    const content = children.flatMap((child) => child.prepForXml(context) ?? []);
    // a cell without a paragraph is no cell to Word
    return { "w:tc": [{ "w:tcPr": properties }, ...(content.length === 0 ? [{ "w:p": {} }] : content)] };
  }
}

function tableProperties(width: number): IXmlableObject {
  const line = { "w:val": "single", "w:color": "auto", "w:sz": 4 };
  return {
    "w:tblPr": [
      element("w:tblW", { "w:type": "dxa", "w:w": width }),
      { "w:tblBorders": LINES.map((side) => element(`w:${side}`, line)) },
      element("w:tblLayout", { "w:type": "fixed" }),
      {
        "w:tblCellMar": Object.entries(MARGINS).map(([side, size]) =>
          element(`w:${side}`, { "w:type": "dxa", "w:w": size }),
        ),
      },
    ],
  };
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): IXmlableObject {
  return { [name]: { _attr: attributes } };
}
