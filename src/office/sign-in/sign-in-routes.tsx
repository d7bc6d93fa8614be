/** Signing in and out. Every form works without a script; cookies come from better-auth and are passed on. */
import { Hono } from "hono";
import {
  type Accounts,
  beginOfficeSignIn,
  endOfficeSignIn,
  endSession,
  listSampleAccounts,
  OFFICE_CALLBACK_PATH,
  passCookies,
  type RequestContext,
  type RequestEnv,
  readForm,
  signIn,
  signInAsSample,
  signOut,
} from "../../platform/index.ts";
import { pathIn, renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { refusePage } from "../require-permission.tsx";
import { askingOf, goTo, safeNext } from "./asking.ts";
import { invitationRoutes } from "./invitation-routes.tsx";
import { resetRoutes } from "./reset-routes.tsx";
import { secondFactorPath } from "./second-factor-page.tsx";
import { secondFactorRoutes } from "./second-factor-routes.tsx";
import { SignInPage, type SignInPageProps } from "./sign-in-page.tsx";
import type { SignInParts } from "./sign-in-parts.ts";
import { tooManyTries } from "./too-many-page.tsx";
import { words } from "./words.ts";

export function signInRoutes(parts: SignInParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/sign-in", (c) => showSignIn(c, parts));
  routes.post("/sign-in", (c) => takeSignIn(c, parts));
  routes.post("/sign-in/sample", (c) => takeSample(c, parts));
  routes.get("/sign-in/office", (c) => beginOffice(c, parts));
  routes.get(OFFICE_CALLBACK_PATH, (c) => endOfficeSignIn(parts.accounts, c.req.raw, askingOf(c)));
  routes.route("/", secondFactorRoutes(parts));
  routes.route("/", resetRoutes(parts));
  routes.route("/", invitationRoutes(parts));
  routes.post("/sign-out", (c) => takeSignOut(c, parts));
  return routes;
}

async function showSignIn(c: RequestContext, { accounts }: SignInParts) {
  c.header("Cache-Control", "no-store");
  if (c.get("signedIn") !== undefined) return goTo(c, "/account");
  const { changed, office, next } = c.req.query();
  const { officeRefused } = words(c.get("lang"));
  const refused = office === "refused" ? { message: officeRefused } : undefined;
  return signInPage(c, accounts, { next: safeNext(next), isChanged: changed === "1", refused }, refused ? 422 : 200);
}

async function signInPage(
  c: RequestContext,
  accounts: Accounts,
  said: Pick<SignInPageProps, "next" | "refused" | "isChanged">,
  status: 200 | 422 = 200,
) {
  const samples = await listSampleAccounts(accounts);
  const ways = { samples, officeLabel: accounts.settings.oidc?.label ?? null };
  return renderPage(c, <SignInPage page={officePage(c)} {...ways} {...said} />, status);
}

async function takeSignIn(c: RequestContext, { accounts, database }: SignInParts) {
  const form = await readForm(c);
  const next = safeNext(form.get("next"));
  const email = String(form.get("email") ?? "");
  const outcome = await signIn(accounts, { email, password: String(form.get("password") ?? "") }, askingOf(c));
  if (!outcome.ok && outcome.problem.code === "too_many_tries") return tooManyTries(c, outcome.problem);
  if (!outcome.ok)
    return signInPage(c, accounts, { next, refused: { email, message: words(c.get("lang")).wrong } }, 422);
  await endSession(database, c);
  passCookies(c, outcome.value.cookies);
  if (outcome.value.asksSecondFactor) return goTo(c, secondFactorPath("totp", next));
  return goTo(c, next ?? "/account");
}

async function takeSample(c: RequestContext, { accounts, database }: SignInParts) {
  const form = await readForm(c);
  const outcome = await signInAsSample(accounts, String(form.get("account") ?? ""), askingOf(c));
  if (!outcome.ok) return refusePage(c);
  await endSession(database, c);
  passCookies(c, outcome.value);
  return goTo(c, safeNext(form.get("next")) ?? "/account");
}

/**
 * The provider sends the browser back to us with a code; where it goes then is kept by the library. A link and no form:
 * the content security policy lets no form lead to another host.
 */
async function beginOffice(c: RequestContext, { accounts }: SignInParts) {
  const lang = c.get("lang");
  const next = safeNext(c.req.query("next")) ?? pathIn(lang, "/account");
  const begun = await beginOfficeSignIn(accounts, next, pathIn(lang, "/sign-in?office=refused"), askingOf(c));
  if (begun === undefined) return signInPage(c, accounts, { next, refused: { message: words(lang).officeAway } }, 422);
  passCookies(c, begun.cookies);
  return c.redirect(begun.address, 303);
}

async function takeSignOut(c: RequestContext, { accounts, database }: SignInParts) {
  const signedIn = c.get("signedIn");
  if (signedIn !== undefined) passCookies(c, await signOut(accounts, signedIn, askingOf(c)));
  await endSession(database, c);
  c.header("Clear-Site-Data", '"cache"');
  return goTo(c, "/");
}
