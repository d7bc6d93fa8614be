import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSource } from "../read-source.ts";
import { exportSheet, writeWorkbook } from "./xlsx.ts";

const sheet = (name: string, rows: readonly (readonly [string, number | null])[]) =>
  exportSheet({
    name,
    columns: [
      { header: "名称", value: ([title]: readonly [string, number | null]) => title, widthCharacters: 40 },
      { header: "n", value: ([, n]: readonly [string, number | null]) => n },
    ],
    rows,
  });

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

describe("an Excel export", () => {
  it("has one frozen header row and keeps types; a text that looks like a formula stays a text", async () => {
    const workbook = await open(
      await writeWorkbook([
        sheet("一覧", [
          ["=1+1", 25],
          ["-5", null],
        ]),
      ]),
    );
    const worksheet = workbook.getWorksheet("一覧")!;
    expect(worksheet.views).toMatchObject([{ state: "frozen", ySplit: 1 }]);
    expect(worksheet.getCell("A2").value).toBe("=1+1");
    expect(worksheet.getCell("A2").type).toBe(ExcelJS.ValueType.String);
    expect(worksheet.getCell("B2").value).toBe(25);
    expect(worksheet.getCell("A3").value).toBe("-5");
    expect(worksheet.getCell("B3").value).toBe(null);
  });

  it("read again gives the same table", async () => {
    const bytes = await writeWorkbook([
      sheet("一覧", [
        ["みどり市・大連市\n（再掲）", 4],
        ["<&\"'>", 0],
      ]),
    ]);
    const outcome = await readSource({ name: "a.xlsx", bytes });
    expect(outcome.ok && outcome.value.tables).toEqual([
      {
        sheet: "一覧",
        rows: [
          { row: 1, cells: ["名称", "n"] },
          { row: 2, cells: ["みどり市・大連市\n（再掲）", "4"] },
          { row: 3, cells: ["<&\"'>", "0"] },
        ],
      },
    ]);
  });

  it("opens whatever its sheets are called and its texts hold", async () => {
    const long = "あ".repeat(40);
    const workbook = await open(
      await writeWorkbook([sheet("国/地域", [["\0甲\u{8}", 1]]), sheet(long, []), sheet(long, []), sheet("", [])]),
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "国・地域",
      "あ".repeat(31),
      `${"あ".repeat(28)}(2)`,
      "表",
    ]);
    expect(workbook.worksheets[0]?.getCell("A2").value).toBe("甲");
  });

  it("takes rows that arrive one by one", async () => {
    async function* rows() {
      yield "甲";
      yield "乙";
    }
    const column = { header: "名称", value: (text: string) => text };
    const workbook = await open(await writeWorkbook([exportSheet({ name: "表", columns: [column], rows: rows() })]));
    expect(workbook.worksheets[0]?.rowCount).toBe(3);
  });
});
