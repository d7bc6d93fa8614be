import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { CLI, PUBLIC, SYSTEM } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import { countYearStatuses, programmeFacetCounts } from "./facet-counts-query.ts";
import { withdrawProgramme } from "./programme-publication.ts";
import { recordProgramme } from "./record-programme.ts";
import { anEntry, aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

const record = (title: string, owner = "46000") =>
  db.database.write(CLI, async (tx) => {
    const facts = aProgramme({ title, years: [anEntry(2023)] });
    const outcome = await recordProgramme(tx, CLI, { owner, facts, reason: null });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value;
  });
const inPrefectures = () =>
  db.database.read(PUBLIC, async (tx) => {
    const { prefecture } = await programmeFacetCounts(tx, { criteria: {} });
    return Object.fromEntries(prefecture.map(({ value, count }) => [value, count]));
  });
const held = () =>
  db.database.read(PUBLIC, async (tx) => {
    const counts = await countYearStatuses(tx, { criteria: {}, from: 2023, to: 2023 });
    return counts.find(({ status }) => status === "held")?.count ?? 0;
  });

test("counts are those of now, after every programme that comes, changes hands or is withdrawn", async () => {
  expect(await inPrefectures()).toEqual({});
  const first = await record("港湾交流");
  expect([await inPrefectures(), await held()]).toEqual([{ "46": 1 }, 1]);
  await record("雪の会議", "01000");
  expect([await inPrefectures(), await held()]).toEqual([{ "01": 1, "46": 1 }, 2]);
  await db.database.write(CLI, (tx) =>
    withdrawProgramme(tx, CLI, { id: first.id, expectedVersion: first.version, reason: "取りやめ" }),
  );
  expect([await inPrefectures(), await held()]).toEqual([{ "01": 1 }, 1]);
});

test("what a transaction has written and taken back is remembered for nobody", async () => {
  const before = await inPrefectures();
  await db.database
    .write(CLI, async (tx) => {
      const facts = aProgramme({ title: "消える事業", years: [] });
      await recordProgramme(tx, CLI, { owner: "13000", facts, reason: null });
      const { prefecture } = await programmeFacetCounts(tx, { criteria: {} });
      expect(prefecture).toContainEqual({ value: "13", count: 1 });
      throw new Error("taken back");
    })
    .catch((error: Error) => expect(error.message).toBe("taken back"));
  expect(await inPrefectures()).toEqual(before);
});
