/** Footnotes in a workbook: a mark in the cell, the words at the foot of the same sheet. */
import type { Content } from "../../document.ts";
import { inlinesOf, splitLines } from "../../document-content.ts";

export type SheetNotes = Readonly<{
  /** The text with its marks; its notes are remembered. */
  textOf: (content: Content) => string;
  written: readonly Readonly<{ mark: string; text: string }>[];
}>;

/** `nextMark` counts through the whole workbook. */
export function startNotes(nextMark: () => string): SheetNotes {
  const written: Readonly<{ mark: string; text: string }>[] = [];
  const textOf = (content: Content): string =>
    inlinesOf(content)
      .map((inline) => {
        if (typeof inline === "string") return lines(inline);
        if (inline.kind !== "footnote") return lines(inline.text);
        const mark = nextMark();
        written.push({ mark, text: lines(inline.text) });
        return `（${mark}）`;
      })
      .join("");
  return { textOf, written };
}

function lines(text: string): string {
  return splitLines(text).join("\n");
}
