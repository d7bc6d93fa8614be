import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { PUBLIC, SYSTEM, type Tx } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import * as programmes from "../index.ts";

/** Questions an officer asks of the records, answered by filters and totals. */

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  expect(await programmes.loadProgrammeSample(db.database)).toBe(18);
});
afterAll(() => db.drop());

const read = <T>(work: (tx: Tx) => Promise<T>) => db.database.read(PUBLIC, work);

test("the sample fills an empty database once, published, of 鹿児島県", async () => {
  expect(await programmes.loadProgrammeSample(db.database)).toBe(0);
  const page = await read((tx) => programmes.listProgrammes(tx, { criteria: { government: "46000" } }));
  expect(page.total).toBe(18);
  expect(page.rows.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1));
  const first = await read((tx) => programmes.findPublishedProgramme(tx, page.rows[0]?.id ?? ""));
  expect(first?.facts.title).toBe("鹿児島・香港交流会議");
});

test("which events fall in fiscal year 2024, and where", async () => {
  const events = await read((tx) => programmes.listEventsOfYear(tx, { criteria: {}, fiscalYear: 2024 }));
  const meeting = events.find(({ name }) => name === "第24回鹿児島・香港交流会議");
  expect(meeting).toMatchObject({ firstDay: "2024-11-22", place: "香港", status: "planned_or_held" });
  const november = await read((tx) =>
    programmes.listEventsBetween(tx, { criteria: {}, firstDay: "2024-11-01", lastDay: "2024-11-30" }),
  );
  expect(november.map(({ name }) => name)).toContain("第24回鹿児島・香港交流会議");
  expect(november.every(({ firstDay, lastDay }) => firstDay! <= "2024-11-30" && lastDay! >= "2024-11-01")).toBe(true);
});

test("what did not take place in fiscal year 2023, and why", async () => {
  const { rows } = await read((tx) =>
    programmes.listProgrammes(tx, { criteria: { fiscalYear: 2023, status: "none_biennial" } }),
  );
  expect(rows.find(({ number }) => number === 1)?.year?.reason).toBe("隔年実施のため計画なし");
});

test("people received by country open the entries behind each number", async () => {
  const span = { criteria: {}, from: 2023, to: 2024 };
  const totals = await read((tx) => programmes.peopleTotals(tx, span));
  expect(totals.length).toBeGreaterThan(0);
  const { entries: all } = await read((tx) => programmes.listPeople(tx, span));
  for (const total of totals) {
    const own = all.filter(
      ({ fiscalYear, direction, country }) =>
        fiscalYear === total.fiscalYear && direction === total.direction && country === total.country,
    );
    expect(own.reduce((sum, { count }) => sum + count, 0)).toBe(total.count);
    expect(new Set(own.map(({ programmeId }) => programmeId)).size).toBe(total.programmes);
  }
});

test("the totals of the rows are those of the rule over the facts", async () => {
  const facts = (await read((tx) => programmes.listPublishedOf(tx, "46000"))).map((one) => one.facts);
  const byRule = programmes
    .totalPeople(facts)
    .map((one) => `${one.fiscalYear} ${one.direction} ${one.country} ${one.count}`);
  const byRows = (await read((tx) => programmes.peopleTotals(tx, { criteria: {}, from: 1900, to: 2100 }))).map(
    (one) => `${one.fiscalYear} ${one.direction} ${one.country} ${one.count}`,
  );
  expect(byRows.toSorted()).toEqual(byRule.toSorted());
});

test("which programmes began in 令和2年度", async () => {
  const { rows } = await read((tx) => programmes.listProgrammes(tx, { criteria: { startFiscalYear: 2020 } }));
  expect(rows.every(({ startAsPrinted }) => startAsPrinted === "令和２年度" || startAsPrinted === "令和2年度")).toBe(
    true,
  );
});

test("the matrix shows each programme's plan and result, and counts that are those of its cells", async () => {
  const matrix = await read((tx) => programmes.yearMatrix(tx, { criteria: {}, from: 2023, to: 2024, limit: 100 }));
  expect(matrix.rows.length).toBe(18);
  const first = matrix.rows[0];
  expect(first?.cells).toEqual([
    {
      fiscalYear: 2024,
      plan: { column: "plan_including_results", status: "planned_or_held", reason: null },
      result: null,
    },
    {
      fiscalYear: 2023,
      plan: null,
      result: { column: "result", status: "none_biennial", reason: "隔年実施のため計画なし" },
    },
  ]);
  const counted = Map.groupBy(
    matrix.rows.flatMap(({ cells }) =>
      cells.map(({ fiscalYear, plan, result }) => `${fiscalYear} ${(result ?? plan)?.status}`),
    ),
    (key) => key,
  );
  expect(Object.fromEntries(matrix.counts.map((one) => [`${one.fiscalYear} ${one.status}`, one.count]))).toEqual(
    Object.fromEntries([...counted].map(([key, own]) => [key, own.length])),
  );
});

test("every count of a facet opens exactly its programmes", async () => {
  const criteria = { fiscalYear: 2024 };
  const facets = await read((tx) => programmes.programmeFacetCounts(tx, { criteria }));
  const parameter = { fiscalYear: "year", startFiscalYear: "start" } as Record<string, string>;
  for (const facet of programmes.PROGRAMME_FACETS) {
    for (const { value, count } of facets[facet]) {
      const parameters = programmes.programmeCriteriaToParameters(criteria);
      parameters.set(parameter[facet] ?? facet, value);
      const opened = programmes.programmeCriteriaFrom(parameters);
      const { total } = await read((tx) => programmes.listProgrammes(tx, { criteria: opened }));
      expect([facet, value, total]).toEqual([facet, value, count]);
    }
  }
});
