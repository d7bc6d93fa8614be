/** Routes of the second step of signing in. */
import { Hono } from "hono";
import {
  isChallengeOpen,
  passCookies,
  type RequestContext,
  type RequestEnv,
  readForm,
  type SecondStepProblem,
  takeSecondStep,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { askingOf, goTo, safeNext } from "./asking.ts";
import { ChallengeOverPage, SecondFactorPage } from "./second-factor-page.tsx";
import type { SignInParts } from "./sign-in-parts.ts";
import { tooManyTries } from "./too-many-page.tsx";
import { words } from "./words.ts";

type Kind = "totp" | "recovery_code";

export function secondFactorRoutes(parts: SignInParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.get("/sign-in/second-factor", (c) => showSecondFactor(c, parts));
  routes.post("/sign-in/second-factor", (c) => takeSecondFactor(c, parts));
  return routes;
}

function kindOf(text: unknown): Kind {
  return text === "recovery_code" ? "recovery_code" : "totp";
}

async function showSecondFactor(c: RequestContext, { accounts }: SignInParts) {
  c.header("Cache-Control", "no-store");
  const next = safeNext(c.req.query("next"));
  if (!(await isChallengeOpen(accounts, askingOf(c)))) return challengeOver(c, next);
  return renderPage(c, <SecondFactorPage page={officePage(c)} kind={kindOf(c.req.query("kind"))} next={next} />);
}

async function takeSecondFactor(c: RequestContext, { accounts }: SignInParts) {
  const form = await readForm(c);
  const next = safeNext(form.get("next"));
  const kind = kindOf(form.get("kind"));
  const outcome = await takeSecondStep(accounts, { kind, code: String(form.get("code") ?? "") }, askingOf(c));
  if (!outcome.ok) return refused(c, kind, next, outcome.problem);
  passCookies(c, outcome.value);
  return goTo(c, next ?? "/account");
}

function refused(c: RequestContext, kind: Kind, next: string | undefined, problem: SecondStepProblem) {
  if (problem.code === "too_many_tries") return tooManyTries(c, problem);
  if (problem.code === "challenge_over") return challengeOver(c, next);
  const { problems, recoveryWrong } = words(c.get("lang")).secondFactor;
  const error = kind === "totp" ? problems[problem.code] : recoveryWrong;
  return renderPage(c, <SecondFactorPage page={officePage(c)} kind={kind} next={next} error={error} />, 422);
}

function challengeOver(c: RequestContext, next: string | undefined) {
  return renderPage(c, <ChallengeOverPage page={officePage(c)} next={next} />, 422);
}
