/** Builds findings of a programme report: code and values here, the sentence from messages.ja.ts, always with a place. */
import type { Finding, Place } from "../../kernel/finding.ts";
import { type FindingCode, type FindingValues, SEVERITIES } from "./codes.ts";
import { messages } from "./messages.ja.ts";

export type ReportFinding = Finding<FindingCode>;

export function find<Code extends FindingCode>(code: Code, at: Place, values: FindingValues[Code]): ReportFinding {
  // The table of messages has one sentence for each code, taking the values of that code.
  const write = messages[code] as (values: FindingValues[Code]) => string;
  return { code, severity: SEVERITIES[code], rule: null, at, message: write(values), values };
}
