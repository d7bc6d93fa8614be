import { expect, test } from "vitest";
import { readSource } from "../documents/read-source.ts";
import { tabulateByField } from "./cross-table.ts";
import { tableToWorkbook } from "./table-workbook.ts";

test("a table saved for Excel opens again with the printed form and one datum to a cell", async () => {
  const listing = { field: "②", relisted: false, oneToOne: true, countries: ["KR"] } as const;
  const table = tabulateByField([listing, { ...listing, relisted: true }], "2012-08");
  const bytes = await tableToWorkbook(table, { display: "表", data: "データ", rank: "順" });
  const read = await readSource({ name: "table.xlsx", bytes });
  if (!read.ok) throw new Error(read.problem.code);
  const [display, data] = read.value.tables;
  expect([display?.sheet, data?.sheet]).toEqual(["表", "データ"]);
  expect(display?.rows[0]?.cells.slice(0, 4)).toEqual(["", "①", "②", "③"]);
  expect(display?.rows[1]?.cells.slice(0, 4)).toEqual(["1対1の提携", "0", "2(1)", "0"]);
  const cell = data?.rows.find(({ cells }) => cells[3] === "1対1の提携" && cells[7] === "②");
  expect(cell?.cells.slice(8)).toEqual(["2", "1"]);
});
