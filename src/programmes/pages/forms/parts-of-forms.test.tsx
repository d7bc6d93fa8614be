/** Posts, items, figures, people, money and あゆみ by form: what arrives, what is refused, what is asked about. */
import { describe, expect, test } from "vitest";
import { formOf } from "../../../../test/support/sent-form.ts";
import type { YearEntry } from "../../programme-year.ts";
import { aFigure, anEntry, anEvent } from "../../testing/programme-facts.ts";
import { programmeSite } from "../../testing/programme-site.ts";

const { send, opened, recorded, factsOf } = programmeSite();

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
