/** Every layout says the same of a document that holds nothing for it. */
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSource } from "../documents/read-source.ts";
import { readDocument } from "../intake/index.ts";
import { documentLayouts } from "./layouts.ts";

const letter = new TextEncoder().encode("拝啓　時下ますますご清祥のこととお喜び申し上げます。\n");
const CHOICES = ["auto", ...documentLayouts.map(({ name }) => name)];

describe("a document that holds nothing", () => {
  it.each(CHOICES)("is an error, read by %s", async (choice) => {
    const source = await readSource({ name: "手紙.txt", bytes: letter });
    if (!source.ok) throw new Error(source.problem.code);
    const report = readDocument(source.value, choice, documentLayouts);
    expect(report).toMatchObject({ records: [], findings: [{ code: "unreadable", severity: "error" }] });
    // of a table the columns can still be named by a person
    expect(report.layout).toBe(choice === "table" ? "table" : null);
  });

  it("names the layout that was asked for", async () => {
    const source = await readSource({ name: "手紙.txt", bytes: letter });
    if (!source.ok) throw new Error(source.problem.code);
    const [finding] = readDocument(source.value, "programme-report", documentLayouts).findings;
    expect(finding?.message).toContain("「programme-report」");
  });

  it("is refused before any layout sees it when it has no text at all", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("Sheet1");
    const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer());
    const files = [
      ["空.txt", new Uint8Array()],
      ["空白.txt", new TextEncoder().encode(" \n\n　")],
      ["空.docx", new Uint8Array()],
      ["空.xlsx", xlsx],
    ] as const;
    for (const [name, bytes] of files) {
      expect(await readSource({ name, bytes })).toMatchObject({ ok: false, problem: { code: "empty_file" } });
    }
  });
});
