import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseWithSample, type TestDatabase } from "../../../../test/support/database.ts";
import { formOf, hiddenIn } from "../../../../test/support/sent-form.ts";
import { LOCAL_OPERATOR, PUBLIC, type RequestEnv, routedPath, splitLanguage } from "../../../platform/index.ts";
import { findAgreement } from "../../agreement-store.ts";
import { listHistory } from "../../history-store.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { registryRoutes } from "../../routes.tsx";

let db: TestDatabase;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await databaseWithSample();
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", c.req.header("x-visitor") === undefined ? LOCAL_OPERATOR : PUBLIC);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", registryRoutes({ database: db.database }));
});
afterAll(() => db.drop());

type Form = Readonly<Record<string, string>>;

async function post(path: string, form: Form): Promise<{ status: number; html: string; location: string }> {
  const response = await app.request(path, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

async function open(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

async function read(id: string): Promise<RecordedAgreement> {
  const found = await db.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, id));
  return found!;
}

const idIn = (location: string) => /A\d+/.exec(location)![0];

const MINIMUM: Form = {
  title: "見本市と大連市の友好交流に関する覚書",
  "japan.0.name": "青森県青森市",
  "foreign.0.name": "中華人民共和国遼寧省大連市",
};

describe("a new agreement", () => {
  test("needs a title and one party on each side", async () => {
    const saved = await post("/agreements/new", MINIMUM);
    expect(saved.status).toBe(303);
    expect(saved.location).toMatch(/^\/agreements\/A\d+\?saved=recorded$/);
    const agreement = await read(idIn(saved.location));
    expect(agreement.japan).toEqual([{ name: "青森県青森市", governmentCode: "02201" }]);
    expect(agreement.foreign).toMatchObject([{ name: "中華人民共和国遼寧省大連市", country: "CN" }]);
    expect(await open(saved.location)).toContain("新しい提携・協定を保存しました。");
  });

  test("takes a code for a local government and the number of a counterpart", async () => {
    const saved = await post("/agreements/new", {
      ...MINIMUM,
      "japan.0.name": "０２２０１２",
      "foreign.0.name": "C000001",
    });
    const agreement = await read(idIn(saved.location));
    expect(agreement.japan).toEqual([{ name: "青森県青森市", governmentCode: "02201" }]);
    expect(agreement.foreign[0]!.counterpartId).toBe("C000001");
  });

  test("says what is missing and keeps what was typed", async () => {
    const refused = await post("/agreements/new", { title: "", "japan.0.name": "青森県青森市", "foreign.0.name": "" });
    expect(refused.status).toBe(422);
    for (const text of [
      "2か所を直してください",
      "名称を入力してください",
      "海外側を一つ以上",
      'value="青森県青森市"',
    ]) {
      expect(refused.html).toContain(text);
    }
  });

  test("takes no control characters and no personal mailbox into the record", async () => {
    const saved = await post("/agreements/new", { ...MINIMUM, title: "題\u0000名\u0007" });
    expect((await read(idIn(saved.location))).title).toBe("題名");
    const refused = await post("/agreements/new", { ...MINIMUM, title: "問い合わせ taro.yamada@city.example.jp" });
    expect(refused.html).toContain("個人のものとみられるメールアドレス");
  });

  test("lets the person choose between local governments of one name", async () => {
    const asked = await post("/agreements/new", { ...MINIMUM, "japan.0.name": "府中市" });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("東京都府中市");
    expect(asked.html).toContain("広島県府中市");
    const chosen = await post("/agreements/new", { ...formOf(asked.html), "japan.0.code": "34208" });
    expect((await read(idIn(chosen.location))).japan).toEqual([{ name: "府中市", governmentCode: "34208" }]);
  });

  test("does not take an unknown town for one, unless the person says it is no local government", async () => {
    const asked = await post("/agreements/new", { ...MINIMUM, "japan.0.name": "青森県青盛市" });
    expect(asked.html).toContain("見つかりませんでした");
    const kept = await post("/agreements/new", { ...formOf(asked.html), "japan.0.code": "none" });
    expect((await read(idIn(kept.location))).japan).toEqual([{ name: "青森県青盛市", governmentCode: null }]);
  });

  test("shows counterparts a name without a country may mean", async () => {
    const asked = await post("/agreements/new", { ...MINIMUM, "foreign.0.name": "大連市" });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("大連市（中華人民共和国）");
    const chosen = /name="foreign\.0\.counterpart" value="(C\d+)"/.exec(asked.html)![1]!;
    const saved = await post("/agreements/new", { ...formOf(asked.html), "foreign.0.counterpart": chosen });
    expect((await read(idIn(saved.location))).foreign[0]).toMatchObject({ country: "CN", counterpartId: chosen });
  });
});

describe("changing an agreement", () => {
  async function newRecord(): Promise<string> {
    return idIn((await post("/agreements/new", MINIMUM)).location);
  }

  test("sending the form back untouched makes no new version, for every record of the sample", async () => {
    for (let no = 1; no <= 149; no += 1) {
      const id = `A${String(no).padStart(6, "0")}`;
      const before = await read(id);
      const saved = await post(`/agreements/${id}/edit`, {
        ...formOf(await open(`/agreements/${id}/edit`)),
        act: "save",
      });
      expect(saved.status, id).toBe(303);
      expect((await read(id)).version, `${id} ${before.title}`).toBe(before.version);
    }
  });

  test("reads dates in 和暦 and in western years, and fields in their order", async () => {
    const id = await newRecord();
    const form = formOf(await open(`/agreements/${id}/edit`));
    const saved = await post(`/agreements/${id}/edit`, {
      ...form,
      "dates.0.asPrinted": "平成24年5月23日",
      "dates.1.asPrinted": "2014年3月",
      "dates.1.role": "renewed",
      "listings.0": "⑧",
      "listings.1": "②",
      departments: "国際課\n総務課",
      reason: "市に確認した",
    });
    expect(saved.status).toBe(303);
    const agreement = await read(id);
    expect(agreement.dates).toMatchObject([
      { date: "2012-05-23", precision: "day", role: "signed" },
      { date: "2014-03", precision: "month", role: "renewed" },
    ]);
    expect(agreement.listings).toEqual(["⑧", "②"]);
    expect(agreement.departments).toEqual(["国際課", "総務課"]);
    const [newest] = await db.database.read(LOCAL_OPERATOR, (tx) => listHistory(tx, id));
    expect(newest).toMatchObject({ action: "edited", reason: "市に確認した", recordedBy: "local-operator" });
    expect(await open(`/agreements/${id}/history`)).toContain("市に確認した");
  });

  test("explains an impossible date in words and keeps everything typed", async () => {
    const id = await newRecord();
    const form = formOf(await open(`/agreements/${id}/edit`));
    const refused = await post(`/agreements/${id}/edit`, {
      ...form,
      "dates.0.asPrinted": "令和6年13月15日",
      background: "経緯",
    });
    expect(refused.status).toBe(422);
    for (const text of ["13月という月はありません。", "令和6年13月15日", ">経緯</textarea>"])
      expect(refused.html).toContain(text);
    const days = await post(`/agreements/${id}/edit`, { ...form, "dates.0.asPrinted": "令和6年2月30日" });
    expect(days.html).toContain("2月30日という日はありません。");
    expect((await read(id)).version).toBe(1);
  });

  test("says at the reason what is wrong with the reason", async () => {
    const id = await newRecord();
    const form = formOf(await open(`/agreements/${id}/edit`));
    const refused = await post(`/agreements/${id}/edit`, { ...form, reason: "taro.yamada@city.example.jp に確認" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="reason-error"');
  });

  test("gives more rows without losing what was typed", async () => {
    const id = await newRecord();
    const form = formOf(await open(`/agreements/${id}/edit`));
    const more = await post(`/agreements/${id}/edit`, { ...form, title: "書きかけ", act: "more.japan" });
    expect(more.status).toBe(200);
    expect(more.html).toContain('value="書きかけ"');
    expect(more.html).toContain('name="japan.4.name"');
    expect((await read(id)).title).toBe(MINIMUM.title);
  });

  test("a second writer sees both versions and loses nothing", async () => {
    const id = await newRecord();
    const mine = { ...formOf(await open(`/agreements/${id}/edit`)), title: "わたしの題", departments: "わたしの課" };
    const theirs = { ...formOf(await open(`/agreements/${id}/edit`)), title: "先の題", phones: "00-0000-0000" };
    expect((await post(`/agreements/${id}/edit`, theirs)).status).toBe(303);
    const stale = await post(`/agreements/${id}/edit`, mine);
    expect(stale.status).toBe(409);
    for (const text of ["先の題", "わたしの題", "わたしの課", "違いは3か所です", "この端末の担当者"])
      expect(stale.html).toContain(text);
    expect((await read(id)).title).toBe("先の題");
    const choices = { "keep.title": "saved", "keep.departments": "mine", "keep.phones": "saved" };
    const sent = { ...choices, ...hiddenIn(stale.html) };
    expect((await post(`/agreements/${id}/edit`, sent)).status).toBe(303);
    expect(await read(id)).toMatchObject({
      title: "先の題",
      departments: ["わたしの課"],
      phones: ["00-0000-0000"],
      version: 3,
    });
  });

  test("earlier versions can be read", async () => {
    const id = await newRecord();
    await post(`/agreements/${id}/edit`, { ...formOf(await open(`/agreements/${id}/edit`)), title: "新しい題" });
    const first = await open(`/agreements/${id}?version=1`);
    expect(first).toContain("第1版の内容を表示しています");
    expect(first).toContain(`<h1 class="proper">${MINIMUM.title}</h1>`);
    expect((await app.request(`/agreements/${id}?version=9`)).status).toBe(404);
  });
});
