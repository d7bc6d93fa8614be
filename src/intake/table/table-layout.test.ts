import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceTable, SourceText } from "../../documents/source-text.ts";
import type { RowRecord } from "../draft-record.ts";
import { readDocument } from "../read-document.ts";
import { guessMapping } from "./guess-mapping.ts";
import { applyNamedColumns, cellName, namedColumnsOf } from "./mapping.ts";
import { readFieldCell } from "./read-cells.ts";
import { readTables, tableLayout } from "./table-layout.ts";

function sourceOf(tables: readonly SourceTable[]): SourceText {
  const rows = tables.flatMap(({ sheet, rows: own }) => own.map(({ cells }) => ({ sheet, text: cells.join("\t") })));
  const lines = rows.map((row, index) => ({ ...row, line: index + 1 }));
  return { name: "表.xlsx", sha256: "0".repeat(64), format: "xlsx", lines, tables, findings: [] };
}

function sheet(...rows: readonly (readonly string[])[]): SourceText {
  return sourceOf([{ sheet: "Sheet1", rows: rows.map((cells, index) => ({ row: index + 1, cells })) }]);
}

const HEADER = ["No.", "協定等の名称", "自治体名", "相手国", "提携先", "締結年月日", "交流分野"];
const ROW = ["1", "水質保全に関する覚書", "滋賀県", "中国", "湖南省", "S58.3.25", "その他"];

function read(source: SourceText) {
  const reading = tableLayout.read(source);
  return {
    ...reading,
    records: reading.drafts as readonly RowRecord[],
    codes: reading.findings.map(({ finding }) => finding.code),
  };
}

describe("a table", () => {
  it("is read below its header row, wherever that stands, with the place of every cell", () => {
    const { records, codes } = read(sheet(["令和5年度 協定一覧"], [], HEADER, ROW));
    expect(codes).toEqual([]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      kind: "agreement-row",
      number: 1,
      title: "水質保全に関する覚書",
      japan: ["滋賀県"],
      foreign: [{ name: "湖南省", country: "CN" }],
      dates: [{ asPrinted: "S58.3.25", date: "1983-03-25", precision: "day", role: "signed", conflict: null }],
      field: "⑨",
      sheet: "Sheet1",
      row: 4,
      lines: [4, 4],
    });
    expect(records[0]?.cells).toMatchObject({ title: "Sheet1!B4", signed: "Sheet1!F4" });
  });

  it("joins prefecture and municipality, and region and place, and splits several parties in a cell", () => {
    const header = ["都道府県名", "市町村名", "国名", "州", "相手都市", "件名"];
    const { records } = read(
      sheet(header, ["栃木県", "小山市、鹿沼市", "オーストラリア", "クイーンズランド州", "ケアンズ市", "交流覚書"]),
    );
    expect(records[0]?.japan).toEqual(["栃木県小山市", "栃木県鹿沼市"]);
    expect(records[0]?.foreign).toEqual([{ name: "クイーンズランド州ケアンズ市", country: "AU" }]);
  });

  it("reads dates as a spreadsheet shows them", () => {
    const dates = ["2012-05-23", "2012/5/23", "平成24年5月", "2012"].map((text) => {
      const { records } = read(sheet(HEADER, ROW.with(5, text)));
      return records[0]?.dates.map(({ date, precision }) => `${date} ${precision}`);
    });
    expect(dates).toEqual([["2012-05-23 day"], ["2012-05-23 day"], ["2012-05 month"], ["2012 year"]]);
  });

  it("says which cell cannot be right, and keeps what it says", () => {
    const { records, findings } = read(
      sheet(
        HEADER,
        ROW.with(5, "平成40年2月30日"),
        ROW.with(1, ""),
        ROW.with(4, ""),
        ROW.with(3, "存在しない国").with(1, "別の覚書"),
        ROW.with(6, "経済").with(1, "経済の覚書"),
        ROW.with(5, "平成20（2010）年11月4日"),
      ),
    );
    const told = findings.map(({ finding, draft }) => [finding.code, finding.severity, finding.at.cell, draft]);
    expect(told).toEqual([
      ["date_unreadable", "warning", "F2", 0],
      ["title_missing", "error", "A3", 1],
      ["party_missing", "error", "A4", 2],
      ["country_unknown", "warning", "D5", 3],
      ["field_unknown", "warning", "G6", 4],
      ["era_year_conflict", "warning", "F7", 5],
    ]);
    expect(records[0]?.dates).toMatchObject([{ asPrinted: "平成40年2月30日", date: null, precision: "none" }]);
  });

  it("notices a row that stands there twice, and takes 再掲 for what it prints", () => {
    const again = ROW.with(1, "水質保全に関する覚書【再掲】").with(6, "教育交流");
    const { records, findings } = read(sheet(HEADER, ROW, ROW, again));
    expect(findings.map(({ finding, draft }) => [finding.code, draft])).toEqual([["row_duplicated", 1]]);
    expect(records[2]).toMatchObject({ title: "水質保全に関する覚書", relisted: true, field: "①" });
  });

  it("passes over the header printed again and rows that name nothing", () => {
    expect(read(sheet(HEADER, ROW, [], HEADER, ["", "", "", "", "", "計", "1"])).records).toHaveLength(1);
  });

  it("without a header row is not recognised, and says so when it is asked for", () => {
    const source = sheet(["あ", "い"], ["う", "え"]);
    expect(tableLayout.recognise(source)).toBe(0);
    expect(readDocument(source, "auto")).toMatchObject({ layout: null, findings: [{ code: "unreadable" }] });
    expect(readDocument(source, "table")).toMatchObject({ layout: "table", findings: [{ code: "unreadable" }] });
  });

  it("harms nobody with a header such as __proto__", () => {
    const { records } = read(sheet([...HEADER, "__proto__", "constructor"], [...ROW, "x", "y"]));
    expect(records).toHaveLength(1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("fields in a cell", () => {
  it.each([
    ["①", ["①"]],
    ["1", ["①"]],
    ["①②", ["①", "②"]],
    ["文化・スポーツ", ["②", "③"]],
    ["⑤経済交流（農業等）", ["⑤"]],
    ["経済交流（商業等）", ["⑦"]],
    ["農業", ["⑤"]],
    ["--", []],
  ])("%s means %j", (text, fields) => {
    expect(readFieldCell(text)).toEqual({ fields, unknown: [] });
  });

  it("does not guess which 経済 is meant", () => {
    expect(readFieldCell("経済、⑩")).toEqual({ fields: [], unknown: ["経済", "⑩"] });
  });
});

describe("a saved mapping", () => {
  it("finds its columns again by the words of their headers", () => {
    const [first] = guessMapping(sheet(HEADER, ROW).tables);
    const named = namedColumnsOf([
      { ...first!, columns: first!.columns.map((c) => (c.role === "number" ? { ...c, role: "department" } : c)) },
    ]);
    const [other] = guessMapping(sheet(["備考", ...HEADER], ["", ...ROW]).tables);
    expect(applyNamedColumns(other!, named).columns.map(({ role }) => role)).toEqual([
      null,
      "department",
      "title",
      "japan",
      "country",
      "foreign",
      "signed",
      "field",
    ]);
  });
});

it("names cells as spreadsheets do", () => {
  expect([0, 25, 26, 701, 702].map((column) => cellName(column, 1))).toEqual(["A1", "Z1", "AA1", "ZZ1", "AAA1"]);
});

const cell = fc.oneof(
  fc.constantFrom(
    ...HEADER,
    ...ROW,
    "平成20（2010）年11月4日、平成40年2月30日",
    "【再掲】",
    "①②⑩",
    "--",
    "\t",
    "市・・、 ",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const grid = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 });

it("any grid is read without a fault, and every finding belongs to a draft that is there", () => {
  fc.assert(
    fc.property(grid, grid, (first, second) => {
      const source = sourceOf([
        { sheet: "A", rows: first.map((cells, index) => ({ row: index + 1, cells })) },
        { sheet: "B", rows: [HEADER, ...second].map((cells, index) => ({ row: index * 2 + 1, cells })) },
      ]);
      const reading = readTables(source, guessMapping(source.tables));
      for (const { finding, draft } of reading.findings) {
        expect(finding.message).not.toBe("");
        if (draft !== null) expect(reading.drafts[draft]).toBeDefined();
      }
      expect(tableLayout.recognise(source)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});
