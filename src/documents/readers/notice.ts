/** A reader's finding, with its severity and its sentence. */
import type { Finding, Place } from "../../kernel/finding.ts";
import { findingSentences } from "../messages.ja.ts";
import { type ReaderFindingCode, type ReaderFindingValues, readerSeverities } from "../reader-finding.ts";

export function notice<Code extends ReaderFindingCode>(
  code: Code,
  at: Place,
  values: ReaderFindingValues[Code],
): Finding<Code> {
  return { code, severity: readerSeverities[code], rule: null, at, message: findingSentences[code](values), values };
}
