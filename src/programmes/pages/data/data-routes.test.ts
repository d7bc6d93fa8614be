import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { CLI, PUBLIC, type RequestEnv, routedPath, SYSTEM } from "../../../platform/index.ts";
import { syncLocalGovernments } from "../../../registry/index.ts";
import { loadProgrammeSample, programmesInOpenData, recordProgramme } from "../../index.ts";
import { withdrawProgramme } from "../../programme-publication.ts";
import { aProgramme } from "../../testing/programme-facts.ts";
import { dataRoutes } from "./data-routes.ts";

let db: TestDatabase;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  await loadProgrammeSample(db.database);
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", PUBLIC);
    c.set("requestId", "test");
    c.set("lang", "ja");
    await next();
  });
  app.route("/", dataRoutes({ database: db.database }));
});
afterAll(() => db.drop());

async function rowsOf(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  const [header = "", ...lines] = (await response.text())
    .replace(/^\u{FEFF}/u, "")
    .trimEnd()
    .split("\r\n");
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(([, a, b]) => a ?? b!);
  return lines.map((line) => Object.fromEntries(cells(header).map((name, at) => [name, cells(line)[at]!])));
}

test("each programme is one row, with its owner's code and the year it began", async () => {
  const rows = await rowsOf("/programmes.csv");
  expect(rows).toHaveLength(18);
  expect(rows[0]).toMatchObject({
    事業名: "鹿児島・香港交流会議",
    団体コード: "46000",
    開始年度: "1979",
    何年ごと: "2",
  });
});

test("an event has its days, how precise they are, and its place in cells of their own", async () => {
  const rows = await rowsOf("/programmes/events.csv?year=2024");
  expect(rows).toHaveLength(8);
  expect(rows[0]).toMatchObject({
    行事名: "第24回鹿児島・香港交流会議",
    初日: "2024-11-22",
    日付の細かさ: "day",
    場所: "香港",
  });
  expect(rows.find(({ 行事名 }) => 行事名 === "屏東県知事の鹿児島県訪問")).toMatchObject({ 日付の細かさ: "month" });
});

test("people received in fiscal year 2023 add up to what the pages show", async () => {
  const received = (await rowsOf("/programmes/people.csv?year=2023")).filter((row) => row["派遣・受入"] === "received");
  expect(received.reduce((sum, { 人数 }) => sum + Number(人数), 0)).toBe(6);
});

test("an inner count names its total, and a figure of a part of the year its day", async () => {
  const figures = await rowsOf("/programmes/figures.csv");
  expect(figures.find(({ 項目 }) => 項目 === "利用者（外国人）")).toMatchObject({
    値: "1983",
    どの数の内数か: "利用者",
  });
  expect(figures.find(({ 値 }) => 値 === "7535")).toMatchObject({ 時点: "2024-12-31", 年度: "2024" });
});

test("years and partners are rows of their own", async () => {
  expect(await rowsOf("/programmes/years.csv")).toHaveLength(36);
  const partners = await rowsOf("/programmes/partners.csv");
  expect(partners.find(({ 相手の名前 }) => 相手の名前 === "全北特別自治道")).toMatchObject({
    旧名: "全羅北道",
    国コード: "KR",
  });
});

test("JSON has whole records under the criteria it names, and nothing that is not public", async () => {
  await db.database.write(CLI, async (tx) => {
    const facts = aProgramme({ title: "公開しない事業" });
    const recorded = await recordProgramme(tx, CLI, { owner: "46000", facts, reason: null });
    if (!recorded.ok) throw new Error(recorded.problem.code);
    const { id, version } = recorded.value;
    await withdrawProgramme(tx, CLI, { id, expectedVersion: version, reason: "取りやめ" });
  });
  const json = await (await app.request("/programmes.json?start=2020")).json();
  expect(json).toMatchObject({ criteria: { start: "2020" }, total: 3 });
  expect(json.programmes.map(({ number }: { number: number }) => number)).toEqual([7, 8, 18]);
  expect(await (await app.request("/programmes.json")).text()).not.toContain("公開しない事業");
  expect((await app.request("/programmes.csv")).headers.get("content-disposition")).toContain(
    "programmes-programmes.csv",
  );
});

test("the page of open data says how many records there are and leads to every file", async () => {
  const section = await db.database.read(PUBLIC, (tx) => programmesInOpenData.describe(tx, "ja"));
  expect(section.text).toContain("18件");
  for (const { href } of section.files.flatMap(({ files }) => files))
    expect((await app.request(href)).status).toBe(200);
});
