import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, inventDocument } from "../../../test/fixtures/documents/invented-document.ts";
import { checkDocument } from "../check-document.ts";
import type { Document, Table, TableCell } from "../document.ts";
import { readSource } from "../read-source.ts";
import { numberFormatFor } from "./xlsx/number-format.ts";
import { writeXlsx } from "./xlsx-document.ts";

async function written(document: Document): Promise<Uint8Array> {
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return writeXlsx(checked.value);
}

async function open(document: Document): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await written(document)).buffer as ArrayBuffer);
  return workbook;
}

const columnTable = (...cells: readonly TableCell[]): Table => ({
  kind: "table",
  columns: [{ width: 1 }],
  headerRows: [["見出し"]],
  rows: cells.map((cell) => [cell]),
});

describe("a document as a workbook", () => {
  it("has a sheet for the text of a section and one for each table", async () => {
    const workbook = await open(inventDocument(2));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "1　事業の実績と計画",
      "事業別の人数と予算",
      "2　集計",
      "3　前年度報告との差",
    ]);
    const rows = workbook.worksheets[0]?.getSheetValues().map((row) => (Array.isArray(row) ? row.slice(1) : []));
    expect(rows?.slice(1, 10)).toEqual([
      ["令和6年度 国際交流事業実績と計画"],
      ["みどり県国際課　令和7年3月31日"],
      ["1　事業の実績と計画"],
      ["(1)　県（国際課）"],
      [undefined, "対象は2事業である。（注1）詳しくは県のページを参照。"],
      ["1　事業名", "みどり県・大連市 交流会議その1"],
      ["開始年度", "平成2年度"],
      ["事業概要", expect.stringContaining("経済、観光")],
      [
        "令和5年度実績",
        "第8回交流会議を開催した。\n開催日：令和5年10月25日\n開催場所：大連市\n・観光セミナー（参加12名）\n・県産品フェア",
      ],
    ]);
    expect(rows?.at(-1)).toEqual(["注1", "指定管理による事業を含む。"]);
  });

  it("makes rows as high as their lines, since not every program does", async () => {
    const [sheet] = (await open(inventDocument(2))).worksheets;
    const heights = sheet?.getRows(1, 10)?.map(({ height }) => height ?? 0) ?? [];
    expect(heights[8]).toBeGreaterThanOrEqual(5 * 14); // 令和5年度実績 with five lines
    expect(heights[6]).toBeLessThan(20); // 開始年度
  });

  it("goes on in the next row with what one row cannot show, and our reader reads it as one", async () => {
    const lines = Array.from({ length: 70 }, (_, line) => `${line + 1}行目`);
    const box = { kind: "box", level: 1, number: "1", titleLabel: "事業名", title: "甲" } as const;
    const document = documentOf({ ...box, rows: [{ label: "事業概要", content: lines.join("\n") }] });
    const sheet = (await open(document)).worksheets[0]!;
    const rows = sheet.getRows(3, 5) ?? [];
    expect(rows.map((row) => row.getCell(1).text)).toEqual(["1　事業名", "事業概要", "", "", ""]);
    expect(
      rows
        .slice(1, 4)
        .map((row) => row.getCell(2).text)
        .join("\n")
        .split("\n"),
    ).toEqual(lines);
    expect(rows.filter((row) => (row.height ?? 0) > 409 || row.getCell(2).text.split("\n").length > 25)).toEqual([]);
  });

  it("shows a number that is wider than its column without its words, which stand in a note", async () => {
    const wide = { content: "407名（令和６年12月末現在の会員）", value: 407 };
    const columns = [{ width: 1 }, { width: 9 }];
    const table: Table = { kind: "table", columns, headerRows: [["数", "数"]], rows: [[wide, wide]] };
    const sheet = (await open(documentOf(table))).worksheets[0]!;
    expect(sheet.getCell("A3")).toMatchObject({ value: 407, numFmt: undefined });
    expect(JSON.stringify(sheet.getCell("A3").note)).toContain("記載のとおり：407名（令和６年12月末現在の会員）");
  });

  it("gives numbers as numbers that read as printed, and keeps what no format can show in a note", async () => {
    const sheet = (await open(inventDocument(3))).getWorksheet("事業別の人数と予算")!;
    expect(sheet.getCell("A1").value).toBe("2　集計　事業別の人数と予算");
    expect(sheet.model.merges).toEqual(expect.arrayContaining(["A2:A3", "B2:C2", "D2:D3"]));
    expect(sheet.getCell("B4")).toMatchObject({ value: 0, numFmt: '0"名"' });
    expect(sheet.getCell("D4")).toMatchObject({ value: 12_330, numFmt: "#,##0" });
    expect(sheet.getCell("C4").value).toBe(25);
    expect(JSON.stringify(sheet.getCell("C4").note)).toContain("記載のとおり：25(4)");
    expect(sheet.views).toMatchObject([{ state: "frozen", ySplit: 3, xSplit: 1 }]);
    expect(sheet.pageSetup.printTitlesRow).toBe("1:3");
  });

  it.each([
    ["12,330名", 12_330, '#,##0"名"'],
    ["約19件", 19, '"約"0"件"'],
    ["12.50％", 12.5, '0.00"％"'],
    ["▲1,200", -1_200, '#,##0;"▲"#,##0'],
    ["25(4)", 25, undefined],
    ["１２名", 12, undefined],
    ["007", 7, undefined],
    ["12330", 12_331, undefined],
    ["1,2,3", 123, undefined],
    ['5"x', 5, undefined],
  ])("shows %s, the number %d, by the format %s", (printed, value, format) => {
    expect(numberFormatFor(printed, value)).toBe(format);
  });

  it("makes no more formats than Excel has room for", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ content: `第${"甲".repeat(index)}5回`, value: 5 }));
    const sheet = (await open(documentOf(columnTable(...rows)))).worksheets[0]!;
    const formats = new Set(rows.map((_, index) => sheet.getCell(index + 3, 1).numFmt));
    expect(formats.size).toBeLessThan(160);
    expect(sheet.getCell(302, 1).value).toBe(5);
    expect(JSON.stringify(sheet.getCell(302, 1).note)).toContain("記載のとおり：第");
  });

  it("never makes a formula of a text, not even when somebody edits the cell", async () => {
    const texts = ["=cmd|' /C calc'!A0", "+81", "-5", "@SUM(A1)", "007", "\t=1", "2024-11-22"];
    const workbook = await open(documentOf(columnTable(...texts), { kind: "paragraph", content: "=1+1" }));
    const sheet = workbook.worksheets[0]!;
    for (const [index, text] of texts.entries()) {
      const cell = sheet.getCell(index + 3, 1);
      expect(cell.type).toBe(ExcelJS.ValueType.String);
      expect(cell.value).toBe(text);
      if (!text.startsWith("\t")) expect(cell.numFmt).toBe("@");
    }
    expect(workbook.worksheets[1]?.getCell("B1").value).toBe("=1+1");
  });

  it("gives back any text as it was", async () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((one) => !/[\p{Cc}\p{Cs}\u{2028}\u{2029}\u{FFFE}\u{FFFF}]/u.test(one));
    const odd = fc.constantFrom(
      "_x0041_",
      "_x005F_",
      "<t>&amp;</t>",
      "𠮷野家 髙﨑 ﾊﾝｶｸ",
      "😀",
      "서울",
      " 前後の空白 ",
      "甲\n乙",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, odd), { minLength: 1, maxLength: 15 }), async (texts) => {
        const sheet = (await open(documentOf(columnTable(...texts)))).worksheets[0]!;
        expect(texts.map((_, index) => sheet.getCell(index + 3, 1).value)).toEqual(texts);
      }),
      { numRuns: 25 },
    );
  });

  it("holds ten thousand rows, and our reader reads them", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      "みどり県・大連市の交流",
      { content: `${index}名`, value: index },
    ]);
    const table: Table = { kind: "table", columns: [{ width: 3 }, { width: 1 }], headerRows: [["名称", "人数"]], rows };
    const outcome = await readSource({ name: "a.xlsx", bytes: await written(documentOf(table)) });
    const read = outcome.ok ? outcome.value.tables[0]?.rows : [];
    expect(read).toHaveLength(10_002);
    expect(read?.at(-1)?.cells[0]).toBe("みどり県・大連市の交流");
    expect(read?.at(-1)?.cells[1]).toMatch(/^9999/);
  });

  it("has a sheet even when there is nothing but headings", async () => {
    const workbook = await open(
      documentOf({ kind: "heading", level: 1, text: "甲/乙" }, { kind: "heading", level: 1, text: "丙" }),
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["甲・乙", "丙"]);
    expect((await open(documentOf())).worksheets.map(({ name }) => name)).toEqual(["本文"]);
  });

  it("is the same every time, with the date the document bears", async () => {
    const first = await written(inventDocument(3));
    expect(Buffer.from(first).equals(await written(inventDocument(3)))).toBe(true);
    expect((await open(inventDocument(1))).created.toISOString()).toBe("2025-03-31T00:00:00.000Z");
  });
});
