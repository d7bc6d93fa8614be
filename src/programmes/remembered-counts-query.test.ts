import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { CLI, PUBLIC, SYSTEM } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import { editProgramme } from "./edit-programme.ts";
import { enterYear } from "./enter-years.ts";
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

test("two programmes published anew whose times change places are counted anew", async () => {
  const [a, b] = [await record("川の会議", "02000"), await record("海の会議", "03000")];
  const timesAre = (first: string, second: string) =>
    db.owner.query(
      `update programme_facts set updated_at = case programme_no when $1::integer then $3::timestamptz
         else $4::timestamptz end where programme_no in ($1::integer, $2::integer) and side = 'published'`,
      [a.no, b.no, first, second],
    );
  await timesAre("2024-04-01T00:00:00Z", "2024-04-02T00:00:00Z");
  const before = await held();
  const cancelled = { id: a.id, expectedVersion: a.version, entry: anEntry(2023, { status: "cancelled" }) };
  const renamed = {
    id: b.id,
    expectedVersion: b.version,
    facts: aProgramme({ title: "湖の会議", years: b.facts.years }),
  };
  await db.database.write(CLI, async (tx) => {
    expect(await enterYear(tx, CLI, cancelled, { reason: null })).toMatchObject({ ok: true });
    expect(await editProgramme(tx, CLI, { ...renamed, reason: null })).toMatchObject({ ok: true });
  });
  await timesAre("2024-04-02T00:00:00Z", "2024-04-01T00:00:00Z");
  expect(await held()).toBe(before - 1);
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
