/** Where one is signed in, and ending it there: one's own sessions, and all of a person for those who administer. */
import { sql } from "kysely";
import type { Tx, WorkOptions } from "../database/database.ts";
import { auditOwnEvent } from "./account-audit.ts";
import { asAuth } from "./auth-pool.ts";
import type { Accounts } from "./open-accounts.ts";
import { SIGN_IN_METHODS, type SignedIn, type SignInMethod } from "./signed-in.ts";

export type OwnSession = Readonly<{
  id: string;
  isThis: boolean;
  method: SignInMethod;
  since: Date;
  lastUsed: Date;
  /** What the browser says of itself. */
  userAgent: string;
}>;

export async function listOwnSessions({ pool }: Accounts, who: SignedIn): Promise<readonly OwnSession[]> {
  const { rows } = await pool.query<Omit<OwnSession, "isThis" | "method"> & { method: string | null }>(
    `select id, method, "createdAt" as since, "updatedAt" as "lastUsed", coalesce("userAgent", '') as "userAgent"
       from session where "userId" = $1 and "expiresAt" > now() order by "updatedAt" desc`,
    [who.authUserId],
  );
  return rows.map((row) => ({
    ...row,
    isThis: row.id === who.sessionId,
    method: SIGN_IN_METHODS.find((known) => known === row.method) ?? "password",
  }));
}

/** Ends every other session of one's own, or the one named. @returns how many ended. */
export async function endOtherSessions(
  { pool, database }: Accounts,
  who: SignedIn,
  sessionId: string | null,
  options: WorkOptions,
): Promise<number> {
  const { rowCount } = await pool.query(
    'delete from session where "userId" = $1 and id <> $2 and ($3::text is null or id = $3)',
    [who.authUserId, who.sessionId, sessionId],
  );
  const ended = rowCount ?? 0;
  const event = { action: "session.ended", accountId: who.accountId, after: { count: ended } } as const;
  if (ended > 0) await auditOwnEvent(database, event, options);
  return ended;
}

/**
 * In the transaction of an administrator's act. Disabling an account does it by itself.
 * @returns how many ended.
 */
export async function endSessionsOf(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ authUserId: string | null }>`
    select auth_user_id as "authUserId" from account where id = ${accountId}`.execute(tx);
  const authUserId = rows[0]?.authUserId ?? null;
  const { numAffectedRows = 0n } = await asAuth(tx, (auth) =>
    sql`delete from auth."session" where "userId" = ${authUserId}`.execute(auth),
  );
  return Number(numAffectedRows);
}

/** For who lost the app and the recovery codes: the person signs in with the password and sets up anew. */
export async function removeSecondFactors(tx: Tx, accountId: string): Promise<void> {
  const { rows } = await sql<{ authUserId: string | null }>`
    select auth_user_id as "authUserId" from account where id = ${accountId}`.execute(tx);
  const authUserId = rows[0]?.authUserId ?? null;
  await asAuth(tx, async (auth) => {
    await sql`delete from auth."twoFactor" where "userId" = ${authUserId}`.execute(auth);
    await sql`delete from auth."passkey" where "userId" = ${authUserId}`.execute(auth);
    await sql`update auth."user" set "twoFactorEnabled" = false where id = ${authUserId}`.execute(auth);
    await sql`delete from auth."session" where "userId" = ${authUserId}`.execute(auth);
  });
}
