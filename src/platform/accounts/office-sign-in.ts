/**
 * Sign-in of the office itself (OpenID Connect), when the environment names a provider. It opens accounts of people who
 * were invited and nobody else's; whether it asks for a second factor is the provider's business.
 */

import { OIDC_PROVIDER } from "./auth-options.ts";
import { callAuth } from "./call-auth.ts";
import type { Accounts } from "./open-accounts.ts";
import type { Asking, Cookies } from "./sign-in.ts";

export const OFFICE_CALLBACK_PATH = `/auth/callback/${OIDC_PROVIDER}`;

export type OfficeSignIn = Readonly<{ address: string; cookies: Cookies }>;

/** @returns where to send the browser; undefined when no provider is configured or it cannot be reached. */
export async function beginOfficeSignIn(
  { auth, settings }: Accounts,
  next: string,
  failed: string,
  { headers }: Asking,
): Promise<OfficeSignIn | undefined> {
  if (settings.oidc === null) return undefined;
  const body = { provider: OIDC_PROVIDER, callbackURL: next, errorCallbackURL: failed, disableRedirect: true };
  const answer = await callAuth(() => auth.api.signInSocial({ body, headers, returnHeaders: true }));
  if (!answer.ok || answer.value.url === undefined) return undefined;
  return { address: answer.value.url, cookies: answer.cookies };
}

/** The provider sends the browser back here; the library checks state, code and token and opens the session. */
export function endOfficeSignIn({ auth }: Accounts, request: Request): Promise<Response> {
  return auth.handler(request);
}
