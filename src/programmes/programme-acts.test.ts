import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, type BodyRef, type Member, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import * as programmes from "./index.ts";
import { actsOnProgramme } from "./programme-acts.ts";
import { anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
let asking: BodyRef;
let editor: Member;
let approver: Member;
let both: Member;
let free: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  asking = await addBody(db.owner, "鹿児島市", "46201");
  await askApproval(true);
  editor = await addMember(db.owner, asking, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, asking, "鈴木 二", "municipal_approver");
  both = await addMember(db.owner, asking, "田中 四", "municipal_editor", "municipal_approver");
  free = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "高橋 三", "municipal_editor");
});
afterAll(() => db.drop());

const askApproval = (asks: boolean) =>
  db.owner.query("update body set asks_approval = $2 where id = $1", [asking.id, asks]);

async function done<T>(
  actor: Actor,
  work: (tx: Tx) => Promise<{ ok: true; value: T } | { ok: false; problem: unknown }>,
): Promise<T> {
  const outcome = await db.database.write(actor, work);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

type Saved = programmes.RecordedProgramme;
const recorded = (actor: Actor, owner: string) =>
  done(actor, (tx) => programmes.recordProgramme(tx, actor, { owner, facts: aProgramme(), reason: null }));
const request = ({ id, version }: Saved) => ({ id, expectedVersion: version });
const submitted = (actor: Actor, saved: Saved) =>
  done(actor, (tx) => programmes.submitProgramme(tx, actor, { ...request(saved), message: null }));
const edited = (actor: Actor, saved: Saved) => {
  const facts = { ...saved.facts, overview: "直した" };
  return done(actor, (tx) => programmes.editProgramme(tx, actor, { ...request(saved), facts, reason: null }));
};
const withdrawn = (actor: Actor, saved: Saved) =>
  done(actor, (tx) => programmes.withdrawProgramme(tx, actor, { ...request(saved), reason: "取りやめた" }));
const acts = (actor: Actor, saved: Saved) => db.database.read(actor, (tx) => actsOnProgramme(tx, actor, saved));

test("where nobody asks for approval, who edits publishes and withdraws", async () => {
  const own = await recorded(free, "01100");
  expect(await acts(free, own)).toEqual(["edit", "withdraw"]);
  expect(await acts(free, await withdrawn(free, own))).toEqual(["edit", "publish"]);
  expect(await acts(PUBLIC, own)).toEqual([]);
  expect(await acts(editor, own)).toEqual([]);
});

test("where approval is asked for, one prepares and another decides", async () => {
  const draft = await recorded(editor, "46201");
  expect(await acts(editor, draft)).toEqual(["edit", "submit", "withdraw"]);
  expect(await acts(approver, draft)).toEqual(["withdraw"]);
  const waiting = await submitted(both, draft);
  expect(await acts(editor, waiting)).toEqual(["take_back"]);
  expect(await acts(approver, waiting)).toEqual(["review"]);
  expect(await acts(both, waiting)).toEqual(["take_back"]); // nobody approves the own submission
  const approved = await done(approver, (tx) =>
    programmes.approveProgramme(tx, approver, { ...request(waiting), reason: null }),
  );
  expect(await acts(editor, approved)).toEqual(["edit"]);
  expect(await acts(approver, approved)).toEqual(["withdraw"]);
  const changed = await edited(editor, approved);
  expect(await acts(editor, changed)).toEqual(["edit", "submit"]);
  const gone = await withdrawn(approver, changed);
  expect(await acts(editor, gone)).toEqual(["edit", "submit"]);
  expect(await acts(approver, gone)).toEqual([]);
});

test("a body that asks no more: the next change, or publishing, ends what was being prepared", async () => {
  const draft = await recorded(editor, "46201");
  const unsent = await recorded(editor, "46201");
  const waiting = await submitted(editor, draft);
  const returned = await done(approver, (tx) =>
    programmes.returnProgramme(tx, approver, { ...request(waiting), reason: "日程を入れてください" }),
  );
  await askApproval(false);
  try {
    expect(await acts(editor, returned)).toEqual(["edit", "publish", "withdraw"]);
    const saved = await edited(editor, returned);
    expect(saved).toMatchObject({
      state: "approved",
      publication: "published",
      returnedReason: null,
      submission: null,
    });
    expect(saved.published).toMatchObject({ version: saved.version, facts: { overview: "直した" } });
    const put = await done(editor, (tx) =>
      programmes.publishProgramme(tx, editor, { ...request(unsent), reason: null }),
    );
    expect(put).toMatchObject({ state: "approved", publication: "published" });
  } finally {
    await askApproval(true);
  }
});

test("what is withdrawn leaves nothing behind that the public can read", async () => {
  const years = [anEntry(2024, { events: [anEvent({ name: "香港の会議" })] })];
  const own = await done(free, (tx) =>
    programmes.recordProgramme(tx, free, { owner: "01100", facts: aProgramme({ years }), reason: null }),
  );
  const readable = () =>
    db.database.read(PUBLIC, async (tx) => {
      const { rows } = await sql<{ facts: number; years: number; events: number; partners: number }>`
        select (select count(*) from programme_facts where programme_no = ${own.no}) as facts,
          (select count(*) from programme_year where programme_no = ${own.no}) as years,
          (select count(*) from programme_event where programme_no = ${own.no}) as events,
          (select count(*) from programme_partner where programme_no = ${own.no}) as partners`.execute(tx);
      return rows[0];
    });
  expect(await readable()).toEqual({ facts: 1, years: 1, events: 1, partners: 1 });
  await withdrawn(free, own);
  expect(await readable()).toEqual({ facts: 0, years: 0, events: 0, partners: 0 });
});
