import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApplication } from "../../src/app/application.tsx";
import { createSampleAccounts, type RequestEnv } from "../../src/platform/index.ts";
import { testAccounts } from "../support/accounts.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { ROUTE_CASES } from "./expected-routes.ts";
import { expectedAnswers, type RouteCase } from "./route-case.ts";
import { type Ask, signEveryoneIn, VISITORS, type Visitor } from "./route-people.ts";
import { addressIn, type Places, type Records, storeRecords } from "./route-records.ts";

let db: TestDatabase;
let application: Hono<RequestEnv>;
let asks: ReadonlyMap<Visitor, Ask>;
let records: Records;
beforeAll(async () => {
  db = await testDatabase();
  await createSampleAccounts(db.database);
  const { accounts } = await testAccounts(db, { origin: "http://localhost", allowsSample: true });
  application = createApplication({ database: db.database, accounts, assets: { folder: "public", manifest: {} } });
  records = await storeRecords(db.database, db.owner);
  asks = await signEveryoneIn(application, db.database, db.owner);
});
afterAll(() => db.drop());

test("every route of the application is stated, and nothing else", () => {
  const registered = application.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
  const stated = ROUTE_CASES.map(({ route }) => route);
  expect([...new Set(stated)].sort()).toEqual([...new Set(registered)].sort());
});

async function answer(visitor: Visitor, { route, path, form = {} }: RouteCase, places: Places): Promise<string> {
  const method = route.slice(0, route.indexOf(" "));
  const filled = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, addressIn(value, places)]));
  const response = await (asks.get(visitor) as Ask)(method, addressIn(path, places), filled); // everybody is signed in
  await response.body?.cancel();
  const { status } = response;
  if (status === 403 || status === 404) return String(status);
  if (status >= 500 || status === 401) throw new Error(`${route} as ${visitor}: ${status}`);
  return "in";
}

async function answers(own: RouteCase, visitor: Visitor): Promise<string> {
  const ownAnswer = await answer(visitor, own, records.own(visitor));
  const farAnswer = await answer(visitor, own, records.far);
  return `${visitor}: ${ownAnswer} ${farAnswer}`;
}

describe.each(ROUTE_CASES.map((own) => [`${own.route}${own.of === undefined ? "" : `, ${own.of}`}`, own] as const))(
  "%s",
  (_name, own) => {
    test("answers every role as stated", async () => {
      const found: string[] = [];
      for (const visitor of VISITORS) found.push(await answers(own, visitor));
      expect(found).toEqual(VISITORS.map((visitor) => `${visitor}: ${expectedAnswers(own, visitor).join(" ")}`));
    });
  },
);
