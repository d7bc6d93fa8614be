/** What the machine's own administrator does with accounts from the command line, in the caller's transaction. */
import { sql } from "kysely";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type AuditEntry, recordAudit } from "../audit/record-audit.ts";
import { SYSTEM } from "../database/actor.ts";
import type { Database, Tx } from "../database/database.ts";
import { findAccount } from "./account-store.ts";
import { asAuth } from "./auth-pool.ts";
import { normaliseEmail } from "./invite-member.ts";
import { removeSecondFactors } from "./sessions.ts";

export type NoAccount = Readonly<{ code: "account_not_found" }>;

export type ListedAccount = Readonly<{
  id: string;
  email: string;
  displayName: string;
  isDisabled: boolean;
  isSample: boolean;
  hasSecondFactor: boolean;
  /** `46201:municipal_editor`, or the body's id where it is no local government; those of today. */
  roles: readonly string[];
}>;

/** Is anybody here yet? Before that the start's link leads to setting up. */
export function hasAccounts(database: Database): Promise<boolean> {
  return database.read(SYSTEM, async (tx) => {
    const { rows } = await sql<{ some: boolean }>`select exists (select from account) as some`.execute(tx);
    return rows[0]?.some === true;
  });
}

export async function listAccounts(tx: Tx): Promise<readonly ListedAccount[]> {
  const { rows } = await sql<{ id: string }>`select id from account order by id`.execute(tx);
  const second = await accountsWithSecondFactor(tx);
  const listed: ListedAccount[] = [];
  for (const { id } of rows) {
    const account = await findAccount(tx, { id });
    if (account === undefined) continue;
    const { email, displayName, isDisabled, isSample, authUserId, holdings } = account;
    const roles = holdings.flatMap(({ body, roles: held }) =>
      held.map((role) => `${body.governmentCode ?? body.id}:${role}`),
    );
    const hasSecondFactor = authUserId !== null && second.has(authUserId);
    listed.push({ id, email, displayName, isDisabled, isSample, hasSecondFactor, roles });
  }
  return listed;
}

async function accountsWithSecondFactor(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await asAuth(tx, (auth) =>
    sql<{ id: string }>`select u.id from auth."user" u where u."twoFactorEnabled"
      or exists (select from auth.passkey p where p."userId" = u.id)`.execute(auth),
  );
  return new Set(rows.map(({ id }) => id));
}

export async function disableAccount(tx: Tx, email: string): Promise<Outcome<null, NoAccount>> {
  const account = await findAccount(tx, { email: normaliseEmail(email) });
  if (account === undefined || account.isDisabled) return refuse({ code: "account_not_found" });
  await sql`update account set disabled_at = now(), version = version + 1 where id = ${account.id}`.execute(tx);
  await recordAudit(tx, {
    action: "account.disabled",
    ...(await aboutAccount(tx, account.id)),
    before: { isDisabled: false },
    after: { isDisabled: true },
  });
  return succeed(null);
}

/** The person signs in with the password next, and sets up a second factor anew. */
export async function resetSecondFactor(tx: Tx, email: string): Promise<Outcome<null, NoAccount>> {
  const account = await findAccount(tx, { email: normaliseEmail(email) });
  if (account === undefined) return refuse({ code: "account_not_found" });
  await removeSecondFactors(tx, account.id);
  await recordAudit(tx, { action: "second_factor.disabled", ...(await aboutAccount(tx, account.id)) });
  return succeed(null);
}

/** The administrators of the person's bodies see what the machine did to the account. */
async function aboutAccount(tx: Tx, id: string): Promise<Pick<AuditEntry, "subject" | "marks">> {
  const { rows } = await sql<{ marks: string[] }>`select marks_of_account(${id}) as marks`.execute(tx);
  return { subject: { kind: "account", id }, marks: rows[0]?.marks ?? ["*"] };
}

/** A body by its id or by the code of its local government. */
export async function findBodyId(tx: Tx, text: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from body where (id = ${text} or government_code = ${text}) and disabled_at is null`.execute(tx);
  return rows[0]?.id;
}
