/** Routes for who has forgotten the password. */
import { Hono } from "hono";
import {
  askForReset,
  isResetLinkGood,
  type RequestContext,
  type RequestEnv,
  readForm,
  resetPassword,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { askingOf, goTo } from "./asking.ts";
import { ForgottenPage, NewPasswordPage, ResetLinkOverPage } from "./reset-pages.tsx";
import type { SignInParts } from "./sign-in-parts.ts";
import { tooManyTries } from "./too-many-page.tsx";
import { words } from "./words.ts";

export function resetRoutes(parts: SignInParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/sign-in/forgotten", (c) => renderPage(c, <ForgottenPage page={officePage(c)} isSent={false} />));
  routes.post("/sign-in/forgotten", (c) => takeForgotten(c, parts));
  routes.get("/sign-in/new-password", (c) => showNewPassword(c, parts));
  routes.post("/sign-in/new-password", (c) => takeNewPassword(c, parts));
  return routes;
}

async function takeForgotten(c: RequestContext, { accounts }: SignInParts) {
  const form = await readForm(c);
  const outcome = await askForReset(accounts, String(form.get("email") ?? ""), askingOf(c));
  if (!outcome.ok) return tooManyTries(c, outcome.problem);
  return renderPage(c, <ForgottenPage page={officePage(c)} isSent />);
}

async function showNewPassword(c: RequestContext, { accounts }: SignInParts) {
  keepTokenHere(c);
  const token = c.req.query("token") ?? "";
  if (!(await isResetLinkGood(accounts, token))) return linkOver(c);
  return renderPage(c, <NewPasswordPage page={officePage(c)} token={token} />);
}

async function takeNewPassword(c: RequestContext, { accounts }: SignInParts) {
  keepTokenHere(c);
  const form = await readForm(c);
  const token = String(form.get("token") ?? "");
  const outcome = await resetPassword(accounts, { token, wanted: String(form.get("password") ?? "") }, askingOf(c));
  if (outcome.ok) return goTo(c, "/sign-in?changed=1");
  if (outcome.problem.code === "reset_link_over") return linkOver(c);
  const error = words(c.get("lang")).passwordProblems[outcome.problem.code];
  return renderPage(c, <NewPasswordPage page={officePage(c)} token={token} error={error} />, 422);
}

function linkOver(c: RequestContext) {
  return renderPage(c, <ResetLinkOverPage page={officePage(c)} />, 410);
}

/** The address of the page carries a token: no other page learns it as where the reader came from, no cache keeps it. */
export function keepTokenHere(c: RequestContext): void {
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
}
