/**
 * Layout (様式): recognises one family of documents and reads it into drafts. Narrow on purpose: what a layout does
 * not recognise it reports as a finding instead of guessing.
 */
import type { SourceText } from "../documents/source-text.ts";
import type { Finding } from "../kernel/finding.ts";

export type LayoutReading<Draft> = Readonly<{
  drafts: readonly Draft[];
  findings: readonly Finding[];
}>;

export type Layout<Draft, Reading extends LayoutReading<Draft> = LayoutReading<Draft>> = Readonly<{
  name: string;
  /** How sure it is that the document belongs to its family: 0 is no, 1 is certain. */
  recognise: (source: SourceText) => number;
  /** Never throws on a malformed document: findings say what could not be read. */
  parse: (source: SourceText) => Reading;
}>;
