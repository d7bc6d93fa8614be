/** GET /healthz for whoever watches the server: 200 when the database answers, else 503. */

import type { Handler } from "hono";
import { sql } from "kysely";
import { type Database, type RequestEnv, SYSTEM } from "../platform/index.ts";

export function health(database: Database): Handler<RequestEnv> {
  return async (c) => {
    c.header("Cache-Control", "no-store");
    try {
      await database.read(SYSTEM, (tx) => sql`select 1`.execute(tx));
      return c.json({ status: "ok" });
    } catch (error) {
      console.error(JSON.stringify({ at: new Date().toISOString(), health: String(error) }));
      return c.json({ status: "database_unavailable" }, 503);
    }
  };
}
