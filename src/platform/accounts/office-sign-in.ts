/**
 * Sign-in of the office itself (OpenID Connect), when the environment names a provider. It opens accounts of people who
 * were invited and nobody else's; whether it asks for a second factor is the provider's business.
 */

import { auditStranger } from "./account-audit.ts";
import { findAccountOf } from "./account-store.ts";
import { type Auth, OIDC_PROVIDER } from "./auth-options.ts";
import { callAuth } from "./call-auth.ts";
import type { Accounts } from "./open-accounts.ts";
import { type Asking, auditSignIn, type Cookies } from "./sign-in.ts";

export const OFFICE_CALLBACK_PATH = `/auth/callback/${OIDC_PROVIDER}`;

export type OfficeSignIn = Readonly<{ address: string; cookies: Cookies }>;

/** @returns where to send the browser; undefined when no provider is configured or it cannot be reached. */
export async function beginOfficeSignIn(
  { auth, settings }: Accounts,
  next: string,
  failed: string,
  { headers }: Asking,
): Promise<OfficeSignIn | undefined> {
  if (settings.oidc === null || !(await isNamedIssuer(auth, settings.oidc.issuer))) return undefined;
  const body = { provider: OIDC_PROVIDER, callbackURL: next, errorCallbackURL: failed, disableRedirect: true };
  const answer = await callAuth(() => auth.api.signInSocial({ body, headers, returnHeaders: true }));
  if (!answer.ok || answer.value.url === undefined) return undefined;
  return { address: answer.value.url, cookies: answer.cookies };
}

/** What calls itself another issuer in its own description is not the provider that the administrator named. */
async function isNamedIssuer(auth: Auth, named: string): Promise<boolean> {
  const { socialProviders } = await auth.$context;
  const issuer = socialProviders.find(({ id }) => id === OIDC_PROVIDER)?.issuer;
  return issuer === undefined || withoutSlash(issuer) === withoutSlash(named); // unknown: it could not be reached yet
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/u, "");
}

/** The provider sends the browser back here; the library checks state, code and token and opens the session. */
export async function endOfficeSignIn(accounts: Accounts, request: Request, asking: Asking): Promise<Response> {
  const { auth, database } = accounts;
  const answer = await auth.handler(request);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const opened = await auth.api.getSession({ headers: new Headers({ cookie }) });
  const account = opened === null ? undefined : await findAccountOf(database, opened.user.id);
  if (account !== undefined) await auditSignIn(accounts, account.id, "oidc", asking);
  else {
    const failed = { action: "sign_in.failed", outcome: "failed", accountId: undefined } as const;
    await auditStranger(database, { ...failed, after: { method: "oidc" } }, asking);
  }
  return answer;
}
