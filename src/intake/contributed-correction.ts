/**
 * Correcting a draft of another slice's record before it is accepted: what the slice contributes. It knows its facts,
 * reads its forms and checks what was typed; intake keeps both versions, who corrected and why, and the findings.
 */
import type { Child } from "hono/jsx";
import type { Finding } from "../kernel/finding.ts";
import type { Language } from "../platform/index.ts";
import type { ContributedRecord } from "./draft-record.ts";

/** A part of a record with a form of its own: the programme itself, one column of one year. */
export type CorrectionPart = Readonly<{ name: string; label: string }>;

export type OpenedPart = Readonly<{
  facts: unknown;
  part: string;
  lang: Language;
  /** Address the form is sent to, for buttons that come back to their place. */
  action: string;
  /** What was typed; null when the form is opened. */
  sent: FormData | null;
}>;

export type PartForm = Readonly<{
  label: string;
  /** The controls, with what was typed and what is wrong with it; intake puts the form around them. */
  fields: Child;
  /** The whole record as corrected; null when the form was opened, asked for more rows, or cannot be read. */
  facts: unknown;
  /** Something typed cannot be read. */
  isRefused: boolean;
}>;

/** @property name begins with the part it belongs to: `2024-result.events`. */
export type FactDifference = Readonly<{ name: string; label: string; before: string; after: string }>;

export type ContributedCorrection = Readonly<{
  parts: (facts: unknown, lang: Language) => readonly CorrectionPart[];
  /** Parts it does not have and could: a column of a year. */
  newParts: (facts: unknown, lang: Language) => readonly CorrectionPart[];
  /** Undefined when the record has no such part. */
  open: (opened: OpenedPart) => PartForm | undefined;
  /** What lists and headings show of corrected facts. */
  headingOf: (facts: unknown) => Pick<ContributedRecord, "title" | "summary">;
  differences: (asRead: unknown, corrected: unknown, lang: Language) => readonly FactDifference[];
  /** The facts with one difference taken back to what was read. */
  restore: (asRead: unknown, corrected: unknown, name: string) => unknown;
  /** What the facts themselves show to be wrong, whoever stated them. */
  check: (facts: unknown) => readonly Finding[];
  /** The same for one and the same matter, whatever the record is called by now. */
  keyOf: (finding: Pick<Finding, "code" | "values">) => string;
}>;

/** The part a difference belongs to. */
export function partOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}
