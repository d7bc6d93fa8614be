/** The layouts that imports know. The surest one reads a document; a person may name another. */
import type { SourceText } from "../documents/source-text.ts";
import type { DocumentReading, ImportLayout } from "./document-reading.ts";
import { withPersonalFindings } from "./personal-findings.ts";
import { surveyLayout } from "./survey-layout.ts";
import { tableLayout } from "./table/table-layout.ts";

const LAYOUTS: readonly ImportLayout[] = [surveyLayout, tableLayout];

/** Name of a layout, or `auto`. */
export type LayoutChoice = string;

/** Below this no layout is sure enough to read a document without being told to. */
const SURE_ENOUGH = 0.3;

export function layoutNames(): readonly string[] {
  return LAYOUTS.map(({ name }) => name);
}

/** @returns undefined when no layout recognises the document, or none has the name. */
export function readWithLayout(source: SourceText, choice: LayoutChoice): DocumentReading | undefined {
  const layout = choice === "auto" ? recognise(source) : LAYOUTS.find(({ name }) => name === choice);
  const reading = layout?.read(source);
  return reading && withPersonalFindings(reading, source);
}

function recognise(source: SourceText): ImportLayout | undefined {
  const rated = LAYOUTS.map((layout) => ({ layout, sure: layout.recognise(source) }));
  return rated.filter(({ sure }) => sure >= SURE_ENOUGH).sort((a, b) => b.sure - a.sure)[0]?.layout;
}
