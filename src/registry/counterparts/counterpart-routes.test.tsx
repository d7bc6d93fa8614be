import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts } from "../../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import {
  type Actor,
  identifyRequest,
  LOCAL_OPERATOR,
  type Member,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
} from "../../platform/index.ts";
import { syncLocalGovernments } from "../local-government-store.ts";
import { recordAgreement } from "../record-agreement.ts";
import { registryRoutes } from "../routes.tsx";

let db: TestDatabase;
let officer: Member;
let city: Member;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  officer = await addMember(db.owner, await addBody(db.owner, "国際化協会"), "国 一", "national_officer");
  city = await addMember(db.owner, await addBody(db.owner, "鹿児島市", "46201"), "市 二", "municipal_editor");
});
afterAll(() => db.drop());

function site(actor: Actor): Hono<RequestEnv> {
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(identifyRequest(), async (c, next) => {
    c.set("actor", actor);
    await next();
  });
  application.route("/", registryRoutes({ database: db.database }));
  return application;
}

async function get(path: string, actor: Actor = officer) {
  const response = await site(actor).request(path);
  return { status: response.status, html: await response.text(), location: response.headers.get("location") };
}

async function post(
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  actor: Actor = officer,
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  }
  const response = await site(actor).request(path, { method: "POST", body });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") };
}

async function recorded(name: string): Promise<string> {
  const facts = agreementFacts({ foreign: [{ name, country: "CN", counterpartId: null }] });
  const outcome = await db.database.write(LOCAL_OPERATOR, (tx) =>
    recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null }),
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return `/counterparts/${outcome.value.foreign[0]!.counterpartId}`;
}

const FORM = { version: "1", name: "新港市", country: "CN", subdivision: "遼寧省", kind: "municipality" };
const NAMES = { otherName: ["旧港市", ""], script: ["japanese", ""], from: ["", ""], until: ["平成16年3月", ""] };

test("the form keeps names by script and period, and shows them to everybody", async () => {
  const own = await recorded("旧港市");
  expect((await get(`${own}/edit`)).html).toContain('value="旧港市"');
  const saved = await post(`${own}/edit`, { ...FORM, ...NAMES, reason: "改称" });
  expect(saved.location).toBe(`${own}?saved=edited`);
  const { html } = await get(own, PUBLIC);
  expect(html).toContain("旧港市（日本語）（～2004-03）");
  expect(html).toContain("市・県・郡など");
  expect(html).not.toContain("この海外側を直す");
  const after = await get(`${own}?saved=edited`);
  expect(after.html).toContain("直した内容を保存しました。");
  expect((await get(`${own}/edit`)).html).toContain("直した「改称」");
});

test("what is refused keeps what was typed", async () => {
  const own = await recorded("北岸市");
  const typed = { ...FORM, name: "北岸の市", ...NAMES };
  const silent = await post(`${own}/edit`, { ...typed, reason: "" });
  expect([silent.status, silent.html.includes('value="北岸の市"')]).toEqual([422, true]);
  expect(silent.html).toContain("理由を入力してください。");
  const unreadable = await post(`${own}/edit`, { ...typed, from: ["むかし", ""], reason: "改称" });
  expect(unreadable.status).toBe(422);
  expect(unreadable.html).toContain("「むかし」は年月日として読み取れません。");
  const stale = await post(`${own}/edit`, { ...typed, version: "9", reason: "改称" });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain("いまの内容");
  expect(stale.html).toContain('value="北岸の市"');
  const taken = await post(`${own}/edit`, { ...typed, name: "新港市", reason: "改称" });
  expect(taken.status).toBe(409);
  expect(taken.html).toContain("同じ名称の海外側があります");
});

test("two are compared and made one, the other's number leads on, and they are separated again", async () => {
  const own = await recorded("東岸市");
  const other = await recorded("東岸特別市");
  const otherId = other.split("/").at(-1)!;
  expect((await get(`${own}/merge?q=東岸特別`)).html).toContain("東岸特別市");
  expect((await get(`${own}/merge?with=${otherId}`)).html).toContain(`まとめられるもの ${otherId}`);
  const asked = { version: "1", with: otherId, withVersion: "1" };
  expect((await post(`${own}/merge`, { ...asked, reason: " " })).status).toBe(422);
  expect((await post(`${own}/merge`, { ...asked, withVersion: "5", reason: "同じ市" })).status).toBe(409);
  expect((await post(`${own}/merge`, { ...asked, reason: "同じ市" })).location).toBe(`${own}?saved=merged`);
  expect(await get(other, PUBLIC)).toMatchObject({ status: 302, location: own });
  expect(await get(`/en${other}`, PUBLIC)).toMatchObject({ status: 302, location: `/en${own}` });
  const { html } = await get(`${own}/edit`);
  const undo = /action="([^"]*\/merges\/\d+\/undo)"/u.exec(html)![1]!;
  expect((await post(undo, { reason: "" })).status).toBe(422);
  expect((await post(undo, { reason: "別の市だった" })).location).toBe(`${own}?saved=undone`);
  expect((await get(other, PUBLIC)).status).toBe(200);
  expect((await post(undo, { reason: "もう一度" })).status).toBe(409);
});

test("is for who edits everybody's agreements", async () => {
  const own = await recorded("西岸市");
  for (const actor of [PUBLIC, city]) {
    for (const path of ["edit", "merge"]) expect((await get(`${own}/${path}`, actor)).status).toBe(403);
    expect((await post(`${own}/edit`, { ...FORM, reason: "改称" }, actor)).status).toBe(403);
  }
  expect((await get("/counterparts/C999999/edit")).status).toBe(404);
});
