/**
 * Finding (確認事項): something noticed in a document or a record, with the place where it stands.
 *
 * A finding never corrects anything. An error blocks acceptance of the draft it belongs to and nothing else;
 * a named person settles the rest with a reason.
 */

export type Severity = "error" | "warning" | "info";

/** Where in a document: `line` counts from 1 over the whole text, `page` and `cell` as the file format gives them. */
export type Place = Readonly<{ page?: number; line?: number; sheet?: string; cell?: string }>;

export type Finding<Code extends string = string> = Readonly<{
  code: Code;
  severity: Severity;
  /** Release check this comes from (C1–C9), or null for what a reader noticed. */
  rule: string | null;
  at: Place;
  /** One Japanese sentence or two: what stands there, and why it needs a look. */
  message: string;
  /** The compared values, for programs. Never a personal-looking address. */
  values: Readonly<Record<string, unknown>>;
}>;

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}
