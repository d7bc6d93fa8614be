import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { LOCAL_OPERATOR, type RequestEnv, routedPath } from "../platform/index.ts";
import { syncLocalGovernments } from "./local-government-store.ts";
import { registryRoutes } from "./routes.tsx";

let db: TestDatabase;
let app: Hono<RequestEnv>;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(LOCAL_OPERATOR, syncLocalGovernments);
  app = new Hono<RequestEnv>({ getPath: routedPath });
  app.use(async (c, next) => {
    c.set("actor", LOCAL_OPERATOR);
    c.set("requestId", "test");
    c.set("lang", "ja");
    await next();
  });
  app.route("/", registryRoutes({ database: db.database }));
});
afterAll(() => db.drop());

test.each([
  ["/agreements", "提携・協定の記録は、まだありません"],
  ["/agreements?q=大連", "提携・協定の記録は、まだありません"],
  ["/agreements/drafts", "作業中の記録はありません"],
  ["/agreements/drafts?state=returned&mine=1", "差し戻しの記録はありません"],
  ["/tables/by-field", "数える記録が、まだありません"],
  ["/tables/by-country?view=data", "数える記録が、まだありません"],
  ["/governments/01458", "この自治体が締結した提携・協定の記録は、ありません"],
  ["/governments/01000", "市区町村が締結した提携・協定の記録は、ありません"],
  ["/countries/KR", "この国・地域との提携・協定の記録は、ありません"],
  ["/data", "公開している0件の記録"],
])("with no records %s says so", async (path, text) => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(text);
});

test("with no records every file still has its head", async () => {
  for (const path of [
    "/agreements.csv",
    "/agreements/parties.csv",
    "/agreements/listings.csv",
    "/agreements/dates.csv",
  ]) {
    expect((await (await app.request(path)).text()).trimEnd().split("\r\n"), path).toHaveLength(1);
  }
  expect(await (await app.request("/agreements.json")).json()).toMatchObject({
    agreements: [],
    totals: { agreements: 0 },
  });
});

test.each(["%00", "%F0%9F%8C%89", "'%3B--", "%25", "_", "<script>", `${"あ".repeat(3000)}`, "%E3%81", "\\", " "])(
  "a strange search %s is answered",
  async (q) => {
    const response = await app.request(`/agreements?q=${q}`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("<script>");
  },
);
