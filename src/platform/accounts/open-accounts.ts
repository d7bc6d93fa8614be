/** Accounts of a running application: better-auth over its own connections, beside the database of records. */
import type pg from "pg";
import type { Database } from "../database/database.ts";
import type { Mailer } from "../mail/mailer.ts";
import { sendSoon } from "../mail/open-mailer.ts";
import { findAccountOf } from "./account-store.ts";
import { type Auth, createAuth, type OidcSettings } from "./auth-options.ts";
import { openAuthPool } from "./auth-pool.ts";
import { resetLetter } from "./letters.ts";
import type { SecondFactorRule } from "./signed-in.ts";
import { findSigningKey } from "./signing-key.ts";

export type AccountSettings = Readonly<{
  origin: string;
  /** Sample accounts may be used: never in an office's own database unless asked for. */
  allowsSample: boolean;
  requiresSecondFactor: SecondFactorRule;
  oidc: OidcSettings | null;
  /** Signs cookies and seals TOTP secrets; null: the one kept in the database. */
  key: string | null;
}>;

export type Accounts = Readonly<{
  auth: Auth;
  pool: pg.Pool;
  database: Database;
  mailer: Mailer;
  /** Folder of letters that a person passes on; null when they go out by SMTP. */
  outbox: string | null;
  settings: AccountSettings & Readonly<{ key: string }>;
  close: () => Promise<void>;
}>;

export type AccountParts = Readonly<{
  connection: pg.PoolConfig;
  database: Database;
  mailer: Mailer;
  outbox: string | null;
  settings: AccountSettings;
}>;

export async function openAccounts(parts: AccountParts): Promise<Accounts> {
  const { connection, database, mailer, outbox, settings } = parts;
  const pool = openAuthPool(connection);
  const key = await findSigningKey(pool, settings.key);
  const auth = createAuth({
    pool,
    key,
    origin: settings.origin,
    oidc: settings.oidc,
    mayEnter: async (authUserId) => {
      const account = await findAccountOf(database, authUserId);
      return account !== undefined && !account.isDisabled && (!account.isSample || settings.allowsSample);
    },
    sendResetLink: (email, token) =>
      sendSoon(mailer, resetLetter(email, `${settings.origin}/sign-in/new-password?token=${token}`)),
  });
  return { auth, pool, database, mailer, outbox, settings: { ...settings, key }, close: () => pool.end() };
}
