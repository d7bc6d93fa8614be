/** The parts of a document's texts that every writer asks for: lines, runs, plain words. */
import type {
  Align,
  Block,
  Box,
  BoxRow,
  Content,
  FlowBlock,
  Inline,
  SpecificCell,
  TableCell,
  TableColumn,
} from "./document.ts";

export function inlinesOf(content: Content): readonly Inline[] {
  return typeof content === "string" ? [content] : content;
}

/** Texts come from forms and from files, so every kind of line end occurs. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u{2028}\u{2029}]/u);
}

/** Without footnotes, which are no part of the sentence. */
export function plainText(content: Content): string {
  if (typeof content === "string") return content;
  return content
    .map((inline) => (typeof inline === "string" ? inline : inline.kind === "footnote" ? "" : inline.text))
    .join("");
}

export function footnotesIn(content: Content): readonly string[] {
  if (typeof content === "string") return [];
  return content.flatMap((inline) => (typeof inline !== "string" && inline.kind === "footnote" ? [inline.text] : []));
}

export function cellOf(cell: TableCell): SpecificCell {
  return typeof cell === "string" ? { content: cell } : cell;
}

/** Numbers stand at the end of their cell unless somebody says otherwise. */
export function alignOf({ align, value }: SpecificCell, column: TableColumn | undefined): Align {
  return align ?? column?.align ?? (value === undefined ? "start" : "end");
}

export function flowOf({ content }: BoxRow): readonly FlowBlock[] {
  return typeof content === "string" ? [{ kind: "paragraph", content }] : content;
}

/** What stands before the title of a box: 1　事業名. */
export function boxLabel({ number, titleLabel }: Box): string {
  return number === undefined ? titleLabel : `${number}　${titleLabel}`;
}

/** One part of a document's words, with where it stands inside its block. */
export type TextPart = Readonly<{ content: Content; row?: number; column?: number }>;

/** Every text of a block in reading order. */
export function* textsOf(block: Block): Generator<TextPart> {
  switch (block.kind) {
    case "heading":
      yield { content: block.text };
      return;
    case "paragraph":
      yield { content: block.content };
      return;
    case "list":
      for (const [index, content] of block.items.entries()) yield { content, row: index + 1 };
      return;
    case "figure":
      yield { content: block.alt };
      if (block.caption !== undefined) yield { content: block.caption };
      return;
    case "table":
      if (block.caption !== undefined) yield { content: block.caption };
      for (const [index, row] of [...block.headerRows, ...block.rows].entries()) {
        for (const [place, cell] of row.entries()) {
          yield { content: typeof cell === "string" ? cell : cell.content, row: index + 1, column: place + 1 };
        }
      }
      return;
    case "box":
      for (const content of [block.number ?? "", block.titleLabel, block.title]) yield { content };
      for (const [index, row] of block.rows.entries()) {
        yield { content: row.label, row: index + 1 };
        for (const flow of flowOf(row)) for (const { content } of textsOf(flow)) yield { content, row: index + 1 };
      }
      return;
    case "page_break":
    case "contents":
      return;
  }
}
