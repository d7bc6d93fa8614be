/** Corrections of drafts as intake keeps them: who may, what is masked, what two people do at once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventedLines, sourceOf } from "../../../test/fixtures/programme-report/invented-report.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import {
  acceptContributed,
  correctDraft,
  type DraftCorrection,
  importSource,
  reopenDraft,
  settleFinding,
  undoCorrection,
} from "../../intake/index.ts";
import { type Actor, type Member, PUBLIC, SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { findProgramme, type ProgrammeFacts, programmeDrafts, programmeFactsSchema } from "../index.ts";

const contributed = [programmeDrafts];
let db: TestDatabase;
let editor: Member;
let stranger: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  editor = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 二", "municipal_editor");
  stranger = await addMember(db.owner, await addBody(db.owner, "福岡県", "40000"), "南 三", "prefecture_coordinator");
});
afterAll(() => db.drop());

let serial = 0;
async function imported(): Promise<string> {
  serial += 1;
  const lines = [...inventedLines, "", `（写し${serial}）`];
  const source = { source: sourceOf(lines), bytes: Buffer.from(lines.join("\n")) };
  const outcome = await importSource(db.database, editor, source, { contributed });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.documentId;
}

async function draftOf(documentId: string, position: number) {
  const { rows } = await db.owner.query<{ facts: unknown; corrected: { facts: unknown } | null; version: number }>(
    "select record -> 'facts' as facts, corrected, version from import_draft where document_id = $1 and position = $2",
    [documentId, position],
  );
  const { facts, corrected, version } = rows[0]!;
  const stored = corrected === null ? null : programmeFactsSchema.parse(corrected.facts);
  return { asRead: programmeFactsSchema.parse(facts), corrected: stored, version };
}

type Change = Partial<ProgrammeFacts> & Partial<Pick<DraftCorrection, "settles" | "reason" | "expectedVersion">>;

async function correct(documentId: string, position: number, change: Change, actor: Actor = editor) {
  const { asRead, corrected, version } = await draftOf(documentId, position);
  const { settles = [], reason = "", expectedVersion = version, ...facts } = change;
  const choice = { documentId, position, expectedVersion, part: "head", settles, reason };
  return correctDraft(db.database, actor, contributed, { ...choice, facts: { ...(corrected ?? asRead), ...facts } });
}

describe("a correction of a draft", () => {
  test("is made by those who work with imports of that body, and by nobody else", async () => {
    const documentId = await imported();
    for (const actor of [stranger, PUBLIC]) {
      const outcome = await correct(documentId, 1, { section: "国際課" }, actor).catch((error: unknown) => error);
      expect(outcome).not.toMatchObject({ ok: true });
    }
    expect((await draftOf(documentId, 1)).corrected).toBeNull();
  });

  test("keeps what was read as it was, through acceptance and back", async () => {
    const documentId = await imported();
    expect(await correct(documentId, 1, { section: "国際課" })).toMatchObject({ ok: true });
    const { asRead, corrected, version } = await draftOf(documentId, 1);
    expect([asRead.section, corrected?.section]).toEqual(["県（交流推進課）", "国際課"]);
    const choice = { documentId, position: 1, expectedVersion: version, owner: "01100" };
    const accepted = await acceptContributed(db.database, editor, contributed, choice);
    if (!accepted.ok) throw new Error(accepted.problem.code);
    const recorded = await db.database.read(editor, (tx) => findProgramme(tx, accepted.value.recordId));
    expect(recorded?.facts.section).toBe("国際課");
    const back = { documentId, position: 1, expectedVersion: version + 1, reason: "まちがい" };
    expect(await reopenDraft(db.database, editor, back, { contributed })).toMatchObject({ ok: true });
    expect((await draftOf(documentId, 1)).corrected?.section).toBe("国際課");
  });

  test("that says what was read is no correction", async () => {
    const documentId = await imported();
    await correct(documentId, 1, { section: "国際課" });
    await correct(documentId, 1, { section: "県（交流推進課）" });
    const { corrected, version } = await draftOf(documentId, 1);
    expect(corrected).toBeNull();
    await correct(documentId, 1, {});
    expect((await draftOf(documentId, 1)).version).toBe(version);
  });

  test("keeps no personal mailbox, in facts or in its reason", async () => {
    const documentId = await imported();
    const address = ["taro.yamada", "example.com"].join("@");
    await correct(documentId, 1, { overview: `連絡は ${address} まで` });
    expect(JSON.stringify((await draftOf(documentId, 1)).corrected)).not.toContain("taro.yamada");
    const refused = await correct(documentId, 1, { section: "国際課", reason: `${address} に確かめた` });
    expect(refused).toMatchObject({ problem: { code: "personal_mailbox_in_reason" } });
    const { rows } = await db.owner.query("select after::text from audit_event where after::text like '%taro.yamada%'");
    expect(rows).toEqual([]);
  });

  test("that brings in what looks like personal data is confirmed with a reason before it is public", async () => {
    const documentId = await imported();
    await correct(documentId, 1, { overview: "連絡は 090-1234-5678 まで" });
    const findings = async () =>
      (
        await db.owner.query<{ number: number; settled_at: string | null }>(
          `select number, settled_at from import_finding
           where document_id = $1 and draft_position = 1 and code = 'personal_mobile_number'`,
          [documentId],
        )
      ).rows;
    const [finding] = await findings();
    const accept = async () =>
      acceptContributed(db.database, editor, contributed, {
        ...{ documentId, position: 1, expectedVersion: (await draftOf(documentId, 1)).version, owner: "01100" },
      });
    expect(await accept()).toMatchObject({ problem: { code: "contributed_refused", status: 422 } });
    await correct(documentId, 1, { overview: "連絡は国際課まで" });
    expect((await findings()).every(({ settled_at }) => settled_at !== null)).toBe(true);
    await correct(documentId, 1, { overview: "連絡は 080-1234-5678 まで" });
    const again = (await findings()).filter(({ settled_at }) => settled_at === null);
    expect(again.length).toBeGreaterThan(0);
    const reason = "公表している窓口の番号";
    for (const { number } of again) await settleFinding(db.database, editor, { documentId, number, reason });
    expect(finding).toBeDefined();
    expect(await accept()).toMatchObject({ ok: true });
  });

  test("of two drafts at once numbers what it finds apart", async () => {
    const documentId = await imported();
    const early = { startFiscalYear: { asPrinted: "令和8年度", fiscalYear: 2026 } };
    const both = await Promise.all([correct(documentId, 1, early), correct(documentId, 2, early)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    const { rows } = await db.owner.query<{ number: number; draft_position: number }>(
      "select number, draft_position from import_finding where document_id = $1 and of_correction order by number",
      [documentId],
    );
    expect(new Set(rows.map(({ draft_position }) => draft_position))).toEqual(new Set([1, 2]));
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  });

  test("of one draft by two people lets the first one stand", async () => {
    const documentId = await imported();
    const both = await Promise.all([
      correct(documentId, 1, { section: "国際課", expectedVersion: 1 }),
      correct(documentId, 1, { section: "交流課", expectedVersion: 1 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: "draft_changed" } });
  });

  test("taken back settles what only it had brought in", async () => {
    const documentId = await imported();
    await correct(documentId, 1, { startFiscalYear: { asPrinted: "令和8年度", fiscalYear: 2026 } });
    const open = async () =>
      (
        await db.owner.query<{ code: string }>(
          `select code from import_finding where document_id = $1 and draft_position = 1 and settled_at is null
           and severity <> 'info'`,
          [documentId],
        )
      ).rows.map(({ code }) => code);
    expect(await open()).toContain("result_before_start");
    const { version } = await draftOf(documentId, 1);
    const choice = { documentId, position: 1, expectedVersion: version, name: null };
    expect(await undoCorrection(db.database, editor, contributed, choice)).toMatchObject({ ok: true });
    expect(await open()).toEqual([]);
  });
});
