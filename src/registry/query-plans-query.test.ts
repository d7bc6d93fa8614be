/** Policies must not switch indexes off. The plans are those of the public role, on a table large enough to matter. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { seedAgreements } from "../../test/support/many-agreements.ts";
import { member } from "../../test/support/members.ts";
import { PUBLIC, SYSTEM, type Tx } from "../platform/index.ts";
import * as registry from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, registry.syncLocalGovernments);
  await seedAgreements(db.owner, 20_000);
});
afterAll(() => db.drop());

const read = <T>(work: (tx: Tx) => Promise<T>) => db.database.read(PUBLIC, work);

test("a two-character search never reads the table from end to end", async () => {
  const plan = await db.owner.connect().then(async (client) => {
    try {
      await client.query("begin; load 'auto_explain'; set local auto_explain.log_min_duration = 0");
      await client.query("set local auto_explain.log_nested_statements = on; set local client_min_messages = log");
      await client.query("set local auto_explain.log_analyze = on; set local role app_public");
      const notices: string[] = [];
      client.on("notice", ({ message }) => notices.push(message ?? ""));
      await client.query("select search_ids(array['雪氷'], null, 1000)");
      await client.query("rollback");
      return notices.join("\n");
    } finally {
      client.release();
    }
  });
  expect(plan).toContain("Bitmap Index Scan on agreement_search");
  expect(plan).not.toContain("Seq Scan");
});

test.each([
  ["the public", PUBLIC],
  ["a member", member("46201", "municipal_editor")],
])("the rows of a search, a page and a filter are found by index, for %s", async (_who, actor) => {
  const explain = (statement: ReturnType<typeof sql>) =>
    db.database.read(actor, async (tx) => {
      const { rows } = await sql<{ "QUERY PLAN": string }>`explain (costs off) ${statement}`.execute(tx);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
  const hits = await explain(sql`select a.id from agreement a where a.no = any(search_ids(array['雪氷'], null, 1000))`);
  const page = await explain(sql`select a.id from agreement a
    where (a.signed_newest, a.no) < (date '1990-01-01', 500) order by a.signed_newest desc, a.no desc limit 50`);
  const byTitle = await explain(sql`select a.id from agreement a
    where (a.title collate "ja-x-icu", a.no) > ('第5号'::text collate "ja-x-icu", 500)
    order by a.title collate "ja-x-icu", a.no limit 50`);
  const filtered = await explain(sql`select a.id from agreement a
    where a.no in (select j.agreement_no from agreement_party_japan j where j.government_code = '14130')`);
  for (const plan of [hits, page, byTitle, filtered]) expect(plan).not.toContain("Seq Scan");
});

test("a common word is found completely, a rare one exactly", async () => {
  const of = (q: string) => read((tx) => registry.listAgreements(tx, { criteria: { q } }));
  const common = await of("交流");
  expect(common.totals.agreements).toBeGreaterThan(13_000);
  expect(common.rows).toHaveLength(50);
  expect((await of("雪氷")).totals.agreements).toBe(Math.floor(20_000 / 997));
  expect((await of("雪氷技術")).totals.agreements).toBe(Math.floor(20_000 / 997));
});
