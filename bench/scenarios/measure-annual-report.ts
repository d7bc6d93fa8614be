/**
 * The annual report of 300 programmes from the records to the bytes of each format, as a request makes it: composed,
 * checked, written in a process of its own (its start included); and the workbook to fill in.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setWorkerFolder } from "../../src/documents/read-source.ts";
import { type DocumentFormat, writeDocument } from "../../src/documents/write-document.ts";
import {
  buildAnnualReport,
  DEFAULT_TEMPLATE,
  type ProgrammeFacts,
  programmeSampleSchema,
  programmesToWorkbook,
} from "../../src/programmes/index.ts";
import { ROOT } from "../measure/application.ts";
import { measureInterleaved } from "../measure/interleaved.ts";
import type { Times } from "../measure/quantiles.ts";

export type AnnualReportResult = Readonly<{
  name: DocumentFormat | "workbook";
  bytes: number;
  times: Times;
  limitMs: number | null;
}>;

const PROGRAMMES = 300;
const LIMITS_MS = { html: 2_000, docx: 2_000, xlsx: 2_000, pdf: 5_000, workbook: null } as const;

export async function measureAnnualReport(rounds: number): Promise<readonly AnnualReportResult[]> {
  setWorkerFolder(pathToFileURL(join(ROOT, "dist", "server", "/")));
  const programmes = repeatedSample();
  const bytes = new Map<string, number>();
  const written = (format: DocumentFormat) => async (): Promise<void> => {
    const file = await writeDocument(build(programmes), format);
    if (!file.ok) throw new Error(`${format}: ${file.problem.code}`);
    bytes.set(format, file.value.bytes.length);
  };
  const workbook = async (): Promise<void> => {
    const recorded = programmes.map((facts, at) => ({ id: `P${String(at + 1).padStart(6, "0")}`, version: 1, facts }));
    bytes.set("workbook", (await programmesToWorkbook(recorded, { owner: "46000", madeOn: "2025-03-31" })).length);
  };
  const ways = { html: written("html"), docx: written("docx"), xlsx: written("xlsx"), pdf: written("pdf"), workbook };
  const times = await measureInterleaved(ways, { rounds, calls: 2, concurrency: 1 });
  const names = ["html", "docx", "xlsx", "pdf", "workbook"] as const;
  return names.map((name) => ({ name, bytes: bytes.get(name) ?? 0, times: times[name], limitMs: LIMITS_MS[name] }));
}

/** The programmes of the sample over and over, each with a number of its own. */
function repeatedSample(): readonly ProgrammeFacts[] {
  const sample = programmeSampleSchema.parse(
    JSON.parse(readFileSync("data/sample/programmes.json", "utf8")),
  ).programmes;
  return Array.from({ length: PROGRAMMES }, (_, index) => {
    const one = sample[index % sample.length];
    if (one === undefined) throw new Error("the sample is empty");
    return { ...one, number: index + 1 };
  });
}

function build(programmes: readonly ProgrammeFacts[]) {
  const options = { fiscalYear: 2024, template: DEFAULT_TEMPLATE, lang: "ja", asOf: "2025-03-31" } as const;
  const built = buildAnnualReport(programmes, { government: { name: "鹿児島県" }, ...options });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}
