import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { formOf, hiddenIn } from "../../test/support/sent-form.ts";
import {
  type Actor,
  identifyRequest,
  LOCAL_OPERATOR,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
} from "../platform/index.ts";
import { findAgreement, syncLocalGovernments } from "../registry/index.ts";
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
      new RegExp(`^${address}/drafts/2\\?done=accepted&agreement=A\\d+&act=[0-9a-f]{10}$`),
    );
    const second = await post(`${address}/drafts/1/accept`, { version: "1" });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain("先に処理されています");
    const reopened = await post(`${address}/drafts/1/reopen`, { version: "2", reason: "取り違え" });
    expect(reopened.headers.get("location")).toBe(`${address}/drafts/1?done=reopened`);
  });

  it("shows the source and the findings beside the form, and takes nothing but a pending draft", async () => {
    const address = await uploaded(own(ROWS.conflict));
    const { html } = await get(`${address}/drafts/1/edit`);
    for (const text of ["もとの文章", "元号の年と西暦の年が合いません", "直した内容で確定する", 'form="draft-form"'])
      expect(html).toContain(text);
    expect(html).not.toContain('name="sources.');
    expect((await get(`/en${address}/drafts/1/edit`)).html).toContain("Accept my version");
    await post(`${address}/drafts/1/skip`, { version: "1", reason: "対象外" });
    expect((await get(`${address}/drafts/1/edit`)).status).toBe(303);
  });

  it("takes a corrected draft: another party, a wrong date in words, nothing lost, and a record of those facts", async () => {
    const address = await uploaded(own(ROWS.culture));
    const edit = `${address}/drafts/1/edit`;
    const typed = { ...formOf((await get(edit)).html), title: "直した協定名", background: "一行目\n二行目" };
    const more = await post(edit, { ...typed, act: "more.japan" });
    expect(more.status).toBe(200);
    const rows = formOf(await more.text());
    expect(rows).toMatchObject({ title: "直した協定名", background: "一行目\n二行目", "japan.4.name": "" });

    const wrong = {
      ...rows,
      "japan.4.name": "北海道小樽市",
      "dates.1.asPrinted": "平成22年13月22日",
      "listings.1": "③",
    };
    const refused = await post(edit, { ...wrong, act: "save" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("1か所を直してください");
    expect(page).toContain("13月という月はありません。");
    const kept = formOf(page);
    const filled = Object.entries(wrong).filter(([name, text]) => text !== "" && name !== "act");
    expect(kept).toMatchObject(Object.fromEntries(filled));

    const saved = await post(edit, { ...kept, "dates.1.read": "2010年12月", "dates.1.role": "renewed", act: "save" });
    expect(saved.status).toBe(303);
    const id = /agreement=(A\d+)/u.exec(saved.headers.get("location")!)![1]!;
    const record = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, id));
    expect(record).toMatchObject({
      title: "直した協定名",
      background: "一行目\n二行目",
      japan: [{ governmentCode: expect.any(String) }, { name: "北海道小樽市", governmentCode: "01203" }],
      dates: [
        { role: "signed" },
        { asPrinted: "平成22年13月22日", date: "2010-12", precision: "month", role: "renewed" },
      ],
      sources: [{ title: "kyotei.csv" }],
    });
    expect(record!.listings.at(-1)).toBe("③");
  });

  it("keeps how a date was read when the row is left as it was", async () => {
    const address = await uploaded(own(ROWS.conflict));
    const typed = formOf((await get(`${address}/drafts/1/edit`)).html);
    expect(typed["dates.0.read"]).toMatch(/^\d{4}年/u);
    const saved = await post(`${address}/drafts/1/edit`, { ...typed, departments: "国際課" });
    const id = /agreement=(A\d+)/u.exec(saved.headers.get("location")!)![1]!;
    const record = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, id));
    expect(record!.dates[0]!.conflict).not.toBeNull();
    expect(record).toMatchObject({ departments: ["国際課"], dates: [{ asPrinted: typed["dates.0.asPrinted"] }] });
  });

  it("asks which of two local governments a name means before it accepts", async () => {
    const address = await uploaded(own(ROWS.school).replace(/[^,]*(?:市|町|村|県|道|府|都)(?=,)/u, "府中市"));
    const edit = `${address}/drafts/1/edit`;
    const asked = await post(edit, formOf((await get(edit)).html));
    expect(asked.status).toBe(422);
    const html = await asked.text();
    expect(html).toContain("広島県府中市");
    const saved = await post(edit, { ...formOf(html), "japan.0.code": "34208" });
    const id = /agreement=(A\d+)/u.exec(saved.headers.get("location")!)![1]!;
    const record = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, id));
    expect(record!.japan).toEqual([{ name: "府中市", governmentCode: "34208" }]);
  });

  it("loses nothing of the form while a finding still blocks the draft", async () => {
    const address = await uploaded(ROWS.noTitle);
    const edit = `${address}/drafts/1/edit`;
    const typed = { ...formOf((await get(edit)).html), title: "書き足した協定名" };
    const blocked = await post(edit, typed);
    expect(blocked.status).toBe(409);
    const html = await blocked.text();
    expect(html).toContain("先に決めてください");
    expect(formOf(html)["title"]).toBe("書き足した協定名");
    await post(`${address}/findings/1/settle`, { reason: "原本で確かめた" });
    expect((await post(edit, formOf(html))).status).toBe(303);
  });

  it("shows both versions when someone was first, and goes on with what was typed once the draft waits again", async () => {
    const address = await uploaded(own(ROWS.culture));
    const edit = `${address}/drafts/1/edit`;
    const form = formOf((await get(edit)).html);
    expect((await post(edit, { ...form, title: "先の協定名" })).status).toBe(303);
    const mine = { ...form, title: "もう一人の協定名", phones: "00-0000-0000" };
    const late = await post(edit, mine);
    expect(late.status).toBe(409);
    const both = await late.text();
    expect(both).toContain("先の協定名");
    expect(both).toContain("もう一人の協定名");
    expect(both).not.toContain("入力した内容で続ける");

    await post(`${address}/drafts/1/reopen`, { version: "2", reason: "取り違え" });
    const again = await post(edit, mine);
    expect(again.status).toBe(409);
    const page = await again.text();
    expect(page).toContain("入力した内容で続ける");
    const back = await post(edit, { ...hiddenIn(page), act: "continue" });
    expect(back.status).toBe(200);
    const kept = formOf(await back.text());
    expect(kept).toMatchObject({ title: "もう一人の協定名", phones: "00-0000-0000", version: "3" });
    expect((await post(edit, { ...kept, act: "save" })).status).toBe(303);
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

  it("asks before it records a corrected draft that looks the same as a record, and keeps what was typed", async () => {
    const row = own(ROWS.school);
    await post(`${await uploaded(row)}/drafts/1/accept`, { version: "1" });
    const edit = `${await uploaded(`${row}（同じ協定）`)}/drafts/1/edit`;
    const { html } = await get(edit);
    expect(html).toContain("同じとみられる記録 A");
    const typed = { ...formOf(html), departments: "国際課", act: "save" };
    const asked = await post(edit, typed);
    expect(asked.status).toBe(409);
    const page = await asked.text();
    expect(page).toContain("直した内容で、別の協定として確定する");
    const another = await post(edit, { ...formOf(page), act: "another" });
    expect(formOf(page)["departments"]).toBe("国際課");
    expect(another.status).toBe(303);
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
    expect(linked.headers.get("location")).toMatch(
      new RegExp(`^${second}\\?done=linked&agreement=${id}&act=[0-9a-f]{10}$`),
    );
  });

  it("skips with a reason and accepts the rest in one go", async () => {
    const address = await uploaded(own(ROWS.school), own(ROWS.culture), own(ROWS.conflict));
    expect((await post(`${address}/drafts/1/skip`, { version: "1", reason: "" })).status).toBe(422);
    expect((await post(`${address}/drafts/1/skip`, { version: "1", reason: "対象外" })).status).toBe(303);
    const bulk = await post(`${address}/accept-all`, {});
    expect(bulk.headers.get("location")).toMatch(
      new RegExp(`^${address}\\?done=bulk&accepted=1&linked=0&left=1&untouched=0&open_findings=1&act=[0-9a-f]{10}$`),
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

describe("taking an acceptance back", () => {
  const undoIn = (html: string) => /href="([^"]*\/acceptances\/[0-9a-f]{10}\/undo)"/u.exec(html)?.[1];

  it("is offered where it was said that a draft was accepted, and on the page of the document", async () => {
    const address = await uploaded(own(ROWS.school), own(ROWS.culture));
    const accepted = await post(`${address}/drafts/1/accept`, { version: "1" });
    const next = accepted.headers.get("location")!;
    const offered = undoIn((await get(next)).html)!;
    expect(undoIn((await get(address)).html)).toBe(offered);
    const { html } = await get(offered);
    expect(html).toContain("1件を確認待ちに戻します。");
    expect(html).toContain("公開をやめる");
    const id = /agreement=(A\d+)/u.exec(next)![1]!;
    expect(html).toContain(id);
    const undone = await post(offered, { reason: "取り違え" });
    expect(undone.headers.get("location")).toBe(`${address}?done=undone&n=1&left=0`);
    expect((await get(undone.headers.get("location")!)).html).toContain("1件の確定を取り消し、確認待ちに戻しました。");
    const saved = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, id));
    expect(saved?.publication).toBe("withdrawn");
    expect(undoIn((await get(address)).html)).toBeUndefined();
    expect((await get(address)).html).toContain("確定を取り消した");
    const again = await post(offered, { reason: "取り違え" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("取り消せる確定はありません。");
  });

  it("asks for the reason and says what is wrong with it", async () => {
    const address = await uploaded(own(ROWS.school));
    await post(`${address}/accept-all`, {});
    const offered = undoIn((await get(address)).html)!;
    const silent = await post(offered, { reason: " " });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain("理由を入力してください。");
    const mailbox = await post(offered, { reason: "taro.yamada@example.jp に聞いた" });
    expect(mailbox.status).toBe(422);
    expect(await mailbox.text()).not.toContain("taro.yamada");
  });

  it("is nothing for the public, and nothing where there is no such acceptance", async () => {
    const address = await uploaded(own(ROWS.school));
    const path = `${address}/acceptances/0123456789/undo`;
    expect((await get(path, PUBLIC)).status).toBe(403);
    expect((await post(path, { reason: "x" }, PUBLIC)).status).toBe(403);
    expect((await get(path)).status).toBe(409);
    expect((await get("/imports/I999999/acceptances/0123456789/undo")).status).toBe(404);
  });

  it("keeps what was typed, shows it, and can be taken back to what was read", async () => {
    const address = await uploaded(own(ROWS.school));
    const { html: form } = await get(`${address}/drafts/1/edit`);
    const typed = { ...formOf(form), background: "補った経緯", act: "accept" };
    const accepted = await post(`${address}/drafts/1/edit`, typed);
    expect(accepted.headers.get("location")).toContain("done=accepted");
    await post(undoIn((await get(address)).html)!, { reason: "出典を確かめる" });
    const { html } = await get(`${address}/drafts/1`);
    expect(html).toContain("前に確定したときの直し");
    expect(html).toContain("補った経緯");
    const back = await post(`${address}/drafts/1/restore`, hiddenIn(html));
    expect(back.headers.get("location")).toBe(`${address}/drafts/1?done=restored`);
    expect((await get(`${address}/drafts/1`)).html).not.toContain("補った経緯");
  });
});

describe("findings that say the same thing", () => {
  const unknown = (row: string) => own(row).replace("②,", "⑳宇宙交流,");

  it("are one group that opens to its places, and are settled with one reason, each by name", async () => {
    const address = await uploaded(unknown(ROWS.culture), unknown(ROWS.culture), own(ROWS.conflict));
    expect((await get(address)).html).toContain(`href="${address}/findings"`);
    const { html } = await get(`${address}/findings`);
    expect(html).toContain("この2か所をまとめて決定する");
    expect(html).toContain(`${address}/drafts/2`);
    expect(html).not.toContain(`${address}/drafts/3`);
    const numbers = [...html.matchAll(/name="number" value="(\d+)"/gu)].map(([, number]) => number!);
    const silent = await post(`${address}/findings`, { number: numbers, reason: "" });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain("理由を入力してください。");
    const settled = await post(`${address}/findings`, { number: numbers, reason: "分野は空けておく" });
    expect(settled.headers.get("location")).toBe(`${address}/findings?settled=2`);
    expect((await get(`${address}/findings?settled=2`)).html).toContain("2か所の確認事項を決定しました。");
    for (const draft of [1, 2]) expect((await get(`${address}/drafts/${draft}`)).html).toContain("分野は空けておく");
    expect((await post(`${address}/findings/${numbers[1]}/unsettle`, {})).status).toBe(303);
    const { rows } = await test.owner.query(
      `select finding_number, action, acted_by from import_event where document_id = $1 and finding_number is not null
        order by id`,
      [address.split("/").at(-1)],
    );
    expect(rows).toMatchObject([
      { finding_number: Number(numbers[0]), action: "settled", acted_by: "local-operator" },
      { finding_number: Number(numbers[1]), action: "settled", acted_by: "local-operator" },
      { finding_number: Number(numbers[1]), action: "unsettled" },
    ]);
  });

  it("are not settled together with others", async () => {
    const address = await uploaded(unknown(ROWS.culture), own(ROWS.conflict));
    const refused = await post(`${address}/findings`, { number: ["1", "2"], reason: "まとめて" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("同じ内容の確認事項だけを、まとめて決められます。");
    expect((await post(`${address}/findings`, { number: ["1", "99"], reason: "まとめて" })).status).toBe(404);
    expect((await get(`${address}/findings`, PUBLIC)).status).toBe(403);
  });
});

describe("records a report speaks of again", () => {
  it("are linked together: chosen beforehand where the key facts agree, differences side by side", async () => {
    const [school, culture] = [own(ROWS.school), own(ROWS.culture)];
    await post(`${await uploaded(school, culture)}/accept-all`, {});
    const address = await uploaded(
      `${school}。続いている`,
      culture.replace("2010年10月22日", "2010年11月3日"),
      culture,
    );
    expect((await get(address)).html).toContain(`href="${address}/look-alikes"`);
    const { html } = await get(`${address}/look-alikes`);
    const boxes = [...html.matchAll(/<input type="checkbox" name="pair" value="([^"]+)"( checked)?/gu)];
    expect(boxes.map(([, value, isChosen]) => [value!.split(":")[0], isChosen !== undefined])).toEqual([
      ["1", true],
      ["3", true],
    ]);
    expect(html).toContain("違うところ1件（提携に至った経緯）を見る");
    expect(html).toContain("学校どうしの交流から始まった。続いている");
    const silent = await post(`${address}/look-alikes`, {});
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain("一つも選んでいません。");
    const pair = boxes.map(([, value]) => value!);
    const stale = await post(`${address}/look-alikes`, { pair: [pair[0]!.replace(/:\d+$/u, ":9"), pair[1]!] });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("先に変更されています");
    const linked = await post(`${address}/look-alikes`, { pair });
    expect(linked.headers.get("location")).toMatch(new RegExp(`^${address}\\?done=paired&n=2&act=[0-9a-f]{10}$`));
    const after = (await get(linked.headers.get("location")!)).html;
    expect(after).toContain("2件を、すでにある記録に結びつけました。");
    expect(after).toContain("すでにある記録に結びつけた2件");
    expect(after).toContain("この確定を取り消す");
    expect((await get(`${address}/look-alikes`, PUBLIC)).status).toBe(403);
  });
});
