import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseWithSample, type TestDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { type Actor, type Member, PUBLIC, type RequestEnv, routedPath } from "../../../platform/index.ts";
import { registryRoutes } from "../../routes.tsx";

let db: TestDatabase;
let editor: Member;
let approver: Member;
let stranger: Member;
let researcher: Member;
beforeAll(async () => {
  db = await databaseWithSample();
  const city = await addBody(db.owner, "静岡県", "22000");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  stranger = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 三", "municipal_editor");
  researcher = await addMember(db.owner, await addBody(db.owner, "大学"), "学 四", "researcher");
});
afterAll(() => db.drop());

async function ask(actor: Actor, path: string, form?: Record<string, string>): Promise<Response> {
  const app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", actor);
    c.set("requestId", "test");
    c.set("lang", path.startsWith("/en/") ? "en" : "ja");
    await next();
  });
  app.route("/", registryRoutes({ database: db.database }));
  return app.request(path, form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) });
}
const text = async (actor: Actor, path: string) => (await ask(actor, path)).text();
const fieldOf = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

async function newDraft(own: Record<string, string> = {}): Promise<string> {
  const form = { title: "新しい覚書", "japan.0.name": "静岡県", "foreign.0.name": "中華人民共和国浙江省", ...own };
  const response = await ask(editor, "/agreements/new", form);
  const [path, query] = (response.headers.get("location") ?? "").split("?");
  expect([response.status, query]).toEqual([303, "saved=draft"]);
  return path!;
}
async function sent(path: string): Promise<string> {
  const version = fieldOf(await text(editor, `${path}/approval`), "version");
  const response = await ask(editor, `${path}/approval`, { version, message: "7月の訪問までにお願いします" });
  expect(response.headers.get("location")).toBe(`${path}?saved=asked`);
  return path;
}
const looked = async (actor: Actor, path: string) => {
  const html = await text(actor, `${path}/review`);
  return { proposal: fieldOf(html, "proposal"), version: fieldOf(html, "version") };
};

test("a draft goes from its editor to the approver to the public", async () => {
  const path = await newDraft();
  expect((await ask(PUBLIC, path)).status).toBe(404);
  const draft = await text(editor, path);
  expect(draft).toContain("下書きです");
  expect(draft).toContain(`<a href="${path}/approval" class="btn main">承認を依頼する`);
  await sent(path);
  expect(await text(approver, path)).toContain(`<a href="${path}/review" class="btn main">内容を確かめて決める`);
  const review = await text(approver, `${path}/review`);
  for (const part of ["佐藤 一が依頼", "7月の訪問までにお願いします", "承認して公開する", "差し戻す"]) {
    expect(review).toContain(part);
  }
  const approved = await ask(approver, `${path}/review/approve`, { ...(await looked(approver, path)), note: "" });
  expect(approved.headers.get("location")).toBe(`${path}?saved=approved`);
  expect((await ask(PUBLIC, path)).status).toBe(200);
  const history = await text(editor, `${path}/history`);
  for (const part of ["承認して公開、第3版", "鈴木 二", "公開の承認を依頼、第2版", "承認の依頼"])
    expect(history).toContain(part);
  const known = await text(PUBLIC, `${path}/history`);
  expect(known).not.toContain("公開の承認を依頼");
  expect(known).not.toContain("鈴木 二");
});

test("a returned draft says why, and is sent again", async () => {
  const path = await sent(await newDraft());
  const form = await looked(approver, path);
  const missing = await ask(approver, `${path}/review/return`, { ...form, reason: "" });
  expect([missing.status, (await missing.text()).includes("理由を入力してください")]).toEqual([422, true]);
  const returned = await ask(approver, `${path}/review/return`, { ...form, reason: "締結日がありません" });
  expect(returned.headers.get("location")).toBe(`${path}?saved=returned`);
  const page = await text(editor, path);
  expect(page).toContain("差し戻されています");
  expect(page).toContain("締結日がありません");
  expect(page).toContain("承認を依頼し直す");
  expect(await text(editor, "/agreements/drafts?state=returned")).toContain(`href="${path}"`);
  await sent(path);
});

describe("nobody else", () => {
  let path: string;
  beforeAll(async () => {
    path = await sent(await newDraft());
  });
  test("learns that a draft exists", async () => {
    for (const actor of [stranger, researcher, PUBLIC]) expect((await ask(actor, path)).status).toBe(404);
    for (const page of ["review", "approval", "edit", "history", "withdraw"]) {
      expect([page, (await ask(stranger, `${path}/${page}`)).status]).toEqual([page, 404]);
    }
    expect((await ask(stranger, `${path}/review/approve`, { proposal: "1", version: "2" })).status).toBe(404);
    expect(await text(stranger, "/agreements/drafts")).not.toContain(path);
  });
  test("decides: neither who asked nor who only edits", async () => {
    const form = await looked(editor, path);
    expect(await text(editor, `${path}/review`)).toContain("自分の依頼は、自分では承認できません");
    expect((await ask(editor, `${path}/review/approve`, form)).status).toBe(403);
    expect((await ask(editor, `${path}/publish`, { ...form, reason: "" })).status).toBe(403);
  });
  test("edits while it waits", async () => {
    expect((await ask(editor, `${path}/edit`)).headers.get("location")).toBe(path);
  });
});

test("a record of another local government is read and not changed", async () => {
  const path = "/agreements/A000001";
  const page = await text(stranger, path);
  expect(page).not.toContain('aria-label="この記録の編集"');
  for (const act of ["edit", "withdraw", "merge", "approval"]) {
    expect([act, (await ask(stranger, `${path}/${act}`)).status]).toEqual([act, 403]);
  }
  expect((await ask(stranger, `${path}/withdraw`, { version: "1", reason: "x" })).status).toBe(403);
});

test("a new record needs a local government of one's own, said at the field", async () => {
  const form = { title: "覚書", "japan.0.name": "札幌市", "foreign.0.name": "大韓民国大田広域市" };
  const response = await ask(editor, "/agreements/new", form);
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain("担当する自治体が日本側に入っていません");
  expect(html).toContain('href="#japan.0.name"');
});

describe("a change of a public record", () => {
  let path: string;
  let shown: string;
  beforeAll(async () => {
    path = await sent(await newDraft({ title: "もとの題名" }));
    await ask(approver, `${path}/review/approve`, await looked(approver, path));
    shown = await text(editor, `${path}/edit`);
  });
  const changed = (title: string, more: Record<string, string> = {}) => ({
    ...{ title, "japan.0.name": "静岡県", "japan.0.code": "22000", "japan.0.was": "静岡県" },
    ...{ "foreign.0.name": "中華人民共和国浙江省", "foreign.0.country": "中国" },
    ...{ version: fieldOf(shown, "version"), opened: fieldOf(shown, "opened"), reason: "確認した", ...more },
  });

  test("is sent, compared, returned, corrected and approved, while the public reads the old one", async () => {
    expect(shown).toContain("変更を提案する");
    const proposed = await ask(editor, `${path}/edit`, changed("直した題名", { message: "文書のとおり" }));
    expect(proposed.headers.get("location")).toBe(`${path}?saved=proposed`);
    expect(await text(PUBLIC, path)).toContain("もとの題名");
    expect(await text(editor, "/agreements/drafts?state=waiting")).toContain(`href="${path}/review"`);
    const review = await text(approver, `${path}/review`);
    expect(review).toContain("変更される項目（1）");
    expect(review).toContain("<mark>直した</mark>題名");
    await ask(approver, `${path}/review/return`, { ...(await looked(approver, path)), reason: "題名が違います" });
    expect(await text(editor, path)).toContain("直して出し直す");
    const again = await text(editor, `${path}/edit`);
    for (const part of ['value="直した題名"', "題名が違います"]) expect(again).toContain(part);
    const proposal = fieldOf(again, "proposal");
    await ask(editor, `${path}/edit`, changed("正しい題名", { proposal }));
    const done = await ask(approver, `${path}/review/approve`, await looked(approver, path));
    expect(done.headers.get("location")).toBe(`${path}?saved=approved`);
    expect(await text(PUBLIC, path)).toContain("正しい題名");
  });

  test("without a difference is not sent", async () => {
    shown = await text(editor, `${path}/edit`);
    const response = await ask(editor, `${path}/edit`, changed("正しい題名"));
    expect([response.status, (await response.text()).includes("変わったところがありません")]).toEqual([422, true]);
  });
});

test("personal data is shown with its place, and approved only with a reason", async () => {
  const path = await newDraft();
  const edit = await text(editor, `${path}/edit`);
  const form = {
    ...{ title: "新しい覚書", "japan.0.name": "静岡県", "foreign.0.name": "中華人民共和国浙江省" },
    ...{ version: fieldOf(edit, "version"), opened: fieldOf(edit, "opened") },
    activities: "参加した高校生の山田太郎さんが発表した。",
  };
  expect((await ask(editor, `${path}/edit`, form)).headers.get("location")).toBe(`${path}?saved=edited`);
  const found = "取組の内容：若い参加者の名前とみられるもの「山田太郎さん」";
  expect(await text(editor, path)).toContain(found);
  await sent(path);
  const seen = await looked(approver, path);
  const refused = await ask(approver, `${path}/review/approve`, seen);
  expect([refused.status, (await refused.text()).includes("公開してよい理由を入力するか")]).toEqual([422, true]);
  const confirmed = await ask(approver, `${path}/review/approve`, { ...seen, confirmation: "保護者の同意がある" });
  expect(confirmed.status).toBe(303);
});

test("records in work speak English too, and are for those who may read them", async () => {
  expect(await text(editor, "/en/agreements/drafts")).toContain("Records in work");
  expect((await ask(researcher, "/agreements/drafts")).status).toBe(403);
  expect((await ask(editor, "/agreements/withdrawn")).headers.get("location")).toBe(
    "/agreements/drafts?state=withdrawn",
  );
});
