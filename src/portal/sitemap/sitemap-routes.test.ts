import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { PUBLIC, type RequestEnv } from "../../platform/index.ts";
import { loadProgrammeSample } from "../../programmes/index.ts";
import { loadSample } from "../../registry/index.ts";
import { filesUpTo, rangeOf } from "./sitemap.ts";
import { sitemapRoutes } from "./sitemap-routes.ts";

let db: TestDatabase;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  app = new Hono<RequestEnv>();
  app.use(async (c, next) => {
    c.set("actor", PUBLIC);
    c.set("requestId", "test");
    await next();
  });
  app.route("/", sitemapRoutes({ database: db.database }));
});
afterAll(() => db.drop());

async function open(path: string, status = 200): Promise<string> {
  const response = await app.request(`https://kakehashi.example${path}`);
  expect(response.status, path).toBe(status);
  return response.text();
}

test("a site without records has an empty index", async () => {
  expect(await open("/sitemap.xml")).toContain("</sitemapindex>");
  expect(await open("/sitemap.xml")).not.toContain("<loc>");
  await open("/sitemap-agreements-1.xml", 404);
});

test("robots are led to the sitemap and kept from filtered lists and files", async () => {
  const text = await open("/robots.txt");
  expect(text).toContain("Sitemap: https://kakehashi.example/sitemap.xml");
  expect(text).toContain("Disallow: /*?\n");
});

test("every published record stands in the sitemap with its day and its English page, and no other", async () => {
  await loadSample(db.database);
  await loadProgrammeSample(db.database);
  await db.owner.query("update agreement set publication = 'withdrawn' where id = 'A000002'");
  const index = await open("/sitemap.xml");
  expect([...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)).toEqual([
    "https://kakehashi.example/sitemap-agreements-1.xml",
    "https://kakehashi.example/sitemap-programmes-1.xml",
  ]);
  const agreements = await open("/sitemap-agreements-1.xml");
  expect(agreements.match(/<url>/g)).toHaveLength(148);
  expect(agreements).not.toContain("A000002");
  expect(agreements).toMatch(/<loc>https:\/\/kakehashi.example\/agreements\/A000001<\/loc><lastmod>\d{4}-\d\d-\d\d</);
  expect(agreements).toContain('hreflang="en" href="https://kakehashi.example/en/agreements/A000001"');
  expect((await open("/sitemap-programmes-1.xml")).match(/<url>/g)).toHaveLength(18);
  await open("/sitemap-programmes-2.xml", 404);
  await open("/sitemap-people-1.xml", 404);
});

test("drafts of programmes stay out", async () => {
  await db.owner.query("delete from programme_facts where side = 'published' and programme_no = 3");
  expect(await open("/sitemap-programmes-1.xml")).not.toContain("P000003");
});

test("more than 50,000 numbers are several files, each record in one of them", () => {
  expect(filesUpTo("agreements", 0)).toEqual([]);
  expect(filesUpTo("agreements", 50_000)).toHaveLength(1);
  expect(filesUpTo("agreements", 100_001).map(({ number }) => rangeOf(number))).toEqual([
    { first: 1, last: 50_000 },
    { first: 50_001, last: 100_000 },
    { first: 100_001, last: 150_000 },
  ]);
});
