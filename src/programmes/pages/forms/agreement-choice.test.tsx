/** Agreements and partners of a programme by form: searched for, ticked, taken away; and one partner in one spelling. */
import { describe, expect, test } from "vitest";
import { databaseWithSample } from "../../../../test/support/database.ts";
import { formOf } from "../../../../test/support/sent-form.ts";
import { programmeSite } from "../../testing/programme-site.ts";
import { readFind, scopeOf } from "./agreement-choice.ts";
import { EMPTY_FACTS, inputOfFacts } from "./facts-input.ts";

/** With the agreements of the sample: two of municipalities of 鹿児島県, several of 札幌市. */
const { send, opened, recorded, factsOf } = programmeSite(async () => {}, databaseWithSample);

const edited = async (own: string) => formOf(await opened(`${own}/edit`));
const numbers = (html: string) => [...html.matchAll(/name="agreements" value="(A\d+)"/gu)].map(([, id]) => id);

describe("finding an agreement", () => {
  test("a prefecture finds its municipalities' and nobody else's, and what was typed stays", async () => {
    const own = await recorded();
    const form = { ...(await edited(own)), overview: "まだ保存していない概要", act: "find:own" };
    const { status, html } = await send(`${own}/edit`, form);
    expect([status, numbers(html).length]).toEqual([200, 2]);
    expect(html).toContain("鹿児島県日置市　大韓民国全羅北道南原市　平成20(2008)年5月1日");
    expect(html).toContain("まだ保存していない概要");
    expect((await factsOf(own)).overview).toBe("会議を開く。");
  });

  test.each([
    ["国", "韓国", "find:own", 2],
    ["相手", "南原市", "find:own", 1],
    ["名前", "ツル保護", "find:own", 1],
    ["another body's", "ライラックまつり", "find:own", 0],
    ["another body's, in all of Japan", "ライラックまつり", "find:all", 1],
    ["番号", "ａ000001", "find:own", 1],
  ])("by %s", async (_by, agreementSearch, act, count) => {
    const own = await recorded();
    const { html } = await send(`${own}/edit`, { ...(await edited(own)), agreementSearch, act });
    expect(numbers(html)).toHaveLength(count);
    expect(html.includes("見つかりませんでした")).toBe(count === 0);
  });

  test("Enter in the field of the search searches before it saves, and saves the second time", async () => {
    const own = await recorded();
    const form = { ...(await edited(own)), title: "新しい名前", agreementSearch: "南原市", act: "save" };
    const { status, html } = await send(`${own}/edit`, form);
    expect([status, numbers(html).length, (await factsOf(own)).title]).toEqual([200, 1, "みどり・香港交流会議"]);
    const again = await send(`${own}/edit`, { ...formOf(html), act: "save" });
    expect([again.status, (await factsOf(own)).title]).toEqual([303, "新しい名前"]);
  });
});

describe("a link to an agreement", () => {
  test("is ticked, shown by its title, and taken away with its tick", async () => {
    const own = await recorded();
    const found = await send(`${own}/edit`, { ...(await edited(own)), agreementSearch: "南原市", act: "find:own" });
    const [id = ""] = numbers(found.html);
    await send(`${own}/edit`, { ...formOf(found.html), agreements: id, act: "save" });
    expect((await factsOf(own)).agreementIds).toEqual([id]);
    const page = await opened(`${own}/edit`);
    expect(page).toContain("文化交流友好協力関係協約");
    const { agreements, ...without } = formOf(page);
    expect(agreements).toBe(id);
    expect((await send(`${own}/edit`, { ...without, act: "save" })).status).toBe(303);
    expect((await factsOf(own)).agreementIds).toEqual([]);
  });

  test("can be typed as a number; what is none is said at the field", async () => {
    const own = await recorded();
    const form = await edited(own);
    for (const [agreementIds, said] of [
      ["A999999", "記録番号 A999999 の提携・協定は見つかりません"],
      ["南原市の協定", "「南原市の協定」は記録番号として読めません"],
    ] as const) {
      const refused = await send(`${own}/edit`, { ...form, agreementIds, act: "save" });
      expect([refused.status, refused.html.includes(said)]).toEqual([422, true]);
    }
    await send(`${own}/edit`, { ...form, agreementIds: "ａ000033、A000145", act: "save" });
    expect((await factsOf(own)).agreementIds).toEqual(["A000033", "A000145"]);
  });
});

describe("a partner", () => {
  test("is offered as it stands in the body's agreements and programmes", async () => {
    const html = await opened(`${await recorded([], "46216")}/edit`);
    const [list = ""] = /<datalist id="known-partners">.*?<\/datalist>/u.exec(html) ?? [];
    expect(list).toContain("南原市");
    expect(list).toContain('<option value="香港">中華人民共和国香港特別行政区</option>');
    expect(html).toMatch(/<input[^>]*name="partners\.0\.name"[^>]*list="known-partners"/u);
  });

  test("that is known in another spelling is asked about; the same spelling brings its country", async () => {
    const own = await recorded([], "46216");
    const form = { ...(await edited(own)), "partners.1.name": "南原市", act: "save" };
    const asked = await send(`${own}/edit`, form);
    expect([asked.status, /「南原市」は、これまで「[^」]*南原市」と書いている/u.test(asked.html)]).toEqual([422, true]);
    const [, known = ""] = /これまで「([^」]*)」/u.exec(asked.html) ?? [];
    expect((await send(`${own}/edit`, { ...form, "partners.1.name": known })).status).toBe(303);
    expect((await factsOf(own)).partners[1]).toMatchObject({ name: known, country: "KR" });
  });
});

test("a body that is no local government has no agreements of its own: it searches all", () => {
  expect([scopeOf("46000"), scopeOf("46201"), scopeOf("B000005"), scopeOf(undefined)]).toEqual([
    ...[{ prefecture: "46" }, { government: "46201" }, {}, {}],
  ]);
});

test("only words that nobody has searched for yet keep a form from being saved", () => {
  const input = inputOfFacts(EMPTY_FACTS, 0, "", "ja");
  expect(readFind("save", { ...input, agreementSearch: "大連" })).toBe("own");
  expect(readFind("save", { ...input, agreementSearch: "大連", agreementSearched: "大連" })).toBeUndefined();
  expect(readFind("add:partners", { ...input, agreementSearch: "大連" })).toBeUndefined();
});
