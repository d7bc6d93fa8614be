import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { CLI, LOCAL_OPERATOR, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import { mergeAgreements, recordAgreement, syncLocalGovernments, undoMerge } from "../registry/index.ts";
import { programmesOfAgreement } from "./linked-programmes-query.ts";
import { listProgrammes } from "./list-programmes-query.ts";
import { readShownProgramme } from "./pages/record/shown-programme.ts";
import { recordProgramme } from "./record-programme.ts";
import { aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

async function done<T>(work: (tx: Tx) => Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>) {
  const outcome = await db.database.write(LOCAL_OPERATOR, work);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const agreement = (title: string) =>
  done((tx) => recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts({ title }), reason: null }));
const programme = (title: string, agreementIds: readonly string[]) =>
  done((tx) =>
    recordProgramme(tx, CLI, { owner: "46000", facts: aProgramme({ title, agreementIds, years: [] }), reason: null }),
  );
const restingOn = (id: string) =>
  db.database.read(PUBLIC, async (tx) => {
    const onItsPage = (await programmesOfAgreement(tx, id)).map(({ title }) => title);
    const { rows, total } = await listProgrammes(tx, { criteria: { agreement: id } });
    expect([rows.map(({ title }) => title), total]).toEqual([onItsPage, onItsPage.length]);
    return onItsPage;
  });
const agreementsOf = (id: string) =>
  db.database.read(PUBLIC, async (tx) => [...((await readShownProgramme(tx, PUBLIC, id))?.agreements.values() ?? [])]);

test("a programme that rests on an agreement which was merged rests on the one it went into, until they are parted", async () => {
  const [survivor, absorbed, onward] = [await agreement("甲"), await agreement("乙"), await agreement("丙")];
  const linked = await programme("乙にもとづく事業", [absorbed.id]);
  await programme("甲と乙にもとづく事業", [survivor.id, absorbed.id]);
  await programme("ほかの事業", []);
  expect(await restingOn(survivor.id)).toEqual(["甲と乙にもとづく事業"]);
  expect(await agreementsOf(linked.id)).toEqual([{ id: absorbed.id, title: "乙" }]);

  const merge = (into: Readonly<{ id: string; version: number }>, gone: Readonly<{ id: string; version: number }>) =>
    done((tx) =>
      mergeAgreements(tx, LOCAL_OPERATOR, {
        ...{ survivorId: into.id, survivorVersion: into.version, absorbedId: gone.id, absorbedVersion: gone.version },
        reason: "同じ協定",
      }),
    );
  const first = await merge(survivor, absorbed);
  expect(await restingOn(survivor.id)).toEqual(["乙にもとづく事業", "甲と乙にもとづく事業"]);
  expect(await agreementsOf(linked.id)).toEqual([{ id: survivor.id, title: "甲" }]);

  const second = await merge(onward, first.survivor);
  expect(await restingOn(onward.id)).toEqual(["乙にもとづく事業", "甲と乙にもとづく事業"]);
  expect(await agreementsOf(linked.id)).toEqual([{ id: onward.id, title: "丙" }]);

  await done((tx) => undoMerge(tx, LOCAL_OPERATOR, { mergeId: second.mergeId, reason: "別の協定だった" }));
  await done((tx) => undoMerge(tx, LOCAL_OPERATOR, { mergeId: first.mergeId, reason: "別の協定だった" }));
  expect(await restingOn(onward.id)).toEqual([]);
  expect(await restingOn(absorbed.id)).toEqual(["乙にもとづく事業", "甲と乙にもとづく事業"]);
  expect(await agreementsOf(linked.id)).toEqual([{ id: absorbed.id, title: "乙" }]);
});
