import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { hiddenIn } from "../../../../test/support/sent-form.ts";
import {
  type Actor,
  CLI,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../../../platform/index.ts";
import { syncLocalGovernments } from "../../../registry/index.ts";
import { submitProgramme } from "../../decide-programme.ts";
import { enterYear } from "../../enter-years.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { listProgrammeHistory } from "../../programme-history-store.ts";
import { findProgramme } from "../../programme-store.ts";
import { recordProgramme } from "../../record-programme.ts";
import { type RecordedProgramme, withEntry } from "../../recorded-programme.ts";
import { programmeRoutes } from "../../routes.tsx";
import { aCount, aDate, anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";
import { printTsv } from "../tsv.ts";

let db: TestDatabase;
let app: Hono<RequestEnv>;
let visitor: Actor;
let editor: Actor;
let cautious: Actor;
let requests = 0;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  editor = await addMember(db.owner, await addBody(db.owner, "札幌市", "01100"), "佐藤 一", "municipal_editor");
  const city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  cautious = await addMember(db.owner, city, "鈴木 二", "municipal_editor");
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    requests += 1;
    c.set("actor", visitor);
    c.set("requestId", `request-${requests}`);
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.onError((error) => {
    throw error;
  });
  app.route("/", programmeRoutes({ database: db.database }));
});
afterAll(() => db.drop());

let id: string;
beforeEach(async () => {
  visitor = editor;
  id = await recorded({ years: [ENTRY] });
});

const ENTRY = anEntry(2024, {
  status: "planned",
  events: [anEvent({ name: "第9回交流会議", date: aDate("2024年11月22日"), place: "香港", status: "planned" })],
  people: [aCount(3)],
  budget: { plannedYen: 1_500_000, settledYen: null, sources: [{ name: "県費", amountYen: 1_000 }], asPrinted: [] },
  text: "会議を開く。",
});

async function recorded(facts: Partial<ProgrammeFacts>, owner = "01100"): Promise<string> {
  const outcome = await db.database.write(CLI, (tx) =>
    recordProgramme(tx, CLI, { owner, facts: aProgramme({ title: "海外交流事業", ...facts }), reason: null }),
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.id;
}

async function known(of = id): Promise<RecordedProgramme> {
  const found = await db.database.read(CLI, (tx) => findProgramme(tx, of));
  if (found === undefined) throw new Error(of);
  return found;
}

const entryNow = async (of = id) => (await known(of)).facts.years.find(({ fiscalYear }) => fiscalYear === 2024);

async function savedElsewhere(change: Partial<ProgrammeFacts["years"][number]>): Promise<void> {
  const { version, facts } = await known();
  const entry = { ...facts.years[0]!, ...change };
  const entered = { id, expectedVersion: version, entry };
  const outcome = await db.database.write(CLI, (tx) => enterYear(tx, CLI, entered, { reason: null }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
}

type Fields = Readonly<Record<string, string>>;

const PLACE = { owner: "01100", year: "2024", column: "result" };

async function post(path: string, fields: Fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await app.request(path, { method: "POST", body });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

/** A row of the table as a browser sends it, with some of its cells rewritten. */
async function row(cells: Fields, version?: number): Promise<Fields> {
  const { version: now } = await known();
  const own = Object.entries(cells).map(([column, text]) => [`${id}.${column}`, text]);
  return { ...PLACE, row: `${id}:${version ?? now}`, ...Object.fromEntries(own) };
}

const check = async (cells: Fields) => post("/programmes/grid", await row(cells));

const confirm = (html: string, rest: Fields = {}) => {
  const { carried = "" } = hiddenIn(html);
  return post("/programmes/grid/save", { ...PLACE, carried, ...rest });
};

const get = async (query: string) => {
  const response = await app.request(`/programmes/grid?${query}`);
  return { status: response.status, html: await response.text() };
};

test("the table shows a year's programmes cell by cell, for the body and column asked for", async () => {
  const { status, html } = await get("owner=01100&year=2024&column=result");
  expect(status).toBe(200);
  for (const said of ["海外交流事業", "第9回交流会議", "1,500,000", "ブラジル", `name="${id}.sent"`]) {
    expect(html).toContain(said);
  }
  expect((await get("owner=01100&year=2024&column=plan")).html).not.toContain(`name="${id}.settled"`);
  expect((await get("owner=01100&year=2024&column=result&status=held")).html).not.toContain(id);
  expect((await get("owner=01100&year=2024&column=plan&status=not-entered")).html).toContain(`${id}.status`);
});

test("differences are shown first, saved when confirmed, and taken back as one", async () => {
  const shown = await check({
    status: "中止",
    reason: "台風のため",
    planned: "1,200,000円",
    sent: "２",
    received: "3",
  });
  expect(shown.status).toBe(200);
  for (const said of ["中止", "台風のため", "1,500,000", "1,200,000", "派遣（人）"]) expect(shown.html).toContain(said);
  expect(await entryNow()).toEqual(ENTRY);
  const saved = await confirm(shown.html, { reason: "実績の確定" });
  expect(saved.status).toBe(303);
  const entry = await entryNow();
  expect(entry).toMatchObject({ status: "cancelled", reasonAsPrinted: "台風のため", text: "会議を開く。" });
  expect(entry?.budget).toMatchObject({ plannedYen: 1_200_000, sources: [{ name: "県費", amountYen: 1_000 }] });
  expect(entry?.people).toMatchObject([
    { direction: "received", count: 3 },
    { direction: "sent", count: 2 },
  ]);
  expect(entry?.events[0]).toEqual({ ...ENTRY.events[0], status: "cancelled" });
  const [latest] = await db.database.read(CLI, (tx) => listProgrammeHistory(tx, id));
  expect(latest).toMatchObject({ action: "years_entered", reason: "実績の確定" });
  const after = await (await app.request(saved.location)).text();
  expect(after).toContain("1事業を保存しました");
  const { request = "" } = hiddenIn(after);
  const undone = await post("/programmes/grid/undo", { ...PLACE, request });
  expect(undone.status).toBe(303);
  expect(await entryNow()).toEqual(ENTRY);
});

test("what was saved is not taken back once somebody has changed it since, nor what never was", async () => {
  const saved = await confirm((await check({ status: "中止" })).html);
  const request = new URLSearchParams(saved.location.split("?")[1]).get("request") ?? "";
  await savedElsewhere({ text: "ほかの人" });
  expect((await (await app.request(saved.location)).text()).includes('name="request"')).toBe(false);
  const undone = await post("/programmes/grid/undo", { ...PLACE, request });
  expect(undone.status).toBe(409);
  expect(undone.html).toContain("保存のあとで変更されています");
  expect((await entryNow())?.text).toBe("ほかの人");
  expect((await post("/programmes/grid/undo", { ...PLACE, request: "none" })).status).toBe(409);
});

test("a year that was not entered is entered from the table, and taken back to nothing", async () => {
  const other = await recorded({ title: "新しい事業", number: 2, years: [] });
  id = other;
  const shown = await check({
    status: "実施",
    event: "第10回会議",
    date: "11月22日（金）",
    place: "札幌市",
    settled: "5,000",
  });
  expect(shown.status).toBe(200);
  const saved = await confirm(shown.html);
  const entry = await entryNow();
  expect(entry).toMatchObject({ status: "held", budget: { plannedYen: null, settledYen: 5_000 } });
  expect(entry?.events).toMatchObject([{ name: "第10回会議", edition: 10, place: "札幌市", status: "held" }]);
  expect(entry?.events[0]?.date?.date).toBe("2024-11-22");
  const { request = "" } = hiddenIn(await (await app.request(saved.location)).text());
  await post("/programmes/grid/undo", { ...PLACE, request });
  expect(await entryNow()).toBeUndefined();
});

test("cells that are emptied take away the event, the number and the amount, and nothing else", async () => {
  const shown = await check({ event: "", date: "", place: "", received: "", planned: "" });
  expect(shown.status).toBe(200);
  await confirm(shown.html);
  const entry = await entryNow();
  expect(entry).toMatchObject({ status: "planned", events: [], people: [], text: "会議を開く。" });
  expect(entry?.budget).toMatchObject({ plannedYen: null, sources: [{ name: "県費" }] });
});

test.each([
  ["status", "やった", "「やった」という状況はありません。"],
  ["status", "", "空です。"],
  ["sent", "-2", "「-2」は0より小さい数です。"],
  ["received", "二人", "「二人」は読めません。"],
  ["planned", "1.5", "「1.5」は整数ではありません。"],
  ["date", "2024年11月22日（月）", "曜日が日付と合いません"],
  ["event", "", "空です。"],
])("%s 「%s」 is refused at its cell, and what was typed stays", async (column, said, sentence) => {
  const { status, html } = await check({ [column]: said, text: "書き換えた本文" });
  expect(status).toBe(422);
  expect(html).toMatch(/\d+行目・/u);
  expect(html).toContain(sentence);
  expect(html).toContain("書き換えた本文");
  if (said !== "") expect(html).toContain(said);
  expect(await entryNow()).toEqual(ENTRY);
});

test("a result before the programme began is a contradiction, and is not saved", async () => {
  id = await recorded({ title: "これからの事業", startFiscalYear: { asPrinted: "令和8年度", fiscalYear: 2026 } });
  const { status, html } = await check({ status: "実施" });
  expect(status).toBe(422);
  expect(html).toContain("行目・状況");
});

test("a table that says what is recorded has nothing to save", async () => {
  const { status, html } = await check({ status: "計画", planned: "1500000", text: " 会議を開く。 " });
  expect(status).toBe(200);
  expect(html).toContain("違いはありません");
});

test("a row that somebody saved first is shown with both, saved only after another look", async () => {
  const { version } = await known();
  await savedElsewhere({ text: "ほかの人の本文", reasonAsPrinted: "先の理由" });
  const refused = await post(
    "/programmes/grid",
    await row({ text: "わたしの本文", reason: "", place: "深圳" }, version),
  );
  expect(refused.status).toBe(409);
  for (const said of ["わたしの本文", "ほかの人の本文", "深圳", "先にほかの人に保存されています"]) {
    expect(refused.html).toContain(said);
  }
  expect((await entryNow())?.text).toBe("ほかの人の本文");
  const again = await check({ text: "わたしの本文", reason: "先の理由", place: "深圳" });
  expect(again.status).toBe(200);
  await confirm(again.html);
  expect(await entryNow()).toMatchObject({ text: "わたしの本文", reasonAsPrinted: "先の理由" });
});

test("a row that was saved between the look and the saving is not overwritten", async () => {
  const shown = await check({ text: "わたしの本文" });
  await savedElsewhere({ text: "ほかの人の本文" });
  const refused = await confirm(shown.html);
  expect(refused.status).toBe(409);
  expect(refused.html).toContain("わたしの本文");
  expect((await entryNow())?.text).toBe("ほかの人の本文");
});

test("a row nobody changed does not mind what others saved", async () => {
  const { version } = await known();
  await savedElsewhere({ text: "ほかの人の本文" });
  const other = await recorded({ title: "別の事業", number: 3, years: [ENTRY] });
  const form = new FormData();
  const fields = await row({ text: "会議を開く。" }, version);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("row", `${other}:1`);
  form.append(`${other}.status`, "中止");
  const response = await app.request("/programmes/grid", { method: "POST", body: form });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("1事業の2か所を保存します");
});

test("two events of a year only show, with the way to the form, and are not changed by force", async () => {
  const events = [anEvent({ name: "春の会議" }), anEvent({ name: "秋の会議" })];
  id = await recorded({ title: "年2回の事業", number: 4, years: [{ ...ENTRY, events }] });
  const { html } = await get("owner=01100&year=2024&column=result");
  expect(html).toContain("行事がいくつもあります");
  expect(html).toContain(`/programmes/${id}/years/2024/result`);
  expect(html).not.toContain(`name="${id}.event"`);
  const refused = await check({ event: "一つの会議" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("この欄は表では直せません");
  const shown = await check({ status: "中止" });
  await confirm(shown.html);
  expect((await entryNow())?.events).toEqual(events);
});

test("another body's programmes are neither shown nor saved", async () => {
  const foreign = await recorded({ title: "よその事業" }, "46201");
  const answer = await post("/programmes/grid", { ...PLACE, row: `${foreign}:1`, [`${foreign}.status`]: "中止" });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain(`記録 ${foreign} は、この団体の事業にありません`);
  const carried = JSON.stringify([{ id: foreign, version: 1, texts: { status: "中止" } }]);
  expect((await post("/programmes/grid/save", { ...PLACE, carried })).status).toBe(422);
  for (const path of ["/programmes/grid", "/programmes/grid/save", "/programmes/grid/undo"]) {
    expect((await post(path, { ...PLACE, owner: "46201", carried })).status).toBe(403);
  }
  expect((await known(foreign)).version).toBe(1);
});

test("nobody gets in who may not edit programmes", async () => {
  visitor = PUBLIC;
  expect((await app.request("/programmes/grid")).status).not.toBe(200);
  expect((await post("/programmes/grid/save", PLACE)).status).not.toBe(303);
});

test("a field that is none of ours is refused in words", async () => {
  for (const carried of ["{", "[1]", '[{"id":"P1","version":1,"texts":{}}]']) {
    const { status, html } = await post("/programmes/grid", { ...PLACE, carried });
    expect(status).toBe(422);
    expect(html).toContain("送られた表を読めませんでした");
  }
});

test("with a body that asks for approval the change waits on the working side", async () => {
  visitor = cautious;
  const own = { owner: "46201", year: "2024", column: "result" };
  id = await recorded({ title: "市の事業", years: [ENTRY] }, "46201");
  const shown = await post("/programmes/grid", { ...(await row({ status: "実施" })), ...own });
  expect(shown.html).toContain("この団体では承認が必要です");
  await post("/programmes/grid/save", { ...own, carried: hiddenIn(shown.html).carried ?? "" });
  const now = await known();
  expect(now).toMatchObject({ state: "draft", facts: { years: [{ status: "held" }] } });
  expect(now.published?.facts.years[0]?.status).toBe("planned");
  await db.database.write(cautious, (tx) =>
    submitProgramme(tx, cautious, { id, expectedVersion: now.version, message: null }),
  );
  const { html } = await get("owner=46201&year=2024&column=result");
  expect(html).toContain("承認待ち");
  expect(html).not.toContain(`name="${id}.status"`);
  const refused = await post("/programmes/grid", { ...(await row({ status: "中止" })), ...own });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("承認を待っている事業です");
});

test("what looks like personal data is published only with a reason, and nothing typed is lost", async () => {
  const shown = await check({ text: "担当の携帯は090-1234-5678です。" });
  const refused = await confirm(shown.html);
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("090-1234-5678");
  expect((await entryNow())?.text).toBe("会議を開く。");
  expect((await confirm(refused.html, { confirmation: "公表されている番号" })).status).toBe(303);
});

test("a text that no record may hold is refused at its cell", async () => {
  const refused = await check({ text: "連絡は taro.yamada@example.com まで" });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/行目・本文/u);
  expect((await entryNow())?.text).toBe("会議を開く。");
});

test("a block pasted from Excel changes what its headers name, whatever the order of rows", async () => {
  await recorded({ title: "二つ目の事業", number: 9, years: [ENTRY] });
  const paste =
    '事業名\t状況\t本文\t備考\r\n二つ目の事業\t中止\t"台風の\n""影響"""\tx\r\n海外交流事業\t実施\t会議を開いた。\t\r\n';
  const { html: list } = await get("owner=01100&year=2024&column=result");
  const title = list.includes("海外交流事業");
  expect(title).toBe(true);
  const mine = paste.replace("海外交流事業\t", "海外交流事業\t");
  const many = await post("/programmes/grid", { ...PLACE, paste: mine });
  expect(many.status).toBe(422);
  expect(many.html).toContain("当てはまる事業がいくつもあります");
  const exact = mine
    .replace("事業名\t", "記録の番号\t")
    .replace("海外交流事業", id)
    .replace(/二つ目の事業[^\r]*\r\n/u, "");
  const shown = await post("/programmes/grid", { ...PLACE, paste: exact });
  expect(shown.status).toBe(200);
  expect(shown.html).toContain("見出し「備考」は、この表にない");
  await confirm(shown.html);
  expect(await entryNow()).toMatchObject({ status: "held", text: "会議を開いた。" });
});

test.each([
  ["状況\t本文\r\n実施\tx", "見出しがありません"],
  ["番号\t状況\r\n999\t実施", "2行目の「999」は、この団体の事業にありません"],
  ["番号\t状況\t状況\r\n1\t実施\t中止", "見出し「状況」が2つあります"],
  ["事業名\t状況\r\n\t実施", "番号も事業名もありません"],
])("a block that cannot be understood is named and stays to be corrected", async (paste, sentence) => {
  const { status, html } = await post("/programmes/grid", { ...PLACE, paste });
  expect(status).toBe(422);
  expect(html).toContain(sentence);
  expect(html).toContain('name="paste"');
});

test("the text of the table, copied and pasted back, changes nothing", async () => {
  const { html } = await get("owner=01100&year=2024&column=result");
  const text = /<textarea [^>]*name="copy"[^>]*>([\s\S]*?)<\/textarea>/u.exec(html)?.[1] ?? "";
  const paste = text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
  expect(paste).toContain("記録の番号\t番号\t事業名\t状況");
  const { html: answer } = await post("/programmes/grid", { ...PLACE, paste });
  expect(answer).toContain("違いはありません");
});

test("the page reads in English, and takes the English words of a status", async () => {
  const shown = await post("/en/programmes/grid", await row({ status: "Cancelled" }));
  expect(shown.html).toContain("will be saved");
  await confirm(shown.html);
  expect((await entryNow())?.status).toBe("cancelled");
});

test("a thousand pasted rows are checked and saved in one transaction; one more is told, and nothing saved", async () => {
  const owner = "01202";
  visitor = await addMember(db.owner, await addBody(db.owner, "函館市", owner), "高橋 三", "municipal_editor");
  await db.database.write(CLI, async (tx) => {
    for (let number = 1; number <= 1_001; number += 1) {
      const facts = withEntry(aProgramme({ number, title: `事業${number}` }), ENTRY, number % 2 === 0 ? ENTRY : null);
      await recordProgramme(tx, CLI, { owner, facts, reason: null });
    }
  });
  const place = { owner, year: "2024", column: "result" };
  const table = (rows: number) =>
    printTsv([
      ["番号", "状況", "理由", "行事名", "日付", "派遣（人）", "決算額（円）"],
      ...Array.from({ length: rows }, (_, at) => [
        ...[String(at + 1), "中止", `理由${at + 1}`, "会議", "１１月２２日", "１２", "1,234,567"],
      ]),
    ]);
  const tooMany = await post("/programmes/grid", { ...place, paste: table(1_001) });
  expect(tooMany.status).toBe(422);
  expect(tooMany.html).toContain("1001事業に変更があります");
  const wrong = table(1_000)
    .replace("777\t中止", "777\tやめた")
    .replace("理由888\t会議\t１１月２２日", "理由888\t会議\t１３月２２日");
  const refused = await post("/programmes/grid", { ...place, paste: wrong });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("「やめた」という状況はありません");
  expect(refused.html).toContain("「１３月２２日」は読めません");
  expect(refused.html).toContain("理由1000");
  const shown = await post("/programmes/grid", { ...place, paste: table(1_000) });
  expect(shown.status).toBe(200);
  expect(shown.html).toContain("1,000事業");
  const saved = await post("/programmes/grid/save", { ...place, carried: hiddenIn(shown.html).carried ?? "" });
  expect(saved.status).toBe(303);
  expect(saved.location).toContain("done=saved-1000");
  const { rows } = await db.owner.query<{ requests: number; saved: number }>(
    `select count(distinct v.request_id)::int as requests, count(*)::int as saved from programme_version v
     join programme p on p.no = v.programme_no where p.owner = $1 and v.action = 'years_entered'`,
    [owner],
  );
  expect(rows).toEqual([{ requests: 1, saved: 1_000 }]);
}, 240_000);
