import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseWithSample, type TestDatabase } from "../../test/support/database.ts";
import { type Actor, LOCAL_OPERATOR, PUBLIC, type RequestEnv, routedPath, splitLanguage } from "../platform/index.ts";
import { cellCriteria } from "./cell-criteria.ts";
import { listAddress } from "./criteria-address.ts";
import { COLUMNS } from "./cross-table.ts";
import { registryRoutes } from "./routes.tsx";
import { tabulate } from "./tabulate.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await databaseWithSample();
});
afterAll(() => db.drop());

type Ask = (path: string, form?: Record<string, string>) => Promise<Response>;

function asking(actor: Actor): Ask {
  const app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", actor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", registryRoutes({ database: db.database }));
  return async (path, form) =>
    app.request(path, form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) });
}

const visitor = asking.bind(null, PUBLIC);
const operator = asking.bind(null, LOCAL_OPERATOR);

async function page(path: string, ask: Ask = visitor()): Promise<string> {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

function counted(html: string): { n: number; relisted: number } {
  const found = /data-listings="(\d+)" data-relisted="(\d+)"/.exec(html);
  return { n: Number(found?.[1]), relisted: Number(found?.[2]) };
}

describe("the list of agreements", () => {
  test("says how many agreements and listings it has", async () => {
    const html = await page("/agreements");
    expect(html).toContain("149件の提携・協定");
    expect(counted(html)).toEqual({ n: 175, relisted: 26 });
    expect(html.match(/<tr /g)).toHaveLength(51);
  });

  test("is paged by key, forwards and back, without losing or repeating a record", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/agreements";
    while (path !== undefined) {
      const html: string = await page(path);
      seen.push(...[...html.matchAll(/<th scope="row"[^>]*><a href="\/agreements\/(A\d+)"/g)].map(([, id]) => id!));
      path = /href="(\/agreements\?after=[^"]+)"/.exec(html)?.[1];
    }
    expect(seen).toHaveLength(149);
    expect(new Set(seen).size).toBe(149);
  });

  test("finds by other names of a country and says so", async () => {
    const html = await page("/agreements?q=韓国");
    expect(html).toContain("大韓民国");
    expect(html).toContain("もさがしました");
  });

  test("finds a place by its reading", async () => {
    expect(await page("/agreements?q=ハルビン")).toContain("哈爾濱");
  });

  test("offers to loosen one condition when nothing is found", async () => {
    const html = await page("/agreements?prefecture=01&country=FI");
    expect(html).toContain("条件に合う協定は見つかりませんでした");
    expect(html).toContain("の条件を外す");
    expect(html).toMatch(/href="\/agreements\?country=FI"/);
  });

  test("reads in English with links that stay in English", async () => {
    const html = await page("/en/agreements");
    expect(html).toContain('lang="en"');
    expect(html).toContain("149 agreements");
    expect(html).toMatch(/href="\/en\/agreements\/A\d+"/);
  });

  test("ignores conditions without meaning and keys it did not write", async () => {
    expect(await page("/agreements?field=x&decade=abc&after=%00&sort=worse")).toContain("149件の提携・協定");
  });
});

describe("every number of the cross tables", () => {
  test.each(["by-field", "by-country"] as const)("opens exactly its listings: %s", async (id) => {
    const table = await db.database.read(PUBLIC, (tx) => tabulate(tx, { table: id, today: "2026-04-01" }));
    const html = (await page(`/tables/${id}`)).replaceAll("&amp;", "&");
    const wrong: string[] = [];
    for (const row of table.rows) {
      for (const column of COLUMNS) {
        const { n, relisted } = row.cells[column];
        if (n === 0) continue;
        const path = listAddress(cellCriteria(table, row, column, "n"));
        if (!html.includes(`href="${path}"`)) wrong.push(`${row.label} ${column}: no link ${path}`);
        const list = counted(await page(path));
        if (list.n !== n || list.relisted !== relisted) wrong.push(`${row.label} ${column}: ${n} ≠ ${list.n}`);
        if (relisted === 0) continue;
        const inner = listAddress(cellCriteria(table, row, column, "relisted"));
        if (!html.includes(`href="${inner}"`)) wrong.push(`${row.label} ${column}: no link ${inner}`);
        if (counted(await page(inner)).n !== relisted) wrong.push(`${row.label} ${column}: relisted ${relisted}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("come as CSV and JSON with both counts apart", async () => {
    const csv = await page("/tables/by-field.csv");
    expect(csv.split("\r\n")).toHaveLength(3 * 10 + 2);
    const json = JSON.parse(await page("/tables/by-country.json"));
    expect(json.rows.at(-1).cells.合計.n).toBe(153);
    expect(await page("/tables/by-field?view=data")).toContain("うち再掲");
  });
});

describe("an agreement", () => {
  test("shows both sides, its facts, its source and its history", async () => {
    const html = await page(await pathOf("東川町"));
    for (const text of ["北海道東川町", "年の食い違い", "②文化交流 1", "第1版", "引用するとき"]) {
      expect(html).toContain(text);
    }
    expect(html).toMatch(/href="\/governments\/01458"/);
    expect(html).toMatch(/href="\/counterparts\/C\d+"/);
    expect(html).toMatch(/href="\/countries\/KR"/);
    expect(html).not.toContain("/edit");
  });

  test("tells search engines its parties, fields and day", async () => {
    const html = await page("/agreements/A000001");
    expect(html).toMatch(/<meta name="description" content="提携・協定: [^"]*青森市 – [^"]*大連市　[^"]*平成16/);
    expect(await page("/agreements")).not.toContain('name="description"');
  });

  test("says who holds it now when the body that signed is gone", async () => {
    expect(await page(await pathOf("岩舟町"))).toContain("栃木県栃木市が引き継いでいます");
  });

  test("names a document once with every place it stands in", async () => {
    const html = await page("/agreements/A000001");
    expect(html).toContain("①教育交流 1、②文化交流 11");
    expect(html.match(/財団法人自治体国際化協会/g)).toHaveLength(1);
  });

  test("is open data with dates in the form of exports", async () => {
    const json = JSON.parse(await page(`${await pathOf("東川町")}.json`));
    expect(json.dates[0]).toMatchObject({ date: "2008-11-04", precision: "day", role: "signed" });
    expect(json.dates[0].conflict).toEqual({ eraYear: "2008", westernYear: "2010" });
    expect(json.listings).toEqual([{ field: "②", label: "文化交流", position: 1, relisted: false }]);
    expect(json).not.toHaveProperty("no");
  });

  test.each(["/agreements/A999999", "/agreements/A999999.json", "/agreements/x", "/agreements/A000001/other"])(
    "is not found at %s",
    async (path) => {
      expect((await visitor()(path)).status).toBe(404);
    },
  );
});

async function pathOf(q: string): Promise<string> {
  const html = await page(`/agreements?q=${encodeURIComponent(q)}`);
  return /<th scope="row"[^>]*><a href="([^"]+)"/.exec(html)![1]!;
}

describe("places", () => {
  test("a local government leads to its agreements; six digits lead to five", async () => {
    expect(await page("/governments/01458")).toContain("東川町ヨンウォル郡文化交流協定");
    const six = await visitor()("/governments/014583");
    expect([six.status, six.headers.get("location")]).toEqual([301, "/governments/01458"]);
  });

  test("an extinct one points to its successor, which holds its agreements", async () => {
    expect(await page("/governments/09367")).toContain("/governments/09203");
    expect(await page("/governments/09203")).toContain("栃木県岩舟町から引き継いだ提携・協定");
  });

  test("a prefecture lists the agreements of its municipalities too", async () => {
    expect(await page("/governments/01000")).toContain("東川町ヨンウォル郡文化交流協定");
  });

  test("a country and a counterpart list theirs", async () => {
    const country = await page("/countries/KR");
    expect(country).toContain("大韓民国");
    const counterpart = /href="(\/counterparts\/C\d+)"/.exec(country)![1]!;
    expect(await page(counterpart)).toContain("この海外側との提携・協定");
    expect((await visitor()("/countries/kr")).headers.get("location")).toBe("/countries/KR");
  });

  test.each(["/governments/99999", "/governments/014580", "/counterparts/C999999", "/countries/ZZ"])(
    "%s is not found",
    async (path) => {
      expect((await visitor()(path)).status).toBe(404);
    },
  );
});

describe("exports", () => {
  test("the CSV of the whole has a row for each agreement and a name browsers understand", async () => {
    const response = await visitor()("/agreements.csv");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="agreements.csv"; filename*=UTF-8''${encodeURIComponent("協定.csv")}`,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).trimEnd().split("\r\n")).toHaveLength(150);
  });

  test("follow the conditions of the list", async () => {
    const listings = await page("/agreements/listings.csv?country=KR");
    const json = JSON.parse(await page("/agreements.json?country=KR"));
    expect(json.agreements).toHaveLength(json.totals.agreements);
    expect(listings.trimEnd().split("\r\n")).toHaveLength(json.totals.listings + 1);
    expect(JSON.parse(await page("/agreements.json?country=AQ")).agreements).toEqual([]);
  });

  test("have one line for each party, date and code", async () => {
    const parties = await page("/agreements/parties.csv");
    expect(parties).toContain("北海道東川町,01458,JP");
    expect(await page("/agreements/dates.csv")).toContain("平成20（2010）年11月4日,,2008,2010");
    expect((await page("/data/fields.csv")).trimEnd().split("\r\n")).toHaveLength(10);
    expect(await page("/data/local-governments.csv")).toContain("01458,北海道東川町");
    expect(await page("/data")).toContain("CC BY 4.0");
  });
});

test("only operators reach the pages that write", async () => {
  const own = await pathOf("東川町");
  for (const path of ["/agreements/new", `${own}/edit`, `${own}/merge`, `${own}/withdraw`, `${own}?version=1`]) {
    expect((await visitor()(path)).status, path).toBe(403);
    expect((await operator()(path)).status, path).toBe(200);
  }
  expect((await visitor()(`${own}/publish`)).status).toBe(403);
  expect((await operator()(`${own}/publish`)).headers.get("location"), "it is public already").toBe(own);
  for (const path of ["/agreements/new", `${own}/edit`, `${own}/merge`, `${own}/withdraw`, `${own}/merges/1/undo`]) {
    expect((await visitor()(path, { title: "x" })).status, path).toBe(403);
  }
});

test.each([
  "/agreements?q=韓国&field=②",
  "/agreements?country=FI&prefecture=01",
  "/agreements/A000001",
  "/agreements/A000001/history",
  "/agreements/A000001/edit",
  "/agreements/A000001/merge?with=A000002",
  "/agreements/new",
  "/governments/09203",
  "/governments/01000",
  "/counterparts/C000001",
  "/countries/KR",
  "/tables/by-field",
  "/tables/by-country?view=data",
  "/data",
])("the English page %s stays in English: every link but those to files leads to English pages", async (path) => {
  const html = await page(`/en${path}`, operator());
  const links = [...html.matchAll(/<(a|form)[^>]* (?:href|action)="(\/[^"]*)"([^>]*)>/g)];
  const strays = links.filter(
    ([, , href, rest]) => !/^\/en(\/|\?|$)/.test(href!) && !/\.json/.test(href!) && !/lang="ja"/.test(rest!),
  );
  expect(strays.map(([, , href]) => href)).toEqual([]);
  expect(links.length).toBeGreaterThan(5);
});
