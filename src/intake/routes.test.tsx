import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import {
  type Actor,
  identifyRequest,
  LOCAL_OPERATOR,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
} from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import { intakeRoutes } from "./routes.tsx";
import { ROWS, tableFile } from "./testing/table-file.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => test.drop());

function site(actor: Actor = LOCAL_OPERATOR): Hono<RequestEnv> {
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(identifyRequest(), async (c, next) => {
    c.set("actor", actor);
    await next();
  });
  application.route("/", intakeRoutes({ database: test.database }));
  return application;
}

async function get(path: string, actor?: Actor): Promise<{ status: number; html: string }> {
  const response = await site(actor).request(path);
  return { status: response.status, html: await response.text() };
}

async function post(path: string, fields: Record<string, string | string[] | File>, actor?: Actor): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  return site(actor).request(path, { method: "POST", body });
}

function fileOf(rows: readonly string[], name = "kyotei.csv"): File {
  return new File([tableFile(rows).bytes as Uint8Array<ArrayBuffer>], name);
}

let serial = 0;
const own = (row: string) => {
  serial += 1;
  return row.replace(/(学校交流|文化協力|スポーツ交流覚)/u, `画面${serial}の$1`);
};

/** Uploads a table and confirms its columns. @returns the address of the document. */
async function uploaded(...rows: string[]): Promise<string> {
  const response = await post("/imports/new", { file: fileOf(rows), layout: "auto" });
  expect(response.status).toBe(303);
  const address = response.headers.get("location")!.split("?")[0]!;
  const { html } = await get(`${address}/mapping`);
  const roles = [...html.matchAll(/name="(role\.0\.\d+)"[^>]*>(.*?)<\/select>/gsu)].map(([, name, options]) => [
    name!,
    /value="([^"]*)" selected/u.exec(options!)?.[1] ?? "",
  ]);
  expect(roles.map(([, role]) => role)).toEqual(["field", "title", "japan", "foreign", "signed", "background"]);
  const confirmed = await post(`${address}/mapping`, {
    "headerRow.0": "1",
    "shownRow.0": "1",
    ...Object.fromEntries(roles),
  });
  expect(confirmed.headers.get("location")).toBe(`${address}?done=mapped`);
  return address;
}

describe("the public", () => {
  it.each(["/imports", "/imports/new", "/imports/I000001", "/imports/I000001/drafts/1", "/en/imports"])(
    "may not open %s",
    async (path) => {
      const { status, html } = await get(path, PUBLIC);
      expect(status).toBe(403);
      expect(html).toContain(path.startsWith("/en") ? "may not" : "権限がありません");
    },
  );

  it("may not upload", async () => {
    const response = await post("/imports/new", { file: fileOf([own(ROWS.school)]) }, PUBLIC);
    expect(response.status).toBe(403);
  });
});

describe("uploading", () => {
  it("says so when there is nothing yet, in both languages", async () => {
    const empty = await get("/imports");
    expect(empty).toMatchObject({ status: 200 });
    expect(empty.html).toContain("まだ取り込んだ文書がありません。");
    expect((await get("/en/imports")).html).toContain("Nothing has been imported yet.");
  });

  it("asks for a file when none was chosen", async () => {
    const response = await post("/imports/new", { layout: "auto" });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("ファイルを選んでください。");
  });

  it.each([
    [
      "a file that is no document",
      new File([Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3])], "a.bin"),
      422,
      "読み込めません",
    ],
    ["an empty file", new File([], "a.txt"), 422, "文字がありません"],
    ["a text no layout knows", new File(["今日は晴れ。\n"], "a.txt"), 422, "様式が分かりません"],
    ["a file over 20 MB", new File([new Uint8Array(21 * 1024 * 1024)], "a.txt"), 413, "大きすぎます"],
  ])("refuses %s with a sentence", async (_what, file, status, words) => {
    const response = await post("/imports/new", { file, layout: "auto" });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(words);
  });

  it("leads to the document, and to the same one when the bytes come again", async () => {
    const rows = [own(ROWS.school), ROWS.conflict];
    const address = await uploaded(...rows);
    const again = await post("/imports/new", { file: fileOf(rows, "別名.csv"), layout: "auto" });
    expect(again.headers.get("location")).toBe(`${address}?done=known`);
    const { html } = await get(`${address}?done=known`);
    expect(html).toContain("すでに取り込んであります");
    expect(html).toContain("別名.csv");
    expect(html).toContain("元号の年と西暦の年が合いません");
    expect((await get("/imports")).html).toContain("kyotei.csv");
  });
});

describe("reviewing a draft", () => {
  it("shows one finding with its line marked, the record, and settles with a reason", async () => {
    const address = await uploaded(ROWS.noTitle, own(ROWS.school));
    const draft = await get(`${address}/drafts/1`);
    expect(draft.status).toBe(200);
    expect(draft.html.match(/class="finding err now"/gu)).toHaveLength(1);
    expect(draft.html).toContain("先に決めてください");
    expect((await post(`${address}/findings/1/settle`, { reason: "" })).status).toBe(422);
    const blocked = await post(`${address}/drafts/1/accept`, { version: "1" });
    expect(blocked.status).toBe(409);
    const settled = await post(`${address}/findings/1/settle`, { reason: "原本で確かめた" });
    expect(settled.headers.get("location")).toBe(`${address}/drafts/1?done=settled`);
    expect((await get(`${address}/drafts/1`)).html).toContain("原本で確かめた");
    const invalid = await post(`${address}/drafts/1/accept`, { version: "1" });
    expect(invalid.status).toBe(422);
    expect(await invalid.text()).toContain("提携・協定の名称を入力してください。");
  });

  it("refuses a personal-looking address in a reason and does not echo it", async () => {
    const address = await uploaded(own(ROWS.conflict));
    const response = await post(`${address}/findings/1/settle`, { reason: "taro.yamada@city.example.jp に確認" });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain("taro.yamada");
  });

  it("accepts, goes on to the next draft, and tells a second person what was decided", async () => {
    const address = await uploaded(own(ROWS.school), own(ROWS.culture));
    const accepted = await post(`${address}/drafts/1/accept`, { version: "1" });
    expect(accepted.status).toBe(303);
    expect(accepted.headers.get("location")).toMatch(
      new RegExp(`^${address}/drafts/2\\?done=accepted&agreement=A\\d+$`),
    );
    const second = await post(`${address}/drafts/1/accept`, { version: "1" });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("先に処理されています");
    const reopened = await post(`${address}/drafts/1/reopen`, { version: "2", reason: "取り違え" });
    expect(reopened.headers.get("location")).toBe(`${address}/drafts/1?done=reopened`);
  });

  it("keeps what was typed when the form is refused, and shows both versions when someone was first", async () => {
    const address = await uploaded(own(ROWS.culture));
    const { html } = await get(`${address}/drafts/1/edit`);
    expect(html).toContain("大田広域市");
    const typed = {
      version: "1",
      title: "直した協定名",
      main: "②",
      further: ["③"],
      japan: "北海道札幌市",
      foreignName: ["大韓民国大田広域市"],
      foreignCountry: ["韓国"],
      datePrinted: ["平成22年10月22日"],
      dateRead: ["平成22年13月22日"],
      dateRole: ["signed"],
      background: "",
      activities: "",
      outcomes: "",
      urls: "",
      departments: "",
      phones: "",
    };
    const refused = await post(`${address}/drafts/1/edit`, typed);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("直した協定名");
    expect(page).toContain("平成22年13月22日");
    const good = { ...typed, dateRead: ["2010年10月22日"] };
    expect((await post(`${address}/drafts/1/edit`, good)).status).toBe(303);
    const late = await post(`${address}/drafts/1/edit`, { ...good, title: "もう一人の協定名" });
    expect(late.status).toBe(409);
    const both = await late.text();
    expect(both).toContain("直した協定名");
    expect(both).toContain("もう一人の協定名");
  });

  it("puts the difference before accepting when a record looks the same, so that nothing is recorded twice", async () => {
    const row = own(ROWS.school);
    const first = await uploaded(row);
    const plain = await get(`${first}/drafts/1`);
    expect(plain.html).toContain("この内容で確定する");
    await post(`${first}/drafts/1/accept`, { version: "1" });
    const second = await uploaded(`${row}（同じ協定）`);
    const { html } = await get(`${second}/drafts/1`);
    expect(html).toContain("同じとみられる記録 A");
    expect(html).not.toContain("この内容で確定する");
    expect((await post(`${second}/drafts/1/accept`, { version: "1" })).status).toBe(409);
    expect((await post(`${second}/drafts/1/accept`, { version: "1", another: "yes" })).status).toBe(303);
  });

  it("offers a similar record, shows the differences and links", async () => {
    const row = own(ROWS.school);
    const first = await uploaded(row);
    const accepted = await post(`${first}/drafts/1/accept`, { version: "1" });
    const id = /agreement=(A\d+)/u.exec(accepted.headers.get("location")!)![1]!;
    const second = await uploaded(`${row}（続き）`);
    const { html } = await get(`${second}/drafts/1`);
    expect(html).toContain(`${second}/drafts/1/link?agreement=${id}`);
    const difference = await get(`${second}/drafts/1/link?agreement=${id}`);
    expect(difference.html).toContain("経緯");
    expect((await get(`${second}/drafts/1/link?agreement=A999999`)).status).toBe(404);
    const link = { version: "1", agreement: id, agreementVersion: "1", take: ["background"] };
    expect((await post(`${second}/drafts/1/link`, { ...link, agreementVersion: "9" })).status).toBe(409);
    const linked = await post(`${second}/drafts/1/link`, link);
    expect(linked.headers.get("location")).toBe(`${second}?done=linked&agreement=${id}`);
  });

  it("skips with a reason and accepts the rest in one go", async () => {
    const address = await uploaded(own(ROWS.school), own(ROWS.culture), own(ROWS.conflict));
    expect((await post(`${address}/drafts/1/skip`, { version: "1", reason: "" })).status).toBe(422);
    expect((await post(`${address}/drafts/1/skip`, { version: "1", reason: "対象外" })).status).toBe(303);
    const bulk = await post(`${address}/accept-all`, {});
    expect(bulk.headers.get("location")).toBe(
      `${address}?done=bulk&accepted=1&linked=0&left=1&untouched=0&open_findings=1`,
    );
    expect((await get(`${address}?filter=skipped`)).html).toContain("とばした");
  });
});

describe("the columns of a table", () => {
  it("can be changed before the review, saved under a name, and applied", async () => {
    const response = await post("/imports/new", { file: fileOf([own(ROWS.culture)]), layout: "table" });
    const address = response.headers.get("location")!.split("?")[0]!;
    expect((await get(address)).html).toContain("列の対応を確認してください");
    const form = { "headerRow.0": "1", "shownRow.0": "1", "role.0.1": "title", "role.0.2": "japan" };
    expect((await post(`${address}/mapping`, form)).status).toBe(422);
    const whole = { ...form, "role.0.3": "foreign", "role.0.4": "signed", saveAs: "県の様式" };
    expect((await post(`${address}/mapping`, whole)).status).toBe(303);
    expect((await get(`${address}/mapping?apply=${encodeURIComponent("県の様式")}`)).html).toContain("県の様式");
    const draft = await get(`${address}/drafts/1`);
    expect(draft.html).toContain("分野が分かりません");
  });
});

it.each(["/imports/I999999", "/imports/I999999/drafts/1", "/imports/nothing", "/imports/I000001/drafts/999"])(
  "answers 404 for %s",
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);
