import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { wordsOf } from "../../../test/support/words-of.ts";
import { type Actor, type Member, PUBLIC, recordAudit } from "../../platform/index.ts";
import type { AuditCriteria } from "./audit-criteria.ts";
import type { AuditRecords } from "./audit-records.ts";
import { auditRoutes } from "./audit-routes.tsx";
import { findCandidates } from "./audit-store.ts";

let db: TestDatabase;
let approver: Member;
let editor: Member;
let stranger: Member;
let system: Member;
beforeAll(async () => {
  db = await testDatabase();
  const city = await addBody(db.owner, "鹿児島市", "46201");
  approver = await addMember(db.owner, city, "架橋 花子", "municipal_approver");
  editor = await addMember(db.owner, city, "架橋 太郎", "municipal_editor");
  const sapporo = await addBody(db.owner, "札幌市", "01100");
  stranger = await addMember(db.owner, sapporo, "札幌 次郎", "municipal_approver");
  system = await addMember(db.owner, await addBody(db.owner, "全国の機関"), "全国 三郎", "system_administrator");
  await act(editor, "agreement.edited", { title: "友好の覚書" }, { title: "友好交流の覚書" }, "題名の誤り");
  await act(editor, "body.changed", { asksApproval: false, unit: null }, { asksApproval: true, unit: "国際課" }, null);
  for (let n = 0; n < 60; n += 1) await act(stranger, "import.imported", undefined, undefined, null);
});
afterAll(() => db.drop());

function act(
  actor: Member,
  action: string,
  before: object | undefined,
  after: object | undefined,
  reason: string | null,
) {
  const kind = action.slice(0, action.indexOf("."));
  const id = kind === "body" ? actor.body.id : kind === "agreement" ? "A000001" : "I000001";
  const marks = ["*", actor.body.governmentCode ?? actor.body.id];
  const entry = { action, subject: { kind, id }, marks, before, after, reason };
  return db.database.write(actor, (tx) => recordAudit(tx, entry), { requestId: "r7" });
}

/** Stands for the registry. */
const invented: AuditRecords = {
  kind: "agreement",
  describe: async (_tx, ids) => new Map(ids.map((id) => [id, { title: "友好交流の覚書", href: `/agreements/${id}` }])),
  changes: (before, after) => [{ fact: "協定名", before: String(before.title), after: String(after.title) }],
  addressOn: (id, day) => `/agreements/${id}?on=${day}`,
};

async function get(path: string, actor: Actor): Promise<{ status: number; html: string }> {
  const routes = auditRoutes({ database: db.database, records: [invented] });
  const response = await officeApplication(routes, actor).request(path);
  return { status: response.status, html: await response.text() };
}

const rows = (html: string) => html.match(/<th scope="row"/g)?.length ?? 0;
const eventIn = (html: string) => /href="(\/audit\/\d+)"/.exec(html)?.[1] ?? "";

describe("the audit", () => {
  test("is asked to sign in for, and refused to those who may not read it", async () => {
    expect((await get("/audit", PUBLIC)).status).toBe(403);
    for (const path of ["/audit", "/audit.csv", "/audit/1", `/audit/roles?body=${editor.body.id}`])
      expect((await get(path, editor)).status, path).toBe(403);
  });

  test("says who did what to which record and why", async () => {
    const { html } = await get("/audit", approver);
    expect(rows(html)).toBe(2);
    expect(html).toContain("鹿児島市の架橋 太郎さん");
    expect(html).toContain("提携・協定「友好交流の覚書」を直しました。");
    expect(html).toContain("理由：題名の誤り");
    expect(html).toContain("団体「鹿児島市」の設定を変えました。");
  });

  test("of another body is read by nobody but who covers all", async () => {
    expect((await get("/audit", stranger)).html).not.toContain("架橋 太郎");
    const { html } = await get(`/audit?actor=${editor.accountId}`, system);
    expect(rows(html)).toBe(2);
    const own = eventIn((await get("/audit", approver)).html);
    expect((await get(own, approver)).status).toBe(200);
    expect((await get(own, stranger)).status).toBe(404);
  });

  test("is paged by key, forwards and back, without losing or repeating an event", async () => {
    const first = await get("/audit", stranger);
    expect(rows(first.html)).toBe(50);
    const next = /href="(\/audit\?after=\d+)"/.exec(first.html)?.[1] ?? "";
    const second = await get(next, stranger);
    expect(rows(second.html)).toBe(10);
    const back = /href="(\/audit\?before=\d+)"/.exec(second.html)?.[1] ?? "";
    expect(rows((await get(back, stranger)).html)).toBe(50);
    expect((await get(back, stranger)).html).not.toContain('href="/audit?before=');
  });

  test.each([
    ["group=agreements", 1],
    ["group=bodies", 1],
    ["outcome=refused", 0],
    ["subject=agreement:A000001", 1],
    ["request=r7", 2],
    ["from=令和2年&to=2020-12-31", 0],
    ["from=2020-01-01", 2],
    ["group=nonsense&outcome=x&subject=%00&actor=%27", 2],
  ])("is filtered: %s", async (query, count) => {
    expect(rows((await get(`/audit?${query}`, approver)).html)).toBe(count);
  });

  test("says which day it could not read, and shows the rest", async () => {
    const { html } = await get("/audit?from=13月", approver);
    expect(html).toContain("日付として読めませんでした");
    expect(html).toContain('value="13月"');
    expect(rows(html)).toBe(2);
  });

  test("offers a way out when nothing is found", async () => {
    expect((await get("/audit?outcome=failed", approver)).html).toContain("条件をすべて外す");
  });

  test("reads in English", async () => {
    const { html } = await get("/en/audit", approver);
    expect(wordsOf(html)).toContain("Changed the agreement “友好交流の覚書”.");
    expect(html).toMatch(/href="\/en\/audit\/\d+"/);
  });
});

describe("the page of an event", () => {
  test("shows what changed in the words of the record's slice, and the record of that day", async () => {
    const list = await get("/audit?group=agreements", approver);
    const { html } = await get(eventIn(list.html), approver);
    expect(html).toContain("鹿児島市の架橋 太郎さんが、提携・協定「友好交流の覚書」を直しました。");
    expect(html).toContain("友好の覚書");
    expect(html).toMatch(/href="\/agreements\/A000001\?on=\d{4}-\d{2}-\d{2}"/);
  });

  test("says settings of a body in words", async () => {
    const list = await get("/audit?group=bodies", approver);
    const { html } = await get(eventIn(list.html), approver);
    expect(html).toContain("公開の前の承認");
    expect(html).toContain("国際課");
    expect(html).toContain("記載なし");
  });
});

describe("roles on a day", () => {
  test("are those whose time covers the day, with their people's names", async () => {
    const now = await get(`/audit/roles?body=${approver.body.id}&on=令和6年4月1日`, approver);
    expect(now.html).toContain("架橋 花子");
    expect(now.html).toContain("自治体の承認担当");
    const before = await get(`/audit/roles?body=${approver.body.id}&on=2019-03-31`, approver);
    expect(before.html).toContain("この日に役割のある人の記録はありません。");
  });

  test("come with the settings of that day, later changes taken back", async () => {
    await db.owner.query("update body set asks_approval = true, unit = '国際課' where id = $1", [approver.body.id]);
    const then = await get(`/audit/roles?body=${approver.body.id}&on=2024-04-01`, approver);
    expect(then.html).toMatch(/公開の前の承認<\/dt><dd>いいえ/);
    const today = await get(`/audit/roles?body=${approver.body.id}`, approver);
    expect(today.html).toMatch(/公開の前の承認<\/dt><dd>はい/);
  });

  test("of another body are refused, of none not found", async () => {
    expect((await get(`/audit/roles?body=${approver.body.id}`, stranger)).status).toBe(403);
    expect((await get("/audit/roles?body=B999999", stranger)).status).toBe(404);
  });
});

describe("the audit as a file", () => {
  test("has a row for each event and is safe in a spreadsheet", async () => {
    await act(editor, "body.changed", undefined, undefined, "=HYPERLINK(1)");
    const listed = rows((await get("/audit", approver)).html);
    const { html: text } = await get("/audit.csv", approver);
    expect(text.trim().split("\r\n")).toHaveLength(listed + 1);
    expect(text).toContain("'=HYPERLINK(1)");
    expect(text).toContain("架橋 太郎");
    expect((await get("/audit.csv?outcome=failed", approver)).html.trim().split("\r\n")).toHaveLength(1);
  });

  test("names people only to those who may read their names", async () => {
    const { body } = system;
    const officer: Member = { ...system, accountId: "U000099", body: { ...body }, roles: ["national_officer"] };
    const marks = ["*", body.id];
    await db.database.write(editor, (tx) => recordAudit(tx, { action: "access.denied", marks, outcome: "refused" }));
    const { html: text } = await get("/audit.csv", officer);
    expect(text).toContain("鹿児島市の担当者");
    expect(text).not.toContain("架橋 太郎");
  });
});

describe("the audit of a small body among many events", () => {
  const candidates = (actor: Member, criteria: AuditCriteria = {}) =>
    db.database.read(actor, (tx) => findCandidates(tx, criteria, actor));

  test("is found by the numbers of its events, and these are the same events", async () => {
    const own = await candidates(approver);
    expect(own?.length).toBeGreaterThan(0);
    const { rows: all } = await db.owner.query<{ id: string }>(
      "select id::text as id from audit_event where '46201' = any(marks) order by id",
    );
    expect([...(own ?? [])].sort()).toEqual(all.map(({ id }) => id).sort());
    expect(await candidates(system, { body: approver.body.id })).toEqual(expect.arrayContaining([...(own ?? [])]));
  });

  test("tells nobody a number of an event that is not theirs to read", async () => {
    expect(await candidates(stranger, { body: approver.body.id })).toEqual([]);
    const { rows } = await db.database.read(editor, (tx) =>
      sql<{ ids: string[] }>`select audit_ids(array['*'], ${approver.body.id}, 100)::text[] as ids`.execute(tx),
    );
    expect(rows).toEqual([{ ids: [] }]);
  });

  test("is searched the other way when there are too many, or when something narrower is asked for", async () => {
    expect(await candidates(system)).toBeNull();
    expect(await candidates(approver, { request: "r7" })).toBeNull();
    await db.owner.query(`insert into audit_event (actor, action, marks, outcome)
      select 'system', 'matrix.seeded', '{*,01100,01}', 'done' from generate_series(1, 5100)`);
    expect(await candidates(stranger)).toBeNull();
    expect((await get("/audit", stranger)).html).toContain("札幌市");
  });
});
