/**
 * Passkeys (パスキー): the device holds the key and checks who holds the device. The browser's part is an island
 * (src/office/passkeys/passkey-island.ts); here the answers of the device are checked and kept.
 */
import type pg from "pg";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { sendSoon } from "../mail/open-mailer.ts";
import { auditOwnEvent, auditStranger } from "./account-audit.ts";
import { findAccountOf } from "./account-store.ts";
import { countTry, LIMITS } from "./attempt-limit.ts";
import { FRESH_SECONDS } from "./auth-options.ts";
import { type AuthAnswer, callAuth } from "./call-auth.ts";
import { changedLetter } from "./letters.ts";
import type { Accounts } from "./open-accounts.ts";
import { type Asking, auditSignIn, type Cookies, type TooMany } from "./sign-in.ts";
import type { SignedIn } from "./signed-in.ts";

export type OwnPasskey = Readonly<{ id: string; name: string; addedAt: Date | null }>;
export type PasskeyProblem =
  | Readonly<{ code: "passkey_refused" }>
  /** Signed in too long ago to add one. */
  | Readonly<{ code: "session_not_fresh" }>;

const LONGEST_NAME = 60;

export async function listOwnPasskeys({ pool }: Accounts, { authUserId }: SignedIn): Promise<readonly OwnPasskey[]> {
  const { rows } = await pool.query<OwnPasskey>(
    `select id, coalesce(name, '') as name, "createdAt" as "addedAt" from passkey where "userId" = $1 order by "createdAt"`,
    [authUserId],
  );
  return rows;
}

/** As adding one, taking one away needs a sign-in of just now: it is what somebody at an unlocked screen would do first. */
export async function removePasskey(
  { pool, database, mailer }: Accounts,
  who: SignedIn,
  id: string,
  asking: Asking,
): Promise<Outcome<Readonly<{ isRemoved: boolean }>, Readonly<{ code: "session_not_fresh" }>>> {
  if (!(await isFresh(pool, who))) return refuse({ code: "session_not_fresh" });
  const { rowCount } = await pool.query('delete from passkey where id = $1 and "userId" = $2', [id, who.authUserId]);
  if (rowCount !== 1) return succeed({ isRemoved: false });
  await auditOwnEvent(database, { action: "passkey.removed", accountId: who.accountId }, asking);
  sendSoon(mailer, changedLetter(who.email, "passkey_removed"));
  return succeed({ isRemoved: true });
}

async function isFresh(pool: pg.Pool, { sessionId }: SignedIn): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from session where id = $1 and "createdAt" > now() - make_interval(secs => $2)`,
    [sessionId, FRESH_SECONDS],
  );
  return rowCount === 1;
}

/** What the browser hands to the device; a cookie keeps the challenge. */
export function offerRegistration({ auth }: Accounts, { headers }: Asking): Promise<AuthAnswer<unknown>> {
  return callAuth(() => auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true }));
}

export async function addPasskey(
  { auth, database, mailer }: Accounts,
  who: SignedIn,
  said: Readonly<{ response: unknown; name: string }>,
  asking: Asking,
): Promise<Outcome<Cookies, PasskeyProblem>> {
  const body = { response: said.response, name: said.name.trim().slice(0, LONGEST_NAME) };
  const { headers } = asking;
  const answer = await callAuthWithDevice(() =>
    auth.api.verifyPasskeyRegistration({ body, headers, returnHeaders: true }),
  );
  if (!answer.ok)
    return refuse({ code: answer.code === "SESSION_NOT_FRESH" ? "session_not_fresh" : "passkey_refused" });
  await auditOwnEvent(database, { action: "passkey.added", accountId: who.accountId }, asking);
  sendSoon(mailer, changedLetter(who.email, "passkey_added"));
  return succeed(answer.cookies);
}

export function offerSignIn({ auth }: Accounts, { headers }: Asking): Promise<AuthAnswer<unknown>> {
  return callAuth(() => auth.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }));
}

export async function signInWithPasskey(
  accounts: Accounts,
  response: Readonly<Record<string, unknown>>,
  asking: Asking,
): Promise<Outcome<Cookies, PasskeyProblem | TooMany>> {
  const { auth, pool, database } = accounts;
  const again = await countTry(pool, [{ what: "sign-in-from", of: asking.address, limit: LIMITS.signInFromAddress }]);
  if (again !== undefined) return refuse({ code: "too_many_tries", again });
  const body = { response: response as never }; // the library names a type of its own and checks every part of it
  const { headers } = asking;
  const answer = await callAuthWithDevice(() =>
    auth.api.verifyPasskeyAuthentication({ body, headers, returnHeaders: true }),
  );
  const account = answer.ok ? await findAccountOf(database, answer.value.user.id) : undefined;
  if (!answer.ok || account === undefined) {
    const failed = { action: "sign_in.failed", outcome: "failed", accountId: undefined } as const;
    await auditStranger(database, { ...failed, after: { method: "passkey" } }, asking);
    return refuse({ code: "passkey_refused" });
  }
  await auditSignIn(accounts, account.id, "passkey", asking);
  return succeed(answer.cookies);
}

/** The library calls an answer of a device that it cannot read an error of its own; it is the sender's. */
async function callAuthWithDevice<T>(call: Parameters<typeof callAuth<T>>[0]): Promise<AuthAnswer<T>> {
  return callAuth(call, { takesServerErrors: true });
}
