/**
 * A document as a Word file: real heading styles, repeating table headers, footnotes and a table of contents of Word's
 * own, so that an officer can go on editing it. Word asks once, on opening, whether to fill in the page numbers of the
 * table of contents; only Word knows them.
 */
import {
  AlignmentType,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
  Document as WordDocument,
} from "docx";
import type { Block, Box, Document, DocumentMeta, Figure, FlowBlock, HeadingLevel as Level } from "../document.ts";
import { boxLabel, flowOf, splitLines } from "../document-content.ts";
import type { CheckedDocument } from "../document-flaw.ts";
import type { OutlineEntry } from "../document-outline.ts";
import { isSmall, isWhole, KEPT_ROWS, leadsToTable, linesOfBoxRow } from "../row-size.ts";
import { documentWords, LANGUAGE_TAGS } from "./document-words.ts";
import { type CellContent, cellParagraph } from "./docx/plain-xml.ts";
import { BULLETS, NUMBERS, pageOf, SIDES, wordNumbering, wordStyles } from "./docx/word-styles.ts";
import { dataTable, type WordRow, wordTable } from "./docx/word-table.ts";
import { type Footnotes, runsOf } from "./docx/word-text.ts";
import { addLanguage, fixCoreDates, fixZip } from "./fixed-zip.ts";

type Setting = Readonly<{
  meta: DocumentMeta;
  width: number;
  heads: ReadonlyMap<number, OutlineEntry>;
  /** Paragraphs that stay with the table behind them. */
  leading: ReadonlySet<number>;
  footnotes: Footnotes;
}>;

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } satisfies Record<
  Level,
  string
>;

/** Word before 2016 shows this instead of a drawing: one clear dot. */
const CLEAR_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

export async function writeDocx({ document, outline }: CheckedDocument): Promise<Uint8Array> {
  const { meta } = document;
  const { width, height, margin, textWidth } = pageOf(meta);
  const heads = new Map(outline.map((entry) => [entry.block, entry]));
  const leading = new Set(document.blocks.flatMap((_, index) => (leadsToTable(document.blocks, index) ? [index] : [])));
  const setting: Setting = { meta, width: textWidth, heads, leading, footnotes: {} };
  const children = [
    ...titleParagraphs(document),
    ...document.blocks.flatMap((block, index) => wordBlock(block, index, setting)),
  ];
  const orientation = meta.isLandscape === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const word = new WordDocument({
    title: oneLine(meta.title),
    creator: oneLine(meta.organisation),
    lastModifiedBy: oneLine(meta.organisation),
    styles: wordStyles(meta.language),
    numbering: wordNumbering,
    footnotes: setting.footnotes,
    sections: [
      {
        properties: { page: { size: { width, height, orientation }, margin } },
        headers: { default: pageHeader(meta) },
        footers: { default: pageFooter() },
        children,
      },
    ],
  });
  const bytes = await Packer.toBuffer(word);
  return fixZip(Uint8Array.from(bytes), meta.date, fixNames(meta));
}

function titleParagraphs({ meta }: Document): readonly Paragraph[] {
  const centred = (text: string) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(text)] });
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [...runsOf(meta.title, {})] }),
    centred(oneLine(meta.organisation)),
    ...(meta.dateAsPrinted === undefined ? [] : [centred(oneLine(meta.dateAsPrinted))]),
  ];
}

function pageHeader({ title, runningHeader }: DocumentMeta): Header {
  const text = new TextRun({ text: oneLine(runningHeader ?? title), size: 17 });
  return new Header({ children: [new Paragraph({ alignment: SIDES.end, children: [text] })] });
}

function pageFooter(): Footer {
  const numbers = new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 17 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [numbers] })] });
}

function wordBlock(block: Block, index: number, setting: Setting): readonly FileChild[] {
  const { footnotes, width, heads, meta } = setting;
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          children: [new TextRun(heads.get(index)?.text ?? block.text)],
        }),
      ];
    case "paragraph":
    case "list":
      return wordFlow(block, setting, index);
    case "table":
      return [...captionOf(block.caption, true), dataTable(block, width, footnotes), gap()];
    case "box":
      return [wordBox(block, setting, index), gap()];
    case "figure":
      return wordFigure(block, setting);
    case "page_break":
      return [new Paragraph({ children: [new PageBreak()] })];
    case "contents":
      return [
        new Paragraph({
          children: [new TextRun({ text: documentWords[meta.language].contents, bold: true, size: 26 })],
        }),
        new TableOfContents(documentWords[meta.language].contents, {
          hyperlink: true,
          headingStyleRange: `1-${block.depth ?? 3}`,
        }),
      ];
  }
}

/** Two tables that touch become one in Word. */
function gap(): Paragraph {
  return new Paragraph({ children: [], spacing: { after: 60 } });
}

function captionOf(caption: string | undefined, keepNext: boolean): readonly Paragraph[] {
  if (caption === undefined) return [];
  return [new Paragraph({ keepNext, spacing: { before: 120, after: 60 }, children: [...runsOf(caption, {}, true)] })];
}

/** `instance` keeps the numbers of one list apart from the next. */
function wordFlow(block: FlowBlock, { footnotes, leading }: Setting, instance: number): readonly Paragraph[] {
  if (block.kind === "paragraph") {
    const side = block.align === undefined || block.align === "start" ? {} : { alignment: SIDES[block.align] };
    const keep = leading.has(instance) ? { keepNext: true } : {};
    return [new Paragraph({ ...side, ...keep, children: [...runsOf(block.content, footnotes)] })];
  }
  const reference = block.isOrdered === true ? NUMBERS : BULLETS;
  return block.items.map((item) => {
    const numbering = { reference, level: 0, instance };
    return new Paragraph({ numbering, spacing: { after: 40 }, children: [...runsOf(item, footnotes)] });
  });
}

function wordBox(box: Box, setting: Setting, index: number): FileChild {
  const lines = box.rows.map(linesOfBoxRow);
  const isKept = isSmall(lines);
  const label = (text: string, keepNext: boolean) => ({
    children: [cellParagraph(text, {}, { keepNext, spaceAfter: 0 })],
    isShaded: true,
  });
  const title = new Paragraph({
    heading: HEADINGS[box.level],
    spacing: { before: 0, after: 0 },
    children: [...runsOf(box.title, {})],
  });
  const rows: readonly WordRow[] = [
    {
      cells: [label(boxLabel(box), true), { children: [title], isShaded: false }],
      isHeader: false,
      isWhole: true,
    },
    ...box.rows.map((row, place) => {
      const children = flowOf(row).flatMap((block) => boxFlow(block, setting, index));
      const keepNext = place < box.rows.length - 1 && (isKept || place < KEPT_ROWS);
      return {
        cells: [label(row.label, keepNext), { children, isShaded: false }],
        isHeader: false,
        isWhole: isWhole(lines[place] ?? 1),
      };
    }),
  ];
  return wordTable(rows, [1, 4.2], setting.width);
}

function boxFlow(block: FlowBlock, setting: Setting, index: number): readonly CellContent[] {
  if (block.kind === "list") return wordFlow(block, setting, index);
  return [cellParagraph(block.content, setting.footnotes, { side: SIDES[block.align ?? "start"] })];
}

function wordFigure({ svg, alt, caption, widthPercent = 100 }: Figure, { width }: Setting): readonly Paragraph[] {
  const pixels = ((width / 1440) * 96 * widthPercent) / 100;
  const { ratio } = sizeOf(svg);
  const image = new ImageRun({
    type: "svg",
    data: Buffer.from(svg, "utf8"),
    fallback: { type: "png", data: Buffer.from(CLEAR_DOT, "base64") },
    transformation: { width: Math.round(pixels), height: Math.round(pixels * ratio) },
    altText: { name: caption ?? alt, description: alt, title: caption ?? alt },
  });
  return [new Paragraph({ keepNext: caption !== undefined, children: [image] }), ...captionOf(caption, false)];
}

/** Height by width, from what the drawing says of itself. */
function sizeOf(svg: string): Readonly<{ ratio: number }> {
  const head = /<svg\s[^>]*>/.exec(svg)?.[0] ?? "";
  const [, , boxWidth = 0, boxHeight = 0] = (/viewBox\s*=\s*["']([^"']*)/.exec(head)?.[1] ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const length = (name: string) =>
    Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)`).exec(head)?.[1] ?? "");
  const ratio = boxWidth > 0 ? boxHeight / boxWidth : length("height") / length("width");
  return { ratio: Number.isFinite(ratio) && ratio > 0 ? ratio : 0.6 };
}

function oneLine(text: string): string {
  return splitLines(text).join(" ");
}

const LINKS = /(<Relationship [^>]*\bId="rId|<w:hyperlink [^>]*\br:id="rId)([a-z0-9_-]{21})(?=")/g;

/**
 * The library names links at random and counts bookmarks and drawings from one document to the next; here each gets its
 * number in this document. Only inside tags, where no text of the document can stand.
 */
const CHANGING_NAMES = [
  LINKS,
  /(<w:bookmarkStart [^>]*\bw:name="_Toc|<w:hyperlink [^>]*\bw:anchor="_Toc|<w:instrText[^>]*>PAGEREF _Toc)(\d+)/g,
  /(<w:bookmark(?:Start|End) [^>]*\bw:id=")(\d+)/g,
  /(<wp:docPr [^>]*\bid=")(\d+)/g,
];

function fixNames({ date, language }: DocumentMeta): (path: string, xml: string) => string {
  const names = CHANGING_NAMES.map((pattern) => ({ pattern, numbers: new Map<string, number>() }));
  return (path, xml) => {
    if (path === "docProps/core.xml") return addLanguage(fixCoreDates(xml, date), LANGUAGE_TAGS[language]);
    return names.reduce(
      (text, { pattern, numbers }) =>
        text.replace(pattern, (_, before: string, name: string) => {
          const number = numbers.get(name) ?? numbers.size + 1;
          numbers.set(name, number);
          return `${before}${pattern === LINKS ? "Link" : ""}${number}`;
        }),
      xml,
    );
  };
}
