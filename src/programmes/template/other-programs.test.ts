import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { INVENTED } from "../../../test/fixtures/programme-workbook/invented-programmes.ts";
import { readSource } from "../../documents/read-source.ts";
import { columnOf, rowOf, sheetOf } from "../testing/sample-workbook.ts";
import { compareWithRecords } from "./compare-with-records.ts";
import { workbookWords } from "./messages.ja.ts";
import { programmesToWorkbook } from "./programmes-to-workbook.ts";

const SAVED = readFileSync(
  resolve(import.meta.dirname, "../../../test/fixtures/programme-workbook/saved-by-libreoffice.xlsx"),
);

async function compared(bytes: Uint8Array, name = "記入表.xlsx") {
  const source = await readSource({ name, bytes });
  if (!source.ok) throw new Error(source.problem.code);
  return compareWithRecords(source.value, INVENTED, "46000");
}

describe("the workbook in other programs", () => {
  it("saved untouched by LibreOffice differs in nothing", async () => {
    expect(await compared(SAVED)).toEqual({ changes: [], findings: [] });
  });

  it("saved by LibreOffice and edited by another library differs in what was edited", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(SAVED.buffer.slice(SAVED.byteOffset, SAVED.byteOffset + SAVED.length) as ArrayBuffer);
    const sheet = sheetOf(workbook, workbookWords.sheets.events);
    rowOf(sheet, "００１").getCell(columnOf(sheet, workbookWords.headers.place)).value = "深圳";
    const { changes, findings } = await compared(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(findings).toEqual([]);
    const cells = changes.flatMap((change) => change.cells);
    // the other library writes _x0041_ without the escape that keeps it from being an A
    expect(cells.filter(({ before }) => !before.includes("_x0041_"))).toMatchObject([
      { of: "００１", before: "みどり市 🌉", after: "深圳", at: { sheet: "行事", cell: "J3" } },
    ]);
  });

  it("is the same workbook under the name of one with macros", async () => {
    const bytes = await programmesToWorkbook(INVENTED, { owner: "46000", madeOn: "2025-01-10" });
    expect(await compared(bytes, "記入表.xlsm")).toEqual({ changes: [], findings: [] });
  });

  it("of nothing but text under the name of a workbook is none", async () => {
    const { findings } = await compared(new TextEncoder().encode("記録の番号,版,行\nP000001,2,1\n"));
    expect(findings).toMatchObject([{ code: "no_workbook", values: { format: "csv" } }]);
  });
});
