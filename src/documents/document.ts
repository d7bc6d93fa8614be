/**
 * Document: what a slice builds once and every writer (html, docx, pdf, xlsx) sets in its own way.
 *
 * Plain data about headings, paragraphs and cells; it knows nothing of agreements or programmes. `checkDocument` looks
 * at it before anything is written, so that a writer never meets a table with holes.
 */

export type Document = Readonly<{ meta: DocumentMeta; blocks: readonly Block[] }>;

export type DocumentMeta = Readonly<{
  title: string;
  /** Who publishes it; the author in the file's properties. */
  organisation: string;
  language: DocumentLanguage;
  /** YYYY-MM-DD: the date the document bears. Files carry it instead of the clock, so the same record gives the same bytes. */
  date: string;
  /** The date as readers see it below the title (令和7年3月31日); without it none is printed. */
  dateAsPrinted?: string;
  /** At the top of every page; the title when absent. */
  runningHeader?: string;
  /** For documents of wide tables. */
  isLandscape?: boolean;
}>;

export type DocumentLanguage = "ja" | "en";

export type Block = Heading | Paragraph | List | Table | Box | Figure | PageBreak | Contents;

/** A line end in any text is a line break in the document. */
export type Content = string | readonly Inline[];

export type Inline = string | Strong | Link | Footnote;
export type Strong = Readonly<{ kind: "strong"; text: string }>;
/** `href`: http, https or mailto. */
export type Link = Readonly<{ kind: "link"; text: string; href: string }>;
/** Stands where its mark is; numbers are given by the writers, in reading order. */
export type Footnote = Readonly<{ kind: "footnote"; text: string }>;

export type HeadingLevel = 1 | 2 | 3;
export type Align = "start" | "center" | "end";

/** Levels begin at 1 and never skip one. Numbers are 1, (1), ア in Japanese and 1, 1.1, 1.1.1 in English. */
export type Heading = Readonly<{ kind: "heading"; level: HeadingLevel; text: string; isNumbered?: boolean }>;

export type Paragraph = Readonly<{ kind: "paragraph"; content: Content; align?: Align }>;

export type List = Readonly<{ kind: "list"; isOrdered?: boolean; items: readonly Content[] }>;

/** At least one row below the header; where there is nothing to list, a paragraph says so. */
export type Table = Readonly<{
  kind: "table";
  caption?: string;
  columns: readonly TableColumn[];
  /** Repeated on every page. */
  headerRows: readonly TableRow[];
  rows: readonly TableRow[];
  /** The first column names its row. */
  hasRowHeader?: boolean;
}>;

/** `width` is a share: columns of 1 and 3 take a quarter and three quarters. */
export type TableColumn = Readonly<{ width: number; align?: Align }>;

/** A cell that a span from the left or from above covers is left out, as in HTML. */
export type TableRow = readonly TableCell[];

export type TableCell = string | SpecificCell;

export type SpecificCell = Readonly<{
  content: Content;
  /** The number behind the printed text (`12,330名` is 12330); spreadsheets get it as a number. */
  value?: number;
  columnSpan?: number;
  rowSpan?: number;
  align?: Align;
}>;

/**
 * The ruled box of a Japanese administrative report: a numbered title row (１ 事業名 …) and rows of label and text.
 * Its title is a heading of the document as well.
 */
export type Box = Readonly<{
  kind: "box";
  level: HeadingLevel;
  number?: string;
  titleLabel: string;
  title: string;
  rows: readonly BoxRow[];
}>;

export type BoxRow = Readonly<{ label: string; content: string | readonly FlowBlock[] }>;
export type FlowBlock = Paragraph | List;

/** `alt` says in words what the drawing shows; the numbers behind it belong into a table beside it. */
export type Figure = Readonly<{ kind: "figure"; svg: string; alt: string; caption?: string; widthPercent?: number }>;

export type PageBreak = Readonly<{ kind: "page_break" }>;

/** Table of contents down to `depth`, 3 when absent. */
export type Contents = Readonly<{ kind: "contents"; depth?: HeadingLevel }>;
