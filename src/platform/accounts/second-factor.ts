/**
 * The authenticator app (認証アプリ, TOTP) of one's own account: set up, confirm, take away; and the recovery codes.
 *
 * Nothing counts before a first code was right. Setting up, taking away and new recovery codes ask for the password.
 * Each change opens a new session and ends the one before.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { sendSoon } from "../mail/open-mailer.ts";
import { auditOwnEvent } from "./account-audit.ts";
import { countTry, forgetTries, LIMITS } from "./attempt-limit.ts";
import { callAuth } from "./call-auth.ts";
import { changedLetter } from "./letters.ts";
import type { Accounts } from "./open-accounts.ts";
import { normalisePassword } from "./password-rule.ts";
import { makeRecoveryCodes, sealRecoveryCodes } from "./recovery-codes.ts";
import { spendCode } from "./second-factor-step.ts";
import type { Asking, Cookies, TooMany } from "./sign-in.ts";
import type { SignedIn } from "./signed-in.ts";
import { normaliseCode } from "./time-codes.ts";

export type PasswordAsked = TooMany | Readonly<{ code: "password_wrong" }>;
export type BeginProblem = PasswordAsked | Readonly<{ code: "second_factor_on" }>;
export type ConfirmProblem =
  | TooMany
  | Readonly<{ code: "code_wrong" }>
  | Readonly<{ code: "code_used_before" }>
  | Readonly<{ code: "set_up_first" }>;

/** otpauth://totp/… for the app; the secret is in it. */
export type TotpSetUp = Readonly<{ uri: string; secret: string }>;
export type TotpEnabled = Readonly<{ cookies: Cookies; recoveryCodes: readonly string[] }>;

export async function beginTotp(
  accounts: Accounts,
  who: SignedIn,
  password: string,
  asking: Asking,
): Promise<Outcome<TotpSetUp, BeginProblem>> {
  if (who.hasTotp) return refuse({ code: "second_factor_on" });
  const again = await countPasswordTry(accounts, who);
  if (again !== undefined) return refuse(again);
  const body = { password: normalisePassword(password), method: "totp" as const };
  const { headers } = asking;
  const answer = await callAuth(() => accounts.auth.api.enableTwoFactor({ body, headers, returnHeaders: true }));
  if (!answer.ok)
    return refuse({ code: answer.code === "TOTP_ALREADY_ENABLED" ? "second_factor_on" : "password_wrong" });
  if (!("totpURI" in answer.value)) throw new Error("the library set up something else");
  return succeed(setUpOf(answer.value.totpURI));
}

function setUpOf(uri: string): TotpSetUp {
  return { uri, secret: new URL(uri).searchParams.get("secret") ?? "" };
}

/** The set-up once more from the address the page kept, after a wrong code; undefined when it is none. */
export function readSetUp(uri: string): TotpSetUp | undefined {
  return /^otpauth:\/\/totp\/[^\s]{1,500}$/u.test(uri) && URL.canParse(uri) ? setUpOf(uri) : undefined;
}

export async function confirmTotp(
  accounts: Accounts,
  who: SignedIn,
  typed: string,
  asking: Asking,
): Promise<Outcome<TotpEnabled, ConfirmProblem>> {
  const { auth, pool, database } = accounts;
  const again = await countTry(pool, [{ what: "code", of: who.authUserId, limit: LIMITS.codeOfAccount }]);
  if (again !== undefined) return refuse({ code: "too_many_tries", again });
  const code = normaliseCode(typed);
  const spent = await spendCode(accounts, who.authUserId, code);
  if (spent === "used_before") return refuse({ code: "code_used_before" });
  if (spent === "sealed") return refuse({ code: "set_up_first" });
  const { headers } = asking;
  const answer = await callAuth(() => auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: answer.code === "TOTP_NOT_ENABLED" ? "set_up_first" : "code_wrong" });
  await forgetTries(pool, "code", who.authUserId);
  const recoveryCodes = await storeNewCodes(accounts, who);
  await auditOwnEvent(database, { action: "second_factor.enabled", accountId: who.accountId }, asking);
  return succeed({ cookies: answer.cookies, recoveryCodes });
}

export async function renewRecoveryCodes(
  accounts: Accounts,
  who: SignedIn,
  password: string,
  asking: Asking,
): Promise<Outcome<readonly string[], PasswordAsked | Readonly<{ code: "set_up_first" }>>> {
  if (!who.hasTotp) return refuse({ code: "set_up_first" });
  const again = await countPasswordTry(accounts, who);
  if (again !== undefined) return refuse(again);
  const body = { password: normalisePassword(password) };
  const { headers } = asking;
  const answer = await callAuth(() => accounts.auth.api.verifyPassword({ body, headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: "password_wrong" });
  const codes = await storeNewCodes(accounts, who);
  await auditOwnEvent(accounts.database, { action: "recovery_codes.renewed", accountId: who.accountId }, asking);
  return succeed(codes);
}

export async function disableTotp(
  accounts: Accounts,
  who: SignedIn,
  password: string,
  asking: Asking,
): Promise<Outcome<Cookies, PasswordAsked>> {
  const again = await countPasswordTry(accounts, who);
  if (again !== undefined) return refuse(again);
  const body = { password: normalisePassword(password) };
  const { headers } = asking;
  const answer = await callAuth(() => accounts.auth.api.disableTwoFactor({ body, headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: "password_wrong" });
  await auditOwnEvent(accounts.database, { action: "second_factor.disabled", accountId: who.accountId }, asking);
  sendSoon(accounts.mailer, changedLetter(who.email, "second_factor_removed"));
  return succeed(answer.cookies);
}

/** Somebody at an unlocked screen must not guess the password here either. */
export async function countPasswordTry({ pool }: Accounts, { authUserId }: SignedIn): Promise<TooMany | undefined> {
  const again = await countTry(pool, [{ what: "own-password", of: authUserId, limit: LIMITS.signInOfAccount }]);
  return again === undefined ? undefined : { code: "too_many_tries", again };
}

async function storeNewCodes({ pool, settings }: Accounts, { authUserId }: SignedIn): Promise<readonly string[]> {
  const codes = makeRecoveryCodes();
  const sealed = await sealRecoveryCodes(JSON.stringify(codes), settings.key);
  await pool.query('update "twoFactor" set "backupCodes" = $1 where "userId" = $2', [sealed, authUserId]);
  return codes;
}
