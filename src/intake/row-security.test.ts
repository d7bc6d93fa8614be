import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts } from "../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { addBody, addMember } from "../../test/support/people.ts";
import { type Actor, LOCAL_OPERATOR, type Member, SYSTEM } from "../platform/index.ts";
import { findAgreement, findLatestProposal, recordAgreement, syncLocalGovernments } from "../registry/index.ts";
import { listDocuments } from "./document-store.ts";
import { listFindingsOfDraft } from "./finding-store.ts";
import {
  acceptDraft,
  changeMapping,
  importDocument,
  linkDraft,
  reopenDraft,
  saveMapping,
  settleFinding,
} from "./index.ts";
import { listSavedMappings } from "./mapping-store.ts";

let kagoshima: Member;
let approver: Member;
let prefecture: Member;
let sapporo: Member;
const table = "名称,日本側,海外側\n友好交流の覚書,鹿児島市,中華人民共和国長沙市\n別の覚書,札幌市,大韓民国大田広域市\n";
const file = { name: "協定一覧.csv", bytes: new TextEncoder().encode(table) };

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  const city = await addBody(db.owner, "鹿児島市", "46201");
  kagoshima = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  const above = await addBody(db.owner, "鹿児島県", "46000");
  prefecture = await addMember(db.owner, above, "県 三", "prefecture_coordinator");
  const north = await addBody(db.owner, "札幌市", "01100");
  sapporo = await addMember(db.owner, north, "北 四", "municipal_editor");
  await db.owner.query("update body set asks_approval = true where id = $1", [north.id]);
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

async function imported(actor: Actor) {
  const outcome = await importDocument(db.database, actor, file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

const PARTS = ["import_document", "import_line", "import_draft", "import_finding", "import_event"];

async function seen(actor: Actor, documentId: string) {
  const counts = [];
  for (const part of PARTS) {
    const column = part === "import_document" ? sql`id` : sql`document_id`;
    const { rows } = await db.database.read(actor, (tx) =>
      sql`select from ${sql.table(part)} where ${column} = ${documentId}`.execute(tx),
    );
    counts.push(rows.length > 0);
  }
  return counts;
}

test("a document belongs to the body that imported it; the same bytes are imported by another one anew", async () => {
  const own = await imported(kagoshima);
  const other = await imported(sapporo);
  expect([own.isNew, other.isNew, own.documentId === other.documentId]).toEqual([true, true, false]);
  expect((await imported(kagoshima)).isNew).toBe(false);
  expect((await seen(kagoshima, own.documentId)).slice(0, 3)).toEqual([true, true, true]);
  for (const actor of [sapporo, prefecture, approver]) {
    expect(await seen(actor, own.documentId)).toEqual(PARTS.map(() => false));
  }
  const lists = await db.database.read(sapporo, listDocuments);
  expect(lists.map(({ document }) => document.id)).toEqual([other.documentId]);
  const operators = await db.database.read(LOCAL_OPERATOR, listDocuments);
  expect(operators).toHaveLength(2);
});

test("the database takes nothing into another body's document", async () => {
  const { documentId } = await imported(kagoshima);
  const add = (tx: Parameters<typeof listDocuments>[0]) =>
    sql`insert into import_line (document_id, line, text) values (${documentId}, 999, 'x')`.execute(tx);
  await expect(db.database.write(sapporo, add)).rejects.toThrow(/row-level security/);
  const claim = (tx: Parameters<typeof listDocuments>[0]) =>
    sql`insert into import_document (name, sha256, format, layout, line_count, original_kept, marks)
      values ('x', repeat('0', 64), 'csv', 'table', 0, false, '{*,46201,46}')`.execute(tx);
  await expect(db.database.write(sapporo, claim)).rejects.toThrow(/row-level security/);
});

test("a mapping is saved for the own body", async () => {
  const save = (actor: Actor) => saveMapping(db.database, actor, { name: "毎年の一覧", mapping: [] });
  await save(kagoshima);
  await save(sapporo);
  const names = async (actor: Actor) => (await db.database.read(actor, listSavedMappings)).map(({ name }) => name);
  expect([await names(kagoshima), await names(LOCAL_OPERATOR)]).toEqual([["毎年の一覧"], []]);
});

test("an accepted draft waits where the body asks for approval; another's government is refused", async () => {
  const accept = async (actor: Actor, position: number) => {
    const { documentId } = await imported(actor);
    const { rows } = await db.owner.query("select mapping from import_document where id = $1", [documentId]);
    await changeMapping(db.database, actor, { documentId, mapping: rows[0].mapping });
    return acceptDraft(db.database, actor, { documentId, position, expectedVersion: 1 });
  };
  const publicationOf = async (actor: Actor, position: number) => {
    const outcome = await accept(actor, position);
    if (!outcome.ok) return outcome.problem;
    return (await db.database.read(actor, (tx) => findAgreement(tx, outcome.value.agreementId)))?.publication;
  };
  expect(await publicationOf(kagoshima, 1)).toBe("published");
  expect(await publicationOf(sapporo, 2)).toBe("draft");
  expect(await publicationOf(kagoshima, 2)).toMatchObject({
    code: "invalid_facts",
    problems: [{ code: "own_government_missing" }],
  });
});

test("a link to a public record waits where the body asks for approval, and can be taken back", async () => {
  const facts = agreementFacts({ title: "公開の覚書", japan: [{ name: "札幌市", governmentCode: "01100" }] });
  const made = await db.database.write(LOCAL_OPERATOR, (tx) =>
    recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }),
  );
  if (!made.ok) throw new Error(made.problem.code);
  const { id, no } = made.value;
  const rows = "名称,日本側,海外側\n公開の覚書,札幌市,中華人民共和国大連市\n";
  const outcome = await importDocument(db.database, sapporo, {
    name: "結びつける一覧.csv",
    bytes: new TextEncoder().encode(rows),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { documentId } = outcome.value;
  const { rows: found } = await db.owner.query("select mapping from import_document where id = $1", [documentId]);
  await changeMapping(db.database, sapporo, { documentId, mapping: found[0].mapping });
  const at = { documentId, position: 1 };
  const linked = await linkDraft(db.database, sapporo, {
    ...at,
    expectedVersion: 1,
    agreementId: id,
    agreementVersion: 1,
  });
  expect(linked.ok).toBe(true);
  const latest = () => db.database.read(sapporo, (tx) => findLatestProposal(tx, no));
  const saved = () => db.database.read(sapporo, (tx) => findAgreement(tx, id));
  expect([(await latest())?.state, (await saved())?.sources.length]).toEqual(["open", 0]);
  const reopened = await reopenDraft(db.database, sapporo, { ...at, expectedVersion: 2, reason: "取り違え" });
  expect([reopened.ok, (await latest())?.state, (await saved())?.version]).toEqual([true, "withdrawn", 1]);
});

test("personal data in a draft is a finding, and settling it with a reason lets it become public", async () => {
  const rows =
    "名称,日本側,海外側,取組の内容\n生徒の覚書,鹿児島市,中華人民共和国長沙市,高校生の山田太郎さんが参加した\n";
  const outcome = await importDocument(db.database, kagoshima, {
    name: "名前のある一覧.csv",
    bytes: new TextEncoder().encode(rows),
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { documentId } = outcome.value;
  const { rows: found } = await db.owner.query("select mapping from import_document where id = $1", [documentId]);
  await changeMapping(db.database, kagoshima, { documentId, mapping: found[0].mapping });
  const findings = await db.database.read(kagoshima, (tx) => listFindingsOfDraft(tx, documentId, 1));
  const finding = findings.find(({ code }) => code === "personal_participant_name");
  expect(finding).toMatchObject({ severity: "warning", values: { fact: "activities" } });
  expect(JSON.stringify(finding)).not.toContain("山田");
  const choice = { documentId, position: 1, expectedVersion: 1 };
  expect(await acceptDraft(db.database, kagoshima, choice)).toMatchObject({
    problem: { code: "personal_data_unconfirmed" },
  });
  const settled = { documentId, number: finding!.number, reason: "保護者の同意がある" };
  await settleFinding(db.database, kagoshima, settled);
  expect((await acceptDraft(db.database, kagoshima, choice)).ok).toBe(true);
});
