/** Builds findings of a survey report: code and values here, the sentence from messages.ja.ts, always with a line. */
import type { Finding } from "../../kernel/finding.ts";
import type { ReleaseDisagreement } from "../../registry/index.ts";
import { type FindingCode, type FindingValues, SEVERITIES } from "./codes.ts";
import { messageOf } from "./messages.ja.ts";

export type SurveyFinding = Finding<FindingCode>;

export function find<Code extends FindingCode>(
  code: Code,
  line: number,
  values: FindingValues[Code],
  rule: string | null = null,
): SurveyFinding {
  const message = messageOf(code, values);
  return { code, severity: SEVERITIES[code], rule, at: { line }, message, values };
}

export function findDisagreement({ code, rule, line, values }: ReleaseDisagreement): SurveyFinding {
  return find(code, line, values, rule);
}

export function sortByLine(findings: readonly SurveyFinding[]): readonly SurveyFinding[] {
  return findings.toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0));
}

/** The findings that belong to one sheet: what its reviewer has to see. */
export function findingsOfSheet(
  findings: readonly Finding[],
  sheet: Readonly<{ field: string | null; number: number | null; lines: readonly [number, number] }>,
): readonly Finding[] {
  return findings.filter(({ values, at }) => {
    if (sheet.field !== null && sheet.number !== null) {
      if (values.field !== sheet.field || values.number !== sheet.number) return false;
      return !isOfAnotherCopy(values, at.line, sheet.lines);
    }
    return at.line !== undefined && at.line >= sheet.lines[0] && at.line <= sheet.lines[1];
  });
}

/** Two sheets of one number: the error of the second does not block the first. */
function isOfAnotherCopy(
  values: Readonly<Record<string, unknown>>,
  line: number | undefined,
  [from, to]: readonly [number, number],
): boolean {
  return "firstLine" in values && line !== undefined && (line < from || line > to);
}
