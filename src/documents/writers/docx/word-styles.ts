/**
 * The look of a Word file: BIZ UDPゴシック, which comes with Windows and was drawn to be easy to read; A4; heading styles,
 * so that Word's navigation pane and table of contents work.
 */
import { AlignmentType, type IStylesOptions, LevelFormat } from "docx";
import type { Align, DocumentLanguage, DocumentMeta, HeadingLevel } from "../../document.ts";
import { LANGUAGE_TAGS } from "../document-words.ts";

const FONT = "BIZ UDPGothic";
const MILLIMETRE = 1440 / 25.4;

/** Points; docx counts half of them. */
const HEADING_POINTS = { 1: 14, 2: 12, 3: 11 } satisfies Record<HeadingLevel, number>;

/** Older programs know left and right only. What stands at the beginning need not say so. */
export const SIDES = { start: "left", center: "center", end: "right" } as const satisfies Record<Align, string>;

export const SHADE = "F0F0F0";
export const BULLETS = "bullets";
export const NUMBERS = "numbers";

export function wordStyles(language: DocumentLanguage): IStylesOptions {
  const font = { ascii: FONT, hAnsi: FONT, eastAsia: FONT, cs: FONT };
  const heading = (level: HeadingLevel) => ({
    run: { font, size: HEADING_POINTS[level] * 2, bold: true, color: "000000" },
    // Word lists in its navigation pane what has a level
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true, outlineLevel: level - 1 },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, language: { value: LANGUAGE_TAGS[language], eastAsia: "ja-JP" } },
        paragraph: { spacing: { after: 100, line: 300 } },
      },
      title: {
        run: { font, size: 36, bold: true },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 } },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
  };
}

export const wordNumbering = {
  config: [
    { reference: BULLETS, levels: [listLevel(LevelFormat.BULLET, "・")] },
    { reference: NUMBERS, levels: [listLevel(LevelFormat.DECIMAL, "%1.")] },
  ],
};

function listLevel(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return { level: 0, format, text, style: { paragraph: { indent: { left: 360, hanging: 360 } } } };
}

/** Sizes in twentieths of a point. `textWidth` is what tables share. */
export function pageOf({ isLandscape = false }: DocumentMeta) {
  const [long, short, side] = [297, 210, 20].map((length) => Math.round(length * MILLIMETRE)) as [
    number,
    number,
    number,
  ]; // three in, three out
  const margin = { top: side, bottom: side, left: side, right: side };
  return { width: short, height: long, margin, textWidth: (isLandscape ? long : short) - 2 * side };
}
