/**
 * The operator: the holder of a one-time link that the start prints, who may do everything without an account.
 *
 * The link's token is exchanged once for a session cookie (HttpOnly, SameSite). Only hashes are stored, so a copy of
 * the database opens nothing. History keeps the operator's name (`local-operator`) for later.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sql } from "kysely";
import { recordAudit } from "../audit/record-audit.ts";
import { type Actor, LOCAL_OPERATOR, PUBLIC, SYSTEM } from "../database/actor.ts";
import type { Database, Tx, WorkOptions } from "../database/database.ts";
import { isHttps } from "./client.ts";

const COOKIE = "kakehashi_operator";
const SESSION_DAYS = 30;
const INVITATION_HOURS = 24;

/** @returns the token of a new one-time link, valid for a day. */
export async function inviteOperator(database: Database): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await database.write(SYSTEM, (tx) =>
    sql`insert into platform_invitation (token_sha256, operator, expires_at)
        values (${hash(token)}, ${LOCAL_OPERATOR.name}, now() + make_interval(hours => ${INVITATION_HOURS}))`.execute(
      tx,
    ),
  );
  return token;
}

/**
 * Who has the link may do everything, so the audit says that it was opened, and that one was tried that opens nothing.
 * @returns the token of the new session, or undefined when the link is unknown, used or too old.
 */
export async function redeemInvitation(
  database: Database,
  token: string,
  options: WorkOptions,
): Promise<string | undefined> {
  const session = await exchange(database, token);
  const after = { method: "operator_link" };
  if (session !== undefined) {
    await database.write(LOCAL_OPERATOR, (tx) => recordAudit(tx, { action: "sign_in.done", after }), options);
  } else {
    const failed = { action: "sign_in.failed", outcome: "failed", after } as const;
    await database.write(PUBLIC, (tx) => recordAudit(tx, failed), options);
  }
  return session;
}

function exchange(database: Database, token: string): Promise<string | undefined> {
  return database.write(SYSTEM, async (tx) => {
    const used = await sql<{ operator: string }>`
      update platform_invitation set used_at = now()
       where token_sha256 = ${hash(token)} and used_at is null and expires_at > now() returning operator`.execute(tx);
    const operator = used.rows[0]?.operator;
    if (operator === undefined) return undefined;
    const session = randomBytes(32).toString("base64url");
    await sql`delete from platform_session where expires_at < now()`.execute(tx);
    await sql`insert into platform_session (token_sha256, operator, expires_at)
              values (${hash(session)}, ${operator}, now() + make_interval(days => ${SESSION_DAYS}))`.execute(tx);
    return session;
  });
}

export function setSessionCookie(c: Context, session: string): void {
  setCookie(c, COOKIE, session, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    maxAge: SESSION_DAYS * 24 * 60 * 60,
    ...(isHttps(c) ? ({ secure: true, prefix: "host" } as const) : {}),
  });
}

export async function endSession(database: Database, c: Context): Promise<void> {
  const session = sentSession(c);
  if (session === undefined) return;
  await database.write(SYSTEM, (tx) =>
    sql`delete from platform_session where token_sha256 = ${hash(session)}`.execute(tx),
  );
  deleteCookie(c, COOKIE, { path: "/", ...(isHttps(c) ? ({ secure: true, prefix: "host" } as const) : {}) });
}

/** The operator whose session the request carries, else the public. */
export function findOperatorOf(database: Database, c: Context): Promise<Actor> | Actor {
  const session = sentSession(c);
  return session === undefined ? PUBLIC : findOperator(database, session);
}

/** Over https the cookie is `__Host-…`: no other host of the office can set or read it. */
function sentSession(c: Context): string | undefined {
  return isHttps(c) ? getCookie(c, COOKIE, "host") : getCookie(c, COOKIE);
}

async function findOperator(database: Database, session: string): Promise<Actor> {
  const { rows } = await database.read(SYSTEM, (tx) =>
    sql<{ operator: string }>`select operator from platform_session
      where token_sha256 = ${hash(session)} and expires_at > now()`.execute(tx),
  );
  return rows[0] ? { kind: "operator", name: rows[0].operator } : PUBLIC;
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Links and sessions of operators that have expired. Run every night. */
export async function deleteExpiredOperatorLinks(tx: Tx): Promise<void> {
  await sql`delete from platform_session where expires_at < now()`.execute(tx);
  await sql`delete from platform_invitation where expires_at < now()`.execute(tx);
}
