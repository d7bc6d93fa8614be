import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testAccounts } from "../../../test/support/accounts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Accounts, type Member, openMailer } from "../../platform/index.ts";
import { outboxRoutes } from "./outbox-routes.tsx";

let db: TestDatabase;
let accounts: Accounts;
let outbox: string;
let administrator: Member;
let officer: Member;
beforeAll(async () => {
  db = await testDatabase();
  outbox = mkdtempSync(join(tmpdir(), "kakehashi-outbox-"));
  accounts = { ...(await testAccounts(db)).accounts, outbox };
  administrator = await addMember(db.owner, await addBody(db.owner, "全国の機関"), "管理 一", "system_administrator");
  officer = await addMember(db.owner, await addBody(db.owner, "鹿児島市", "46201"), "架橋 花子", "municipal_editor");
});
afterAll(async () => {
  await accounts.close();
  await db.drop();
  rmSync(outbox, { recursive: true, force: true });
});

const ask = (path: string, method = "GET", actor = administrator) =>
  officeApplication(outboxRoutes({ database: db.database, accounts }), actor).request(path, { method });
const emailOf = async (id: string) =>
  (await db.owner.query<{ email: string }>("select email from account where id = $1", [id])).rows[0]?.email ?? "";
const audited = async () =>
  (await db.owner.query("select actor, action, subject_kind, subject_id, marks from audit_event order by id")).rows;

test("the outbox lists envelopes newest first, without a word of the letters, and keeps no copy of the page", async () => {
  const empty = await (await ask("/outbox")).text();
  expect(empty).toContain("メールはまだありません");
  expect(empty).toMatch(/職員を招いたとき.*<a href="\/bodies" class="btn/su);
  const mailer = openMailer({ smtpUrl: null, from: "kakehashi@localhost", outbox });
  await mailer.send({ to: "a@b.example", subject: "先の手紙", text: "一行目\n<b>二行目</b>" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const link = "https://kakehashi.example.jp/sign-in/new-password?token=hemlig123";
  await mailer.send({ to: await emailOf(officer.accountId), subject: "後の手紙", text: `開く\n${link}\n一度だけ` });
  const answer = await ask("/outbox");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const page = await answer.text();
  expect(page.indexOf("後の手紙")).toBeLessThan(page.indexOf("先の手紙"));
  expect(page).not.toMatch(/hemlig123|二行目/);
});

const newest = async () => /href="(\/outbox\/[^"]+)"/.exec(await (await ask("/outbox")).text())?.[1] ?? "";

test("a letter is read without what its link hides, and that needs no event", async () => {
  const page = await (await ask(await newest())).text();
  expect(page).toContain("/sign-in/new-password?token=●");
  expect(page).not.toContain("hemlig123");
  expect(await audited()).toEqual([]);
});

test("showing the link is an act of the audit that the person's own body sees", async () => {
  const answer = await ask(`${await newest()}/links`, "POST");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toContain("hemlig123");
  const { accountId } = officer;
  expect(await audited()).toEqual([
    {
      ...{ actor: administrator.accountId, action: "letter.opened", subject_kind: "account", subject_id: accountId },
      marks: expect.arrayContaining(["46201"]),
    },
  ]);
  expect(JSON.stringify(await audited())).not.toMatch(/hemlig|@/);
});

test("a letter without a link hides nothing, and what looks like markup is text", async () => {
  const list = await (await ask("/outbox")).text();
  const oldest = [...list.matchAll(/href="(\/outbox\/[^"]+)"/g)].at(-1)?.[1] ?? "";
  const page = await (await ask(oldest)).text();
  expect(page).toContain("&lt;b&gt;二行目");
  expect(page).not.toContain("/links");
});

test.each(["/outbox", "/outbox/2026-11-22T00-00-00-000Z-abcdef", "/outbox/..%2F..%2Fetc%2Fpasswd"])(
  "%s is closed to an editor, and a letter that is not there is not found",
  async (path) => {
    expect((await ask(path, "GET", officer)).status).toBe(403);
    if (path !== "/outbox") expect((await ask(path)).status).toBe(404);
  },
);
