/**
 * A figure in a list of an office's own: two columns, 「参加者数（計画）」 and 「参加者数（実績）」, name the figure in their
 * headers. They fill what the table has a column for: what is counted, what was planned, what was reached.
 */
import type { RowTexts } from "./cell-rules.ts";
import type { FigureSide } from "./figure-cells.ts";

const SIDE = /^(.+?)\s*[(（]\s*(計画|予定|実績|結果|planned|plan|actual|result)\s*[)）]$/iu;
const PLANNED = ["計画", "予定", "planned", "plan"];

export type FigureHeader = Readonly<{ label: string; side: FigureSide }>;

/** @returns undefined for a header that names no figure. */
export function figureHeader(header: string): FigureHeader | undefined {
  const [, label, word] = SIDE.exec(header.trim().replace(/\s*\n\s*/gu, "")) ?? [];
  if (label === undefined || word === undefined) return undefined;
  return { label: label.trim(), side: PLANNED.includes(word.toLowerCase()) ? "figurePlanned" : "figureActual" };
}

/** The figure that a block names first; a second one has no place in the table and is not read. */
export function firstFigure(headers: readonly (FigureHeader | undefined)[]): string | undefined {
  return headers.find((header) => header !== undefined)?.label;
}

/** A row without a number says nothing of the figure, and takes away the one that stands there under its name. */
export function withFigureName(texts: RowTexts, label: string, recorded: string): RowTexts {
  const isSaid = (texts.figurePlanned ?? "") + (texts.figureActual ?? "") !== "";
  if (isSaid) return { ...texts, figure: label };
  const { figurePlanned: _planned, figureActual: _actual, ...others } = texts;
  return recorded === label ? { ...texts, figure: "", unit: "" } : others;
}
