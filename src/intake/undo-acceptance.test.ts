import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, LOCAL_OPERATOR, type Member, SYSTEM } from "../platform/index.ts";
import {
  approveProposal,
  askApproval,
  editAgreement,
  factsOf,
  findAgreement,
  findLatestProposal,
  syncLocalGovernments,
  withdrawAgreement,
} from "../registry/index.ts";
import { acceptAllWithoutFindings } from "./accept-all-without-findings.ts";
import { acceptEditedDraft } from "./accept-edited-draft.ts";
import { listAcceptances } from "./acceptance-store.ts";
import { changeMapping } from "./change-mapping.ts";
import { findDocument } from "./document-store.ts";
import { findDraft } from "./draft-store.ts";
import { statedFacts } from "./facts-of-draft.ts";
import { listFindingsOfDraft } from "./finding-store.ts";
import { importDocument } from "./import-document.ts";
import { restoreReading } from "./restore-reading.ts";
import { settleFinding } from "./settle-finding.ts";
import { ROWS, tableFile } from "./testing/table-file.ts";
import { undoAcceptance } from "./undo-acceptance.ts";

let db: TestDatabase;
let aomori: Member;
let sapporo: Member;
let approver: Member;
beforeAll(async () => {
  db = await testDatabase();
  const city = await addBody(db.owner, "青森市", "02201");
  aomori = await addMember(db.owner, city, "青森 一", "municipal_editor");
  const north = await addBody(db.owner, "札幌市", "01100");
  sapporo = await addMember(db.owner, north, "北 二", "municipal_editor");
  approver = await addMember(db.owner, north, "北 三", "municipal_approver");
  await db.owner.query("update body set asks_approval = true where id = $1", [north.id]);
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

/** Each test has titles of its own, so that records of another test are no candidates. */
let serial = 0;
beforeEach(() => {
  serial += 1;
});

async function imported(actor: Actor, ...rows: readonly string[]): Promise<string> {
  const named = rows.map((row) => row.replace(/(学校交流|文化協力)/u, `第${serial}次$1`));
  const outcome = await importDocument(db.database, actor, tableFile(named));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { documentId } = outcome.value;
  const document = await db.database.read(actor, (tx) => findDocument(tx, documentId));
  await changeMapping(db.database, actor, { documentId, mapping: document!.mapping! });
  return documentId;
}

const draft = (actor: Actor, documentId: string, position: number) =>
  db.database.read(actor, async (tx) => (await findDraft(tx, documentId, position))!);
const agreement = (id: string) => db.database.read(LOCAL_OPERATOR, async (tx) => (await findAgreement(tx, id))!);

let requests = 0;
async function acceptAll(actor: Actor, documentId: string): Promise<string> {
  requests += 1;
  const requestId = requests.toString(16).padStart(10, "0");
  const outcome = await acceptAllWithoutFindings(db.database, actor, documentId, { requestId });
  expect(outcome.ok).toBe(true);
  return requestId;
}

const undo = (actor: Actor, documentId: string, acceptance: string, leave: readonly number[] = []) =>
  undoAcceptance(db.database, actor, { documentId, acceptance, reason: "別の年の資料だった", leave });

test("records of an acceptance are withdrawn, relistings let go of them first, and all drafts wait again", async () => {
  const again = ROWS.school.replace("①教育交流", "②文化交流").replace("覚書,", "覚書【再掲】,");
  const documentId = await imported(LOCAL_OPERATOR, ROWS.school, again, ROWS.culture);
  const acceptance = await acceptAll(LOCAL_OPERATOR, documentId);
  const listed = await db.database.read(LOCAL_OPERATOR, (tx) => listAcceptances(tx, documentId, 10));
  expect(listed).toMatchObject([{ id: acceptance, accepted: 2, linked: 1, acceptedBy: "local-operator" }]);
  const ids = [(await draft(LOCAL_OPERATOR, documentId, 1)).agreementId!];
  ids.push((await draft(LOCAL_OPERATOR, documentId, 3)).agreementId!);
  expect(await undo(LOCAL_OPERATOR, documentId, acceptance)).toEqual({ ok: true, value: { reopened: 3, left: 0 } });
  for (const id of ids) expect(await agreement(id)).toMatchObject({ publication: "withdrawn" });
  expect((await agreement(ids[0]!)).listings).toEqual(["①"]);
  for (const position of [1, 2, 3]) {
    expect(await draft(LOCAL_OPERATOR, documentId, position)).toMatchObject({ state: "pending", agreementId: null });
  }
  expect(await db.database.read(LOCAL_OPERATOR, (tx) => listAcceptances(tx, documentId, 10))).toEqual([]);
  expect(await undo(LOCAL_OPERATOR, documentId, acceptance)).toMatchObject({ problem: { code: "nothing_to_undo" } });
  const { rows } = await db.owner.query(
    `select action, reason, count(*)::integer as n from audit_event
      where subject_id = any($1) and reason = '別の年の資料だった' group by action, reason order by action`,
    [[documentId, ...ids]],
  );
  expect(rows.map(({ action, n }) => [action, n])).toEqual([
    ["agreement.edited", 1],
    ["agreement.withdrawn", 2],
    ["import.acceptance_undone", 1],
    ["import.reopened", 3],
  ]);
});

test("what is accepted again after that is another record, with a number of its own", async () => {
  const documentId = await imported(LOCAL_OPERATOR, ROWS.school);
  const first = await acceptAll(LOCAL_OPERATOR, documentId);
  const before = (await draft(LOCAL_OPERATOR, documentId, 1)).agreementId!;
  await undo(LOCAL_OPERATOR, documentId, first);
  const second = await acceptAll(LOCAL_OPERATOR, documentId);
  const after = (await draft(LOCAL_OPERATOR, documentId, 1)).agreementId!;
  expect(Number(after.slice(1))).toBeGreaterThan(Number(before.slice(1)));
  expect(await undo(LOCAL_OPERATOR, documentId, first)).toMatchObject({ problem: { code: "nothing_to_undo" } });
  expect((await undo(LOCAL_OPERATOR, documentId, second)).ok).toBe(true);
});

test("a record somebody changed since is named, nothing is undone, and the rest goes without it", async () => {
  const documentId = await imported(LOCAL_OPERATOR, ROWS.school, ROWS.culture);
  const acceptance = await acceptAll(LOCAL_OPERATOR, documentId);
  const [changed, other] = await Promise.all(
    [1, 2].map(async (position) => (await draft(LOCAL_OPERATOR, documentId, position)).agreementId!),
  );
  const saved = await agreement(changed!);
  const facts = { ...factsOf(saved), background: "書き足した" };
  const edit = { id: saved.id, expectedVersion: saved.version, facts, reason: null };
  await db.database.write(LOCAL_OPERATOR, (tx) => editAgreement(tx, LOCAL_OPERATOR, edit));
  expect(await undo(LOCAL_OPERATOR, documentId, acceptance)).toMatchObject({
    problem: {
      code: "acceptance_stuck",
      stuck: [{ draft: { position: 1 }, problem: { code: "agreement_changed_since", agreementId: changed } }],
      others: 1,
    },
  });
  expect(await agreement(other!)).toMatchObject({ publication: "published", version: 1 });
  expect(await undo(LOCAL_OPERATOR, documentId, acceptance, [1])).toEqual({
    ok: true,
    value: { reopened: 1, left: 1 },
  });
  expect(await agreement(changed!)).toMatchObject({ publication: "published", background: "書き足した" });
  expect(await agreement(other!)).toMatchObject({ publication: "withdrawn" });
});

test("a record somebody withdrew since is no longer this acceptance's to take back", async () => {
  const documentId = await imported(LOCAL_OPERATOR, ROWS.school);
  const acceptance = await acceptAll(LOCAL_OPERATOR, documentId);
  const id = (await draft(LOCAL_OPERATOR, documentId, 1)).agreementId!;
  const withdrawal = { id, expectedVersion: 1, reason: "誤り" };
  await db.database.write(LOCAL_OPERATOR, (tx) => withdrawAgreement(tx, LOCAL_OPERATOR, withdrawal));
  expect(await undo(LOCAL_OPERATOR, documentId, acceptance)).toMatchObject({ problem: { code: "acceptance_stuck" } });
});

test("a draft that was approved since stays: another person decided about it", async () => {
  const documentId = await imported(sapporo, ROWS.culture);
  const acceptance = await acceptAll(sapporo, documentId);
  const id = (await draft(sapporo, documentId, 1)).agreementId!;
  expect(await agreement(id)).toMatchObject({ publication: "draft" });
  const asked = { id, expectedVersion: 1, message: null };
  await db.database.write(sapporo, (tx) => askApproval(tx, sapporo, asked));
  expect(await undo(sapporo, documentId, acceptance)).toMatchObject({ problem: { code: "acceptance_stuck" } });
  await db.database.write(approver, async (tx) => {
    const saved = (await findAgreement(tx, id))!;
    const proposal = (await findLatestProposal(tx, saved.no))!;
    const decision = { id, proposalId: proposal.id, expectedVersion: saved.version, reason: null };
    return approveProposal(tx, approver, decision);
  });
  expect(await agreement(id)).toMatchObject({ publication: "published" });
  expect(await undo(sapporo, documentId, acceptance)).toMatchObject({
    problem: { stuck: [{ problem: { code: "agreement_changed_since" } }] },
  });
});

test("a draft that nobody sent for approval is given up", async () => {
  const documentId = await imported(sapporo, ROWS.culture);
  const acceptance = await acceptAll(sapporo, documentId);
  const id = (await draft(sapporo, documentId, 1)).agreementId!;
  expect(await undo(sapporo, documentId, acceptance)).toMatchObject({ ok: true });
  expect(await agreement(id)).toMatchObject({ publication: "withdrawn" });
});

test("who may not accept this body's imports cannot take them back either", async () => {
  const documentId = await imported(aomori, ROWS.school);
  const acceptance = await acceptAll(aomori, documentId);
  expect(await undo(sapporo, documentId, acceptance)).toMatchObject({ problem: { code: "document_not_found" } });
  expect((await undo(aomori, documentId, acceptance)).ok).toBe(true);
});

test("the reason has to be said, and may hold no personal mailbox", async () => {
  const documentId = await imported(aomori, ROWS.school);
  const acceptance = await acceptAll(aomori, documentId);
  const asked = { documentId, acceptance };
  expect(await undoAcceptance(db.database, aomori, { ...asked, reason: " " })).toMatchObject({
    problem: { code: "reason_missing" },
  });
  expect(await undoAcceptance(db.database, aomori, { ...asked, reason: "taro.yamada@example.jp" })).toMatchObject({
    problem: { code: "personal_mailbox_in_reason" },
  });
});

test("what was settled and what was typed stay with the draft, until it is taken back to what was read", async () => {
  const documentId = await imported(LOCAL_OPERATOR, ROWS.conflict.replace("覚書", `覚書${serial}`));
  await settleFinding(db.database, LOCAL_OPERATOR, { documentId, number: 1, reason: "両方の年を残す" });
  const document = (await db.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId)))!;
  const read = await draft(LOCAL_OPERATOR, documentId, 1);
  const facts = { ...statedFacts(read, document), background: "補った経緯" };
  const choice = { documentId, position: 1, expectedVersion: read.version, facts };
  const requestId = "abcdef0123";
  expect((await acceptEditedDraft(db.database, LOCAL_OPERATOR, choice, { requestId })).ok).toBe(true);
  expect((await undo(LOCAL_OPERATOR, documentId, requestId)).ok).toBe(true);
  const open = await draft(LOCAL_OPERATOR, documentId, 1);
  expect(statedFacts(open, document)).toEqual(facts);
  const findings = await db.database.read(LOCAL_OPERATOR, (tx) => listFindingsOfDraft(tx, documentId, 1));
  expect(findings).toMatchObject([{ reason: "両方の年を残す" }]);
  await acceptAll(LOCAL_OPERATOR, documentId);
  const again = await draft(LOCAL_OPERATOR, documentId, 1);
  expect(await agreement(again.agreementId!)).toMatchObject({ background: "補った経緯" });
  const waiting = { documentId, position: 1, expectedVersion: again.version };
  expect(await restoreReading(db.database, LOCAL_OPERATOR, waiting)).toMatchObject({
    problem: { code: "draft_changed" },
  });
  const listed = await db.database.read(LOCAL_OPERATOR, (tx) => listAcceptances(tx, documentId, 10));
  expect((await undo(LOCAL_OPERATOR, documentId, listed[0]!.id)).ok).toBe(true);
  const { version } = await draft(LOCAL_OPERATOR, documentId, 1);
  expect((await restoreReading(db.database, LOCAL_OPERATOR, { ...waiting, expectedVersion: version })).ok).toBe(true);
  expect(statedFacts(await draft(LOCAL_OPERATOR, documentId, 1), document).background).not.toBe("補った経緯");
});

test("sixty records are taken back in one transaction", async () => {
  const cities = ["青森市", "弘前市", "八戸市", "黒石市", "五所川原市", "十和田市"];
  const rows = Array.from({ length: 60 }, (_, index) =>
    ROWS.school.replace("覚書,", `覚書その${index + 1},`).replace("青森市", cities[index % cities.length]!),
  );
  const documentId = await imported(LOCAL_OPERATOR, ...rows);
  const acceptance = await acceptAll(LOCAL_OPERATOR, documentId);
  const { agreementId } = await draft(LOCAL_OPERATOR, documentId, 60);
  expect(await undo(LOCAL_OPERATOR, documentId, acceptance)).toEqual({ ok: true, value: { reopened: 60, left: 0 } });
  const { rows: told } = await db.owner.query(
    `select count(distinct xmin::text)::integer as transactions, count(*)::integer as n from agreement_version
      where action = 'withdrawn' and agreement_no in (select no from agreement where title like $1)`,
    [`第${serial}次%`],
  );
  expect(told).toEqual([{ transactions: 1, n: 60 }]);
  expect(await agreement(agreementId!)).toMatchObject({ publication: "withdrawn" });
});
