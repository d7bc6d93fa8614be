import { describe, expect, test } from "vitest";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { formOf, hiddenIn } from "../../../../test/support/sent-form.ts";
import { type Actor, PUBLIC } from "../../../platform/index.ts";
import { aDate, anEntry, anEvent } from "../../testing/programme-facts.ts";
import { programmeSite } from "../../testing/programme-site.ts";

let editor: Actor;
let approver: Actor;
const { visitAs, request, send, opened, recorded, factsOf } = programmeSite(async ({ owner }) => {
  const city = await addBody(owner, "鹿児島市", "46201");
  await owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(owner, city, "佐藤 一", "municipal_editor");
  approver = await addMember(owner, city, "鈴木 二", "municipal_approver");
});

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

  test("who changes a year that somebody else took away is told so, and may write it again", async () => {
    const own = await recorded([anEntry(2023, { text: "はじめ" })]);
    const path = `${own}/years/2023/result`;
    const form = formOf(await opened(path));
    await send(path, { version: "1", act: "removed", reason: "重複していた" });
    const late = await send(path, { ...form, text: "後の人" });
    expect([late.status, late.html.includes("ほかの人が消しています")]).toEqual([409, true]);
    expect((await factsOf(own)).years).toEqual([]);
    await send(path, { ...hiddenIn(late.html), act: "save" });
    expect((await factsOf(own)).years).toMatchObject([{ text: "後の人" }]);
  });

  test("two who change different years of one programme both keep what they wrote", async () => {
    const own = await recorded();
    const [first, second] = [`${own}/years/2023/result`, `${own}/years/2024/plan`];
    const [one, other] = [formOf(await opened(first)), formOf(await opened(second))];
    await send(first, { ...one, text: "実績" });
    expect((await send(second, { ...other, text: "計画" })).status).toBe(303);
    expect((await factsOf(own)).years.map(({ text }) => text)).toEqual(["実績", "計画"]);
  });

  test("is refused to the public", async () => {
    const own = await recorded();
    visitAs(PUBLIC);
    expect((await send(`${own}/years/2023/result`, { status: "held" })).status).toBe(403);
    expect((await request(`${own}/years`)).status).toBe(200);
  });
});

test("where approval is asked for, plan and result wait until another person approves", async () => {
  visitAs(editor);
  const { location } = await send("/programmes/new", { title: "市の交流", owner: "鹿児島市", start: "令和5年度" });
  const own = location.split("?")[0]!;
  await send(`${own}/years/2024/plan`, { status: "planned", version: "1", opened: "1" });
  expect(await opened(own)).toContain("承認を頼む");
  await send(`${own}/submit`, { version: "2", text: "お願いします" });
  expect((await request(`${own}/years/2024/plan`)).status).toBe(303);
  expect((await send(`${own}/review/approve`, { version: "3" })).status).toBe(403);
  visitAs(approver);
  expect(await opened(`${own}/review`)).toContain("お願いします");
  expect((await send(`${own}/review/return`, { version: "3", reason: "" })).html).toContain("理由を入力してください");
  await send(`${own}/review/return`, { version: "3", reason: "日程を入れてください" });
  visitAs(editor);
  expect(await opened(own)).toContain("日程を入れてください");
  await send(`${own}/submit`, { version: "4", text: "" });
  visitAs(approver);
  expect((await send(`${own}/review/approve`, { version: "5", note: "" })).location).toContain("saved=approved");
  visitAs(PUBLIC);
  const html = await opened(own);
  expect(html).toContain("市の交流");
  expect(html).not.toContain("佐藤");
});
