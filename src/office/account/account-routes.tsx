/** One's own account. Who is not signed in is shown the way in; the operator of the start's link has no account. */
import { Hono } from "hono";
import {
  type Accounts,
  changePassword,
  type Database,
  endOtherSessions,
  listOwnPasskeys,
  listOwnSessions,
  passCookies,
  type RequestContext,
  type RequestEnv,
  readForm,
  removePasskey,
  type SignedIn,
  switchBody,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { refusePage } from "../require-permission.tsx";
import { askingOf, goTo } from "../sign-in/asking.ts";
import { tooManyTries } from "../sign-in/too-many-page.tsx";
import { words as signInWords } from "../sign-in/words.ts";
import { AccountPage, type Done } from "./account-page.tsx";
import { PasskeyPage } from "./passkey-page.tsx";
import { PasswordPage } from "./password-page.tsx";
import { ownAccountOnly, signedInOnly } from "./signed-in-only.ts";
import { totpRoutes } from "./totp-routes.tsx";
import { words } from "./words.ts";

export type AccountPageParts = Readonly<{ database: Database; accounts: Accounts }>;

export function accountRoutes(parts: AccountPageParts): Hono<RequestEnv> {
  const { accounts } = parts;
  const routes = new Hono<RequestEnv>();
  routes.get(
    "/account",
    signedInOnly((c, who) => showAccount(c, accounts, who)),
  );
  routes.post(
    "/account/body",
    signedInOnly((c, who) => takeBody(c, accounts, who)),
  );
  routes.post(
    "/account/sessions/end",
    signedInOnly((c, who) => takeSessionEnd(c, accounts, who)),
  );
  routes.get(
    "/account/password",
    ownAccountOnly((c) => renderPage(c, <PasswordPage page={officePage(c)} />)),
  );
  routes.post(
    "/account/password",
    ownAccountOnly((c, who) => takePassword(c, accounts, who)),
  );
  routes.get(
    "/account/passkeys",
    ownAccountOnly(async (c, who) => {
      const passkeys = await listOwnPasskeys(accounts, who);
      return renderPage(c, <PasskeyPage page={officePage(c)} passkeys={passkeys} />);
    }),
  );
  routes.post(
    "/account/passkeys/remove",
    ownAccountOnly((c, who) => takePasskeyRemoval(c, accounts, who)),
  );
  routes.route("/", totpRoutes(accounts));
  return routes;
}

async function showAccount(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const [passkeys, sessions] = await Promise.all([listOwnPasskeys(accounts, who), listOwnSessions(accounts, who)]);
  const done = doneOf(c.req.query("done"), c);
  return renderPage(
    c,
    <AccountPage page={officePage(c)} who={who} passkeys={passkeys} sessions={sessions} done={done} />,
  );
}

function doneOf(text: string | undefined, c: RequestContext): Done | undefined {
  const { done } = words(c.get("lang"));
  return text !== undefined && Object.hasOwn(done, text) ? (text as Done) : undefined; // it is one of its keys
}

async function takeBody(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const form = await readForm(c);
  const isDone = await switchBody(accounts, who, String(form.get("body") ?? ""), askingOf(c));
  return isDone ? goTo(c, "/account") : refusePage(c);
}

async function takeSessionEnd(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const form = await readForm(c);
  const asked = String(form.get("session") ?? "");
  await endOtherSessions(accounts, who, asked === "all" ? null : asked, askingOf(c));
  return goTo(c, "/account?done=sessions");
}

async function takePassword(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const form = await readForm(c);
  const changed = { current: String(form.get("current") ?? ""), wanted: String(form.get("wanted") ?? "") };
  const outcome = await changePassword(accounts, who, changed, askingOf(c));
  if (outcome.ok) {
    passCookies(c, outcome.value);
    return goTo(c, "/account?done=password");
  }
  const { problem } = outcome;
  if (problem.code === "too_many_tries") return tooManyTries(c, problem);
  const lang = c.get("lang");
  const errors =
    problem.code === "password_wrong"
      ? { currentError: words(lang).passwordWrong }
      : { wantedError: signInWords(lang).passwordProblems[problem.code] };
  return renderPage(c, <PasswordPage page={officePage(c)} {...errors} />, 422);
}

async function takePasskeyRemoval(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const form = await readForm(c);
  await removePasskey(accounts, who, String(form.get("passkey") ?? ""), askingOf(c));
  return goTo(c, "/account?done=passkey_removed");
}
