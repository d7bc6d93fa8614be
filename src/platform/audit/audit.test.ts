import { Hono } from "hono";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { type Actor, LOCAL_OPERATOR, PUBLIC, SYSTEM } from "../database/actor.ts";
import type { RequestEnv } from "../http/request-context.ts";
import { marksOfBody, marksOfGovernments } from "../permissions/scopes.ts";
import { auditDenials } from "./audit-denials.ts";
import { auditExports } from "./audit-exports.ts";
import { namesOfActors } from "./names-of-actors.ts";
import { recordAudit } from "./record-audit.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const kagoshimaCity = member("46201", "municipal_approver");
const sapporo = member("01100", "municipal_approver");

type Kept = { action: string; actor: string; after: unknown; marks: string[]; subject_id: string | null };

async function keptBy(actor: Actor, action: string): Promise<readonly Kept[]> {
  const { rows } = await db.database.read(actor, (tx) =>
    sql<Kept>`select action, actor, after, marks, subject_id from audit_event where action = ${action} order by id`.execute(
      tx,
    ),
  );
  return rows;
}

const appended = (actor: Actor, action: string, code: string) =>
  db.database.write(actor, (tx) => recordAudit(tx, { action, marks: marksOfGovernments([code]) }));

describe("the audit", () => {
  test("is read by those who cover the marks of an event, and by nobody else", async () => {
    await appended(kagoshimaCity, "body.changed", "46201");
    const readers: readonly (readonly [Actor, number])[] = [
      [kagoshimaCity, 1],
      [member("46201", "body_administrator"), 1],
      [member("national", "system_administrator"), 1],
      [LOCAL_OPERATOR, 1],
      [sapporo, 0],
      [member("46000", "prefecture_coordinator"), 0],
      [member("national", "national_officer"), 0],
      [member("46201", "municipal_editor"), 0],
      [member("46201", "judge"), 0],
      [member("46201", "researcher"), 0],
    ];
    for (const [actor, count] of readers) expect(await keptBy(actor, "body.changed")).toHaveLength(count);
    await expect(keptBy(PUBLIC, "body.changed")).rejects.toThrow(/permission denied/);
  });

  test("takes no event in another's name or for another body", async () => {
    const forged = (column: string, value: string) =>
      db.database.write(sapporo, (tx) =>
        sql`insert into audit_event (action, marks, outcome, ${sql.ref(column)})
            values ('body.changed', '{*}', 'done', ${value})`.execute(tx),
      );
    await expect(forged("actor", "U000001")).rejects.toThrow(/row-level security/);
    await expect(forged("body_id", "B000001")).rejects.toThrow(/row-level security/);
  });

  test("is append-only: by grant for everyone who signs in, by trigger for the owner too", async () => {
    await appended(SYSTEM, "body.changed", "46201");
    for (const change of ["update audit_event set reason = 'x'", "delete from audit_event", "truncate audit_event"]) {
      for (const actor of [LOCAL_OPERATOR, kagoshimaCity, PUBLIC]) {
        await expect(db.database.write(actor, (tx) => sql.raw(change).execute(tx))).rejects.toThrow(
          /permission denied/,
        );
      }
      await expect(db.owner.query(change)).rejects.toThrow(/append-only/);
    }
  });

  test("keeps no event of an act that was rolled back", async () => {
    const failing = db.database.write(kagoshimaCity, async (tx) => {
      await recordAudit(tx, { action: "body.half_done", marks: ["*"] });
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await keptBy(SYSTEM, "body.half_done")).toEqual([]);
  });
});

describe("names of people", () => {
  beforeAll(async () => {
    await db.owner.query(`
      insert into body (id, kind, government_code, name) values
        ('B000002', 'local_government', '46201', '鹿児島市'), ('B000004', 'local_government', '01100', '札幌市');
      insert into account (id, email, display_name) values ('U000007', 'seven@example.jp', '架橋 花子');
      insert into role_assignment (account_id, body_id, role, valid_from, granted_by)
        values ('U000007', 'B000002', 'municipal_editor', '2024-04-01', 'system')`);
  });

  test("are read by colleagues, and by nobody else", async () => {
    const named = (actor: Actor) => db.database.read(actor, (tx) => namesOfActors(tx, ["U000007", "cli"]));
    for (const reader of [kagoshimaCity, member("46000", "prefecture_coordinator"), LOCAL_OPERATOR])
      expect(await named(reader)).toEqual(new Map([["U000007", "架橋 花子"]]));
    for (const reader of [sapporo, member("46201", "researcher"), member("46201", "judge")])
      expect(await named(reader)).toEqual(new Map());
    await expect(named(PUBLIC)).rejects.toThrow(/permission denied/);
  });
});

describe("a file that is taken away", () => {
  function site(actor: Actor): Hono<RequestEnv> {
    const app = new Hono<RequestEnv>();
    app.use(async (c, next) => {
      c.set("actor", actor);
      c.set("requestId", "r1");
      await next();
    });
    app.use(auditDenials(db.database), auditExports(db.database));
    app.get("/things.csv", (c) => {
      c.set("exportedRecords", 12);
      return c.text("a,b");
    });
    app.get("/sheet", (c) => c.text("x", 200, { "Content-Disposition": 'attachment; filename="a.csv"' }));
    app.get("/page", (c) => c.text("x"));
    app.get("/secret.csv", (c) => c.text("no", 403));
    return app;
  }

  test("is kept with what it was, under which conditions and how many, without anybody's address", async () => {
    await site(kagoshimaCity).request("/things.csv?q=taro.yamada@example.jp&country=CN&token=abc");
    await site(kagoshimaCity).request("/sheet");
    await site(kagoshimaCity).request("/page");
    await site(PUBLIC).request("/things.csv");
    const kept = await keptBy(kagoshimaCity, "data.exported");
    expect(kept.map(({ subject_id, marks }) => [subject_id, marks])).toEqual([
      ["/things.csv", [...marksOfBody(kagoshimaCity.body)]],
      ["/sheet", [...marksOfBody(kagoshimaCity.body)]],
    ]);
    expect(kept[0]?.after).toEqual({
      records: 12,
      conditions: { q: "（個人のものとみられるメールアドレス）", country: "CN" },
    });
  });

  test("that was refused is a refusal and no export", async () => {
    await site(sapporo).request("/secret.csv");
    expect(await keptBy(sapporo, "data.exported")).toEqual([]);
    expect((await keptBy(sapporo, "access.denied")).map(({ subject_id }) => subject_id)).toEqual(["/secret.csv"]);
  });
});
