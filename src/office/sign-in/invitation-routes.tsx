/** Routes of accepting an invitation. Whoever guesses at tokens is stopped by address. */
import { Hono } from "hono";
import {
  type AcceptProblem,
  acceptAsNewPerson,
  acceptWithAccount,
  countInvitationTry,
  findInvitation,
  passCookies,
  type RequestContext,
  type RequestEnv,
  readForm,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { askingOf, goTo } from "./asking.ts";
import { InvitationOverPage, InvitationPage, type InvitationPageProps } from "./invitation-page.tsx";
import { keepTokenHere } from "./reset-routes.tsx";
import type { SignInParts } from "./sign-in-parts.ts";
import { tooManyTries } from "./too-many-page.tsx";
import { words } from "./words.ts";

export function invitationRoutes(parts: SignInParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use("/invitation/*", (c, next) => {
    keepTokenHere(c);
    return next();
  });
  routes.get("/invitation", (c) => showInvitation(c, parts, c.req.query("token") ?? ""));
  routes.post("/invitation", (c) => takeNewPerson(c, parts));
  routes.post("/invitation/accept", (c) => takeWithAccount(c, parts));
  return routes;
}

async function showInvitation(
  c: RequestContext,
  { accounts }: SignInParts,
  token: string,
  refused?: InvitationPageProps["refused"],
) {
  const limited = await countInvitationTry(accounts, askingOf(c));
  if (limited !== undefined) return tooManyTries(c, limited);
  const found = await findInvitation(accounts, token);
  if (!found.ok) return refuse(c, found.problem);
  const page = { page: officePage(c), token, ...found.value, who: c.get("signedIn"), refused };
  return renderPage(c, <InvitationPage {...page} />, refused === undefined ? 200 : 422);
}

async function takeNewPerson(c: RequestContext, parts: SignInParts) {
  const form = await readForm(c);
  const token = String(form.get("token") ?? "");
  const name = String(form.get("name") ?? "");
  const person = { token, displayName: name, password: String(form.get("password") ?? "") };
  const outcome = await acceptAsNewPerson(parts.accounts, person, askingOf(c));
  if (outcome.ok) {
    passCookies(c, outcome.value);
    return goTo(c, "/account");
  }
  const { problem } = outcome;
  const { invitation, passwordProblems } = words(c.get("lang"));
  if (problem.code === "account_exists") return showInvitation(c, parts, token);
  if (problem.code === "name_missing" || problem.code === "name_too_long") {
    const nameError = problem.code === "name_missing" ? invitation.nameMissing : invitation.nameTooLong;
    return showInvitation(c, parts, token, { name, nameError });
  }
  if (problem.code in passwordProblems) {
    const code = problem.code as keyof typeof passwordProblems; // it is one of its keys
    return showInvitation(c, parts, token, { name, passwordError: passwordProblems[code] });
  }
  return refuse(c, problem);
}

async function takeWithAccount(c: RequestContext, parts: SignInParts) {
  const form = await readForm(c);
  const token = String(form.get("token") ?? "");
  const who = c.get("signedIn");
  if (who === undefined) return showInvitation(c, parts, token);
  const outcome = await acceptWithAccount(parts.accounts, token, who, askingOf(c));
  return outcome.ok ? goTo(c, "/account") : refuse(c, outcome.problem);
}

function refuse(c: RequestContext, problem: AcceptProblem) {
  const { invitation: texts } = words(c.get("lang"));
  const page = officePage(c);
  switch (problem.code) {
    case "invitation_unknown":
      return renderPage(c, <InvitationOverPage page={page} text={texts.over.invitation_unknown} />, 404);
    case "invitation_used":
      return renderPage(c, <InvitationOverPage page={page} text={texts.over.invitation_used} />, 410);
    case "invitation_expired":
    case "invitation_revoked": {
      const ask = texts.askAgain(problem.bodyName);
      return renderPage(c, <InvitationOverPage page={page} text={texts.over[problem.code]} ask={ask} />, 410);
    }
    case "invitation_for_another":
      return renderPage(c, <InvitationOverPage page={page} text={texts.another(problem.email)} />, 403);
    case "invitation_role_held":
      return renderPage(c, <InvitationOverPage page={page} text={texts.roleHeld} />, 409);
    default:
      return renderPage(c, <InvitationOverPage page={page} text={texts.closed} />, 409);
  }
}
