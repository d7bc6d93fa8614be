/** A file named on the command line, read by the readers; a refusal is a finding of the document, not a crash. */
import { createHash } from "node:crypto";
import { describeReadProblem } from "../../documents/messages.ja.ts";
import { type ReadProblem, readSource } from "../../documents/read-source.ts";
import type { SourceText } from "../../documents/source-text.ts";
import type { Finding } from "../../kernel/finding.ts";
import type { Outcome } from "../../kernel/outcome.ts";

export type NamedFile = Readonly<{ name: string; bytes: Uint8Array }>;

export function readFile(file: NamedFile): Promise<Outcome<SourceText, ReadProblem>> {
  return readSource(file);
}

export type RefusedReport = Readonly<{
  document: Readonly<{ name: string; sha256: string; lines: number }>;
  layout: null;
  records: readonly [];
  findings: readonly Finding[];
}>;

/** The same shape as a reading, so that programs find the reason where they look for findings. */
export function reportRefusal({ name, bytes }: NamedFile, problem: ReadProblem): RefusedReport {
  const { code, ...values } = problem;
  return {
    document: { name, sha256: createHash("sha256").update(bytes).digest("hex"), lines: 0 },
    layout: null,
    records: [],
    findings: [
      {
        code: "unreadable",
        severity: "error",
        rule: null,
        at: {},
        message: describeReadProblem(problem),
        values: { reason: code, ...values },
      },
    ],
  };
}
