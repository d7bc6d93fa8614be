import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { PUBLIC, type RequestEnv, routedPath, splitLanguage } from "../platform/index.ts";
import { loadSample } from "../registry/index.ts";
import { portalRoutes } from "./routes.tsx";

let db: TestDatabase;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", PUBLIC);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  app.route("/", portalRoutes({ database: db.database }));
});
afterAll(() => db.drop());

async function page(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

test("an empty registry has a home page too", async () => {
  expect(await page("/")).toContain("まだ提携・協定の記録がありません");
  expect(await page("/about")).toContain("登録された資料はまだありません");
});

test("the home page counts the records in both languages", async () => {
  await loadSample(db.database);
  const html = await page("/");
  expect(html).toContain("149<small>協定</small>");
  expect(html).toContain("175<small>掲載</small>");
  expect(html).toMatch(/href="\/agreements\?prefecture=01"/);
  expect(html).toContain("特定分野における提携・協定等に関する調査");
  expect(await page("/en")).toContain('lang="en"');
  expect(await page("/about")).toContain("財団法人自治体国際化協会");
});
