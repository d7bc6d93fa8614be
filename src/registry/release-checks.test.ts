import { describe, expect, it } from "vitest";
import type { Field } from "./field.ts";
import type { PrintedRow, PrintedTable } from "./printed-table.ts";
import type { ReleaseEntry, ReleaseSheet } from "./release.ts";
import { checkRelease, prepareRelease } from "./release-checks.ts";
import { isAbbreviationOf } from "./release-checks-names.ts";
import { recountTables } from "./release-recount.ts";

const CITY = { japan: ["青森県青森市"], foreign: [{ name: "中華人民共和国大連市", country: "CN" }] };
const names = (country: string) => ({ label: country, kana: country });

const sheet = (field: Field, number: number, extra: Partial<ReleaseSheet> = {}): ReleaseSheet => ({
  ...CITY,
  field,
  number,
  line: 1000 + number,
  title: `第${number}友好協定`,
  marked: false,
  date: "2004-12-24",
  facts: {},
  ...extra,
});
const entry = (field: Field, number: number, extra: Partial<ReleaseEntry> = {}): ReleaseEntry => ({
  ...CITY,
  field,
  number,
  line: number,
  title: `第${number}友好協定`,
  marked: false,
  ...extra,
});
const row = (label: string, cells: PrintedRow["cells"], extra: Partial<PrintedRow> = {}): PrintedRow => ({
  label,
  kind: "row",
  line: 50,
  cells,
  ...extra,
});
const t = (n: number, relisted = 0) => ({ n, relisted });
const check = (
  sheets: readonly ReleaseSheet[],
  entries: readonly ReleaseEntry[] = [],
  tables: readonly PrintedTable[] = [],
) => checkRelease(prepareRelease({ sheets, entries, tables }));
const codes = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);

describe("printed tables alone", () => {
  it("C1: rows and columns add up, for both counts", () => {
    const rows = [
      row("1対1の提携", { "①": t(3, 1), 合計: t(4, 1) }),
      row("複数の自治体との提携", { "①": t(1), 合計: t(1) }),
      row("合計", { "①": t(4), 合計: t(5, 1) }, { kind: "total" }),
    ];
    const sums = check([], [], [{ id: "by-field", rows }]).map(({ rule, values }) => ({ rule, ...values }));
    expect(sums).toMatchObject([
      { rule: "C1", along: "row", row: "1対1の提携", measure: "n", printed: 4, computed: 3 },
      { rule: "C1", along: "row", row: "合計", measure: "n", printed: 5, computed: 4 },
      { rule: "C1", along: "row", row: "合計", measure: "relisted", printed: 1, computed: 0 },
      { rule: "C1", along: "column", column: "①", measure: "relisted", printed: 0, computed: 1 },
    ]);
  });

  it("C2: an inner count never exceeds its count", () => {
    expect(check([], [], [{ id: "by-field", rows: [row("1対1の提携", { "②": t(1, 2) })] }])).toMatchObject([
      { rule: "C2", values: { column: "②" } },
    ]);
  });

  it("C3: the one-to-one row equals the total of countries", () => {
    const tables: readonly PrintedTable[] = [
      { id: "by-field", rows: [row("1対1の提携", { "①": t(2), 合計: t(2) })] },
      { id: "by-country", rows: [row("合計", { "①": t(3), 合計: t(3) }, { kind: "total" })] },
    ];
    expect(check([], [], tables)).toMatchObject([
      { rule: "C3", code: "table_cell_differs", values: { column: "①", printed: t(3), recounted: t(2) } },
      { rule: "C3", values: { column: "合計" } },
    ]);
  });
});

describe("contents and sheets", () => {
  it("that agree give nothing", () => {
    expect(check([sheet("①", 1), sheet("①", 2)], [entry("①", 1), entry("①", 2)])).toEqual([]);
  });

  it("C8: missing sheets are said once for a field, with their numbers", () => {
    const entries = [entry("①", 1), entry("①", 2), entry("①", 3), entry("⑦", 1)];
    expect(check([sheet("①", 2)], entries)).toMatchObject([
      { code: "sheets_missing", line: 1, values: { field: "①", numbers: [1, 3] } },
      { code: "sheets_missing", values: { field: "⑦", numbers: [1] } },
    ]);
  });

  it("C7: a field that lacks a sheet is compared no further", () => {
    const entries = [entry("①", 1, { title: "別の題名" }), entry("①", 2)];
    expect(codes([sheet("①", 1)], entries)).toEqual(["sheets_missing"]);
    expect(codes([sheet("①", 1), sheet("①", 2)], entries)).toEqual(["toc_title_differs"]);
  });

  it("C8: a sheet the contents do not list, and a sheet that stands twice", () => {
    expect(codes([sheet("①", 1), sheet("①", 2)], [entry("①", 1)])).toEqual(["toc_entry_missing"]);
    expect(check([sheet("①", 1), sheet("①", 1, { line: 2000 })], [entry("①", 1)])).toMatchObject([
      { code: "sheet_duplicated", line: 2000, values: { firstLine: 1001 } },
    ]);
  });

  it("C5: a mark on one side only, at the place where it is missing", () => {
    expect(check([sheet("①", 1)], [entry("①", 1, { marked: true })])).toMatchObject([
      { code: "relisting_mark_missing", line: 1001 },
    ]);
  });

  it("C7: another title, other parties, parties in another order", () => {
    expect(
      codes([sheet("①", 1, { title: "友好交流に関する覚書" })], [entry("①", 1, { title: "友好交流に関する合意書" })]),
    ).toEqual(["toc_title_differs"]);
    expect(codes([sheet("①", 1)], [entry("①", 1, { japan: ["青森県弘前市"] })])).toEqual(["toc_party_differs"]);
    const two = { foreign: [...CITY.foreign, { name: "大韓民国ソウル特別市", country: "KR" }] };
    const check2 = check([sheet("①", 1, two)], [entry("①", 1, { foreign: two.foreign.toReversed() })]);
    expect(check2).toMatchObject([{ code: "toc_order_differs", values: { kind: "parties" } }]);
  });

  it("C7: entries in another order than their sheets are an order, not two wrong titles", () => {
    const sheets = [sheet("①", 1, { title: "甲協定" }), sheet("①", 2, { title: "乙協定" })];
    const entries = [entry("①", 1, { title: "乙協定" }), entry("①", 2, { title: "甲協定" })];
    expect(check(sheets, entries).map(({ code, values }) => [code, values])).toMatchObject([
      ["toc_order_differs", { kind: "entries", number: 1, contentsNumber: 2 }],
      ["toc_order_differs", { kind: "entries", number: 2, contentsNumber: 1 }],
    ]);
  });

  it.each([
    ["中華人民共和国瀋陽市", "中華人民共和国遼寧省瀋陽市", []],
    ["中華人民共和国福建省泉州市", "中華人民共和国浙江省福建省泉州市", ["toc_party_differs"]],
    ["在日デンマーク王国大使館", "デンマーク王国（在日本国デンマーク王国大使館）", []],
    ["中華人民共和国黒龍江省哈爾濱市", "中華人民共和国黒竜江省哈尔滨市", []],
    ["イギリス ストーン・オン・トレント市", "英国ストーン・オン・トレント市", []],
  ])("「%s」 and 「%s」", (onSheet, inContents, expected) => {
    const country = onSheet.includes("デンマーク") ? "DK" : onSheet.includes("イギリス") ? "GB" : "CN";
    const sides = (name: string) => ({ foreign: [{ name, country }] });
    expect(codes([sheet("①", 1, sides(onSheet))], [entry("①", 1, sides(inContents))])).toEqual(expected);
  });
});

describe("titles in the contents", () => {
  it.each([
    ["教育・文化等の友好交流に関する協定書", "青森市と平澤市との教育・文化等の友好交流に関する協定書"],
    ["(札幌)『まつり』・(大連)『花まつり』交流協定書", "札幌市「まつり」・大連市「花まつり」交流協定書"],
    ["芸術文化交流における両都市間の覚書", "芸術文化交流における日本国愛知県とオーストラリア連邦ビクトリア州間の覚書"],
    [
      "学生交換プログラム及びALTに関する協議書",
      "鹿沼市、グランドフォークス市学生交換プログラム及び鹿沼市に派遣するALTに関する協議書",
    ],
    ["東アジア経済交流推進機構", "東アジア経済交流推進機構（※機構総会の下、部会がある）"],
  ])("「%s」 abbreviates 「%s」", (contents, title) => expect(isAbbreviationOf(contents, title)).toBe(true));

  it.each([
    ["教育交流等に関する合意書", "福山市教育委員会と北京市教育委員会との教育交流等に関する覚書"],
    ["経済産業交流に関する覚書", "川崎市とクィーンズランド州との経済交流に関する覚書"],
    ["主要分野の覚書観光・文化交流協定", "大阪市との主要分野の覚書"],
    ["湿地の保全に関する協定", "湿地の保全に関する協定書"],
  ])("「%s」 does not abbreviate 「%s」", (contents, title) => expect(isAbbreviationOf(contents, title)).toBe(false));
});

describe("relistings", () => {
  it("C6: a marked sheet has its original in an earlier field", () => {
    const again = sheet("②", 1, { title: "第1友好協定", marked: true });
    expect(codes([sheet("①", 1), again], [entry("①", 1), entry("②", 1, { marked: true })])).toEqual([]);
  });

  it("C6: no original is missed while an earlier field is not complete", () => {
    const again = sheet("②", 1, { marked: true });
    const entries = [entry("②", 1, { marked: true })];
    expect(codes([again], entries)).toEqual([]);
    const other = sheet("①", 1, { title: "別の協定" });
    expect(codes([other, again], [entry("①", 1, { title: "別の協定" }), ...entries])).toEqual([
      "relisting_without_original",
    ]);
  });

  it("C9: the same parties, date and title without a mark are asked about", () => {
    const again = sheet("②", 1, { title: "第1友好協定" });
    expect(check([sheet("①", 1), again])).toMatchObject([
      { code: "possible_relisting", values: { field: "②", other: { field: "①", number: 1 } } },
    ]);
  });

  it("different documents signed on one day by the same parties stay apart", () => {
    expect(codes([sheet("①", 1, { title: "農業覚書" }), sheet("②", 1, { title: "防災覚書" })])).toEqual([]);
  });

  it("copies with other facts name them", () => {
    const again = sheet("②", 1, { title: "第1友好協定", marked: true, facts: { phones: "2", urls: "a" } });
    expect(check([sheet("①", 1, { facts: { phones: "1", urls: "a" } }), again])).toMatchObject([
      { code: "relisted_copy_differs", values: { facts: ["phones"] } },
    ]);
  });
});

describe("recounting", () => {
  const unmarkedCopy = [sheet("①", 1), sheet("②", 1, { title: "第1友好協定" })];
  const contents = [entry("①", 1), entry("②", 1)];

  it("counts relistings by the records and gives the count by marks where it differs", () => {
    const rows = [row("合計", { "①": t(1), "②": t(1) }, { kind: "total" })];
    const cells = check(unmarkedCopy, contents, [{ id: "by-field", rows }]).filter(
      ({ code }) => code === "table_cell_differs",
    );
    expect(cells).toMatchObject([
      { values: { column: "②", printed: t(1), recounted: t(1, 1), recountedByMarks: t(1) } },
    ]);
  });

  it("compares the contents with the table even where sheets are missing", () => {
    const rows = [row("合計", { "①": t(2) }, { kind: "total" })];
    expect(check([], [entry("①", 1)], [{ id: "by-field", rows }]).filter(({ rule }) => rule === "C4")).toMatchObject([
      { values: { column: "①", printed: t(2), recounted: t(1) } },
    ]);
  });

  it("counts countries that have no row of their own as その他", () => {
    const rows = [row("大韓民国", { "①": t(1) }, { country: "KR" }), row("その他", {}, { kind: "other" })];
    const cells = check([sheet("①", 1)], [entry("①", 1)], [{ id: "by-country", rows }]);
    expect(cells.map(({ values }) => values)).toMatchObject([
      { row: "大韓民国", printed: t(1), recounted: t(0) },
      { row: "その他", printed: t(0), recounted: t(1) },
    ]);
  });

  it("gives whole tables where none is printed", () => {
    const tables = recountTables(prepareRelease({ sheets: unmarkedCopy, entries: [], tables: [] }), names);
    expect(tables.map(({ id, rows }) => [id, rows.at(-1)?.cells.合計])).toEqual([
      ["by-field", t(2, 1)],
      ["by-country", t(2, 1)],
    ]);
  });
});
