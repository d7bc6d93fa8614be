import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import type { Outcome } from "../kernel/outcome.ts";
import { type Actor, type BodyRef, listOpenWork, type Member, PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import * as registry from "./index.ts";

const kagoshima = { name: "鹿児島市", governmentCode: "46201" };

let db: TestDatabase;
let city: BodyRef;
let editor: Member;
let approver: Member;
let both: Member;
let stranger: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, registry.syncLocalGovernments);
  city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  both = await addMember(db.owner, city, "田中 三", "municipal_editor", "municipal_approver");
  stranger = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 四", "municipal_approver");
});
afterAll(() => db.drop());

type Recorded = registry.RecordedAgreement;
const write = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.write(actor, work);
function done<T, P>(outcome: Outcome<T, P & { code: string }>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}
const record = async (actor: Actor, own: Partial<registry.AgreementFacts> = {}) => {
  const facts = agreementFacts({ japan: [kagoshima], ...own });
  return done(await write(actor, (tx) => registry.recordAgreement(tx, actor, { facts, reason: null })));
};
const ask = (actor: Actor, { id, version }: Recorded) =>
  write(actor, (tx) => registry.askApproval(tx, actor, { id, expectedVersion: version, message: "お願いします" }));
const latest = async ({ no }: Recorded) =>
  (await db.database.read(editor, (tx) => registry.findLatestProposal(tx, no)))!;
const request = async (saved: Recorded, own: Partial<registry.DecisionRequest> = {}) => ({
  ...{ id: saved.id, proposalId: (await latest(saved)).id, expectedVersion: saved.version, reason: null, ...own },
});
const approve = async (actor: Actor, saved: Recorded, own: Partial<registry.DecisionRequest> = {}) => {
  const asked = await request(saved, own);
  return write(actor, (tx) => registry.approveProposal(tx, actor, asked));
};
const giveBack = async (actor: Actor, saved: Recorded, reason: string) => {
  const asked = await request(saved, { reason });
  return write(actor, (tx) => registry.returnProposal(tx, actor, asked));
};
const takeBack = async (actor: Actor, saved: Recorded) => {
  const asked = await request(saved);
  return write(actor, (tx) => registry.takeBackProposal(tx, actor, asked));
};
const isPublic = async ({ id }: Recorded) =>
  (await db.database.read(PUBLIC, (tx) => registry.findAgreement(tx, id))) !== undefined;
const works = async (kind: string) =>
  (await db.database.read(approver, (tx) => listOpenWork(tx, { bodyId: city.id, today: "2026-11-22" }))).filter(
    (work) => work.kind === kind,
  );
const propose = (actor: Actor, saved: Recorded, own: Partial<registry.AgreementFacts>, version = saved.version) =>
  write(actor, (tx) => {
    const facts = { ...registry.factsOf(saved), ...own };
    const change = { id: saved.id, expectedVersion: version, facts, reason: "確認した", message: null };
    return registry.proposeChange(tx, actor, change);
  });

describe("a draft", () => {
  test("is approved by another person and then public, with who did what in its history", async () => {
    const draft = await record(editor);
    const sent = done(await ask(editor, draft));
    expect([sent.publication, await isPublic(sent)]).toEqual(["in_review", false]);
    expect(await works("agreement_review")).toMatchObject([
      { subjectId: sent.id, address: `/agreements/${sent.id}/review` },
    ]);
    const published = done(await approve(approver, sent));
    expect([published.publication, await isPublic(published)]).toEqual(["published", true]);
    expect(await works("agreement_review")).toEqual([]);
    const history = await db.database.read(editor, (tx) => registry.listHistory(tx, sent.id));
    expect(history.map(({ action, recordedBy }) => [action, recordedBy])).toEqual([
      ["approved", approver.accountId],
      ["approval_asked", editor.accountId],
      ["recorded", editor.accountId],
    ]);
    const known = await db.database.read(PUBLIC, (tx) => registry.listPublicHistory(tx, sent.id));
    expect(known.map(({ action }) => action)).toEqual(["approved"]);
  });

  test("comes back with a reason, is corrected and sent again", async () => {
    const sent = done(await ask(editor, await record(editor)));
    expect(await giveBack(approver, sent, " ")).toMatchObject({ problem: { code: "reason_missing" } });
    const returned = done(await giveBack(approver, sent, "締結日を確かめてください"));
    expect(returned.publication).toBe("draft");
    expect(await works("agreement_returned")).toMatchObject([{ accountId: editor.accountId }]);
    const facts = { ...registry.factsOf(returned), background: "書き足した" };
    const change = { id: returned.id, expectedVersion: returned.version, facts, reason: null };
    const edited = done(await write(editor, (tx) => registry.editAgreement(tx, editor, change)));
    const again = done(await ask(editor, edited));
    expect(await works("agreement_returned")).toEqual([]);
    expect(done(await approve(approver, again)).publication).toBe("published");
  });

  test("is not approved by its proposer, by a stranger, or twice", async () => {
    const sent = done(await ask(both, await record(both)));
    expect(await approve(both, sent)).toMatchObject({ problem: { code: "own_proposal" } });
    expect(await approve(editor, sent)).toMatchObject({ problem: { code: "not_permitted" } });
    expect(await approve(stranger, sent)).toMatchObject({ problem: { code: "agreement_not_found" } });
    const { id } = await latest(sent);
    const forged = db.owner.query(
      "update agreement_proposal set state = 'approved', decided_by = proposed_by, decided_at = now() where id = $1",
      [id],
    );
    await expect(forged).rejects.toThrow(/nobody_approves_the_own_proposal/);
    const published = done(await approve(approver, sent));
    expect(await approve(approver, published)).toMatchObject({ problem: { code: "proposal_decided" } });
  });

  test("is not changed while it waits, unless it is taken back; it can be given up and revived", async () => {
    const sent = done(await ask(editor, await record(editor)));
    const change = { id: sent.id, expectedVersion: sent.version, facts: registry.factsOf(sent), reason: null };
    expect(await write(editor, (tx) => registry.editAgreement(tx, editor, change))).toMatchObject({
      problem: { code: "in_review" },
    });
    const back = done(await takeBack(editor, sent));
    expect(back.publication).toBe("draft");
    const withdrawal = { id: back.id, expectedVersion: back.version, reason: "二重だった" };
    const given = done(await write(editor, (tx) => registry.withdrawAgreement(tx, editor, withdrawal)));
    expect(done(await ask(editor, given)).publication).toBe("in_review");
  });
});

describe("a change of a public record", () => {
  let open: Recorded;
  beforeEach(async () => {
    open = done(await approve(approver, done(await ask(editor, await record(editor, { title: "もとの題名" })))));
  });
  const titleNow = async () => (await db.database.read(PUBLIC, (tx) => registry.findAgreement(tx, open.id)))?.title;

  test("is not made directly, but proposed; the public reads the old wording until it is approved", async () => {
    const facts = { ...registry.factsOf(open), title: "新しい題名" };
    const direct = { id: open.id, expectedVersion: open.version, facts, reason: null };
    for (const actor of [editor, both]) {
      expect(await write(actor, (tx) => registry.editAgreement(tx, actor, direct))).toMatchObject({
        problem: { code: "approval_needed" },
      });
    }
    done(await propose(editor, open, { title: "新しい題名" }));
    expect([await titleNow(), (await latest(open)).state]).toEqual(["もとの題名", "open"]);
    expect(await propose(editor, open, { title: "別案" })).toMatchObject({ problem: { code: "proposal_open" } });
    done(await approve(approver, open));
    expect(await titleNow()).toBe("新しい題名");
  });

  test("is refused without a difference, and against a version somebody changed", async () => {
    expect(await propose(editor, open, {})).toMatchObject({ problem: { code: "nothing_changed" } });
    expect(await propose(editor, open, { title: "x" }, 1)).toMatchObject({ problem: { code: "stale_version" } });
  });

  test("joins what others changed in other facts meanwhile, and goes back when it is the same fact", async () => {
    done(await propose(editor, open, { title: "新しい題名" }));
    const change = async (own: Partial<registry.AgreementFacts>) => {
      const saved = (await db.database.read(SYSTEM, (tx) => registry.findAgreement(tx, open.id)))!;
      const facts = { ...registry.factsOf(saved), ...own };
      const edit = { id: saved.id, expectedVersion: saved.version, facts, reason: null };
      return done(await write(SYSTEM, (tx) => registry.editAgreement(tx, SYSTEM, edit)));
    };
    const other = await change({ background: "経緯を書き足した" });
    expect(await approve(approver, open)).toMatchObject({ problem: { code: "stale_version" } });
    const joined = done(await approve(approver, other));
    expect([joined.title, joined.background]).toEqual(["新しい題名", "経緯を書き足した"]);
    done(await propose(editor, joined, { title: "さらに新しい題名" }));
    const clash = await change({ title: "国が直した題名" });
    expect(await approve(approver, clash)).toMatchObject({
      problem: { code: "proposal_stale", inConflict: ["title"] },
    });
    done(await giveBack(approver, clash, "題名が先に変わりました"));
    expect(await titleNow()).toBe("国が直した題名");
    expect((await latest(clash)).state).toBe("returned");
    done(await takeBack(editor, clash));
    expect((await latest(clash)).state).toBe("withdrawn");
  });
});

describe("personal data", () => {
  const activities = "参加した高校生の山田太郎さんの連絡先は090-1234-5678です。";
  test("keeps no draft from being saved, and is confirmed with a reason before it is public", async () => {
    const sent = done(await ask(editor, await record(editor, { activities })));
    const refused = await approve(approver, sent);
    expect(refused).toMatchObject({ problem: { code: "personal_data_unconfirmed" } });
    expect(
      !refused.ok && refused.problem.code === "personal_data_unconfirmed" && refused.problem.warnings,
    ).toMatchObject([
      { fact: "activities", kind: "participant_name", text: "山田太郎さん" },
      { fact: "activities", kind: "mobile_number", text: "090-1234-5678" },
    ]);
    done(await approve(approver, sent, { confirmation: "本人と保護者の同意がある" }));
    const [newest] = await db.database.read(editor, (tx) => registry.listHistory(tx, sent.id));
    expect(newest?.reason).toContain("本人と保護者の同意がある");
  });
  test("is asked for once: a later change of something else does not ask again", async () => {
    const facts = agreementFacts({ activities });
    const refused = await write(SYSTEM, (tx) => registry.recordAgreement(tx, SYSTEM, { facts, reason: null }));
    expect(refused).toMatchObject({ problem: { code: "personal_data_unconfirmed" } });
    const own = { facts, reason: null, confirmation: "公開の資料にある" };
    const saved = done(await write(SYSTEM, (tx) => registry.recordAgreement(tx, SYSTEM, own)));
    const change = { id: saved.id, expectedVersion: 1, facts: { ...facts, title: "直した題名" }, reason: null };
    done(await write(SYSTEM, (tx) => registry.editAgreement(tx, SYSTEM, change)));
  });
});
