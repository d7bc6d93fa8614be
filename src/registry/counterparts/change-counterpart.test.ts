import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { agreementFacts } from "../../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { LOCAL_OPERATOR, type Member, PUBLIC, SYSTEM, type Tx } from "../../platform/index.ts";
import { findAgreement } from "../agreement-store.ts";
import { editAgreement } from "../edit-agreement.ts";
import { facetCounts } from "../facets/facets-query.ts";
import { listAgreements } from "../list-agreements-query.ts";
import { syncLocalGovernments } from "../local-government-store.ts";
import { recordAgreement } from "../record-agreement.ts";
import { editCounterpart, mergeCounterparts, undoCounterpartMerge } from "./change-counterpart.ts";
import type { CounterpartFacts } from "./counterpart-facts.ts";
import {
  findCounterpartTarget,
  findRecordedCounterpart,
  listCounterpartHistory,
  listMergesIntoCounterpart,
} from "./counterpart-record-store.ts";

let db: TestDatabase;
let officer: Member;
let city: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  officer = await addMember(db.owner, await addBody(db.owner, "国際化協会"), "国 一", "national_officer");
  city = await addMember(db.owner, await addBody(db.owner, "鹿児島市", "46201"), "市 二", "municipal_editor");
});
afterAll(() => db.drop());

let serial = 0;
beforeEach(() => {
  serial += 1;
});
const named = (name: string) => `${name}第${serial}区`;

/** @returns ids of the agreement and of its counterpart. */
async function recorded(name: string, country = "KR"): Promise<readonly [agreement: string, counterpart: string]> {
  const facts = agreementFacts({ foreign: [{ name: named(name), country, counterpartId: null }] });
  const outcome = await write((tx) => recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return [outcome.value.id, outcome.value.foreign[0]!.counterpartId!];
}

const write = <T>(work: (tx: Tx) => Promise<T>, actor: Member | typeof LOCAL_OPERATOR = LOCAL_OPERATOR) =>
  db.database.write(actor, work);
const counterpart = (id: string) =>
  db.database.read(LOCAL_OPERATOR, async (tx) => (await findRecordedCounterpart(tx, id))!);
const agreement = (id: string) => db.database.read(LOCAL_OPERATOR, async (tx) => (await findAgreement(tx, id))!);
const listedFor = (id: string) =>
  db.database.read(PUBLIC, async (tx) => ({
    listed: (await listAgreements(tx, { criteria: { counterpart: id } })).rows.map((row) => row.id),
    counted: (await facetCounts(tx, { counterpart: id })).totals.agreements,
  }));

const REASON = "改称のため";

test("names by script and period are kept, found again, and told in the history and the audit", async () => {
  const [first, id] = await recorded("全羅北道");
  const saved = await counterpart(id);
  const facts: CounterpartFacts = {
    ...{ name: named("全北特別自治道"), country: "KR", subdivision: null, kind: "region" },
    names: [{ name: named("全羅北道"), script: "japanese", from: null, until: "2024-01-17" }],
  };
  const edit = { id, expectedVersion: saved.version, facts, reason: REASON };
  expect(await write((tx) => editCounterpart(tx, officer, edit), officer)).toMatchObject({ ok: true });
  expect(await counterpart(id)).toMatchObject({ ...facts, version: saved.version + 1 });
  expect((await agreement(first)).foreign[0]?.name).toBe(named("全羅北道"));
  const [, again] = await recorded("全羅北道");
  expect(again).toBe(id);
  const history = await db.database.read(officer, (tx) => listCounterpartHistory(tx, id));
  expect(history).toMatchObject([{ action: "edited", reason: REASON, recordedBy: officer.accountId }]);
  const { rows } = await db.owner.query(
    "select action, reason, before, after from audit_event where subject_kind = 'counterpart' and subject_id = $1",
    [id],
  );
  expect(rows).toMatchObject([
    { action: "counterpart.edited", reason: REASON, before: { kind: null }, after: { kind: "region" } },
  ]);
});

test("a stale version, another's name and what cannot be stored are refused", async () => {
  const [, id] = await recorded("大田広域市");
  const [, other] = await recorded("大邱広域市");
  const saved = await counterpart(id);
  const edit = (facts: Partial<CounterpartFacts>, expectedVersion = saved.version) =>
    write(
      (tx) => editCounterpart(tx, officer, { id, expectedVersion, facts: { ...saved, ...facts }, reason: REASON }),
      officer,
    );
  expect(await edit({ kind: "region" }, 7)).toMatchObject({ problem: { code: "counterpart_stale" } });
  expect(await edit({ name: named("大邱広域市") })).toMatchObject({
    problem: { code: "counterpart_exists", id: other },
  });
  expect(await edit({ name: "" })).toMatchObject({ problem: { code: "counterpart_invalid", why: "name_missing" } });
  expect((await counterpart(id)).version).toBe(saved.version);
});

test("who edits only the own body's agreements changes no counterpart, in the database neither", async () => {
  const [, id] = await recorded("光州広域市");
  const [, other] = await recorded("仁川広域市");
  const saved = await counterpart(id);
  const edit = { id, expectedVersion: saved.version, facts: saved, reason: REASON };
  expect(await write((tx) => editCounterpart(tx, city, edit), city)).toMatchObject({
    problem: { code: "not_permitted" },
  });
  const merge = { survivorId: id, survivorVersion: 1, absorbedId: other, absorbedVersion: 1, reason: REASON };
  expect(await write((tx) => mergeCounterparts(tx, city, merge), city)).toMatchObject({
    problem: { code: "not_permitted" },
  });
  await expect(write((tx) => mergeCounterparts(tx, officer, merge), city)).rejects.toThrow();
});

test("two become one: agreements move with their printed names, the number of the other leads on", async () => {
  const [a, survivorId] = await recorded("哈爾濱市", "CN");
  const [b, absorbedId] = await recorded("ハルビン市", "CN");
  const version = (await agreement(b)).version;
  const merge = { survivorId, survivorVersion: 1, absorbedId, absorbedVersion: 1, reason: "同じ市" };
  expect(await write((tx) => mergeCounterparts(tx, officer, merge), officer)).toMatchObject({ ok: true });
  const { listed, counted } = await listedFor(survivorId);
  expect([...listed].sort()).toEqual([a, b].sort());
  expect(counted).toBe(2);
  expect(await agreement(b)).toMatchObject({
    version,
    foreign: [{ name: named("ハルビン市"), counterpartId: survivorId }],
  });
  expect(await db.database.read(PUBLIC, (tx) => findCounterpartTarget(tx, absorbedId))).toBe(survivorId);
  expect((await counterpart(survivorId)).names.map(({ name }) => name)).toEqual([named("ハルビン市")]);
  const [, later] = await recorded("ハルビン市", "CN");
  expect(later).toBe(survivorId);
  const again = { ...merge, survivorVersion: 2, absorbedVersion: 2 };
  expect(await write((tx) => mergeCounterparts(tx, officer, again), officer)).toMatchObject({
    problem: { code: "counterpart_merged", into: survivorId },
  });
});

test("an agreement saved from a form that was open during the merge goes to the one that stays", async () => {
  const [, survivorId] = await recorded("瀋陽市", "CN");
  const [b, absorbedId] = await recorded("シンヨウ市", "CN");
  const before = await agreement(b);
  const merge = { survivorId, survivorVersion: 1, absorbedId, absorbedVersion: 1, reason: "同じ市" };
  await write((tx) => mergeCounterparts(tx, officer, merge), officer);
  const edit = { id: b, expectedVersion: before.version, facts: { ...before, background: "経緯" }, reason: null };
  expect(await write((tx) => editAgreement(tx, LOCAL_OPERATOR, edit))).toMatchObject({ ok: true });
  expect((await agreement(b)).foreign[0]?.counterpartId).toBe(survivorId);
});

test("a merge is taken back: agreements and names go back, what came since stays", async () => {
  const [, survivorId] = await recorded("長春市", "CN");
  const [b, absorbedId] = await recorded("チョウシュン市", "CN");
  const merge = { survivorId, survivorVersion: 1, absorbedId, absorbedVersion: 1, reason: "同じ市" };
  await write((tx) => mergeCounterparts(tx, officer, merge), officer);
  const [since] = await recorded("長春市", "CN");
  const [one] = await db.database.read(officer, (tx) => listMergesIntoCounterpart(tx, survivorId));
  const undo = { mergeId: one!.id, reason: "別の市" };
  expect(await write((tx) => undoCounterpartMerge(tx, officer, undo), officer)).toMatchObject({ ok: true });
  expect((await agreement(b)).foreign[0]?.counterpartId).toBe(absorbedId);
  expect((await agreement(since)).foreign[0]?.counterpartId).toBe(survivorId);
  expect(await listedFor(absorbedId)).toEqual({ listed: [b], counted: 1 });
  expect((await counterpart(survivorId)).names).toEqual([]);
  expect(await counterpart(absorbedId)).toMatchObject({ mergedInto: null, version: 3 });
  expect(await write((tx) => undoCounterpartMerge(tx, officer, undo), officer)).toMatchObject({
    problem: { code: "merge_already_undone" },
  });
});
