import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Document } from "../../documents/document.ts";
import { cellOf, plainText } from "../../documents/document-content.ts";
import { readSource } from "../../documents/read-source.ts";
import { type DocumentFormat, writeDocument } from "../../documents/write-document.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { readProgrammeReport } from "../report-layout/programme-report.ts";
import { programmeSampleSchema } from "../sample/sample-file.ts";
import { buildAnnualReport, type ReportOptions } from "./build-annual-report.ts";
import { carriedFacts } from "./carried-facts.ts";
import { DEFAULT_TEMPLATE } from "./report-template.ts";

const SAMPLE = resolve(import.meta.dirname, "../../../data/sample/programmes.json");
const { programmes } = programmeSampleSchema.parse(JSON.parse(readFileSync(SAMPLE, "utf8")));

const OPTIONS: ReportOptions = {
  ...{ government: { name: "鹿児島県" }, fiscalYear: 2024, template: DEFAULT_TEMPLATE },
  ...{ lang: "ja", asOf: "2025-03-31" },
};

function report(records: readonly ProgrammeFacts[], options: Partial<ReportOptions> = {}): Document {
  const built = buildAnnualReport(records, { ...OPTIONS, ...options });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

async function readBack(document: Document, format: DocumentFormat) {
  const written = await writeDocument(document, format);
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  const source = await readSource({ name: `report.${format}`, bytes: written.value.bytes });
  if (!source.ok) throw new Error(source.problem.code);
  return readProgrammeReport(source.value);
}

describe("the annual report read by our own layout", () => {
  it.each(["html", "docx", "xlsx", "pdf"] as const)("gives the 18 programmes again from %s", async (format) => {
    const { drafts, findings } = await readBack(report(programmes), format);
    const read = drafts.map((one) => carriedFacts(one, 2024));
    expect(read).toEqual(programmes.map((one) => carriedFacts(one, 2024)));
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.map(({ code }) => code)).not.toContain("line_unread");
  });
});

describe("what is other than last year", () => {
  const differencesIn = (document: Document): readonly (readonly string[])[] => {
    const from = document.blocks.findIndex((block) => block.kind === "heading" && block.text === "前年度報告との差");
    const [table] = document.blocks.slice(from).filter((block) => block.kind === "table");
    return (table?.rows ?? []).map((row) => row.map((cell) => plainText(cellOf(cell).content)));
  };

  it("is a turn that falls out, a cancellation, an arrangement; what goes on as planned is none", () => {
    expect(differencesIn(report(programmes)).map(([number]) => number)).toEqual(["1", "2", "3", "4", "7", "8", "9"]);
  });

  it("calls a programme new only when it begins in the year of the report", () => {
    const [first] = programmes;
    const years = first!.years.filter(({ fiscalYear }) => fiscalYear === 2024);
    const begins = { ...first!, years, startFiscalYear: { asPrinted: "令和6年度", fiscalYear: 2024 } };
    const rows = differencesIn(report([begins, { ...first!, years, number: 2 }]));
    expect(rows.map(([, , change]) => change)).toEqual(["新しい事業", "前年度の記載がない事業"]);
  });
});

it("a report of one programme without figures, people or money says so in each table", () => {
  const [first] = programmes;
  const words = JSON.stringify(report([first!]).blocks);
  expect(words).toContain("前に掲げた1事業の記録から数えた");
  expect(words).not.toMatch(/undefined|NaN|null"/u);
});
