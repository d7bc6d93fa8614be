import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventedLines, sourceOf } from "../../../test/fixtures/programme-report/invented-report.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import {
  acceptAllWithoutFindings,
  acceptContributed,
  findingTitle,
  importSource,
  linkContributed,
  reopenDraft,
} from "../../intake/index.ts";
import { type Actor, CLI, type Member, SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { listOwnProgrammes, programmeDrafts } from "../index.ts";
import { SEVERITIES } from "../report-layout/codes.ts";

const contributed = [programmeDrafts];
let db: TestDatabase;
let editor: Member;
let asking: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const prefecture = await addBody(db.owner, "鹿児島県", "46000");
  editor = await addMember(db.owner, prefecture, "佐藤 一", "prefecture_coordinator");
  const city = await addBody(db.owner, "札幌市", "01100");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  asking = await addMember(db.owner, city, "北 二", "municipal_editor");
});
afterAll(() => db.drop());

async function imported(actor: Actor, lines = inventedLines) {
  const bytes = Buffer.from(lines.join("\n"));
  const outcome = await importSource(db.database, actor, { source: sourceOf(lines), bytes }, { contributed });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const drafts = async (documentId: string) =>
  (
    await db.owner.query<{ position: number; state: string; version: number; record_id: string | null; title: string }>(
      `select position, state, version, record_id, record ->> 'title' as title from import_draft
       where document_id = $1 order by position`,
      [documentId],
    )
  ).rows;

const settleAll = (documentId: string) =>
  db.owner.query(
    "update import_finding set settled_at = now(), settled_by = 'system', reason = '資料のとおり' where document_id = $1",
    [documentId],
  );

const own = (actor: Actor, owner: string) => db.database.read(actor, (tx) => listOwnProgrammes(tx, owner));

/** The report of another year: a result of the year before stands where last year's stood. */
const otherYear = inventedLines.map((line) => line.replace(/^令和６年度実績/u, "令和５年度実績"));

/** The invented report has one programme in which the same column of the same year stands twice. */
const TWICE = "米国ワシントン州との交流";

describe("a report of programmes", () => {
  test("becomes drafts with their findings, and the same bytes again nothing", async () => {
    const first = await imported(editor);
    expect(first).toMatchObject({ isNew: true, layout: "programme-report" });
    const all = await drafts(first.documentId);
    expect(all.length).toBe(first.drafts);
    const { rows } = await db.owner.query<{ placed: number; all: number }>(
      `select count(*) filter (where draft_position is not null)::integer as placed, count(*)::integer as all
       from import_finding where document_id = $1`,
      [first.documentId],
    );
    expect(rows[0]?.placed).toBeGreaterThan(0);
    expect(await imported(editor)).toMatchObject({ isNew: false, documentId: first.documentId, drafts: 0 });
  });

  test("drafts become programmes of the person's body", async () => {
    const { documentId } = await imported(editor);
    const open = await acceptAllWithoutFindings(db.database, editor, documentId, { contributed });
    if (!open.ok) throw new Error(open.problem.code);
    expect(new Set(open.value.left.map(({ reason }) => reason))).toEqual(new Set(["open_findings"]));
    const early = open.value.accepted;
    await settleAll(documentId);
    const outcome = await acceptAllWithoutFindings(db.database, editor, documentId, { contributed });
    const all = await drafts(documentId);
    const twice = all.find(({ title }) => title === TWICE)!;
    expect(outcome).toMatchObject({
      value: { left: [{ position: twice.position, reason: "facts_refused" }], accepted: all.length - 1 - early },
    });
    const recorded = await own(editor, "46000");
    expect(recorded.map(({ facts }) => facts.title).sort()).toEqual(
      all.flatMap(({ title }) => (title === TWICE ? [] : title)).sort(),
    );
    expect(recorded.every(({ publication }) => publication === "published")).toBe(true);
  });

  test("the report of another year brings a new column to the same programmes", async () => {
    const before = await own(editor, "46000");
    const { documentId } = await imported(editor, otherYear);
    await settleAll(documentId);
    const bulk = await acceptAllWithoutFindings(db.database, editor, documentId, { contributed });
    if (!bulk.ok) throw new Error(bulk.problem.code);
    expect(bulk.value.accepted).toBe(0);
    expect(new Set(bulk.value.left.map(({ reason }) => reason))).toEqual(
      new Set(["looks_like_existing", "facts_refused"]),
    );
    const [draft] = (await drafts(documentId)).filter(({ state }) => state === "pending");
    if (draft === undefined) throw new Error("a draft waits");
    const target = before.find(({ facts }) => facts.title === draft.title)!;
    const choice = { documentId, position: draft.position, expectedVersion: draft.version, owner: "" };
    expect(await acceptContributed(db.database, editor, contributed, choice)).toMatchObject({
      problem: { code: "contributed_refused", status: 409 },
    });
    const link = { ...choice, recordId: target.id, recordVersion: target.version, take: [] };
    expect(
      await linkContributed(db.database, editor, contributed, { ...link, recordVersion: target.version - 1 }),
    ).toMatchObject({ problem: { code: "contributed_refused", status: 409 } });
    expect(await linkContributed(db.database, editor, contributed, link)).toMatchObject({ ok: true });
    const after = (await own(editor, "46000")).find(({ id }) => id === target.id)!;
    const years = (one: typeof after) => one.facts.years.map(({ fiscalYear, column }) => `${fiscalYear} ${column}`);
    expect(years(after)).toEqual(["2023 result", ...years(target)].toSorted());
    const reopened = { documentId, position: draft.position, expectedVersion: draft.version + 1, reason: "まちがい" };
    expect(await reopenDraft(db.database, editor, reopened, { contributed })).toMatchObject({ ok: true });
    expect(years((await own(editor, "46000")).find(({ id }) => id === target.id)!)).toEqual(years(target));
  });

  test("has a heading for each of its findings in both languages", () => {
    for (const code of Object.keys(SEVERITIES)) {
      expect([code, findingTitle(code, "ja", programmeDrafts.findings)]).not.toContain("確かめるところがあります");
      expect([code, findingTitle(code, "en", programmeDrafts.findings)]).not.toContain("Something needs a look");
    }
  });

  test("of a body that asks for approval, accepted drafts are no public programmes yet", async () => {
    const { documentId } = await imported(asking);
    await settleAll(documentId);
    await acceptAllWithoutFindings(db.database, asking, documentId, { contributed });
    const recorded = await own(asking, "01100");
    expect(recorded.length).toBeGreaterThan(0);
    expect(new Set(recorded.map(({ publication }) => publication))).toEqual(new Set(["unpublished"]));
  });

  test("who works for no body says whose the programmes are", async () => {
    const { documentId } = await imported(CLI);
    await settleAll(documentId);
    const silent = await acceptAllWithoutFindings(db.database, CLI, documentId, { contributed });
    expect(silent).toMatchObject({ value: { accepted: 0 } });
    const said = await acceptAllWithoutFindings(db.database, CLI, documentId, { contributed, owner: "40000" });
    expect(said).toMatchObject({ value: { left: [{ reason: "facts_refused" }] } });
    expect((await own(CLI, "40000")).length).toBeGreaterThan(0);
  });
});
