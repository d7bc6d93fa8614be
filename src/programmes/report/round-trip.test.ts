import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../../documents/read-source.ts";
import { type DocumentFormat, writeDocument } from "../../documents/write-document.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { readProgrammeReport } from "../report-layout/programme-report.ts";
import { enteredProgrammes } from "../testing/entered-programmes.ts";
import { buildAnnualReport } from "./build-annual-report.ts";
import { carriedFacts } from "./carried-facts.ts";
import { DEFAULT_TEMPLATE } from "./report-template.ts";

async function roundTrip(records: readonly ProgrammeFacts[], format: DocumentFormat): Promise<void> {
  const options = { fiscalYear: 2024, template: DEFAULT_TEMPLATE, lang: "ja", asOf: "2025-03-31" } as const;
  const built = buildAnnualReport(records, { government: { name: "みどり県" }, ...options });
  if (!built.ok) throw new Error(built.problem.code);
  const written = await writeDocument(built.value, format);
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  const source = await readSource({ name: `r.${format}`, bytes: written.value.bytes });
  if (!source.ok) throw new Error(source.problem.code);
  const { drafts } = readProgrammeReport(source.value);
  const carried = (one: ProgrammeFacts) => carriedFacts(one, 2024);
  expect(drafts.map(carried)).toEqual(records.map(carried));
}

describe("programmes entered as facts", () => {
  it.each([
    ["html", 20],
    ["docx", 3],
    ["xlsx", 3],
    ["pdf", 3],
  ] as const)("are the same records after printing and reading %s", async (format, numRuns) => {
    await fc.assert(
      fc.asyncProperty(enteredProgrammes(format), (records) => roundTrip(records, format)),
      { numRuns, endOnFailure: true },
    );
  });
});
