import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { addBody, addMember } from "../../../test/support/people.ts";
import { type Actor, type BodyRef, closeWork, type Member, openWork, PUBLIC } from "../../platform/index.ts";
import type { HandoverProvider } from "./handover-provider.ts";
import { handoverRoutes } from "./handover-routes.tsx";

let db: TestDatabase;
let city: BodyRef;
let chief: Member;
let leaving: Member;
let heir: Member;
let stranger: Member;
beforeAll(async () => {
  db = await testDatabase();
  city = await addBody(db.owner, "鹿児島市", "46201");
  chief = await addMember(db.owner, city, "管理 一", "body_administrator");
  leaving = await addMember(db.owner, city, "異動 二", "municipal_editor");
  heir = await addMember(db.owner, city, "後任 三", "municipal_editor");
  stranger = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "北 四", "body_administrator");
  await db.database.write(leaving, (tx) =>
    openWork(tx, {
      ...{ kind: "agreement_returned", subjectId: "A000001", bodyId: city.id, accountId: leaving.accountId },
      ...{ title: "大連市との覚書を直す", address: "/agreements/A000001", dueOn: "2026-12-01" },
    }),
  );
});
afterAll(() => db.drop());

const relations: HandoverProvider = async (_tx, { lang }) => ({
  title: lang === "ja" ? "提携・協定" : "Agreements",
  relations: [
    {
      ...{
        name: "大連市　友好交流に関する覚書",
        href: "/agreements/A000001",
        background: "港のつながりから始まった。",
      },
      promises: [{ text: "次回は当市が受け入れる", madeOn: "2025-10-01", dueOn: "2027-10-31" }],
      nextAnniversary: { years: 20, when: "令和10年11月4日" },
      lastExchanges: [{ when: "令和7年10月1日", title: "覚書の更新" }],
    },
  ],
});
const ask = (actor: Actor, path: string, form?: Record<string, string>) =>
  officeApplication(handoverRoutes({ database: db.database, handoverProviders: [relations] }), actor).request(
    path,
    form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) },
  );
const own = () => `/bodies/${city.id}/handover`;
const both = () => ({ from: leaving.accountId, to: heir.accountId });

test("only who administers the body hands over; the public signs in first", async () => {
  for (const actor of [leaving, stranger, PUBLIC]) {
    expect((await ask(actor, own())).status).toBe(403);
    expect((await ask(actor, own(), both())).status).toBe(403);
    expect((await ask(actor, `${own()}/1/undo`, {})).status).toBe(403);
  }
  expect((await ask(chief, "/bodies/B999999/handover")).status).toBe(404);
});

test("one chooses, sees what moves, hands over, reads what was done, and takes it back", async () => {
  expect(await (await ask(chief, own())).text()).toContain("異動 二（担当の仕事 1件）");
  const preview = await (await ask(chief, `${own()}?${new URLSearchParams(both())}`)).text();
  expect(preview).toContain("異動 二 さんの担当の仕事1件を、後任 三 さんに移します。");
  expect(preview).toContain("大連市との覚書を直す");
  const form = { ...both(), counted: "1", endsRoles: "yes", lastDay: "令和81年3月31日", reason: "異動" };
  const done = await ask(chief, own(), form);
  const address = done.headers.get("location") ?? "";
  expect([done.status, address]).toEqual([303, expect.stringMatching(/handover\/\d+$/u)]);
  const page = await (await ask(chief, address)).text();
  expect([
    page.includes("担当の仕事1件を、後任 三 さんに移しました"),
    page.includes("令和81年3月31日に終わります"),
  ]).toEqual([true, true]);
  expect((await ask(stranger, address)).status).toBe(403);
  expect((await ask(chief, `${address}/undo`, {})).status).toBe(303);
  expect(await (await ask(chief, address)).text()).toContain("引き継ぎを元に戻しました");
  const again = await ask(chief, `${address}/undo`, {});
  expect([again.status, (await again.text()).includes("すでに元に戻されています")]).toEqual([409, true]);
});

test("refusals stand where they can be answered, and nothing typed is lost", async () => {
  const query = async (from: string, to: string) => {
    const answer = await ask(chief, `${own()}?${new URLSearchParams({ from, to })}`);
    return [answer.status, await answer.text()] as const;
  };
  expect(await query("", heir.accountId)).toEqual([422, expect.stringContaining("異動する人を選んでください")]);
  expect(await query(heir.accountId, heir.accountId)).toEqual([422, expect.stringContaining("同じ人が選ばれています")]);
  expect(await query(leaving.accountId, "U999999")).toEqual([
    422,
    expect.stringContaining("後任を、いまこの団体にいる人"),
  ]);
  const day = await ask(chief, own(), {
    ...both(),
    counted: "1",
    endsRoles: "yes",
    lastDay: "3月末",
    reason: "異動です",
  });
  const html = await day.text();
  expect([day.status, html.includes("日付として読めません"), html.includes("異動です")]).toEqual([422, true, true]);
  const changed = await ask(chief, own(), { ...both(), counted: "5" });
  expect([changed.status, (await changed.text()).includes("担当の仕事が変わりました")]).toEqual([409, true]);
});

test("what the successor has finished cannot be taken back", async () => {
  const done = await ask(chief, own(), { ...both(), counted: "1" });
  const address = done.headers.get("location") ?? "";
  await db.database.write(heir, (tx) => closeWork(tx, "agreement_returned", "A000001"));
  const undone = await ask(chief, `${address}/undo`, {});
  expect([undone.status, (await undone.text()).includes("元に戻せません")]).toEqual([409, true]);
});

test("the notes say per relation what a successor must know, with the open work of that relation", async () => {
  await db.database.write(heir, (tx) =>
    openWork(tx, {
      ...{ kind: "agreement_returned", subjectId: "A000001", bodyId: city.id, accountId: heir.accountId },
      ...{ title: "大連市との覚書を直す", address: "/agreements/A000001", dueOn: null },
    }),
  );
  const notes = `/bodies/${city.id}/notes`;
  const html = await (await ask(heir, notes)).text();
  for (const text of [
    "港のつながり",
    "次回は当市が受け入れる",
    "令和10年11月4日に20周年",
    "覚書の更新",
    "担当　後任 三",
  ])
    expect(html).toContain(text);
  expect((await ask(stranger, notes)).status).toBe(403);
  expect((await ask(PUBLIC, notes)).status).toBe(403);
  expect(await (await ask(heir, `/en${notes}`)).text()).toContain("Handover notes");
});
