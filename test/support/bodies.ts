/** Rows for the bodies of invented members, for what asks the database about a body: approval, marks of imports. */
import type pg from "pg";
import { member } from "./members.ts";

const CODES = ["46000", "46201", "01000", "01100", "national"] as const;

/** @param asking bodies (as `member` names them) that ask for approval before something is published. */
export async function addBodies(owner: pg.Pool, asking: readonly (typeof CODES)[number][] = []): Promise<void> {
  for (const code of CODES) {
    const { id, name, unit, governmentCode } = member(code).body;
    const kind = governmentCode === null ? "national" : "local_government";
    await owner.query(
      "insert into body (id, kind, government_code, name, unit, asks_approval) values ($1, $2, $3, $4, $5, $6)",
      [id, kind, governmentCode, name, unit, asking.includes(code)],
    );
  }
}
