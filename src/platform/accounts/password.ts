/** Changing one's own password, and a new one by mail for who has forgotten it. Both end the other sessions. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { sendSoon } from "../mail/open-mailer.ts";
import { auditOwnEvent, auditStranger } from "./account-audit.ts";
import { type AccountToday, findAccountByEmail, findAccountOf } from "./account-store.ts";
import { countTry, LIMITS } from "./attempt-limit.ts";
import { callAuth } from "./call-auth.ts";
import { normaliseEmail } from "./invite-member.ts";
import { changedLetter } from "./letters.ts";
import type { Accounts } from "./open-accounts.ts";
import { checkPassword, normalisePassword, type PasswordProblem } from "./password-rule.ts";
import { countPasswordTry, type PasswordAsked } from "./second-factor.ts";
import type { Asking, Cookies, TooMany } from "./sign-in.ts";
import type { SignedIn } from "./signed-in.ts";

export type ChangedPassword = Readonly<{ current: string; wanted: string }>;

export async function changePassword(
  accounts: Accounts,
  who: SignedIn,
  { current, wanted }: ChangedPassword,
  asking: Asking,
): Promise<Outcome<Cookies, PasswordAsked | PasswordProblem>> {
  const account = await findAccountOf(accounts.database, who.authUserId);
  const problem = checkPassword(wanted, account === undefined ? [] : wordsAround(account));
  if (problem !== undefined) return refuse(problem);
  const again = await countPasswordTry(accounts, who);
  if (again !== undefined) return refuse(again);
  const body = {
    currentPassword: normalisePassword(current),
    newPassword: normalisePassword(wanted),
    revokeOtherSessions: true,
  };
  const { headers } = asking;
  const answer = await callAuth(() => accounts.auth.api.changePassword({ body, headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: "password_wrong" });
  await auditOwnEvent(accounts.database, { action: "password.changed", accountId: who.accountId }, asking);
  sendSoon(accounts.mailer, changedLetter(who.email, "password"));
  return succeed(answer.cookies);
}

/** Words a password must not be made of: they stand on the person's door. */
export function wordsAround({ email, displayName, holdings }: AccountToday): readonly string[] {
  return [email, displayName, ...holdings.flatMap(({ body }) => [body.name, body.unit ?? ""])];
}

/** The answer is the same whether there is such an account or not; the library works as long in both cases. */
export async function askForReset(accounts: Accounts, typed: string, asking: Asking): Promise<Outcome<null, TooMany>> {
  const { auth, pool, database } = accounts;
  const email = normaliseEmail(typed);
  const again = await countTry(pool, [
    { what: "reset", of: email, limit: LIMITS.resetOfAccount },
    { what: "reset-from", of: asking.address, limit: LIMITS.resetFromAddress },
  ]);
  if (again !== undefined) return refuse({ code: "too_many_tries", again });
  const account = await findAccountByEmail(database, email);
  const mayReset = account !== undefined && !account.isDisabled && !account.isSample;
  const body = { email: mayReset ? email : "nobody@invalid.example" };
  await callAuth(() => auth.api.requestPasswordReset({ body, headers: asking.headers, returnHeaders: true }));
  await auditStranger(database, { action: "password.reset_asked", accountId: account?.id }, asking);
  return succeed(null);
}

export type ResetProblem = PasswordProblem | Readonly<{ code: "reset_link_over" }>;

export async function isResetLinkGood({ auth }: Accounts, token: string): Promise<boolean> {
  return (await auth.api.readResetToken({ query: { token } })).userId !== null;
}

export async function resetPassword(
  accounts: Accounts,
  { token, wanted }: Readonly<{ token: string; wanted: string }>,
  asking: Asking,
): Promise<Outcome<null, ResetProblem>> {
  const { auth, database, mailer } = accounts;
  const { userId } = await auth.api.readResetToken({ query: { token } });
  const account = userId === null ? undefined : await findAccountOf(database, userId);
  if (account === undefined || account.isDisabled) return refuse({ code: "reset_link_over" });
  const problem = checkPassword(wanted, wordsAround(account));
  if (problem !== undefined) return refuse(problem);
  const body = { token, newPassword: normalisePassword(wanted) };
  const answer = await callAuth(() => auth.api.resetPassword({ body, headers: asking.headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: "reset_link_over" });
  await auditOwnEvent(database, { action: "password.changed", accountId: account.id, after: { byMail: true } }, asking);
  sendSoon(mailer, changedLetter(account.email, "password"));
  return succeed(null);
}
