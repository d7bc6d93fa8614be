/** Records of four bodies for the routes' matrix, and the addresses with the right ids in their places. */
import { sql } from "kysely";
import type pg from "pg";
import { findDocument } from "../../src/intake/document-store.ts";
import { changeMapping, importDocument } from "../../src/intake/index.ts";
import { ROWS, tableFile } from "../../src/intake/testing/table-file.ts";
import { type BodyRef, type Database, type Member, SYSTEM } from "../../src/platform/index.ts";
import { recordProgramme } from "../../src/programmes/index.ts";
import { aProgramme } from "../../src/programmes/testing/programme-facts.ts";
import { recordAgreement, syncLocalGovernments, withdrawAgreement } from "../../src/registry/index.ts";
import { agreementFacts } from "../support/agreement-facts.ts";
import { bodyWorkedFor, type Visitor } from "./route-people.ts";

export type Places = Readonly<Record<string, string>>;

export type Records = Readonly<{ own: (visitor: Visitor) => Places; far: Places }>;

const BODIES = ["46000", "46201", "01100", "全国の機関", "見本大学"] as const;

export async function storeRecords(database: Database, owner: pg.Pool): Promise<Records> {
  await database.write(SYSTEM, syncLocalGovernments);
  await owner.query("update body set asks_approval = false");
  const agreements = new Map([
    ["46201", { ...(await agreementsOf(database, owner, "46201")), ...(await programmesOf(database, owner, "46201")) }],
    ["01100", { ...(await agreementsOf(database, owner, "01100")), ...(await programmesOf(database, owner, "01100")) }],
  ]);
  const bodies = new Map<string, Places>();
  for (const body of BODIES) bodies.set(body, await recordsOf(database, owner, body));
  const places = (body: string, agreementsOfCode: string): Places => ({
    ...bodies.get(body),
    ...agreements.get(agreementsOfCode),
  });
  return { own: (visitor) => places(bodyWorkedFor(visitor), "46201"), far: places("01100", "01100") };
}

/** One that is published, one that was withdrawn, and a draft that waits for approval. */
async function agreementsOf(database: Database, owner: pg.Pool, code: string): Promise<Places> {
  const record = (title: string) =>
    database.write(SYSTEM, async (tx) => {
      const facts = agreementFacts({ title, japan: [{ name: code, governmentCode: code }] });
      const recorded = await recordAgreement(tx, SYSTEM, { facts, reason: null });
      if (!recorded.ok) throw new Error(recorded.problem.code);
      return recorded.value;
    });
  const published = await record(`公開の覚書 ${code}`);
  const withdrawn = await record(`取り下げた覚書 ${code}`);
  const request = { id: withdrawn.id, expectedVersion: 1, reason: "試験" };
  await database.write(SYSTEM, (tx) => withdrawAgreement(tx, SYSTEM, request));
  const draft = await record(`下書きの覚書 ${code}`);
  await owner.query("update agreement set publication = 'draft' where id = $1", [draft.id]);
  await owner.query(
    "insert into agreement_proposal (agreement_no, kind, base_version, proposed_by) values ($1, 'publication', 1, 'system')",
    [draft.no],
  );
  return { agreement: published.id, unpublished: withdrawn.id, draft: draft.id };
}

/** One that is published, one that waits for approval. */
async function programmesOf(database: Database, owner: pg.Pool, code: string): Promise<Places> {
  const record = (title: string) =>
    database.write(SYSTEM, async (tx) => {
      const recorded = await recordProgramme(tx, SYSTEM, { owner: code, facts: aProgramme({ title }), reason: null });
      if (!recorded.ok) throw new Error(recorded.problem.code);
      return recorded.value;
    });
  const published = await record(`公開の事業 ${code}`);
  const draft = await record(`下書きの事業 ${code}`);
  await owner.query("delete from programme_facts where programme_no = $1 and side = 'published'", [draft.no]);
  await owner.query(
    "update programme set publication = 'unpublished', published_version = null, published_at = null where no = $1",
    [draft.no],
  );
  await owner.query(
    "update programme_work set state = 'in_review', submitted_by = 'system', submitted_at = now() where programme_no = $1",
    [draft.no],
  );
  return { programme: published.id, programmeDraft: draft.id };
}

/** `body` is a government's code or a name. */
async function recordsOf(database: Database, owner: pg.Pool, body: string): Promise<Places> {
  const found = await owner.query("select id, marks from body where government_code = $1 or name = $1", [body]);
  const { id, marks } = found.rows[0] as { id: string; marks: string[] };
  const held = await owner.query(
    "select id, account_id from role_assignment where body_id = $1 order by role = 'municipal_editor' desc, id limit 1",
    [id],
  );
  const event = await owner.query(
    `insert into audit_event (actor, action, subject_kind, subject_id, marks, outcome)
       values ('system', 'body.changed', 'body', $1, $2, 'done') returning id`,
    [id, marks],
  );
  await owner.query(
    "insert into work_item (kind, subject_id, body_id, title, address) values ('matrix', $1, $1, '仕事', '/today')",
    [id],
  );
  const ref: BodyRef = {
    id,
    name: body,
    unit: null,
    governmentCode: marks.find((mark) => /^\d{5}$/u.test(mark)) ?? null,
  };
  return {
    body: id,
    account: String(held.rows[0].account_id),
    colleague: await colleagueIn(owner, id),
    role: String(held.rows[0].id),
    event: String(event.rows[0].id),
    import: await importOf(database, ref),
  };
}

/** Somebody of the body who asks for nothing here, so that ending the sessions ends none of those who ask. */
async function colleagueIn(owner: pg.Pool, body: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into account (email, display_name) values ($1 || '@example.jp', '試験 同僚') returning id`,
    [body.toLowerCase()],
  );
  const [account] = rows;
  if (account === undefined) throw new Error("no account was stored");
  await owner.query(
    `insert into role_assignment (account_id, body_id, role, valid_from, granted_by)
       select $1, $2, role, '2020-04-01', 'system' from role_assignment where body_id = $2 order by id limit 1`,
    [account.id, body],
  );
  return account.id;
}

/** One draft, to be decided, of a table whose columns are confirmed. */
async function importOf(database: Database, body: BodyRef): Promise<string> {
  const name = `${body.id}.csv`;
  const roles = ["municipal_editor"] as const;
  const worker: Member = { kind: "member", accountId: "U999999", displayName: "", body, roles, otherBodies: [] };
  const imported = await importDocument(database, worker, tableFile([ROWS.school.replace("学校", body.name)], name));
  if (!imported.ok) throw new Error(imported.problem.code);
  const { documentId } = imported.value;
  const document = await database.read(worker, (tx) => findDocument(tx, documentId));
  const mapping = document?.mapping;
  if (mapping == null) throw new Error("a table has columns");
  await changeMapping(database, worker, { documentId, mapping });
  await database.write(worker, (tx) =>
    sql`insert into import_finding (document_id, number, code, severity, at, message, "values")
      values (${documentId}, 77, 'row_skipped', 'info', '{}', '試験', '{}')`.execute(tx),
  );
  return documentId;
}

export function addressIn(path: string, places: Places): string {
  return path.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`${path}: nothing is called ${name}`);
    return value;
  });
}
