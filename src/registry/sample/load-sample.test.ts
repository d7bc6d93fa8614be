import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { LOCAL_OPERATOR, PUBLIC } from "../../platform/index.ts";
import { facetCounts, findAgreement, homeFigures, listAgreements, listHistory } from "../index.ts";
import { loadSample } from "./load-sample.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test("the sample fills an empty registry once", async () => {
  expect(await loadSample(db.database)).toBe(149);
  expect(await loadSample(db.database)).toBe(0);
  const { totals } = await db.database.read(PUBLIC, (tx) => facetCounts(tx, {}));
  expect(totals).toEqual({ agreements: 149, listings: 175, relisted: 26 });
});

test("a sample record says its source and who recorded it", async () => {
  const page = await db.database.read(PUBLIC, (tx) => listAgreements(tx, { criteria: { q: "東川町" } }));
  expect(page.rows.map(({ japan }) => japan)).toEqual([[{ name: "北海道東川町", governmentCode: "01458" }]]);
  const id = page.rows[0]?.id ?? "";
  const record = await db.database.read(PUBLIC, (tx) => findAgreement(tx, id));
  expect(record?.sources).toEqual([
    {
      title: "特定分野における提携・協定等に関する調査",
      publisher: "財団法人自治体国際化協会",
      documentSha256: null,
      place: "②文化交流 1",
      lines: null,
      asOf: "2012-08",
    },
  ]);
  expect(record?.dates[0]?.conflict).toEqual({ eraYear: "2008", westernYear: "2010" });
  const history = await db.database.read(LOCAL_OPERATOR, (tx) => listHistory(tx, id));
  expect(history).toMatchObject([
    { version: 1, action: "recorded", recordedBy: "system", reason: "見本の記録を入れた" },
  ]);
});

test("the home figures come from the records", async () => {
  const figures = await db.database.read(PUBLIC, (tx) => homeFigures(tx, "2026-04-01"));
  expect(figures.asOf).toBe("2012-08");
  expect(figures.countries).toBe(30);
  expect(figures.latest[0]?.signed?.date).toBe("2012-08-21");
});
