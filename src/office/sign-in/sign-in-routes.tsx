/** Signing in and out. Every form works without a script; cookies come from better-auth and are passed on. */
import { Hono } from "hono";
import {
  type Accounts,
  type Database,
  endSession,
  listSampleAccounts,
  passCookies,
  type RequestContext,
  type RequestEnv,
  readForm,
  signIn,
  signInAsSample,
  signOut,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { refusePage } from "../require-permission.tsx";
import { askingOf, goTo, safeNext } from "./asking.ts";
import { SignInPage, type SignInPageProps } from "./sign-in-page.tsx";
import { tooManyTries } from "./too-many-page.tsx";
import { words } from "./words.ts";

export type SignInParts = Readonly<{ database: Database; accounts: Accounts }>;

export function signInRoutes(parts: SignInParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/sign-in", (c) => showSignIn(c, parts));
  routes.post("/sign-in", (c) => takeSignIn(c, parts));
  routes.post("/sign-in/sample", (c) => takeSample(c, parts));
  routes.post("/sign-out", (c) => takeSignOut(c, parts));
  return routes;
}

async function showSignIn(c: RequestContext, { accounts }: SignInParts) {
  c.header("Cache-Control", "no-store");
  if (c.get("signedIn") !== undefined) return goTo(c, "/account");
  return signInPage(c, accounts, { next: safeNext(c.req.query("next")) });
}

async function signInPage(
  c: RequestContext,
  accounts: Accounts,
  said: Pick<SignInPageProps, "next" | "refused">,
  status: 200 | 422 = 200,
) {
  const samples = await listSampleAccounts(accounts);
  return renderPage(c, <SignInPage page={officePage(c)} samples={samples} {...said} />, status);
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
  if (outcome.value.asksSecondFactor) {
    return goTo(c, `/sign-in/second-factor${next === undefined ? "" : `?next=${encodeURIComponent(next)}`}`);
  }
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

async function takeSignOut(c: RequestContext, { accounts, database }: SignInParts) {
  const signedIn = c.get("signedIn");
  if (signedIn !== undefined) passCookies(c, await signOut(accounts, signedIn, askingOf(c)));
  await endSession(database, c);
  return goTo(c, "/");
}
