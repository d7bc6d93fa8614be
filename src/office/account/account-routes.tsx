/** One's own account. Who is not signed in is shown the way in; the operator of the start's link has no account. */
import { Hono } from "hono";
import {
  type Accounts,
  changePassword,
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

export function accountRoutes({ accounts }: Readonly<{ accounts: Accounts }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const anyone = signedInOnly(routes, accounts);
  anyone.get("/account", showAccount);
  anyone.post("/account/body", takeBody);
  anyone.post("/account/sessions/end", takeSessionEnd);
  const own = ownAccountOnly(routes, accounts);
  own.get("/account/password", (c) => renderPage(c, <PasswordPage page={officePage(c)} />));
  own.post("/account/password", takePassword);
  own.get("/account/passkeys", (c, _accounts, who) => showPasskeys(c, accounts, who));
  own.post("/account/passkeys/remove", takePasskeyRemoval);
  routes.route("/", totpRoutes(accounts));
  return routes;
}

async function showPasskeys(c: RequestContext, accounts: Accounts, who: SignedIn, isRefused = false) {
  const passkeys = await listOwnPasskeys(accounts, who);
  const page = officePage(c);
  return renderPage(c, <PasskeyPage {...{ page, passkeys, isRefused }} />, isRefused ? 403 : 200);
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
  const outcome = await removePasskey(accounts, who, String(form.get("passkey") ?? ""), askingOf(c));
  if (!outcome.ok) return showPasskeys(c, accounts, who, true);
  return goTo(c, "/account?done=passkey_removed");
}
