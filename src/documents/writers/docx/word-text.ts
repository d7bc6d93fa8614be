/** Texts of a document as runs of a Word paragraph; footnotes are gathered under their numbers. */
import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { Content, Inline } from "../../document.ts";
import { inlinesOf, splitLines } from "../../document-content.ts";

export type Footnotes = Record<string, Readonly<{ children: readonly Paragraph[] }>>;

export function runsOf(content: Content, footnotes: Footnotes, isStrong = false): readonly ParagraphChild[] {
  return inlinesOf(content).flatMap((inline) => inlineRuns(inline, footnotes, isStrong));
}

function inlineRuns(inline: Inline, footnotes: Footnotes, isStrong: boolean): readonly ParagraphChild[] {
  if (typeof inline === "string") return lineRuns(inline, isStrong ? { bold: true } : {});
  if (inline.kind === "strong") return lineRuns(inline.text, { bold: true });
  if (inline.kind === "link") {
    return [new ExternalHyperlink({ link: inline.href, children: lineRuns(inline.text, { style: "Hyperlink" }) })];
  }
  const number = Object.keys(footnotes).length + 1;
  footnotes[number] = { children: [new Paragraph({ children: [...lineRuns(inline.text, {})] })] };
  return [new FootnoteReferenceRun(number)];
}

function lineRuns(text: string, style: Readonly<{ bold?: boolean; style?: string }>): readonly TextRun[] {
  return splitLines(text).map(
    (line, index) => new TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }),
  );
}
