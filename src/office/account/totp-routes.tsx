/** Routes of the authenticator app of one's own account. */
import { Hono } from "hono";
import {
  type Accounts,
  beginTotp,
  confirmTotp,
  disableTotp,
  passCookies,
  type RequestContext,
  type RequestEnv,
  readForm,
  readSetUp,
  renewRecoveryCodes,
  type SignedIn,
} from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { officePage } from "../office-page.tsx";
import { askingOf, goTo } from "../sign-in/asking.ts";
import { tooManyTries } from "../sign-in/too-many-page.tsx";
import { ownAccountOnly } from "./signed-in-only.ts";
import { BeginTotpPage, ManageTotpPage, RecoveryCodesPage, ScanTotpPage } from "./totp-pages.tsx";
import { words } from "./words.ts";

export function totpRoutes(accounts: Accounts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const own = ownAccountOnly(routes, accounts);
  own.get("/account/totp", showTotp);
  own.post("/account/totp/begin", takeBegin);
  own.post("/account/totp/confirm", takeConfirm);
  own.post("/account/totp/codes", takeRenewal);
  own.post("/account/totp/off", takeOff);
  return routes;
}

function showTotp(c: RequestContext, _accounts: Accounts, who: SignedIn) {
  const page = officePage(c);
  return renderPage(c, who.hasTotp ? <ManageTotpPage page={page} /> : <BeginTotpPage page={page} />);
}

async function passwordIn(c: RequestContext): Promise<string> {
  return String((await readForm(c)).get("password") ?? "");
}

async function takeBegin(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const outcome = await beginTotp(accounts, who, await passwordIn(c), askingOf(c));
  const page = officePage(c);
  if (outcome.ok) return renderPage(c, <ScanTotpPage page={page} setUp={outcome.value} />);
  if (outcome.problem.code === "too_many_tries") return tooManyTries(c, outcome.problem);
  if (outcome.problem.code === "second_factor_on") return goTo(c, "/account/totp");
  return renderPage(c, <BeginTotpPage page={page} error={words(page.lang).passwordWrong} />, 422);
}

async function takeConfirm(c: RequestContext, accounts: Accounts, who: SignedIn) {
  if (who.hasTotp) return goTo(c, "/account/totp");
  const form = await readForm(c);
  const outcome = await confirmTotp(accounts, who, String(form.get("code") ?? ""), askingOf(c));
  const page = officePage(c);
  if (outcome.ok) {
    passCookies(c, outcome.value.cookies);
    return renderPage(c, <RecoveryCodesPage page={page} codes={outcome.value.recoveryCodes} isNew />);
  }
  const { problem } = outcome;
  if (problem.code === "too_many_tries") return tooManyTries(c, problem);
  const error = words(page.lang).totpPage.problems[problem.code];
  const setUp = readSetUp(String(form.get("uri") ?? ""));
  if (setUp === undefined || problem.code === "set_up_first") {
    return renderPage(c, <BeginTotpPage page={page} error={error} />, 422);
  }
  return renderPage(c, <ScanTotpPage page={page} setUp={setUp} error={error} />, 422);
}

async function takeRenewal(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const outcome = await renewRecoveryCodes(accounts, who, await passwordIn(c), askingOf(c));
  const page = officePage(c);
  if (outcome.ok) return renderPage(c, <RecoveryCodesPage page={page} codes={outcome.value} isNew={false} />);
  if (outcome.problem.code === "too_many_tries") return tooManyTries(c, outcome.problem);
  if (outcome.problem.code === "set_up_first") return goTo(c, "/account/totp");
  return renderPage(c, <ManageTotpPage page={page} renewError={words(page.lang).passwordWrong} />, 422);
}

async function takeOff(c: RequestContext, accounts: Accounts, who: SignedIn) {
  const outcome = await disableTotp(accounts, who, await passwordIn(c), askingOf(c));
  if (outcome.ok) {
    passCookies(c, outcome.value);
    return goTo(c, "/account?done=totp_off");
  }
  if (outcome.problem.code === "too_many_tries") return tooManyTries(c, outcome.problem);
  const page = officePage(c);
  return renderPage(c, <ManageTotpPage page={page} offError={words(page.lang).passwordWrong} />, 422);
}
