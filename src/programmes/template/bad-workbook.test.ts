import type ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { defaultReadLimits } from "../../documents/read-problem.ts";
import { readBytes } from "../../documents/readers/read-bytes.ts";
import type { YearEntry } from "../programme-year.ts";
import { columnOf, editedBytes, PROGRAMMES, rowOf, sheetOf } from "../testing/sample-workbook.ts";
import { compareWithRecords, entriesToSave } from "./compare-with-records.ts";
import { workbookWords } from "./messages.ja.ts";

const { sheets, headers: h, tie, shown } = workbookWords;

async function edited(edit: (workbook: ExcelJS.Workbook) => void, programmes = PROGRAMMES) {
  const read = await readBytes("xlsx", await editedBytes(edit), defaultReadLimits);
  if (!read.ok) throw new Error(read.problem.code);
  return compareWithRecords({ format: "xlsx", ...read.value }, programmes, "46000");
}

type Compared = Awaited<ReturnType<typeof edited>>;

const said = ({ findings }: Compared) => findings.map(({ code, at }) => [code, at.sheet, at.cell]);
const cells = ({ changes }: Compared) => changes.flatMap((change) => change.cells);
const saved = (comparison: Compared) =>
  entriesToSave(comparison).flatMap((one): readonly YearEntry[] => ("entry" in one ? [one.entry] : []));
const HONG_KONG = ["鹿児島・香港交流会議", "2024"];

function cellOf(workbook: ExcelJS.Workbook, sheet: string, words: readonly string[], header: string): ExcelJS.Cell {
  const found = sheetOf(workbook, sheet);
  return rowOf(found, ...words).getCell(columnOf(found, header));
}

describe("merged cells", () => {
  it("are named by their range; none of the rows is emptied by them, and no row is saved", async () => {
    let range = "";
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.years);
      const [first, column] = [rowOf(sheet, "清華大学との交流促進事業", "2023").number, columnOf(sheet, h.text)];
      sheet.mergeCells(first, column, first + 1, column);
      range = `${sheet.getCell(first, column).address}:${sheet.getCell(first + 1, column).address}`;
      sheet.getCell(first, columnOf(sheet, h.reason)).value = "覚書の期間のため";
      cellOf(workbook, sheets.events, HONG_KONG, h.place).value = "深圳";
    });
    const [cell] = range.split(":");
    expect(said(comparison)).toEqual([["merged_cells", sheets.years, cell]]);
    expect(comparison.findings[0]?.message).toContain(range);
    expect(cells(comparison).map(({ what, after }) => [what, after])).toEqual([
      [h.place, "深圳"],
      [h.reason, "覚書の期間のため"],
    ]);
    expect(entriesToSave(comparison).map(({ id }) => id)).toEqual(["P000001"]);
  });

  it("over headers, or over what ties a row, keep the whole file from being saved", async () => {
    const overHead = await edited((workbook) => {
      sheetOf(workbook, sheets.events).mergeCells("G1:H1");
      cellOf(workbook, sheets.years, HONG_KONG, h.text).value = "直した文";
    });
    expect(overHead.findings.map(({ code }) => code)).toContain("merged_cells");
    expect(entriesToSave(overHead)).toEqual([]);
    const overTies = await edited((workbook) => {
      sheetOf(workbook, sheets.events).mergeCells("E2:E4");
      cellOf(workbook, sheets.years, HONG_KONG, h.text).value = "直した文";
    });
    expect(said(overTies)).toEqual([["merged_cells", sheets.events, "E2"]]);
    expect(entriesToSave(overTies)).toEqual([]);
  });

  it("in a title above the headers and in a column of one's own do no harm", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.people);
      sheet.spliceRows(1, 0, ["課内用"], []);
      sheet.mergeCells("A1:H1");
      sheet.mergeCells("T5:U9");
    });
    expect(comparison).toEqual({ changes: [], findings: [] });
  });
});

describe("columns", () => {
  it("that were moved are read by their headers, with spaces and line breaks in them too", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      const place = columnOf(sheet, h.place);
      const moved = sheet.getColumn(place).values as ExcelJS.CellValue[];
      sheet.spliceColumns(place, 1);
      sheet.spliceColumns(1, 0, moved.slice(1));
      sheet.getCell(1, columnOf(sheet, h.direction)).value = "派遣 ・\n受入";
      rowOf(sheet, ...HONG_KONG).getCell(1).value = "深圳";
    });
    expect(comparison.findings).toEqual([]);
    expect(cells(comparison)).toMatchObject([{ what: h.place, before: "香港", after: "深圳", at: { cell: "A2" } }]);
  });

  it("that were deleted leave what is recorded, and are said; a new row cannot do without them", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      sheet.spliceColumns(columnOf(sheet, h.event), 1);
      cellOf(workbook, sheets.events, HONG_KONG, h.place).value = "深圳";
    });
    expect(comparison.findings).toMatchObject([{ code: "column_missing", severity: "warning" }]);
    expect(comparison.findings[0]?.message).toContain("いまの記録のまま残します");
    expect(saved(comparison)[0]?.events).toMatchObject([{ name: "第24回鹿児島・香港交流会議", place: "深圳" }]);
    const added = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      sheet.addRow(rowOf(sheet, ...HONG_KONG).values as ExcelJS.CellValue[]).getCell(columnOf(sheet, h.place)).value =
        "深圳";
      sheet.spliceColumns(columnOf(sheet, h.event), 1);
    });
    expect(added.findings.map(({ code }) => code)).toEqual(["column_missing", "value_missing"]);
    expect(entriesToSave(added)).toEqual([]);
  });

  it("with another header, and of one's own, are named and not read", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      sheet.getCell(1, columnOf(sheet, h.place)).value = "会場（新）";
      const own = sheet.columnCount + 1;
      sheet.getCell(1, own).value = "担当";
      sheet.getCell(4, own).value = "山田";
      sheet.getCell(5, own + 1).value = "見出しのないメモ";
    });
    expect(comparison.changes).toEqual([]);
    expect(comparison.findings.map(({ code, values }) => [code, values.header])).toEqual([
      ["column_missing", h.place],
      ["column_unknown", "会場（新）"],
      ["column_unknown", "担当"],
      ["column_unknown", ""],
    ]);
  });

  it.each([tie.id, tie.row, shown.fiscalYear])("without 「%s」 nothing of the file is saved", async (header) => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      sheet.spliceColumns(columnOf(sheet, header), 1);
      cellOf(workbook, sheets.years, HONG_KONG, h.text).value = "直した文";
    });
    expect(comparison.findings).toMatchObject([{ code: "tie_missing", at: { sheet: sheets.events } }]);
    expect(comparison.changes).toHaveLength(1);
    expect(entriesToSave(comparison)).toEqual([]);
  });

  it("twice, and a sheet without headers, keep the file from being saved", async () => {
    const twice = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      sheet.getCell(1, sheet.columnCount + 1).value = h.place;
    });
    expect(twice.findings).toMatchObject([{ code: "column_twice", at: { sheet: sheets.events, cell: "P1" } }]);
    const without = await edited((workbook) => sheetOf(workbook, sheets.events).spliceRows(1, 1));
    expect(without.findings).toMatchObject([{ code: "header_missing", at: { sheet: sheets.events } }]);
    expect(without.changes).toEqual([]);
  });
});

describe("formulas", () => {
  it("are named cell by cell, with and without a saved result; only their own entry waits", async () => {
    const at: string[] = [];
    const comparison = await edited((workbook) => {
      const value = cellOf(workbook, sheets.quantities, ["2023", "相談件数"], h.value);
      value.value = { formula: "10+10", result: 20 };
      const place = cellOf(workbook, sheets.events, HONG_KONG, h.place);
      place.value = { formula: "A1&B1" } as ExcelJS.CellValue;
      at.push(place.address, value.address);
      cellOf(workbook, sheets.years, ["清華大学", "2024"], h.text).value = "話し合いを続ける。";
    });
    expect(said(comparison)).toEqual([
      ["formula_cell", sheets.events, at[0]],
      ["formula_cell", sheets.quantities, at[1]],
    ]);
    expect(comparison.findings.map(({ message }) => message).join()).toMatch(
      /結果がファイルに残っていません.*「20」/su,
    );
    expect(saved(comparison).map(({ text }) => text)).toEqual(["話し合いを続ける。"]);
  });

  it("in columns of one's own do no harm; in what ties rows they keep the file from being saved", async () => {
    const own = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.quantities);
      sheet.getCell(1, sheet.columnCount + 1).value = "前年比";
      sheet.getCell(2, sheet.columnCount).value = { formula: "G2*2", result: 4 };
    });
    expect(own.findings.map(({ code }) => code)).toEqual(["column_unknown"]);
    const tied = await edited((workbook) => {
      cellOf(workbook, sheets.events, HONG_KONG, shown.fiscalYear).value = { formula: "2000+24", result: 2024 };
    });
    expect(tied.findings).toMatchObject([{ code: "formula_cell", at: { sheet: sheets.events } }]);
    expect(entriesToSave(tied)).toEqual([]);
  });

  it("in more cells than can be named, and errors of Excel, are findings as well", async () => {
    const many = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.quantities);
      for (let row = 2; row <= 110; row += 1) sheet.getCell(row, 30).value = { formula: "1+1", result: 2 };
      cellOf(workbook, sheets.events, HONG_KONG, h.place).value = "深圳";
    });
    expect(many.findings).toMatchObject([
      { code: "column_unknown" },
      { code: "formulas_many", values: { count: 109 } },
    ]);
    expect(entriesToSave(many)).toEqual([]);
    const error = await edited((workbook) => {
      cellOf(workbook, sheets.events, HONG_KONG, h.place).value = { error: "#REF!" };
    });
    expect(error.findings).toMatchObject([{ code: "cell_error", values: { said: "#REF!" } }]);
  });
});

describe("dates and numbers", () => {
  it.each([
    [new Date(Date.UTC(2024, 10, 25)), "yyyy/m/d", "令和6年11月25日", "2024-11-25"],
    [new Date(Date.UTC(2024, 10, 25)), '[$-411]ggge"年"m"月"d"日"', "令和6年11月25日", "2024-11-25"],
    [new Date(Date.UTC(2024, 6, 1)), 'yyyy"年"m"月"', "令和6年7月", "2024-07"],
    ["令和6年7月", "@", "令和6年7月", "2024-07"],
    ["１１月２５日", "@", "１１月２５日", "2024-11-25"],
    ["令和7年2月上旬", "@", "令和7年2月上旬", "2025-02"],
    ["R6.7.19", "@", "R6.7.19", "2024-07-19"],
  ])("%s (%s) is read as %s", async (value, numFmt, asPrinted, date) => {
    const comparison = await edited((workbook) => {
      Object.assign(cellOf(workbook, sheets.events, HONG_KONG, h.date), { value, numFmt });
    });
    expect(comparison.findings).toEqual([]);
    expect(comparison.changes[0]?.entry.events[0]?.date).toMatchObject({ asPrinted, date });
    expect(cells(comparison)[0]?.after).toBe(asPrinted);
  });

  it.each([45618, 20241125, 7.19, "４５６１８"])("%s is a number and no date", async (value) => {
    const comparison = await edited((workbook) => {
      Object.assign(cellOf(workbook, sheets.events, HONG_KONG, h.date), { value, numFmt: "General" });
    });
    expect(comparison.findings).toMatchObject([{ code: "date_as_number", at: { sheet: sheets.events, cell: "I2" } }]);
    expect(entriesToSave(comparison)).toEqual([]);
  });

  it("a day that Excel put into another year is named at its cell", async () => {
    const comparison = await edited((workbook) => {
      const cell = cellOf(workbook, sheets.events, HONG_KONG, h.date);
      Object.assign(cell, { value: new Date(Date.UTC(2026, 6, 19)), numFmt: "m/d" });
    });
    expect(comparison.findings).toMatchObject([
      { code: "contradiction", at: { cell: "I2" }, values: { rule: "date_outside_fiscal_year" } },
    ]);
  });

  it("full-width digits are digits, and what is recorded already is no change", async () => {
    const comparison = await edited((workbook) => {
      cellOf(workbook, sheets.quantities, ["2023", "相談件数"], h.value).value = "２１";
      cellOf(workbook, sheets.quantities, ["国際交流プラザ設置事業", "2023", "利用者"], h.value).value = "１２，３３０";
      cellOf(workbook, sheets.quantities, ["2023", "相談件数"], shown.fiscalYear).value = "令和５年度";
    });
    expect(comparison.findings).toEqual([]);
    expect(cells(comparison).map(({ before, after }) => [before, after])).toEqual([["19", "21"]]);
  });

  it.each([
    [sheets.events, HONG_KONG, h.edition, 0, "unrecordable"],
    [sheets.events, HONG_KONG, h.edition, 1.5, "unrecordable"],
    [sheets.people, ["県費留学生受入事業", "2023"], h.people, 2.5, "value_unreadable"],
    [sheets.people, ["県費留学生受入事業", "2023"], h.countryCode, "どこか", "value_unreadable"],
    [sheets.quantities, ["2023", "相談件数"], h.value, "9".repeat(400), "unrecordable"],
    [sheets.quantities, ["2023", "相談件数"], h.from, 3, "value_and_range"],
    [sheets.quantities, ["2023", "相談件数"], h.value, null, "value_missing"],
    [sheets.events, HONG_KONG, h.related, "連絡は taro.yamada@example.jp へ", "unrecordable"],
    [sheets.events, HONG_KONG, shown.title, "別の事業", "title_differs"],
  ] as const)("%s %s %s: %s is a finding at its cell", async (sheet, words, header, value, code) => {
    let cell = "";
    const comparison = await edited((workbook) => {
      const target = cellOf(workbook, sheet, words, header);
      target.value = value;
      cell = target.address;
    });
    expect(said(comparison)).toEqual([[code, sheet, cell]]);
    expect(entriesToSave(comparison)).toEqual([]);
    expect(JSON.stringify([comparison.findings, cells(comparison)])).not.toContain("taro.yamada");
  });
});

describe("rows", () => {
  it("that are hidden, filtered or sorted are read as ever", async () => {
    const comparison = await edited((workbook) => {
      for (const name of [sheets.years, sheets.events, sheets.quantities]) {
        const sheet = sheetOf(workbook, name);
        const rows = Array.from({ length: sheet.rowCount - 1 }, (_, at) => sheet.getRow(at + 2).values);
        rows.reverse().forEach((values, at) => {
          sheet.getRow(at + 2).values = values as ExcelJS.CellValue[];
          sheet.getRow(at + 2).hidden = at % 2 === 0;
        });
        sheet.autoFilter = "A1:H1";
      }
      cellOf(workbook, sheets.events, HONG_KONG, h.place).value = "深圳";
    });
    expect(comparison.findings).toEqual([]);
    expect(cells(comparison)).toMatchObject([{ what: h.place, after: "深圳" }]);
  });

  it("that were copied and left alone are not recorded twice", async () => {
    const comparison = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      sheet.addRow(rowOf(sheet, ...HONG_KONG).values as ExcelJS.CellValue[]);
      const years = sheetOf(workbook, sheets.years);
      years.addRow(rowOf(years, "清華大学", "2023").values as ExcelJS.CellValue[]);
    });
    expect(comparison.findings.map(({ code }) => code)).toEqual(["row_twice", "row_same"]);
    expect(entriesToSave(comparison)).toEqual([]);
  });

  it("that were deleted take no year away; of events each one is shown", async () => {
    const comparison = await edited((workbook) => {
      const years = sheetOf(workbook, sheets.years);
      years.spliceRows(rowOf(years, ...HONG_KONG).number, 1);
      years.spliceRows(rowOf(years, "清華大学", "2024").number, 1);
      const events = sheetOf(workbook, sheets.events);
      events.spliceRows(rowOf(events, "清華大学との交流促進事業", "2023").number, 1);
    });
    expect(comparison.findings).toMatchObject([{ code: "year_rows_absent", severity: "info", values: { count: 2 } }]);
    expect(comparison.changes).toHaveLength(1);
    expect(comparison.changes[0]?.entry).toMatchObject({ fiscalYear: 2023, events: [] });
    expect(cells(comparison)).toMatchObject([{ at: { sheet: sheets.events }, what: sheets.events, after: "" }]);
    const none = await edited((workbook) => {
      for (const name of [sheets.years, sheets.events, sheets.quantities, sheets.people, sheets.money]) {
        const sheet = sheetOf(workbook, name);
        sheet.spliceRows(2, sheet.rowCount);
      }
    });
    expect(none.changes).toEqual([]);
  });

  it("of another body keep the whole file from being saved, of another year ask for its row first", async () => {
    const foreign = await edited((workbook) => {
      const sheet = sheetOf(workbook, sheets.years);
      sheet.addRow(["P990001", 1, 1, "他市の事業", 2024, "実績", "実施"]);
      cellOf(workbook, sheets.years, HONG_KONG, h.text).value = "直した文";
    });
    expect(foreign.findings).toMatchObject([{ code: "programme_unknown", values: { id: "P990001" } }]);
    expect(entriesToSave(foreign)).toEqual([]);
    const later = (withYear: boolean) => (workbook: ExcelJS.Workbook) => {
      const sheet = sheetOf(workbook, sheets.events);
      const copy = sheet.addRow(rowOf(sheet, ...HONG_KONG).values as ExcelJS.CellValue[]);
      copy.getCell(columnOf(sheet, shown.fiscalYear)).value = 2026;
      copy.getCell(columnOf(sheet, h.date)).value = "11月";
      if (withYear)
        sheetOf(workbook, sheets.years).addRow(["P000001", 3, null, "", 2026, "計画（実績を含む）", "計画"]);
    };
    expect((await edited(later(false))).findings).toMatchObject([{ code: "year_row_missing" }]);
    const added = await edited(later(true));
    expect(added.findings).toEqual([]);
    expect(entriesToSave(added)).toMatchObject([
      { id: "P000001", entry: { fiscalYear: 2026, events: [{ place: "香港", date: { date: "2026-11" } }] } },
    ]);
  });

  it("of a programme without any year wait to be filled in", async () => {
    const [first] = PROGRAMMES;
    if (first === undefined) throw new Error("the sample is empty");
    const bare = { ...first, facts: { ...first.facts, years: [] } };
    const comparison = await edited(
      (workbook) => {
        const sheet = sheetOf(workbook, sheets.years);
        sheet.getRow(2).values = [first.id, 3, null, first.facts.title];
        sheet.spliceRows(3, 1);
        for (const name of [sheets.events, sheets.quantities, sheets.people]) {
          const rows = sheetOf(workbook, name);
          for (let row = rows.rowCount; row > 1; row -= 1)
            if (rows.getCell(row, 1).value === first.id) rows.spliceRows(row, 1);
        }
      },
      [bare, ...PROGRAMMES.slice(1)],
    );
    expect(comparison).toEqual({ changes: [], findings: [] });
  });

  it("of budgets say one amount each, with its source where it is one", async () => {
    const row = (kind: string, source: string | null, yen: number | null) => (workbook: ExcelJS.Workbook) => {
      const sheet = sheetOf(workbook, sheets.money);
      const ties = ["P000001", 3, null, "鹿児島・香港交流会議", 2024, "計画（実績を含む）"];
      sheet.addRow([...ties, "予算額", null, 1_000_000]);
      sheet.addRow([...ties, kind, source, yen]);
    };
    expect((await edited(row("財源", "一般財源", 900_000))).changes[0]?.entry.budget).toMatchObject({
      ...{ plannedYen: 1_000_000, settledYen: null, sources: [{ name: "一般財源", amountYen: 900_000 }] },
    });
    expect((await edited(row("財源", null, 5))).findings).toMatchObject([
      { code: "value_missing", at: { cell: expect.stringMatching(/^H/u) } },
    ]);
    expect((await edited(row("決算額", null, null))).findings).toMatchObject([{ code: "value_missing" }]);
    expect((await edited(row("予算額", null, 5))).findings).toMatchObject([
      { code: "kind_twice", at: { cell: expect.stringMatching(/^G/u) } },
    ]);
    expect((await edited(row("決算額", "基金", 5))).findings).toMatchObject([{ code: "source_unneeded" }]);
  });
});
