/** The layouts that imports know. The surest one reads a document; a person may name another. */
import type { SourceText } from "../documents/source-text.ts";
import { hasError } from "../kernel/finding.ts";
import type { ContributedDrafts } from "./contributed-drafts.ts";
import type { DocumentReading, ImportLayout, ImportReport } from "./document-reading.ts";
import type { Layout } from "./layout.ts";
import { withPersonalFindings } from "./personal-findings.ts";
import { surveyLayout } from "./survey-layout.ts";
import { tableLayout } from "./table/table-layout.ts";

/** Those whose drafts intake stores, shows and accepts. */
const STORED_LAYOUTS: readonly ImportLayout[] = [surveyLayout, tableLayout];

/** Name of a layout, or `auto`. */
export type LayoutChoice = string;

/** A layout as far as reading without a database needs it. The application puts those of all slices together. */
export type ReadingLayout = Pick<ImportLayout, "name" | "recognise"> &
  Readonly<{ report: (source: SourceText) => ImportReport }>;

export const agreementLayouts: readonly ReadingLayout[] = STORED_LAYOUTS.map((layout) => ({
  name: layout.name,
  recognise: layout.recognise,
  report: (source) => readWith(layout, source).report,
}));

/** What a slice contributes, as a reading: its drafts are the records of the report. */
export function readingLayout<Draft>({ name, recognise, parse }: Layout<Draft>): ReadingLayout {
  const report = (source: SourceText): ImportReport => {
    const { drafts, findings } = parse(source);
    const document = { name: source.name, sha256: source.sha256, lines: source.lines.length };
    return { document, layout: name, records: drafts, findings: [...source.findings, ...findings] };
  };
  return { name, recognise, report };
}

/** Below this no layout is sure enough to read a document without being told to. */
const SURE_ENOUGH = 0.3;

export function layoutNames(contributed: readonly ContributedDrafts[] = []): readonly string[] {
  return layoutsWith(contributed).map(({ name }) => name);
}

function layoutsWith(contributed: readonly ContributedDrafts[]): readonly ImportLayout[] {
  return [...STORED_LAYOUTS, ...contributed.map(({ layout }) => layout)];
}

/** @returns undefined when no layout recognises the document, none has the name, or the named one finds nothing in it. */
export function readWithLayout(
  source: SourceText,
  choice: LayoutChoice,
  contributed: readonly ContributedDrafts[] = [],
): DocumentReading | undefined {
  const layout = chooseLayout(layoutsWith(contributed), source, choice);
  const reading = layout && readWith(layout, source);
  return reading === undefined || findsNothing(reading.report) ? undefined : reading;
}

/**
 * A layout that a person names reads any document, also one that holds nothing of its family: a letter has no
 * programmes. A layout that says so itself in an error is believed: of a table the columns can still be named.
 */
export function findsNothing({ records, toc, tables, findings }: ImportReport): boolean {
  const isEmpty = (part: unknown) => !Array.isArray(part) || part.length === 0;
  return [records, toc, tables].every(isEmpty) && !hasError(findings);
}

function readWith(layout: ImportLayout, source: SourceText): DocumentReading {
  return withPersonalFindings(layout.read(source), source);
}

/** The surest; of equally sure ones the first in the list. */
export function chooseLayout<Known extends Pick<ImportLayout, "name" | "recognise">>(
  layouts: readonly Known[],
  source: SourceText,
  choice: LayoutChoice,
): Known | undefined {
  if (choice !== "auto") return layouts.find(({ name }) => name === choice);
  const rated = layouts.map((layout) => ({ layout, sure: layout.recognise(source) }));
  return rated.filter(({ sure }) => sure >= SURE_ENOUGH).sort((a, b) => b.sure - a.sure)[0]?.layout;
}
