import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts, signedOn } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { Problem } from "../kernel/outcome.ts";
import { LOCAL_OPERATOR, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import * as registry from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, registry.syncLocalGovernments);
});
afterAll(() => db.drop());

const write = <T>(work: (tx: Tx) => Promise<T>) => db.database.write(LOCAL_OPERATOR, work, { requestId: "r-1" });
const readAsPublic = <T>(work: (tx: Tx) => Promise<T>) => db.database.read(PUBLIC, work);

function done<T, P extends Problem>(outcome: { ok: true; value: T } | { ok: false; problem: P }): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

const record = async (own: Parameters<typeof agreementFacts>[0] = {}) =>
  done(await write((tx) => registry.recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts(own), reason: null })));

test("a record with three facts gets an id and its parties become counterparts", async () => {
  const first = await record({ foreign: [{ name: "中華人民共和国西安市", country: "CN", counterpartId: null }] });
  const second = await record({ foreign: [{ name: "西安市", country: "CN", counterpartId: null }] });
  expect(first.id).toMatch(/^A\d{6}$/);
  expect(second.no).toBeGreaterThan(first.no);
  expect(second.foreign[0]?.counterpartId).toBe(first.foreign[0]?.counterpartId);
  expect(await readAsPublic((tx) => registry.findAgreement(tx, first.id))).toEqual(first);
});

test("everything said comes back in its order", async () => {
  const facts = agreementFacts({
    dates: [{ ...signedOn("2008-11-04"), conflict: { eraYear: "2008", westernYear: "2010" }, party: "旧町" }],
    listings: ["⑨", "①"],
    background: "経緯",
    urls: ["https://b.example.jp/", "https://a.example.jp/"],
    departments: ["乙課", "甲課"],
    phones: ["000-111-2222（内線228）"],
    sources: [
      { title: "調査", publisher: null, documentSha256: "a".repeat(64), place: "①1", lines: [3, 9], asOf: "2012-08" },
    ],
  });
  expect(registry.differingFacts(await record(facts), facts)).toEqual([]);
});

test("facts that cannot be are refused and nothing is written", async () => {
  const outcome = await write((tx) =>
    registry.recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts({ title: "" }), reason: null }),
  );
  expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid_facts" } });
  const foreign = [{ name: "西安市", country: "CN", counterpartId: "C999999" }];
  const strange = await write((tx) =>
    registry.recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts({ foreign }), reason: null }),
  );
  expect(strange).toMatchObject({ ok: false, problem: { code: "counterpart_unknown", ids: ["C999999"] } });
});

test("a stale version is not saved and learns what differs", async () => {
  const saved = await record();
  const first = agreementFacts({ title: "先の変更" });
  const edit = (facts: registry.AgreementFacts) =>
    write((tx) =>
      registry.editAgreement(tx, LOCAL_OPERATOR, { id: saved.id, expectedVersion: 1, facts, reason: "誤字" }),
    );
  expect(done(await edit(first))).toMatchObject({ version: 2, title: "先の変更" });
  const second = await edit(agreementFacts({ title: "後の変更" }));
  expect(second).toMatchObject({ ok: false, problem: { code: "stale_version", differing: ["title"] } });
  if (!second.ok && second.problem.code === "stale_version") expect(second.problem.saved.title).toBe("先の変更");
});

test("of two editors at the same moment one is told", async () => {
  const saved = await record();
  const edits = ["甲", "乙"].map((title) =>
    write((tx) =>
      registry.editAgreement(tx, LOCAL_OPERATOR, {
        id: saved.id,
        expectedVersion: 1,
        facts: agreementFacts({ title }),
        reason: null,
      }),
    ),
  );
  expect((await Promise.all(edits)).map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("saving without a difference makes no version", async () => {
  const saved = await record();
  const again = await write((tx) =>
    registry.editAgreement(tx, LOCAL_OPERATOR, {
      id: saved.id,
      expectedVersion: 1,
      facts: registry.factsOf(saved),
      reason: null,
    }),
  );
  expect(done(again).version).toBe(1);
});

test("the history says who, when, in which request, why, before and after", async () => {
  const saved = await record();
  const facts = agreementFacts({ listings: ["①"] });
  await write((tx) =>
    registry.editAgreement(tx, LOCAL_OPERATOR, { id: saved.id, expectedVersion: 1, facts, reason: "分野を追加" }),
  );
  const history = await db.database.read(LOCAL_OPERATOR, (tx) => registry.listHistory(tx, saved.id));
  expect(history).toMatchObject([
    {
      ...{ version: 2, action: "edited", recordedBy: "local-operator", requestId: "r-1", reason: "分野を追加" },
      before: { listings: [] },
      after: { listings: ["①"] },
    },
    { version: 1, action: "recorded", before: null },
  ]);
  const shown = await readAsPublic((tx) => registry.listPublicHistory(tx, saved.id));
  expect(shown.map(({ action }) => action)).toEqual(["edited", "recorded"]);
  await expect(readAsPublic((tx) => registry.listHistory(tx, saved.id))).rejects.toThrow(/permission denied/);
});

test("a record is readable as of a version and as of an instant", async () => {
  const saved = await record({ title: "初版" });
  const edited = { id: saved.id, expectedVersion: 1, facts: agreementFacts({ title: "第2版" }), reason: null };
  await write((tx) => registry.editAgreement(tx, LOCAL_OPERATOR, edited));
  const at = (moment: registry.Moment) =>
    db.database.read(LOCAL_OPERATOR, (tx) => registry.agreementAsOf(tx, saved.id, moment));
  expect(done(await at({ version: 1 })).after.title).toBe("初版");
  expect(done(await at({ instant: "2999-01-01T00:00:00Z" })).after.title).toBe("第2版");
  expect(await at({ instant: "1999-01-01T00:00:00Z" })).toMatchObject({ problem: { code: "version_not_found" } });
});

test("nobody rewrites history or writes it in another's name", async () => {
  await record();
  const owner = db.owner;
  await expect(owner.query("update agreement_version set reason = 'x'")).rejects.toThrow(/append-only/);
  await expect(owner.query("truncate agreement_version")).rejects.toThrow(/append-only/);
  const client = await owner.connect();
  await client.query("begin; set local role app_editor; select set_config('kakehashi.actor', 'cli', true)");
  const forged = client.query(`insert into agreement_version (agreement_no, version, action, before, after, recorded_by)
    select no, 99, 'edited', '{}', '{}', 'system' from agreement limit 1`);
  await expect(forged).rejects.toThrow(/row-level security/);
  await client.query("rollback");
  client.release();
});

test("a withdrawn record disappears for the public with everything that belongs to it, and comes back", async () => {
  const saved = await record({ foreign: [{ name: "ラオス人民民主共和国某市", country: "LA", counterpartId: null }] });
  const { id } = saved;
  expect(
    await write((tx) => registry.withdrawAgreement(tx, LOCAL_OPERATOR, { id, expectedVersion: 1, reason: " " })),
  ).toMatchObject({
    problem: { code: "reason_missing" },
  });
  done(
    await write((tx) => registry.withdrawAgreement(tx, LOCAL_OPERATOR, { id, expectedVersion: 1, reason: "照会中" })),
  );
  expect(await readAsPublic((tx) => registry.findAgreement(tx, id))).toBeUndefined();
  expect(await readAsPublic((tx) => registry.listPublicHistory(tx, id))).toEqual([]);
  const counterpartId = saved.foreign[0]?.counterpartId ?? "";
  expect(await readAsPublic((tx) => registry.findCounterpart(tx, counterpartId))).toBeUndefined();
  const children = ["party_japan", "party_foreign", "date", "listing", "link", "office", "source"];
  for (const child of children) {
    const { rows } = await db.owner.query(
      `select count(*) as n from agreement_${child} where agreement_no = $1 and publication <> 'withdrawn'`,
      [saved.no],
    );
    expect(rows).toEqual([{ n: 0 }]);
  }
  expect((await readAsPublic((tx) => registry.facetCounts(tx, { country: "LA" }))).totals.agreements).toBe(0);
  done(await write((tx) => registry.publishAgreement(tx, LOCAL_OPERATOR, { id, expectedVersion: 2, reason: null })));
  expect((await readAsPublic((tx) => registry.findAgreement(tx, id)))?.version).toBe(3);
  expect((await readAsPublic((tx) => registry.facetCounts(tx, { country: "LA" }))).totals.agreements).toBe(1);
});

test("every table of the registry has row-level security", async () => {
  const { rows } = await db.owner.query(`select relname from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity and relname <> 'platform_migration'`);
  expect(rows).toEqual([]);
});

async function mergeTwo() {
  const survivor = await record({ title: "甲", listings: ["①"] });
  const absorbed = await record({ title: "乙", listings: ["②", "①"], outcomes: "成果" });
  const request = {
    ...{ survivorId: survivor.id, survivorVersion: 1, absorbedId: absorbed.id, absorbedVersion: 1 },
    reason: "同じ協定",
  };
  const merged = done(await write((tx) => registry.mergeAgreements(tx, LOCAL_OPERATOR, request)));
  return { survivor, absorbed, merged, request };
}

test("two records of one agreement become one, and its address leads on", async () => {
  const { survivor, absorbed, merged } = await mergeTwo();
  expect(merged.survivor).toMatchObject({ title: "甲", listings: ["①", "②"], outcomes: "成果", version: 2 });
  expect(await readAsPublic((tx) => registry.findAgreement(tx, absorbed.id))).toBeUndefined();
  expect(await readAsPublic((tx) => registry.findMergeTarget(tx, absorbed.id))).toBe(survivor.id);
  const into = await db.database.read(LOCAL_OPERATOR, (tx) => registry.listMergesInto(tx, survivor.id));
  expect(into).toMatchObject([{ id: merged.mergeId, absorbedId: absorbed.id, absorbedTitle: "乙" }]);
  const edit = { id: absorbed.id, expectedVersion: 2, facts: agreementFacts(), reason: null };
  expect(await write((tx) => registry.editAgreement(tx, LOCAL_OPERATOR, edit))).toMatchObject({
    problem: { code: "agreement_merged", into: survivor.id },
  });
});

test("a merge is undone completely, and only once", async () => {
  const { survivor, absorbed, merged } = await mergeTwo();
  const undo = () =>
    write((tx) => registry.undoMerge(tx, LOCAL_OPERATOR, { mergeId: merged.mergeId, reason: "別の協定だった" }));
  const separated = done(await undo());
  expect(registry.factsOf(separated.survivor)).toEqual(registry.factsOf(survivor));
  expect(registry.factsOf(separated.restored)).toEqual(registry.factsOf(absorbed));
  expect(separated.restored).toMatchObject({ publication: "published", mergedInto: null });
  expect(separated.kept).toEqual([]);
  expect(await readAsPublic((tx) => registry.findMergeTarget(tx, absorbed.id))).toBeUndefined();
  expect(await undo()).toMatchObject({ problem: { code: "merge_already_undone" } });
});

test("undoing a merge keeps what was corrected after it", async () => {
  const { survivor, merged } = await mergeTwo();
  const facts = { ...registry.factsOf(merged.survivor), title: "甲（訂正）" };
  done(
    await write((tx) =>
      registry.editAgreement(tx, LOCAL_OPERATOR, { id: survivor.id, expectedVersion: 2, facts, reason: null }),
    ),
  );
  const separated = done(
    await write((tx) => registry.undoMerge(tx, LOCAL_OPERATOR, { mergeId: merged.mergeId, reason: null })),
  );
  expect(separated.survivor).toMatchObject({ title: "甲（訂正）", listings: ["①"], outcomes: null });
  expect(separated.kept).toEqual(["title"]);
});

test("records merged in a row lead to the last one and are separated from the end", async () => {
  const { survivor, absorbed, merged } = await mergeTwo();
  const last = await record({ title: "丙" });
  const onward = {
    survivorId: last.id,
    survivorVersion: 1,
    absorbedId: survivor.id,
    absorbedVersion: 2,
    reason: "同じ",
  };
  done(await write((tx) => registry.mergeAgreements(tx, LOCAL_OPERATOR, onward)));
  expect(await readAsPublic((tx) => registry.findMergeTarget(tx, absorbed.id))).toBe(last.id);
  expect(
    await write((tx) => registry.undoMerge(tx, LOCAL_OPERATOR, { mergeId: merged.mergeId, reason: null })),
  ).toMatchObject({
    problem: { code: "agreement_merged", into: last.id },
  });
});

test("a record is not merged with itself, unread versions or without a reason", async () => {
  const saved = await record();
  const other = await record();
  const request = {
    survivorId: saved.id,
    survivorVersion: 1,
    absorbedId: other.id,
    absorbedVersion: 1,
    reason: "同じ",
  };
  const code = async (own: Partial<typeof request>) => {
    const outcome = await write((tx) => registry.mergeAgreements(tx, LOCAL_OPERATOR, { ...request, ...own }));
    return outcome.ok ? "ok" : outcome.problem.code;
  };
  expect(await code({ absorbedId: saved.id })).toBe("same_agreement");
  expect(await code({ reason: "" })).toBe("reason_missing");
  expect(await code({ absorbedVersion: 7 })).toBe("stale_version");
  expect(await code({ absorbedId: "A999999" })).toBe("agreement_not_found");
});
