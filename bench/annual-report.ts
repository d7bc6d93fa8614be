/**
 * `tsx bench/annual-report.ts`: the annual report of 300 programmes in four formats, built and written as a request does,
 * and the workbook to fill in. Medians of three runs. Targets: docx, xlsx, html 2 s, pdf 5 s.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { type DocumentFormat, writeDocument } from "../src/documents/write-document.ts";
import {
  buildAnnualReport,
  DEFAULT_TEMPLATE,
  type ProgrammeFacts,
  programmeSampleSchema,
  programmesToWorkbook,
} from "../src/programmes/index.ts";

const PROGRAMMES = 300;
const RUNS = 3;

const sample = programmeSampleSchema.parse(JSON.parse(readFileSync("data/sample/programmes.json", "utf8"))).programmes;
const programmes: readonly ProgrammeFacts[] = Array.from({ length: PROGRAMMES }, (_, index) => {
  const one = sample[index % sample.length];
  if (one === undefined) throw new Error("the sample is empty");
  return { ...one, number: index + 1 };
});

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

function build() {
  const options = { fiscalYear: 2024, template: DEFAULT_TEMPLATE, lang: "ja", asOf: "2025-03-31" } as const;
  const built = buildAnnualReport(programmes, { government: { name: "鹿児島県" }, ...options });
  if (!built.ok) throw new Error(built.problem.code);
  return built.value;
}

async function write(format: DocumentFormat): Promise<void> {
  const written = await writeDocument(build(), format);
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
}

console.log(`build      ${Math.round(await median(async () => build()))} ms`);
for (const format of ["html", "docx", "xlsx", "pdf"] as const) {
  console.log(`${format.padEnd(10)} ${Math.round(await median(() => write(format)))} ms`);
}
const recorded = programmes.map((facts, index) => ({
  id: `P${String(index + 1).padStart(6, "0")}`,
  version: 1,
  facts,
}));
const workbook = () => programmesToWorkbook(recorded, { owner: "46000", madeOn: "2025-03-31" });
console.log(`workbook   ${Math.round(await median(workbook))} ms`);
