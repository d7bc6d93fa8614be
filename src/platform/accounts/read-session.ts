/** The session of a request as a person with roles: checked against accounts, bodies and roles as they are now. */
import type { Context } from "hono";
import type { Role } from "../permissions/role.ts";
import { type AccountToday, findAccountOf } from "./account-store.ts";
import type { Accounts } from "./open-accounts.ts";
import { passCookies } from "./pass-cookies.ts";
import {
  needsSecondFactor,
  type SecondFactorRule,
  SIGN_IN_METHODS,
  type SignedIn,
  type SignInMethod,
} from "./signed-in.ts";

/** A session in use is prolonged; after a week one signs in anew all the same (ASVS 7.3.2). */
const LONGEST_SESSION_MS = 7 * 24 * 60 * 60 * 1_000;

/** @returns undefined when there is no session, it has ended, or its account is closed. */
export async function readSession(accounts: Accounts, c: Context): Promise<SignedIn | undefined> {
  const { auth, database, settings } = accounts;
  const { headers, response } = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true });
  if (response === null) return undefined;
  const account = await findAccountOf(database, response.user.id);
  if (account === undefined || account.isDisabled || (account.isSample && !settings.allowsSample)) return undefined;
  const { session, user } = response;
  if (Date.now() - session.createdAt.getTime() > LONGEST_SESSION_MS) {
    await accounts.pool.query("delete from session where id = $1", [session.id]);
    return undefined;
  }
  const roles = rolesOf(account);
  const isRotated = session.rolesSeen !== roles && (await seeRoles(accounts, c, session, roles));
  if (!isRotated) passCookies(c, headers.getSetCookie()); // a session in use is prolonged
  const method = SIGN_IN_METHODS.find((known) => known === session.method) ?? "password";
  const wanted = session.bodyId ?? user.lastBodyId ?? null;
  return {
    accountId: account.id,
    authUserId: user.id,
    displayName: account.displayName,
    email: account.email,
    isSample: account.isSample,
    sessionId: session.id, // stays when the token changes
    method,
    hasTotp: user.twoFactorEnabled === true,
    ...whatCounts(account, wanted, isWeak(method) ? settings.requiresSecondFactor : false),
  };
}

type SeenSession = Readonly<{ id: string; token: string; rolesSeen?: string | null | undefined }>;

/** The cookie from before a change of roles is worth nothing after it: the session goes on under another token. */
async function seeRoles(
  { auth, pool }: Accounts,
  c: Context,
  { id, token, rolesSeen }: SeenSession,
  roles: string,
): Promise<boolean> {
  if (typeof rolesSeen !== "string") {
    await pool.query('update session set "rolesSeen" = $1 where id = $2', [roles, id]);
    return false;
  }
  const rotated = await auth.api.rotateSession({
    body: { token, rolesSeen: roles },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  passCookies(c, rotated.headers.getSetCookie());
  return true;
}

/** What is held today, as one word to compare. */
function rolesOf({ holdings }: AccountToday): string {
  return holdings
    .flatMap(({ body, roles }) => roles.map((role) => `${body.id}:${role}`))
    .sort()
    .join(" ");
}

function isWeak(method: SignInMethod): boolean {
  return method === "password";
}

/**
 * @param bodyId the body the session works for, if it is still held.
 * @param rule for a session that showed no second factor.
 */
export function whatCounts(
  { holdings }: Pick<AccountToday, "holdings">,
  bodyId: string | null,
  rule: SecondFactorRule,
): Pick<SignedIn, "current" | "others" | "withheld"> {
  const isWithheld = (role: Role): boolean => needsSecondFactor(role, rule);
  const withheld = holdings.flatMap(({ roles }) => roles.filter(isWithheld));
  const counting = holdings.map(({ body, roles }) => ({ body, roles: roles.filter((role) => !isWithheld(role)) }));
  const usable = counting.filter(({ roles }) => roles.length > 0);
  const current = usable.find(({ body }) => body.id === bodyId) ?? usable[0] ?? null;
  const others = usable.filter((holding) => holding !== current).map(({ body }) => body);
  return { current, others, withheld: [...new Set(withheld)] };
}
