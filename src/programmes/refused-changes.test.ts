import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, LOCAL_OPERATOR, type Member, SYSTEM, type Tx } from "../platform/index.ts";
import { recordAgreement, syncLocalGovernments, withdrawAgreement } from "../registry/index.ts";
import * as programmes from "./index.ts";
import { anEntry, aProgramme } from "./testing/programme-facts.ts";

let db: TestDatabase;
/** Where another person approves. */
let editor: Member;
let approver: Member;
/** Where nobody does. */
let free: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const asking = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [asking.id]);
  editor = await addMember(db.owner, asking, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, asking, "鈴木 二", "municipal_approver");
  free = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "高橋 三", "municipal_editor");
});
afterAll(() => db.drop());

type Settled<T> = { ok: true; value: T } | { ok: false; problem: unknown };

async function done<T>(actor: Actor, work: (tx: Tx) => Promise<Settled<T>>): Promise<T> {
  const outcome = await db.database.write(actor, work);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** @returns the code of the refusal, "done" when there was none. */
async function answer(
  actor: Actor,
  work: (tx: Tx) => Promise<{ ok: true } | { ok: false; problem: Readonly<{ code: string }> }>,
): Promise<string> {
  const outcome = await db.database.write(actor, work);
  return outcome.ok ? "done" : outcome.problem.code;
}

const recorded = (actor: Actor, owner: string, own: Partial<programmes.ProgrammeFacts> = {}) =>
  done(actor, (tx) => programmes.recordProgramme(tx, actor, { owner, facts: aProgramme(own), reason: null }));

type Saved = Pick<programmes.RecordedProgramme, "id" | "version" | "facts">;
type Own = Readonly<{ reason?: string | null; confirmation?: string | null; expectedVersion?: number }>;

const edit =
  (actor: Actor, saved: Saved, facts: Partial<programmes.ProgrammeFacts>, own: Own = {}) =>
  (tx: Tx) =>
    programmes.editProgramme(tx, actor, {
      ...{ id: saved.id, expectedVersion: saved.version, facts: { ...saved.facts, ...facts }, reason: null, ...own },
    });
const submit =
  (actor: Actor, { id, version }: Saved, message: string | null = null) =>
  (tx: Tx) =>
    programmes.submitProgramme(tx, actor, { id, expectedVersion: version, message });
const takeBack =
  (actor: Actor, { id, version }: Saved) =>
  (tx: Tx) =>
    programmes.takeBackProgramme(tx, actor, { id, expectedVersion: version });
const approve =
  (actor: Actor, { id, version }: Saved, own: Own = {}) =>
  (tx: Tx) =>
    programmes.approveProgramme(tx, actor, { id, expectedVersion: version, reason: null, ...own });
const giveBack =
  (actor: Actor, { id, version }: Saved, reason: string) =>
  (tx: Tx) =>
    programmes.returnProgramme(tx, actor, { id, expectedVersion: version, reason });
const publish =
  (actor: Actor, { id, version }: Saved, own: Own = {}) =>
  (tx: Tx) =>
    programmes.publishProgramme(tx, actor, { id, expectedVersion: version, reason: null, ...own });
const withdraw =
  (actor: Actor, { id, version }: Saved, reason: string) =>
  (tx: Tx) =>
    programmes.withdrawProgramme(tx, actor, { id, expectedVersion: version, reason });

const MAILBOX = "taro.yamada@example.jp に尋ねた";
const MOBILE = { overview: "連絡先 090-1234-5678" };

describe("who may", () => {
  test("not edit: nobody records or changes for another body, and who only approves changes nothing", async () => {
    const theirs = { owner: "46201", facts: aProgramme(), reason: null };
    expect(await answer(free, (tx) => programmes.recordProgramme(tx, free, theirs))).toBe("not_permitted");
    const draft = await recorded(editor, "46201");
    expect(await answer(free, edit(free, draft, { overview: "直した" }))).toBe("programme_not_found");
    expect(await answer(approver, edit(approver, draft, { overview: "直した" }))).toBe("not_permitted");
    const entry = { id: draft.id, expectedVersion: 1, entry: anEntry(2024) };
    expect(await answer(approver, (tx) => programmes.enterYear(tx, approver, entry, { reason: null }))).toBe(
      "not_permitted",
    );
    expect(await answer(approver, submit(approver, draft))).toBe("not_permitted");
    expect(await answer(free, withdraw(free, draft, "ほかの団体の記録"))).toBe("programme_not_found");
  });

  test("only prepare: takes nothing out of what the public reads, nor puts it back", async () => {
    const draft = await recorded(editor, "46201");
    const sent = await done(editor, submit(editor, draft));
    const approved = await done(approver, approve(approver, sent));
    expect(await answer(editor, withdraw(editor, approved, "取りやめたい"))).toBe("not_permitted");
    const gone = await done(approver, withdraw(approver, approved, "取りやめた"));
    expect(await answer(editor, withdraw(editor, gone, "取りやめたい"))).toBe("not_permitted");
    expect(await answer(editor, publish(editor, gone))).toBe("approval_needed");
    const corrected = await done(editor, edit(editor, gone, { overview: "直した" }));
    expect(await answer(approver, publish(approver, corrected))).toBe("approval_needed");
    expect(await answer(approver, publish(approver, gone))).toBe("stale_version");
  });
});

describe("out of turn", () => {
  test("a programme is sent once, decided once, and taken back only while it waits", async () => {
    const draft = await recorded(editor, "46201");
    expect(await answer(editor, takeBack(editor, draft))).toBe("not_in_review");
    expect(await answer(approver, approve(approver, draft))).toBe("not_in_review");
    expect(await answer(approver, giveBack(approver, draft, "理由"))).toBe("not_in_review");
    const sent = await done(editor, submit(editor, draft));
    expect(await answer(editor, submit(editor, sent))).toBe("in_review");
    expect(await answer(editor, withdraw(editor, sent, "まちがい"))).toBe("in_review");
    expect(await answer(approver, publish(approver, sent))).toBe("in_review");
    expect(await answer(approver, approve(approver, draft))).toBe("stale_version");
    expect(await answer(editor, takeBack(editor, draft))).toBe("stale_version");
    const approved = await done(approver, approve(approver, sent));
    expect(await answer(editor, submit(editor, approved))).toBe("nothing_to_submit");
    expect(await answer(approver, publish(approver, approved))).toBe("already_published");
    const gone = await done(approver, withdraw(approver, approved, "取りやめた"));
    expect(await answer(approver, withdraw(approver, gone, "もう一度"))).toBe("already_withdrawn");
    expect(await answer(approver, withdraw(approver, approved, "もう一度"))).toBe("stale_version");
  });

  test("the work that a submission opened is closed by every way it can end", async () => {
    const open = async (id: string) => {
      const { rows } = await db.owner.query(
        "select kind from work_item where subject_id = $1 and closed_at is null order by kind",
        [id],
      );
      return rows.map(({ kind }) => kind);
    };
    const draft = await recorded(editor, "46201");
    const sent = await done(editor, submit(editor, draft));
    expect(await open(draft.id)).toEqual(["programme_review"]);
    const taken = await done(editor, takeBack(editor, sent));
    expect([await open(draft.id), taken.submission]).toEqual([[], null]);
    const again = await done(editor, submit(editor, taken));
    const returned = await done(approver, giveBack(approver, again, "日程を入れてください"));
    expect(await open(draft.id)).toEqual(["programme_returned"]);
    const corrected = await done(editor, edit(editor, returned, { overview: "日程を入れた" }));
    expect([corrected.state, corrected.submission]).toEqual(["draft", null]);
    const third = await done(editor, submit(editor, corrected));
    expect(await open(draft.id)).toEqual(["programme_review"]);
    await done(approver, approve(approver, third));
    expect(await open(draft.id)).toEqual([]);
  });
});

describe("what is said along with an act", () => {
  test("a reason is asked for where the act needs one", async () => {
    const own = await recorded(free, "01100");
    expect(await answer(free, withdraw(free, own, " "))).toBe("reason_missing");
    const draft = await recorded(editor, "46201");
    const sent = await done(editor, submit(editor, draft));
    expect(await answer(approver, giveBack(approver, sent, ""))).toBe("reason_missing");
    const chosen = new Set(["overview"]);
    const restoration = { id: own.id, expectedVersion: 1, version: 1, chosen, reason: "" };
    expect(await answer(free, (tx) => programmes.restoreProgramme(tx, free, restoration))).toBe("reason_missing");
    const nothing = { ...restoration, chosen: new Set<string>(), reason: "戻す" };
    expect(await answer(free, (tx) => programmes.restoreProgramme(tx, free, nothing))).toBe("nothing_to_restore");
  });

  test("no reason, message or confirmation keeps a personal mailbox", async () => {
    const code = "personal_mailbox_in_reason";
    const own = await recorded(free, "01100");
    const [reason, confirmation] = [MAILBOX, MAILBOX];
    expect(await answer(free, edit(free, own, { overview: "直した" }, { reason }))).toBe(code);
    expect(await answer(free, edit(free, own, { overview: "直した" }, { confirmation }))).toBe(code);
    expect(await answer(free, withdraw(free, own, MAILBOX))).toBe(code);
    const gone = await done(free, withdraw(free, own, "取りやめた"));
    expect(await answer(free, publish(free, gone, { reason }))).toBe(code);
    expect(await answer(free, publish(free, gone, { confirmation }))).toBe(code);
    const record = { owner: "01100", facts: aProgramme() };
    for (const said of [{ reason }, { reason: null, confirmation }]) {
      expect(await answer(free, (tx) => programmes.recordProgramme(tx, free, { ...record, ...said }))).toBe(code);
    }
    const draft = await recorded(editor, "46201");
    expect(await answer(editor, submit(editor, draft, MAILBOX))).toBe(code);
    const sent = await done(editor, submit(editor, draft));
    expect(await answer(approver, approve(approver, sent, { reason }))).toBe(code);
    expect(await answer(approver, giveBack(approver, sent, MAILBOX))).toBe(code);
  });

  test("what looks like personal data is published only once somebody has said why, and is not asked again", async () => {
    const code = "personal_data_unconfirmed";
    const own = await recorded(free, "01100");
    expect(await answer(free, edit(free, own, MOBILE))).toBe(code);
    const confirmed = await done(free, edit(free, own, MOBILE, { reason: "追記", confirmation: "団体の電話" }));
    const [newest] = await db.database.read(free, (tx) => programmes.listProgrammeHistory(tx, own.id));
    expect(newest?.reason).toContain("追記");
    expect(newest?.reason).toContain("団体の電話");
    const again = await done(free, edit(free, confirmed, { section: "国際課" }));
    const gone = await done(free, withdraw(free, again, "取りやめた"));
    expect(await answer(free, publish(free, gone))).toBe(code);
    const draft = await recorded(editor, "46201", MOBILE); // the public does not read a draft
    const sent = await done(editor, submit(editor, draft));
    expect(await answer(approver, approve(approver, sent))).toBe(code);
    expect(await answer(approver, approve(approver, sent, { confirmation: "団体の電話" }))).toBe("done");
  });
});

describe("agreements a programme rests on", () => {
  test("are known to who links them; a link that was there stays when its agreement can be read no more", async () => {
    const elsewhere = await done(LOCAL_OPERATOR, (tx) =>
      recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts(), reason: null }),
    );
    const own = await recorded(free, "01100");
    const linked = await done(free, edit(free, own, { agreementIds: [elsewhere.id] }));
    await done(LOCAL_OPERATOR, (tx) =>
      withdrawAgreement(tx, LOCAL_OPERATOR, { id: elsewhere.id, expectedVersion: 1, reason: "取りやめた" }),
    );
    const changed = await done(free, edit(free, linked, { overview: "直した" }));
    expect(changed.facts.agreementIds).toEqual([elsewhere.id]);
    const other = await recorded(free, "01100", { title: "ほかの事業" });
    expect(await answer(free, edit(free, other, { agreementIds: [elsewhere.id] }))).toBe("agreements_unknown");
    expect(await answer(free, edit(free, other, { agreementIds: ["A999999"] }))).toBe("agreements_unknown");
  });
});
