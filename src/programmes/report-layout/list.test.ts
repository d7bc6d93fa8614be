import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "../../documents/read-source.ts";
import { programmeReportLayout, readProgrammeReport } from "./programme-report.ts";

async function sourceOf(name: string, text: string) {
  const outcome = await readSource({ name, bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const file = new URL("../../../test/fixtures/programme-report/invented-budget.csv", import.meta.url);
const budget = await sourceOf("invented-budget.csv", readFileSync(file, "utf8"));
const { drafts, findings } = readProgrammeReport(budget);

describe("a list of budgets", () => {
  it("is recognised as a list of programmes", () => {
    expect(programmeReportLayout.recognise(budget)).toBe(0.95);
  });

  it("gives budget and settled amount in yen, with the fiscal year of the line above", () => {
    const money = drafts.map(({ number, years }) => [
      number,
      ...years.map(({ fiscalYear, column, budget: own }) => [
        fiscalYear,
        column,
        own?.plannedYen ?? own?.settledYen ?? null,
      ]),
    ]);
    expect(money).toEqual([
      [1, [2024, "plan", 1_200_000], [2024, "result", 1_150_000]],
      [2, [2024, "plan", 3_400_000], [2024, "result", 3_100_000]],
      [3, [2024, "plan", 2000], [2024, "result", null]],
    ]);
    expect(drafts[1]?.years[0]?.budget?.sources).toEqual([{ name: "国庫支出金", amountYen: 1_000_000 }]);
  });

  it("counts people by direction and country", () => {
    const people = drafts.flatMap(({ years }) => years.flatMap((entry) => entry.people));
    expect(people.map(({ direction, country, count }) => [direction, country, count])).toEqual([
      ["received", "HK", 5],
      ["sent", "CA", 10],
      ["received", "BR", 1],
      ["received", "PE", 2],
    ]);
  });

  it("keeps what it does not know as a note, and the wording of a status", () => {
    expect(drafts[1]?.years[1]).toMatchObject({
      status: "cancelled",
      reasonAsPrinted: "受入は中止",
      notes: ["メモ：来年度見直し"],
    });
  });

  it("names unknown columns, amounts that are none, and sums that do not add up", () => {
    expect(findings.map(({ code, at, values }) => [code, at.cell, values.header])).toEqual([
      ["column_unknown", "A2", "メモ"],
      ["amount_unreadable", "E5", "決算額"],
    ]);
    const wrong = budget.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell === "4602" ? "4603" : cell)) })),
    }));
    expect(readProgrammeReport({ ...budget, tables: wrong }).findings).toContainEqual(
      expect.objectContaining({
        code: "total_differs",
        values: { header: "予算額", printed: 4_603_000, sum: 4_602_000 },
      }),
    );
  });
});

describe("the columns of the report as a list", () => {
  it("give the same years as its boxes", async () => {
    const text =
      '番号,事業名,開始年度,事業概要,令和５年度実績,"令和６年度計画（実績を含む）"\n1,台湾との交流,令和４年度,訪問団の往来,"・花蓮県知事の来県（９月）",未定\n';
    const read = readProgrammeReport(await sourceOf("a.csv", text));
    expect(read.findings).toEqual([]);
    expect(read.drafts).toMatchObject([
      {
        number: 1,
        startFiscalYear: { fiscalYear: 2022 },
        years: [
          { fiscalYear: 2023, column: "result", status: "held", events: [{ date: { date: "2023-09" } }] },
          { fiscalYear: 2024, column: "plan_including_results", status: "undecided" },
        ],
      },
    ]);
  });

  it("without any fiscal year say so", async () => {
    const read = readProgrammeReport(await sourceOf("a.csv", "事業名,国,予算額\n甲事業,韓国,100\n"));
    expect(read.findings.map(({ code }) => code)).toEqual(["fiscal_year_unknown"]);
  });

  it("never throw, whatever stands in the cells", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom("事業名", "予算額", "合計", "△３", "令和６年度", "決算額（千円）", "国"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const tables = [{ sheet: "表", rows: rows.map((cells, index) => ({ row: index + 1, cells })) }];
        expect(() => readProgrammeReport({ ...budget, lines: [], tables })).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});
