import type ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readSource } from "../../documents/read-source.ts";
import { aWorkbook, columnOf, editedBytes, PROGRAMMES, rowOf, sheetOf } from "../testing/sample-workbook.ts";
import { compareWithRecords, entriesToSave } from "./compare-with-records.ts";

/** What an officer does in Excel, then what the comparison says. */
async function edited(edit: (workbook: ExcelJS.Workbook) => void, programmes = PROGRAMMES, owner = "46000") {
  const source = await readSource({ name: "kinyu.xlsx", bytes: await editedBytes(edit) });
  if (!source.ok) throw new Error(source.problem.code);
  return compareWithRecords(source.value, programmes, owner);
}

describe("the workbook of programmes", () => {
  it("changes nothing when it comes back as it went out", async () => {
    expect(await edited(() => {})).toEqual({ changes: [], findings: [] });
  });

  it("hides what ties a row to its record and offers statuses as a list", async () => {
    const workbook = await aWorkbook();
    const sheet = sheetOf(workbook, "年度別");
    expect([1, 2, 3].map((column) => sheet.getColumn(column).hidden)).toEqual([true, true, true]);
    expect(sheet.getCell(2, columnOf(sheet, "状況")).dataValidation).toMatchObject({ type: "list" });
    expect(workbook.worksheets[0]?.name).toBe("手引き");
  });

  it("shows a changed number with its cell and keeps all else", async () => {
    const { changes, findings } = await edited((workbook) => {
      const sheet = sheetOf(workbook, "数");
      rowOf(sheet, "国際交流プラザ設置事業", "2023", "利用者").getCell(columnOf(sheet, "値")).value = 12400;
    });
    expect(findings).toEqual([]);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ title: "国際交流プラザ設置事業", expectedVersion: 3, isBlocked: false });
    expect(changes[0]?.cells).toMatchObject([{ what: "値", before: "12330", after: "12400" }]);
    const { before, entry } = changes[0] ?? { before: null, entry: null };
    expect(entry?.quantities[0]).toEqual({ ...before?.quantities[0], value: 12400, asPrinted: "12,400名" });
    expect({ ...entry, quantities: [] }).toEqual({ ...before, quantities: [] });
  });

  it("adds an event from a copied row, and takes one away with its row", async () => {
    const { changes, findings } = await edited((workbook) => {
      const sheet = sheetOf(workbook, "行事");
      const row = rowOf(sheet, "鹿児島・香港交流会議", "2024");
      const copy = sheet.addRow(row.values as ExcelJS.CellValue[]);
      copy.getCell(columnOf(sheet, "行事名")).value = "準備会";
      copy.getCell(columnOf(sheet, "日付")).value = "7月10日（水）";
      sheet.spliceRows(rowOf(sheet, "清華大学との交流促進事業", "2023").number, 1);
    });
    expect(findings).toEqual([]);
    const events = changes.map(({ entry }) => entry.events.map(({ name, date }) => [name, date?.date]));
    expect(events).toEqual([
      [
        ["第24回鹿児島・香港交流会議", "2024-11-22"],
        ["準備会", "2024-07-10"],
      ],
      [],
    ]);
  });

  it("takes columns in another order, and keeps what a deleted column held", async () => {
    const { changes, findings } = await edited((workbook) => {
      const sheet = sheetOf(workbook, "行事");
      const place = columnOf(sheet, "場所");
      const values = sheet.getColumn(place).values as ExcelJS.CellValue[];
      sheet.spliceColumns(place, 1);
      const last = sheet.columnCount + 1;
      values.forEach((value, row) => {
        if (row > 0) sheet.getCell(row, last).value = value;
      });
      sheet.spliceColumns(columnOf(sheet, "内容"), 1);
    });
    expect(changes).toEqual([]);
    expect(findings.map(({ code, values }) => [code, values])).toEqual([["column_missing", { header: "内容" }]]);
  });

  it.each([
    ["状況", "やった", "value_unreadable"],
    ["日付", "令和6年11月22日（月）", "weekday_contradicts"],
    ["日付", "そのうち", "value_unreadable"],
    ["行事名", "", "value_missing"],
  ] as const)("refuses %s 「%s」 with its cell, and saves nothing of that entry", async (header, said, code) => {
    let cell = "";
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, "行事");
      const target = rowOf(sheet, "鹿児島・香港交流会議", "2024").getCell(columnOf(sheet, header));
      target.value = said;
      cell = target.address;
      rowOf(sheet, "鹿児島・香港交流会議", "2024").getCell(columnOf(sheet, "場所")).value = "深圳";
    });
    expect(comparison.findings).toMatchObject([{ code, severity: "error", at: { sheet: "行事", cell } }]);
    expect(entriesToSave(comparison)).toEqual([]);
  });

  it("finds negative people, and an inner count larger than its total", async () => {
    const comparison = await edited((workbook) => {
      const people = sheetOf(workbook, "派遣と受入");
      rowOf(people, "県費留学生受入事業", "2023").getCell(columnOf(people, "人数")).value = -2;
      const numbers = sheetOf(workbook, "数");
      rowOf(numbers, "2023", "利用者（外国人）").getCell(columnOf(numbers, "値")).value = 20000;
    });
    const rules = comparison.findings.filter(({ severity }) => severity === "error").map(({ values }) => values.rule);
    expect(rules).toEqual(["people_negative", "inner_count_larger"]);
    expect(entriesToSave(comparison)).toEqual([]);
  });

  it("refuses another body's file, a file that is none, and a stale version", async () => {
    expect((await edited(() => {}, PROGRAMMES, "46201")).findings).toMatchObject([{ code: "other_body" }]);
    const unknown = await edited((workbook) => workbook.removeWorksheet("手引き"));
    expect(unknown.findings).toMatchObject([{ code: "workbook_unknown" }]);
    const newer = PROGRAMMES.map((one) => ({ ...one, version: 4 }));
    const stale = await edited((workbook) => {
      const sheet = sheetOf(workbook, "数");
      rowOf(sheet, "2023", "相談件数").getCell(columnOf(sheet, "値")).value = 20;
    }, newer);
    expect(stale.findings.map(({ code }) => code)).toContain("version_stale");
    expect(entriesToSave(stale)).toEqual([]);
  });

  it("saves nothing while a formula stands in a cell", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, "数");
      const cell = rowOf(sheet, "2023", "相談件数").getCell(columnOf(sheet, "値"));
      cell.value = { formula: "10+10", result: 20 };
    });
    expect(comparison.findings).toMatchObject([{ code: "formula_cell", at: { sheet: "数" } }]);
    expect(entriesToSave(comparison)).toEqual([]);
  });

  it("names a row whose tie was cleared, and one of an unknown programme", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, "行事");
      rowOf(sheet, "鹿児島・香港交流会議").getCell(1).value = null;
      rowOf(sheet, "鹿児島・シンガポール交流会議").getCell(1).value = "P999999";
    });
    expect(entriesToSave(comparison)).toEqual([]);
    expect(comparison.findings.map(({ code, at }) => [code, at.sheet])).toEqual([
      ["row_untied", "行事"],
      ["programme_unknown", "行事"],
    ]);
  });
});
