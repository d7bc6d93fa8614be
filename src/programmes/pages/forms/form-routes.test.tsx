import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { formOf } from "../../../../test/support/sent-form.ts";
import {
  type Actor,
  CLI,
  LOCAL_OPERATOR,
  PUBLIC,
  type RequestEnv,
  routedPath,
  SYSTEM,
  splitLanguage,
} from "../../../platform/index.ts";
import { syncLocalGovernments } from "../../../registry/index.ts";
import { findProgramme } from "../../programme-store.ts";
import type { YearEntry } from "../../programme-year.ts";
import { recordProgramme } from "../../record-programme.ts";
import { programmeRoutes } from "../../routes.tsx";
import { aDate, aFigure, anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";

let db: TestDatabase;
let editor: Actor;
let approver: Actor;
let visitor: Actor = LOCAL_OPERATOR;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  const city = await addBody(db.owner, "鹿児島市", "46201");
  await db.owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(db.owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(db.owner, city, "鈴木 二", "municipal_approver");
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", visitor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", programmeRoutes({ database: db.database }));
});
beforeEach(() => {
  visitor = LOCAL_OPERATOR;
});
afterAll(() => db.drop());

type Form = Readonly<Record<string, string>>;

async function send(path: string, form: Form) {
  const response = await app.request(path, { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

async function opened(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

async function recorded(years: readonly YearEntry[] = [], owner = "46000"): Promise<string> {
  const facts = aProgramme({ years });
  const outcome = await db.database.write(CLI, (tx) => recordProgramme(tx, CLI, { owner, facts, reason: null }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return `/programmes/${outcome.value.id}`;
}

async function factsOf(address: string) {
  const found = await db.database.read(CLI, (tx) => findProgramme(tx, address.slice("/programmes/".length)));
  if (found === undefined) throw new Error(`${address} is not there`);
  return found.facts;
}

const meeting = anEvent({ date: aDate("2024年11月22日"), place: "香港", status: "planned" });

describe("a new programme", () => {
  test("needs a title, whose it is and since when", async () => {
    const sent = await send("/programmes/new", { title: "国際会議", owner: "鹿児島県", start: "令和2年度" });
    expect(sent.location).toMatch(/^\/programmes\/P\d+\?saved=recorded$/u);
    const facts = await factsOf(sent.location.split("?")[0]!);
    expect(facts).toMatchObject({ title: "国際会議", startFiscalYear: { asPrinted: "令和2年度", fiscalYear: 2020 } });
  });

  test("says at the field what is wrong and keeps what was typed", async () => {
    const sent = await send("/programmes/new", { title: "", owner: "ない町", start: "いつか", overview: "消えない文" });
    expect(sent.status).toBe(422);
    for (const said of ["事業名を入力してください", "「ない町」という団体", "「いつか」から年度を", "消えない文"]) {
      expect(sent.html).toContain(said);
    }
  });
});

describe("entering a year", () => {
  test("what the form opens with is saved back unchanged", async () => {
    const entry = anEntry(2024, { column: "plan", status: "planned", events: [meeting] });
    const own = await recorded([entry]);
    const form = formOf(await opened(`${own}/years/2024/plan`));
    expect((await send(`${own}/years/2024/plan`, { ...form, act: "save" })).status).toBe(303);
    expect((await factsOf(own)).years).toEqual([entry]);
  });

  test("a result begins from the plan and asks what became of it", async () => {
    const own = await recorded([anEntry(2024, { column: "plan", status: "planned", events: [meeting] })]);
    const form = formOf(await opened(`${own}/years/2024/result?from=plan`));
    expect(form).toMatchObject({ status: "", "events.0.place": "香港" });
    expect((await send(`${own}/years/2024/result`, form)).html).toContain("状態を選んでください");
    await send(`${own}/years/2024/result`, { ...form, status: "held", "events.0.status": "held" });
    const result = (await factsOf(own)).years.find(({ column }) => column === "result");
    expect(result).toMatchObject({ status: "held", events: [{ name: meeting.name, place: "香港", status: "held" }] });
  });

  test("a month without a year belongs to the fiscal year, January to its end", async () => {
    const own = await recorded();
    const rows = {
      ...{ "events.0.name": "訪問団", "events.0.date": "7月10日～14日", "events.0.base": "" },
      ...{ "events.1.name": "協議会", "events.1.date": "1月", "events.1.base": "" },
    };
    await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1", ...rows });
    const [entry] = (await factsOf(own)).years;
    expect(entry?.events.map(({ date }) => [date?.from, date?.to])).toEqual([
      ["2023-07-10", "2023-07-14"],
      ["2024-01-01", "2024-01-31"],
    ]);
  });

  test("a weekday that contradicts its date is asked about before it is saved", async () => {
    const own = await recorded();
    const event = { "events.0.name": "訪問団", "events.0.date": "7月10日（日）", "events.0.base": "" };
    const form = { status: "held", version: "1", opened: "1", ...event };
    const asked = await send(`${own}/years/2023/result`, form);
    expect([asked.status, asked.html.includes("月曜日ですが、日曜日とあります")]).toEqual([422, true]);
    expect((await factsOf(own)).years).toEqual([]);
    const { sure } = /name="sure" value="(?<sure>[^"]*)"/u.exec(asked.html)!.groups!;
    const another = { ...form, sure: sure!, "events.1.name": "協議会", "events.1.date": "7月11日（日）" };
    expect((await send(`${own}/years/2023/result`, another)).status).toBe(422);
    expect((await send(`${own}/years/2023/result`, { ...form, sure: sure! })).status).toBe(303);
  });

  test.each([
    ["negative people", { "people.0.direction": "received", "people.0.count": "-3" }, "0より小さい数"],
    ["no direction", { "people.0.label": "研修員", "people.0.count": "3" }, "派遣か受入かを選んでください"],
    ["a word for a number", { "quantities.0.label": "会員", "quantities.0.value": "多数" }, "「多数」は数として"],
    ["two dates in a row", { "events.0.name": "会", "events.0.date": "7月1日、8月2日" }, "日付がいくつもあります"],
    ["an amount", { planned: "三百万" }, "「三百万」は金額として"],
  ])("refuses %s at its field", async (_name, form, said) => {
    const own = await recorded();
    const sent = await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1", ...form });
    expect([sent.status, sent.html.includes(said)]).toEqual([422, true]);
  });

  test("an inner count larger than its total is refused at its field", async () => {
    const own = await recorded();
    const rows = {
      ...{ "quantities.0.label": "利用者", "quantities.0.value": "100", "quantities.1.label": "うち外国人" },
      ...{ "quantities.1.value": "200", "quantities.0.key": "1", "quantities.1.subsetOf": "n1" },
    };
    const sent = await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1", ...rows });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('<a href="#quantities.1.value">');
    expect(sent.html).toContain("内数が、もとの数より大きくなっています（うち外国人 200 &gt; 利用者 100）");
  });

  test("adds a row without a script and loses nothing", async () => {
    const own = await recorded();
    const typed = { status: "held", version: "1", opened: "1", "events.0.name": "会", act: "add:events" };
    const sent = await send(`${own}/years/2023/result`, typed);
    expect(sent.html).toContain('value="会"');
    expect(sent.html).toContain('name="events.2.name"');
  });

  test("two who change one year see both and choose", async () => {
    const own = await recorded([anEntry(2023, { text: "はじめ" })]);
    const form = formOf(await opened(`${own}/years/2023/result`));
    await send(`${own}/years/2023/result`, { ...form, text: "先の人" });
    const late = await send(`${own}/years/2023/result`, { ...form, text: "後の人", reasonAsPrinted: "理由" });
    expect(late.status).toBe(409);
    expect(late.html).toContain("<mark>先</mark>の人");
    const again = { ...form, version: "2", text: "後の人", reasonAsPrinted: "理由", "keep.text": "saved" };
    expect((await send(`${own}/years/2023/result`, again)).status).toBe(303);
    expect((await factsOf(own)).years[0]).toMatchObject({ text: "先の人", reasonAsPrinted: "理由" });
  });

  test("is refused to the public", async () => {
    const own = await recorded();
    visitor = PUBLIC;
    expect((await send(`${own}/years/2023/result`, { status: "held" })).status).toBe(403);
    expect((await app.request(`${own}/years`)).status).toBe(200);
  });
});

/** 令和5年度 with one post, one item with an event, and a total with a part. */
const rich = anEntry(2023, {
  items: [
    { mark: "(1)", level: 1, label: "会議", status: "held", reasonAsPrinted: null, text: "", post: null },
    {
      ...{ mark: "・", level: 1, label: "中国籍CIR", status: "reappointed", reasonAsPrinted: null, text: "" },
      post: {
        ...{ title: "CIR", nationality: "中国", country: "CN", status: "reappointed", yearOfService: 2 },
        ...{ since: null, reasonAsPrinted: null },
      },
    },
  ],
  events: [anEvent({ item: "会議" })],
  quantities: [aFigure("利用者", 11_349), aFigure("利用者（外国人）", 1_983, { subsetOf: "利用者" })],
});

describe("the parts of a year", () => {
  const plan = (own: string) => `${own}/years/2023/plan_including_results`;

  test("the column with plan and result is a column of its own", async () => {
    const own = await recorded([anEntry(2023, { column: "plan_including_results", status: "planned_or_held" })]);
    const html = await opened(plan(own));
    expect(html).toContain("計画（実績を含む）");
    await send(plan(own), { ...formOf(html), reasonAsPrinted: "台風" });
    expect((await factsOf(own)).years).toMatchObject([{ column: "plan_including_results", reasonAsPrinted: "台風" }]);
  });

  test("an item that is renamed keeps its events and its figures", async () => {
    const own = await recorded([rich]);
    const form = formOf(await opened(`${own}/years/2023/result`));
    await send(`${own}/years/2023/result`, { ...form, "items.0.label": "交流会議", "quantities.0.label": "来館者" });
    const [year] = (await factsOf(own)).years;
    expect(year?.events).toMatchObject([{ item: "交流会議" }]);
    expect(year?.quantities[1]).toMatchObject({ label: "利用者（外国人）", subsetOf: "来館者" });
  });

  test("a row that others belong to is not taken away from under them", async () => {
    const own = await recorded([rich]);
    const form = formOf(await opened(`${own}/years/2023/result`));
    const sent = await send(`${own}/years/2023/result`, {
      ...form,
      ...{ "items.0.remove": "yes", "quantities.0.remove": "yes" },
    });
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('<a href="#events.0.item">');
    expect(sent.html).toContain('<a href="#quantities.1.subsetOf">');
    expect((await factsOf(own)).years).toEqual([rich]);
    await send(`${own}/years/2023/result`, { ...form, "events.0.remove": "yes", "items.0.remove": "yes" });
    expect((await factsOf(own)).years).toMatchObject([{ events: [], items: [{ label: "中国籍CIR" }] }]);
  });

  test("a year of service that jumps is asked about at its field", async () => {
    const own = await recorded([rich]);
    const post = {
      ...{ "posts.0.title": "CIR", "posts.0.nationality": "中国", "posts.0.status": "reappointed" },
      ...{ "posts.0.yearOfService": "4年目", "posts.0.base": "" },
    };
    const form = { status: "held", version: "1", opened: "1", ...post };
    const asked = await send(`${own}/years/2024/result`, form);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('<a href="#posts.0.yearOfService">中国の任用が、2年目から4年目にとんでいます。');
    expect(asked.html).toContain("確かめてください。中国の任用が");
    await send(`${own}/years/2024/result`, { ...form, "posts.0.yearOfService": "3" });
    const [, year] = (await factsOf(own)).years;
    expect(year?.items).toMatchObject([{ label: "中国籍CIR", post: { country: "CN", yearOfService: 3 } }]);
  });

  test("the year of service of a year before is asked about for what it does to the next", async () => {
    const own = await recorded([rich, { ...rich, fiscalYear: 2024, items: rich.items.map(inThirdYear) }]);
    const form = formOf(await opened(`${own}/years/2023/result`));
    const asked = await send(`${own}/years/2023/result`, { ...form, "posts.0.yearOfService": "1" });
    expect(asked.html).toContain("令和6年度の実績: 中国の任用が、1年目から3年目にとんでいます。");
  });

  test.each([
    [
      "periods that overlap",
      { "events.0.name": "会", "events.0.date": "7月1日～9日", "events.1.name": "会", "events.1.date": "7月5日" },
      "#events.1.date",
      "重なっています",
    ],
    [
      "a date outside of the year",
      { "events.0.name": "会", "events.0.date": "令和8年7月1日" },
      "#events.0.date",
      "この年度の外です",
    ],
    [
      "words for a date",
      { "events.0.name": "会", "events.0.date": "秋ごろ" },
      "#events.0.date",
      "日付を読み取れません",
    ],
    [
      "an edition unlike the name's",
      { "events.0.name": "第9回会議", "events.0.edition": "8" },
      "#events.0.edition",
      "第9回とありますが、回数は8です",
    ],
    [
      "an estimate of what took place",
      { "events.0.name": "会", "events.0.estimate": "yes" },
      "#events.0.estimate",
      "見込みのままです",
    ],
  ])("%s is asked about at its field", async (_name, rows, field, said) => {
    const own = await recorded();
    const asked = await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1", ...rows });
    expect([asked.status, asked.html.includes(`href="${field}"`), asked.html.includes(said)]).toEqual([
      422,
      true,
      true,
    ]);
    expect(asked.html).toContain("入力した内容は残っています");
    expect((await factsOf(own)).years).toEqual([]);
  });

  test.each([
    [
      "a day of no calendar",
      { "events.0.name": "会", "events.0.date": "7月32日" },
      "#events.0.date",
      "という日付はありません",
    ],
    [
      "a point in time and a period",
      {
        "quantities.0.label": "会員",
        "quantities.0.value": "3",
        "quantities.0.asOf": "12月末",
        "quantities.0.period": "4月～9月",
      },
      "#quantities.0.period",
      "両方は書けません",
    ],
    [
      "a range that runs backwards",
      { "quantities.0.label": "会員", "quantities.0.value": "20～10" },
      "#quantities.0.value",
      "はじめの数がおわりの数より",
    ],
    [
      "a post without a title",
      { "posts.0.nationality": "中国", "posts.0.status": "new" },
      "#posts.0.title",
      "名前を入力してください",
    ],
    [
      "a country nobody knows",
      { "people.0.direction": "sent", "people.0.count": "2", "people.0.country": "ない国" },
      "#people.0.country",
      "という国・地域は見つかりません",
    ],
    ["a source without an amount", { "sources.0.name": "県費" }, "#sources.0.amount", "金額を入力してください"],
  ])("%s is refused at its field", async (_name, rows, field, said) => {
    const own = await recorded();
    const sent = await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1", ...rows });
    expect([sent.status, sent.html.includes(`href="${field}"`), sent.html.includes(said)]).toEqual([422, true, true]);
    for (const typed of Object.values(rows)) expect(sent.html).toContain(typed);
  });

  test("a result before the start year is asked about, with the way to the start", async () => {
    const own = await recorded();
    const asked = await send(`${own}/years/1985/result`, { status: "held", version: "1", opened: "1" });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain(`<a href="${own}/edit#start">開始年度（1990年度）より前の年度です。</a>`);
  });

  test("約30名 and 12月末 are taken as they say", async () => {
    const own = await recorded();
    const rows = {
      ...{ "quantities.0.label": "会員", "quantities.0.value": "約30名", "quantities.0.asOf": "12月末現在" },
      ...{ "people.0.direction": "received", "people.0.place": "ブラジル", "people.0.count": "３名" },
      ...{ "sources.0.name": "県費", "sources.0.amount": "1,200,000", planned: "1,200千円" },
    };
    await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1", ...rows });
    expect((await factsOf(own)).years).toMatchObject([
      {
        quantities: [{ value: 30, unit: "名", isApproximate: true, asPrinted: "約30名", asOf: { from: "2023-12-31" } }],
        people: [{ label: "受入者", place: "ブラジル", country: "BR", count: 3 }],
        budget: { plannedYen: 1_200_000, sources: [{ name: "県費", amountYen: 1_200_000 }] },
      },
    ]);
  });

  test("is taken away after asking, and nothing else with it", async () => {
    const own = await recorded([rich, anEntry(2024)]);
    const form = formOf(await opened(`${own}/years/2023/result`));
    const asked = await send(`${own}/years/2023/result`, { ...form, act: "remove" });
    expect([asked.status, asked.html.includes("この年度のこの欄だけが消えます")]).toEqual([200, true]);
    expect((await factsOf(own)).years).toHaveLength(2);
    const gone = await send(`${own}/years/2023/result`, { version: "1", reason: "入力まちがい", act: "removed" });
    expect(gone.location).toBe(`${own}?saved=removed`);
    expect((await factsOf(own)).years).toEqual([anEntry(2024)]);
    const late = await send(`${own}/years/2024/result`, { version: "1", reason: "", act: "removed" });
    expect([late.status, (await factsOf(own)).years.length]).toEqual([409, 1]);
  });

  test("says quietly what print cannot carry of it", async () => {
    const note = "報告書の欄に書き表せない項目";
    // A month's precision with two of its days: no wording of a date says that.
    const days = { date: "2024-07", from: "2024-07-10", to: "2024-07-12", precision: "month", conflict: null } as const;
    const date = { asPrinted: "夏", ...days };
    const own = await recorded([rich, anEntry(2024, { events: [anEvent({ name: "会議", date })] })]);
    const says = async (year: number) => (await opened(`${own}/years/${year}/result`)).includes(note);
    expect([await says(2024), await says(2025)]).toEqual([true, false]);
  });
});

function inThirdYear(item: YearEntry["items"][number]): YearEntry["items"][number] {
  return item.post === null ? item : { ...item, post: { ...item.post, yearOfService: 3 } };
}

describe("the programme itself", () => {
  test("あゆみ is added in its place in time, changed and taken away", async () => {
    const own = await recorded();
    const first = formOf(await opened(`${own}/edit`));
    const rows = {
      ...{ "relations.0.kind": "signed", "relations.0.date": "平成2年10月", "relations.0.text": "協定を締結" },
      ...{ "relations.1.kind": "first_held", "relations.1.date": "昭和54年", "relations.1.text": "第1回を開催" },
    };
    await send(`${own}/edit`, { ...first, ...rows });
    const { relations } = await factsOf(own);
    expect(relations.map(({ kind, date }) => [kind, date?.precision, date?.from])).toEqual([
      ["first_held", "year", "1979-01-01"],
      ["signed", "month", "1990-10-01"],
    ]);
    const second = formOf(await opened(`${own}/edit`));
    await send(`${own}/edit`, { ...second, "relations.0.remove": "yes", "relations.1.text": "協定書に調印" });
    expect((await factsOf(own)).relations).toMatchObject([{ kind: "signed", text: "協定書に調印" }]);
  });

  test("adds a row without a script and loses nothing, then asks about a date in words", async () => {
    const own = await recorded();
    const form = { ...formOf(await opened(`${own}/edit`)), "relations.0.text": "交流が始まる" };
    const added = await send(`${own}/edit`, { ...form, act: "add:relations" });
    expect(added.html).toContain('value="交流が始まる"');
    expect(added.html).toContain('name="relations.2.text"');
    const asked = await send(`${own}/edit`, {
      ...form,
      ...{ "relations.0.kind": "started", "relations.0.date": "昭和50年代のはじめ" },
    });
    expect([asked.status, asked.html.includes('href="#relations.0.date"')]).toEqual([422, true]);
  });

  test.each([
    ["a partner without a name", { "partners.1.country": "中国" }, "#partners.1.name", "相手の名前を入力してください"],
    [
      "あゆみ without words",
      { "relations.0.kind": "signed", "relations.0.date": "昭和54年" },
      "#relations.0.text",
      "内容を入力してください",
    ],
    ["あゆみ without its kind", { "relations.0.text": "調印" }, "#relations.0.kind", "何があったのかを選んでください"],
    ["an operator's wording without a name", { operatorAsPrinted: "委託" }, "#operator", "運営する団体の名前を"],
  ])("%s is refused at its field", async (_name, typed, field, said) => {
    const own = await recorded();
    const sent = await send(`${own}/edit`, { ...formOf(await opened(`${own}/edit`)), ...typed });
    expect([sent.status, sent.html.includes(`href="${field}"`), sent.html.includes(said)]).toEqual([422, true, true]);
    for (const text of Object.values(typed)) expect(sent.html).toContain(text);
  });

  test("a start after years on record is asked about", async () => {
    const own = await recorded([anEntry(2023)]);
    const sent = await send(`${own}/edit`, { ...formOf(await opened(`${own}/edit`)), start: "令和6年度" });
    expect([sent.status, sent.html.includes("令和5年度の実績: 開始年度（2024年度）より前の年度です。")]).toEqual([
      422,
      true,
    ]);
  });

  test("two who change it see both and choose; a year entered meanwhile stays", async () => {
    const own = await recorded();
    const form = formOf(await opened(`${own}/edit`));
    const typed = { "relations.0.kind": "signed", "relations.0.date": "平成2年", "relations.0.text": "締結" };
    await send(`${own}/years/2023/result`, { status: "held", version: "1", opened: "1" });
    await send(`${own}/edit`, { ...formOf(await opened(`${own}/edit`)), overview: "先の人" });
    const late = await send(`${own}/edit`, { ...form, ...typed, overview: "後の人" });
    expect([late.status, late.html.includes("締結"), late.html.includes("<mark>先</mark>の人")]).toEqual([
      409,
      true,
      true,
    ]);
    await send(`${own}/edit`, { ...form, ...typed, overview: "後の人", version: "3", "keep.overview": "saved" });
    expect(await factsOf(own)).toMatchObject({
      overview: "先の人",
      relations: [{ text: "締結" }],
      years: [{ fiscalYear: 2023 }],
    });
  });
});

test("where approval is asked for, plan and result wait until another person approves", async () => {
  visitor = editor;
  const { location } = await send("/programmes/new", { title: "市の交流", owner: "鹿児島市", start: "令和5年度" });
  const own = location.split("?")[0]!;
  await send(`${own}/years/2024/plan`, { status: "planned", version: "1", opened: "1" });
  expect(await opened(own)).toContain("承認を頼む");
  await send(`${own}/submit`, { version: "2", text: "お願いします" });
  expect((await app.request(`${own}/years/2024/plan`)).status).toBe(303);
  expect((await send(`${own}/review/approve`, { version: "3" })).status).toBe(403);
  visitor = approver;
  expect(await opened(`${own}/review`)).toContain("お願いします");
  expect((await send(`${own}/review/return`, { version: "3", reason: "" })).html).toContain("理由を入力してください");
  await send(`${own}/review/return`, { version: "3", reason: "日程を入れてください" });
  visitor = editor;
  expect(await opened(own)).toContain("日程を入れてください");
  await send(`${own}/submit`, { version: "4", text: "" });
  visitor = approver;
  expect((await send(`${own}/review/approve`, { version: "5", note: "" })).location).toContain("saved=approved");
  visitor = PUBLIC;
  const html = await opened(own);
  expect(html).toContain("市の交流");
  expect(html).not.toContain("佐藤");
});
