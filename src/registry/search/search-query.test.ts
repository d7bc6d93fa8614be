import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseWithSample, type TestDatabase } from "../../../test/support/database.ts";
import { PUBLIC } from "../../platform/index.ts";
import * as registry from "../index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await databaseWithSample();
});
afterAll(() => db.drop());

const search = (q: string) =>
  db.database.read(PUBLIC, (tx) => registry.listAgreements(tx, { criteria: { q }, limit: 200 }));
const found = async (q: string) => (await search(q)).rows.map(({ id }) => id).sort();

test.each([
  ["韓国", "大韓民国"],
  ["中国瀋陽", "中華人民共和国瀋陽"],
  ["イギリス", "英国"],
  ["ハルビン", "哈爾濱"],
  ["哈尔滨", "ハルビン"],
  ["経済交流", "經濟交流"],
  ["14130", "141305"],
  ["アモイ", "厦門"],
  ["ｸｨｰﾝｽﾞﾗﾝﾄﾞ", "クイーンズランド"],
])("%s finds what %s finds", async (one, other) => {
  const ids = await found(one);
  expect(ids.length).toBeGreaterThan(0);
  expect(await found(other)).toEqual(ids);
});

test("a country finds its agreements, also where it is printed for another party only", async () => {
  const { rows, totals } = await search("台湾");
  const counted = await db.database.read(PUBLIC, (tx) => registry.facetCounts(tx, { country: "TW" }));
  expect(totals.agreements).toBeGreaterThanOrEqual(counted.totals.agreements);
  expect(rows.some(({ foreign }) => foreign.some(({ name }) => name === "高雄市"))).toBe(true);
});

test("a code finds the local government's agreements and says so", async () => {
  const { rows, search: explanation } = await search("14130");
  expect(rows.length).toBe(9);
  expect(explanation?.terms[0]?.alternatives).toContainEqual({
    ...{ kind: "government", government: "14130", text: "神奈川県川崎市" },
  });
  expect(rows[0]?.matched).toMatchObject([{ place: "japan", alternative: { kind: "government" } }]);
});

test.each([
  ["あおもりし", "青森県青森市"],
  ["カワサキ", "神奈川県川崎市"],
  ["しずおかけん", "静岡県"],
  ["栃木市", "栃木県岩舟町"],
  ["09203", "栃木県岩舟町"],
])("%s finds the agreements of %s", async (q, name) => {
  const { rows, search: explanation } = await search(q);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ japan }) => japan.some((body) => body.name === name))).toBe(true);
  expect(explanation?.terms[0]?.alternatives).toContainEqual(
    expect.objectContaining({ kind: "government", text: name }),
  );
});

test("several words must all be found", async () => {
  const both = await found("川崎市 ベトナム");
  expect(both.length).toBe(1);
  expect(await found("川崎市　ブータン")).toEqual([]);
});

test("a city printed without its prefecture is found with it", async () => {
  expect(await found("京都府舞鶴市")).toHaveLength(1);
});

test("one character is searched too", async () => {
  const ids = await found("縣");
  expect(ids).toEqual(await found("県"));
  expect(ids.length).toBeGreaterThan(50);
});

test("the answer explains which writings were used and where they stand", async () => {
  const { rows, search: explanation } = await search("ハルビン");
  const alternatives = explanation?.terms[0]?.alternatives.map((own) =>
    "reason" in own ? `${own.text} ${own.reason}` : "",
  );
  expect(alternatives).toEqual(expect.arrayContaining(["ハルビン as_typed", "哈爾濱 place_name"]));
  expect(rows[0]?.matched).toMatchObject([{ term: "ハルビン", place: "title", alternative: { text: "哈爾濱" } }]);
});

test("signs without letters search for nothing; what is not there is not found", async () => {
  expect((await search("・ ％")).search).toBeNull();
  expect(await found("%_")).toHaveLength(149);
  expect(await found("存在しない言葉")).toEqual([]);
});

test("a pattern's signs are letters to a search", async () => {
  expect(await found("川_市")).toEqual(await found("川市"));
});
