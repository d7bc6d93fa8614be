/**
 * What LibreOffice makes of our files: the annual report in its four formats and the workbook to fill in, opened, saved
 * anew and read again. Where there is no LibreOffice the files it once saved stand for it (saved-by-libreoffice.test.ts).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSource } from "../../src/documents/read-source.ts";
import { writeDocument } from "../../src/documents/write-document.ts";
import {
  buildAnnualReport,
  DEFAULT_TEMPLATE,
  type ProgrammeFacts,
  programmeSampleSchema,
  programmesToWorkbook,
  readProgrammeReport,
} from "../../src/programmes/index.ts";
import { carriedFacts } from "../../src/programmes/report/carried-facts.ts";
import { compareWithRecords } from "../../src/programmes/template/compare-with-records.ts";
import { type Conversion, type Converted, convert, findLibreOffice } from "./libreoffice.ts";

const SAMPLE = resolve(import.meta.dirname, "../../data/sample/programmes.json");
const { programmes } = programmeSampleSchema.parse(JSON.parse(readFileSync(SAMPLE, "utf8")));
const recorded = programmes.map((facts, index) => ({
  ...{ id: `P${String(index + 1).padStart(6, "0")}`, version: 3, facts },
}));

const soffice = findLibreOffice();
/** A start and ten files take three seconds of processor time. */
const TIME_LIMIT = 120_000;

const WORK = [
  ["report.docx", "saved.docx", "docx"],
  ["report.docx", "printed.pdf", "docx to pdf"],
  ["report.docx", "words.txt", "txt"],
  ["report.xlsx", "saved.xlsx", "xlsx"],
  ["report.xlsx", "sheets.csv", "csv"],
  ["report.html", "from-html.docx", "docx"],
  ["report.html", "from-html.txt", "txt"],
  ["workbook.xlsx", "workbook-saved.xlsx", "xlsx"],
  ["torn.docx", "torn-saved.docx", "docx"],
  ["torn.xlsx", "torn-saved.xlsx", "xlsx"],
  ["report.pdf", "drawn.pdf", "pdf to pdf"],
] as const;

let folder: string;
let results: ReadonlyMap<string, Converted>;

async function writeFiles(): Promise<void> {
  const options = { fiscalYear: 2024, template: DEFAULT_TEMPLATE, lang: "ja", asOf: "2025-03-31" } as const;
  const report = buildAnnualReport(programmes, { government: { name: "鹿児島県" }, ...options });
  if (!report.ok) throw new Error(report.problem.code);
  const writing = (["docx", "xlsx", "pdf", "html"] as const).map(async (format) => {
    const written = await writeDocument(report.value, format);
    if (!written.ok) throw new Error(written.problem.code);
    writeFileSync(join(folder, `report.${format}`), written.value.bytes);
    // the end of the file holds the list of its parts
    if (format === "docx" || format === "xlsx") {
      writeFileSync(join(folder, `torn.${format}`), written.value.bytes.slice(0, -400));
    }
  });
  await Promise.all(writing);
  const workbook = await programmesToWorkbook(recorded, { owner: "46000", madeOn: "2025-01-10" });
  writeFileSync(join(folder, "workbook.xlsx"), workbook);
}

async function sourceOf(name: string) {
  const source = await readSource({ name, bytes: readFileSync(join(folder, name)) });
  if (!source.ok) throw new Error(`${name}: ${source.problem.code}`);
  return source.value;
}

/** Statuses, reasons, years, events, figures, posts, dated facts: all that print carries. */
const carried = (records: readonly ProgrammeFacts[]) => records.map((one) => carriedFacts(one, 2024));

async function expectTheReportIn(name: string): Promise<void> {
  const { drafts, findings } = readProgrammeReport(await sourceOf(name));
  expect(carried(drafts)).toEqual(carried(programmes));
  expect(findings.filter(({ severity, code }) => severity === "error" || code === "line_unread")).toEqual([]);
}

if (soffice === undefined) {
  describe("LibreOffice", () => {
    it("is not on this machine: neither named by KAKEHASHI_SOFFICE nor on PATH nor in a usual place", () => {
      process.stderr.write("LibreOffice がないため、以前に保存したファイルだけで確かめました（KAKEHASHI_SOFFICE）。\n");
      expect(soffice).toBeUndefined();
    });
  });
} else {
  describeWith(soffice);
}

function describeWith(program: string): void {
  describe("LibreOffice", () => {
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "kakehashi-office-"));
      await writeFiles();
      const conversions = WORK.map(([from, to, writer]): Conversion => {
        // the ending of each name above is one of these
        const reader = from.split(".")[1] as Conversion["reader"];
        return { from: join(folder, from), reader, to: join(folder, to), writer };
      });
      const done = await convert(program, folder, conversions, TIME_LIMIT);
      results = new Map(WORK.map(([, to], index) => [to, done[index] ?? { failed: "no result" }]));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it("opens every file of ours without repair, and refuses a torn one", () => {
      const torn = [...results].filter(([name]) => name.startsWith("torn"));
      expect(torn.map(([, result]) => result)).not.toContain("done");
      const others = [...results].filter(([name, result]) => !name.startsWith("torn") && result !== "missing");
      expect(others.filter(([, result]) => result !== "done")).toEqual([]);
      expect(others.length).toBeGreaterThanOrEqual(WORK.length - 3);
    });

    it.each(["saved.docx", "printed.pdf", "words.txt", "saved.xlsx", "from-html.docx", "from-html.txt"])(
      "gives %s, in which the same 18 programmes are read",
      expectTheReportIn,
    );

    it("imports our PDF into Draw and prints the same 18 programmes, where Draw is part of it", async () => {
      if (results.get("drawn.pdf") === "missing") {
        process.stderr.write("LibreOffice に Draw がないため、PDF は開いていません。\n");
        expect(readdirSync(folder)).not.toContain("drawn.pdf");
        return;
      }
      await expectTheReportIn("drawn.pdf");
    });

    it("shows each sheet of the report in full and computes nothing in it", async () => {
      const sheets = (await sourceOf("report.xlsx")).tables;
      const csv = readdirSync(folder).filter((name) => name.startsWith("sheets-"));
      expect(csv).toHaveLength(sheets.length);
      expect(
        csv.filter((name) => /#(?:REF|NAME|VALUE|DIV)|Err:/u.test(readFileSync(join(folder, name), "utf8"))),
      ).toEqual([]);
      const boxes = csv.filter((name) => name.includes("国際交流事業実績と計画"));
      expect(boxes).toHaveLength(1);
      await expectTheReportIn(boxes[0] ?? "");
    });

    it("saves the workbook so that importing it shows no difference", async () => {
      const comparison = compareWithRecords(await sourceOf("workbook-saved.xlsx"), recorded, "46000");
      expect(comparison).toEqual({ changes: [], findings: [] });
    });
  });
}
