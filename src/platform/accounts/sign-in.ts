/**
 * Signing in with address and password, and out again.
 *
 * An unknown address, a wrong password and a closed account get the same answer after the same work (the library hashes
 * a password in each case), so nobody learns who has an account. Tries are counted for the address typed and for the
 * network address they come from.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { auditOwnEvent, auditStranger } from "./account-audit.ts";
import { findAccountByEmail } from "./account-store.ts";
import { countTry, forgetTries, LIMITS } from "./attempt-limit.ts";
import { callAuth } from "./call-auth.ts";
import { normaliseEmail } from "./invite-member.ts";
import type { Accounts } from "./open-accounts.ts";
import { normalisePassword } from "./password-rule.ts";
import type { SignedIn, SignInMethod } from "./signed-in.ts";

/** What a use case of accounts needs to know of its request. */
export type Asking = Readonly<{ headers: Headers; address: string; requestId: string }>;

export type TooMany = Readonly<{ code: "too_many_tries"; again: Date }>;
export type SignInProblem = TooMany | Readonly<{ code: "sign_in_wrong" }>;
export type Cookies = readonly string[];
export type SignInStep = Readonly<{ cookies: Cookies; asksSecondFactor: boolean }>;

export async function signIn(
  accounts: Accounts,
  typed: Readonly<{ email: string; password: string }>,
  asking: Asking,
): Promise<Outcome<SignInStep, SignInProblem>> {
  const { auth, pool, database } = accounts;
  const email = normaliseEmail(typed.email);
  const account = await findAccountByEmail(database, email);
  const about = { accountId: account?.id };
  const again = await countTry(pool, [
    { what: "sign-in", of: email, limit: LIMITS.signInOfAccount },
    { what: "sign-in-from", of: asking.address, limit: LIMITS.signInFromAddress },
  ]);
  if (again !== undefined) {
    await auditStranger(database, { action: "attempt.limited", outcome: "refused", ...about }, asking);
    return refuse({ code: "too_many_tries", again });
  }
  const body = { email, password: normalisePassword(typed.password) };
  const answer = await callAuth(() => auth.api.signInEmail({ body, headers: asking.headers, returnHeaders: true }));
  if (!answer.ok || account === undefined) {
    await auditStranger(database, { action: "sign_in.failed", outcome: "failed", ...about }, asking);
    return refuse({ code: "sign_in_wrong" });
  }
  await forgetTries(pool, "sign-in", email);
  const asksSecondFactor = "twoFactorRedirect" in answer.value;
  if (!asksSecondFactor) await auditSignIn(accounts, account.id, "password", asking);
  return succeed({ cookies: answer.cookies, asksSecondFactor });
}

export function auditSignIn(
  { database }: Accounts,
  accountId: string,
  method: SignInMethod,
  asking: Asking,
): Promise<void> {
  return auditOwnEvent(database, { action: "sign_in.done", accountId, after: { method } }, asking);
}

export async function signOut(accounts: Accounts, who: SignedIn, asking: Asking): Promise<Cookies> {
  const answer = await callAuth(() => accounts.auth.api.signOut({ headers: asking.headers, returnHeaders: true }));
  await auditOwnEvent(accounts.database, { action: "sign_out.done", accountId: who.accountId }, asking);
  return answer.ok ? answer.cookies : [];
}
