import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { type ListingFact, tabulateByCountry } from "./cross-table.ts";
import { tableToCsv, tableToJson, tableToMarkdown } from "./table-formats.ts";

const fact = (country: string, relisted: boolean): ListingFact => ({
  ...{ field: "②", relisted, oneToOne: true, countries: [country] },
});
const names = (country: string) => ({ label: country === "CN" ? "中華人民共和国" : "大韓民国", kana: country });
const table = tabulateByCountry([fact("CN", false), fact("CN", true), fact("KR", false)], "2012-08", names);

test("CSV holds one datum in a cell, n and relisted apart, for every cell", () => {
  const lines: Record<string, string>[] = parse(tableToCsv(table), { columns: true, bom: true });
  expect(lines).toHaveLength(table.rows.length * 10);
  const own = lines.find(({ country, column }) => country === "CN" && column === "②");
  expect(own).toEqual({
    ...{ table: "by-country", as_of: "2012-08", unit: "listing", label: "中華人民共和国", country: "CN", rank: "1" },
    ...{ kind: "row", column: "②", n: "2", relisted: "1" },
  });
});

test("JSON is the table itself", () => {
  expect(JSON.parse(tableToJson(table))).toEqual(JSON.parse(JSON.stringify(table)));
});

test("Markdown prints relistings inside", () => {
  const lines = tableToMarkdown(table).split("\n");
  expect(lines[0]).toBe("| 順 |  | ① | ② | ③ | ④ | ⑤ | ⑥ | ⑦ | ⑧ | ⑨ | 合計 |");
  expect(lines[2]).toBe("| 1 | 中華人民共和国 | 0 | 2(1) | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2(1) |");
});
