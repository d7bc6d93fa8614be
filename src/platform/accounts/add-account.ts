/** An account with its person of schema `auth`, and roles: written together in the caller's transaction. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { Role } from "../permissions/role.ts";
import { asAuth } from "./auth-pool.ts";

export type NewAccount = Readonly<{
  email: string;
  displayName: string;
  isSample?: boolean;
  /** Hash made by better-auth; without one the person cannot sign in with a password. */
  passwordHash?: string;
}>;

export type AddedAccount = Readonly<{ accountId: string; authUserId: string }>;

export async function addAccount(tx: Tx, added: NewAccount): Promise<AddedAccount> {
  const { email, displayName, isSample = false, passwordHash } = added;
  const authUserId = randomUUID();
  await asAuth(tx, async () => {
    await sql`insert into auth."user" (id, name, email, "emailVerified")
      values (${authUserId}, ${displayName}, ${email}, true)`.execute(tx);
    if (passwordHash === undefined) return;
    await sql`insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
      values (${randomUUID()}, ${authUserId}, 'credential', ${authUserId}, ${passwordHash}, now())`.execute(tx);
  });
  const { rows } = await sql<{ id: string }>`insert into account (auth_user_id, email, display_name, is_sample)
    values (${authUserId}, ${email}, ${displayName}, ${isSample}) returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("the account was not stored");
  return { accountId: row.id, authUserId };
}

export type NewRole = Readonly<{
  accountId: string;
  bodyId: string;
  role: Role;
  validFrom: string;
  validTo: string | null;
}>;

export async function giveRole(tx: Tx, { accountId, bodyId, role, validFrom, validTo }: NewRole): Promise<void> {
  await sql`insert into role_assignment (account_id, body_id, role, valid_from, valid_to)
    values (${accountId}, ${bodyId}, ${role}, ${validFrom}, ${validTo})`.execute(tx);
}
