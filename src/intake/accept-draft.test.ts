import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { LOCAL_OPERATOR, PUBLIC, SYSTEM } from "../platform/index.ts";
import { editAgreement, factsOf, findAgreement, findGovernment, syncLocalGovernments } from "../registry/index.ts";
import { acceptAllWithoutFindings } from "./accept-all-without-findings.ts";
import { acceptDraft } from "./accept-draft.ts";
import { acceptEditedDraft } from "./accept-edited-draft.ts";
import { changeMapping } from "./change-mapping.ts";
import { findDocument } from "./document-store.ts";
import { countDrafts, findDraft } from "./draft-store.ts";
import { factsOfDraft } from "./facts-of-draft.ts";
import { findCandidates } from "./find-candidates.ts";
import { listFindingsOfDraft } from "./finding-store.ts";
import { importDocument } from "./import-document.ts";
import { linkDraft } from "./link-draft.ts";
import { reopenDraft } from "./reopen-draft.ts";
import { settleFinding, unsettleFinding } from "./settle-finding.ts";
import { skipDraft } from "./skip-draft.ts";
import { ROWS, tableFile } from "./testing/table-file.ts";

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await test.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => test.drop());

async function imported(...rows: readonly string[]): Promise<string> {
  const outcome = await importDocument(test.database, LOCAL_OPERATOR, tableFile(rows));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { documentId } = outcome.value;
  const document = await test.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId));
  const confirmed = await changeMapping(test.database, LOCAL_OPERATOR, { documentId, mapping: document!.mapping! });
  expect(confirmed.ok).toBe(true);
  return documentId;
}

const draft = (documentId: string, position: number) =>
  test.database.read(LOCAL_OPERATOR, async (tx) => (await findDraft(tx, documentId, position))!);

async function choose(documentId: string, position: number) {
  return { documentId, position, expectedVersion: (await draft(documentId, position)).version };
}

async function accepted(documentId: string, position: number): Promise<string> {
  const outcome = await acceptDraft(test.database, LOCAL_OPERATOR, await choose(documentId, position));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.agreementId;
}

const agreement = (id: string) => test.database.read(LOCAL_OPERATOR, async (tx) => (await findAgreement(tx, id))!);

async function countAgreements(): Promise<number> {
  const { rows } = await test.owner.query<{ n: number }>("select count(*)::integer as n from agreement");
  return rows[0]!.n;
}

/** Each test has titles of its own, so that records of another test are no candidates. */
let serial = 0;
function own(row: string): string {
  serial += 1;
  return row.replace(/(学校交流|文化協力|スポーツ交流覚)/u, `第${serial}次$1`);
}

describe("accepting a draft", () => {
  it("records the agreement with its source and remembers who accepted it", async () => {
    const documentId = await imported(own(ROWS.school));
    const id = await accepted(documentId, 1);
    const recorded = await agreement(id);
    expect(recorded.japan).toEqual([{ name: "青森県青森市", governmentCode: "02201" }]);
    expect(recorded.foreign[0]).toMatchObject({ name: "中華人民共和国大連市", country: "CN" });
    expect(recorded.dates[0]).toMatchObject({ date: "2004-12-24", precision: "day", role: "signed" });
    expect(recorded.listings).toEqual(["①"]);
    const document = await test.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId));
    expect(recorded.sources).toEqual([
      {
        title: "kyotei.csv",
        publisher: null,
        documentSha256: document!.sha256,
        place: "A2",
        lines: [2, 2],
        asOf: null,
      },
    ]);
    expect(await draft(documentId, 1)).toMatchObject({
      state: "accepted",
      agreementId: id,
      decidedBy: "local-operator",
    });
  });

  it("is blocked by an unsettled error and goes through once a person settled it with a reason", async () => {
    const documentId = await imported(ROWS.noTitle);
    const before = await countAgreements();
    const choice = await choose(documentId, 1);
    expect(await acceptDraft(test.database, LOCAL_OPERATOR, choice)).toEqual({
      ok: false,
      problem: { code: "blocked_by_findings", numbers: [1] },
    });
    expect(await settleFinding(test.database, LOCAL_OPERATOR, { documentId, number: 1, reason: " " })).toMatchObject({
      problem: { code: "reason_missing" },
    });
    await settleFinding(test.database, LOCAL_OPERATOR, { documentId, number: 1, reason: "原本で確かめた" });
    const [finding] = await test.database.read(LOCAL_OPERATOR, (tx) => listFindingsOfDraft(tx, documentId, 1));
    expect(finding).toMatchObject({ settledBy: "local-operator", reason: "原本で確かめた" });
    const document = await test.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId));
    const facts = { ...factsOfDraft((await draft(documentId, 1)).record, document!), title: "補った協定名" };
    const outcome = await acceptEditedDraft(test.database, LOCAL_OPERATOR, { ...choice, facts });
    expect(outcome.ok).toBe(true);
    expect(await countAgreements()).toBe(before + 1);
  });

  it("leaves the draft and the registry as they were when the registry refuses the facts", async () => {
    const documentId = await imported(ROWS.noTitle.replace("1999", "1998"));
    await settleFinding(test.database, LOCAL_OPERATOR, { documentId, number: 1, reason: "あとで入れる" });
    const before = await countAgreements();
    const outcome = await acceptDraft(test.database, LOCAL_OPERATOR, await choose(documentId, 1));
    expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid_facts" } });
    expect(await countAgreements()).toBe(before);
    expect(await draft(documentId, 1)).toMatchObject({ state: "pending", version: 1, agreementId: null });
  });

  it("asks before it records what the registry already has, and takes a person's word that it is another", async () => {
    const row = own(ROWS.school);
    const recorded = await accepted(await imported(row), 1);
    const again = await imported(row, own(ROWS.culture));
    const before = await countAgreements();
    const choice = await choose(again, 1);
    expect(await acceptDraft(test.database, LOCAL_OPERATOR, choice)).toEqual({
      ok: false,
      problem: { code: "looks_recorded", agreementId: recorded },
    });
    expect(await countAgreements()).toBe(before);
    expect((await acceptDraft(test.database, LOCAL_OPERATOR, { ...choice, isAnother: true })).ok).toBe(true);
    expect(await countAgreements()).toBe(before + 1);
  });

  it("gives exactly one agreement when two people accept the same draft at once", async () => {
    const documentId = await imported(own(ROWS.culture));
    const before = await countAgreements();
    const choice = await choose(documentId, 1);
    const outcomes = await Promise.all([1, 2, 3].map(() => acceptDraft(test.database, LOCAL_OPERATOR, choice)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem.code).toBe("draft_changed");
    expect(await countAgreements()).toBe(before + 1);
  });

  it("waits until a person has confirmed what the columns mean", async () => {
    const outcome = await importDocument(test.database, LOCAL_OPERATOR, tableFile([own(ROWS.culture)]));
    if (!outcome.ok) throw new Error("not imported");
    const { documentId } = outcome.value;
    const refused = await acceptDraft(test.database, LOCAL_OPERATOR, { documentId, position: 1, expectedVersion: 1 });
    expect(refused).toMatchObject({ problem: { code: "mapping_unconfirmed" } });
  });
});

describe("taking a decision back", () => {
  it("reopens a skipped draft", async () => {
    const documentId = await imported(own(ROWS.school));
    const skipped = { ...(await choose(documentId, 1)), reason: "別の課の記録" };
    expect((await skipDraft(test.database, LOCAL_OPERATOR, skipped)).ok).toBe(true);
    expect(await draft(documentId, 1)).toMatchObject({ state: "skipped", reason: "別の課の記録" });
    const reopened = { ...(await choose(documentId, 1)), reason: "やはり確認する" };
    expect((await reopenDraft(test.database, LOCAL_OPERATOR, reopened)).ok).toBe(true);
    expect(await draft(documentId, 1)).toMatchObject({ state: "pending", decidedBy: null });
  });

  it("withdraws the agreement an acceptance created, while nobody changed it", async () => {
    const documentId = await imported(own(ROWS.school));
    const id = await accepted(documentId, 1);
    const reopened = await reopenDraft(test.database, LOCAL_OPERATOR, {
      ...(await choose(documentId, 1)),
      reason: "取り違え",
    });
    expect(reopened.ok).toBe(true);
    expect((await agreement(id)).publication).toBe("withdrawn");
    expect(await draft(documentId, 1)).toMatchObject({ state: "pending", agreementId: null });
  });

  it("refuses once someone has changed the agreement", async () => {
    const documentId = await imported(own(ROWS.school));
    const id = await accepted(documentId, 1);
    const saved = await agreement(id);
    await test.database.write(LOCAL_OPERATOR, (tx) =>
      editAgreement(tx, LOCAL_OPERATOR, {
        id,
        expectedVersion: saved.version,
        facts: { ...factsOf(saved), background: "書き足した" },
        reason: null,
      }),
    );
    const choice = { ...(await choose(documentId, 1)), reason: "取り違え" };
    expect(await reopenDraft(test.database, LOCAL_OPERATOR, choice)).toMatchObject({
      problem: { code: "agreement_changed_since", agreementId: id },
    });
  });
});

describe("a draft that may be a record already there", () => {
  it("is offered the record with the reasons, and is never joined by itself", async () => {
    const row = own(ROWS.school);
    const id = await accepted(await imported(row), 1);
    const secondId = await imported(row, own(ROWS.culture));
    const document = await test.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, secondId));
    const facts = factsOfDraft((await draft(secondId, 1)).record, document!);
    const [candidate] = await test.database.read(LOCAL_OPERATOR, (tx) => findCandidates(tx, facts));
    expect(candidate!.agreement.id).toBe(id);
    expect(candidate!.comparison).toMatchObject({
      reasons: ["same_title", "same_parties", "same_date"],
      differing: [],
      looksSame: true,
    });
    const bulk = await acceptAllWithoutFindings(test.database, LOCAL_OPERATOR, secondId);
    expect(bulk).toMatchObject({
      value: { accepted: 1, linked: 0, left: [{ position: 1, reason: "looks_like_existing", agreementId: id }] },
    });
  });

  it("can be linked: the field is added as a relisting and the source kept, differing facts stay as recorded", async () => {
    const row = own(ROWS.school);
    const id = await accepted(await imported(row), 1);
    const other = row.replace("①教育交流", "②文化交流").replace("平成16（2004）年12月24日", "平成17（2005）年1月5日");
    const secondId = await imported(other);
    const before = await agreement(id);
    const link = { ...(await choose(secondId, 1)), agreementId: id, agreementVersion: before.version };
    expect((await linkDraft(test.database, LOCAL_OPERATOR, link)).ok).toBe(true);
    const linked = await agreement(id);
    expect(linked.listings).toEqual(["①", "②"]);
    expect(linked.sources).toHaveLength(2);
    expect(linked.dates).toEqual(before.dates);
    const undone = await reopenDraft(test.database, LOCAL_OPERATOR, {
      ...(await choose(secondId, 1)),
      reason: "別の協定だった",
    });
    expect(undone.ok).toBe(true);
    expect(await agreement(id)).toMatchObject({ listings: ["①"], publication: "published" });
  });

  it("takes over only the facts a person chose", async () => {
    const row = own(ROWS.culture);
    const id = await accepted(await imported(row), 1);
    const secondId = await imported(`${row}説明を書いた`);
    const { version } = await agreement(id);
    const choice = await choose(secondId, 1);
    const stale = await linkDraft(test.database, LOCAL_OPERATOR, {
      ...choice,
      agreementId: id,
      agreementVersion: version + 1,
    });
    expect(stale).toMatchObject({ problem: { code: "link_stale", differing: ["background"] } });
    const link = { ...choice, agreementId: id, agreementVersion: version, take: ["background"] as const };
    expect((await linkDraft(test.database, LOCAL_OPERATOR, link)).ok).toBe(true);
    expect((await agreement(id)).background).toBe("説明を書いた");
  });
});

describe("accepting everything without findings", () => {
  it("links what prints 再掲 to its original, leaves what has findings, and can be repeated", async () => {
    const row = own(ROWS.school);
    const again = row.replace("①教育交流", "②文化交流").replace("覚書,", "覚書【再掲】,");
    const documentId = await imported(row, again, ROWS.conflict, ROWS.noTitle.replace("1999", "1997"));
    const first = await acceptAllWithoutFindings(test.database, LOCAL_OPERATOR, documentId);
    expect(first).toMatchObject({
      ok: true,
      value: {
        accepted: 1,
        linked: 1,
        left: [
          { position: 3, reason: "open_findings" },
          { position: 4, reason: "open_findings" },
        ],
      },
    });
    const { agreementId, reason } = await draft(documentId, 2);
    expect((await draft(documentId, 1)).agreementId).toBe(agreementId);
    expect(reason).toContain("【再掲】");
    expect((await agreement(agreementId!)).listings).toEqual(["①", "②"]);
    const second = await acceptAllWithoutFindings(test.database, LOCAL_OPERATOR, documentId);
    expect(second).toMatchObject({ value: { accepted: 0, linked: 0, left: [{ position: 3 }, { position: 4 }] } });
    const counts = await test.database.read(LOCAL_OPERATOR, (tx) => countDrafts(tx, documentId));
    expect(counts).toMatchObject({ accepted: 1, linked: 1, pending: 2, blocked: 1, clean: 0 });
  });

  it("leaves a relisting whose original is not accepted", async () => {
    const documentId = await imported(own(ROWS.schoolAgain));
    const bulk = await acceptAllWithoutFindings(test.database, LOCAL_OPERATOR, documentId);
    expect(bulk).toMatchObject({ value: { left: [{ position: 1, reason: "original_not_accepted" }] } });
  });
});

describe("findings", () => {
  it("can be opened again, and the list of events keeps both", async () => {
    const documentId = await imported(ROWS.conflict.replace("小山市", "足利市"));
    await settleFinding(test.database, LOCAL_OPERATOR, { documentId, number: 1, reason: "両方を残す" });
    expect((await unsettleFinding(test.database, LOCAL_OPERATOR, { documentId, number: 1 })).ok).toBe(true);
    const { rows } = await test.owner.query(
      "select action, reason from import_event where document_id = $1 and finding_number = 1 order by id",
      [documentId],
    );
    expect(rows).toEqual([
      { action: "settled", reason: "両方を残す" },
      { action: "unsettled", reason: "両方を残す" },
    ]);
    await expect(test.owner.query("update import_event set reason = null")).rejects.toThrow("append-only");
  });
});

describe("the public", () => {
  it("sees nothing of an import", async () => {
    await imported(own(ROWS.school));
    await expect(test.database.read(PUBLIC, (tx) => findDocument(tx, "I000001"))).rejects.toThrow(/permission denied/);
    expect(findGovernment("02201")?.name).toBe("青森市");
  });
});
