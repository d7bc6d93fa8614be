/** Asking for approval, and deciding about what was asked: `/agreements/A000001/approval` and `…/review`. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { actorName, type RequestContext, type RequestEnv, readForm, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { findAgreement } from "../../agreement-store.ts";
import { type AskProblem, askApproval } from "../../ask-approval.ts";
import { agreementAddress } from "../../criteria-address.ts";
import {
  type ApproveProblem,
  approveProposal,
  type DecisionRequest,
  joinProposed,
  type ReturnProblem,
  returnProposal,
  takeBackProposal,
} from "../../decide-proposal.ts";
import { findNewPersonalData } from "../../personal-data-warnings.ts";
import { findLatestProposal } from "../../proposal-store.ts";
import { actsOn } from "../../record-acts.ts";
import type { Answer } from "../answer.ts";
import { formText } from "../forms/form-fields.ts";
import { factProblemText } from "../forms/problem-words.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { words } from "../words.ts";
import { AskPage } from "./ask-page.tsx";
import { ReviewPage, type ReviewPageProps } from "./review-page.tsx";

const ONE = "/agreements/:id{A[0-9]{6,9}}";

export function approvalRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = async (c: RequestContext, work: (tx: Tx) => Promise<Answer>) =>
    (await database.read(c.get("actor"), work, { requestId: c.get("requestId") }))();
  const write = async (c: RequestContext, work: (tx: Tx, form: FormData) => Promise<Answer>) => {
    const form = await readForm(c);
    const options = { requestId: c.get("requestId") };
    return (await database.write(c.get("actor"), (tx) => work(tx, form), options))();
  };
  routes.use(`${ONE}/approval`, requirePermission("agreement.edit"));
  routes.use(`${ONE}/review`, requirePermission("agreement.read_unpublished"));
  routes.use(`${ONE}/review/*`, requirePermission("agreement.edit", "agreement.approve"));
  routes.get(`${ONE}/approval`, (c) => read(c, (tx) => showAsk(tx, c)));
  routes.post(`${ONE}/approval`, (c) => write(c, (tx, form) => takeAsk(tx, c, form)));
  routes.get(`${ONE}/review`, (c) => read(c, (tx) => showReview(tx, c)));
  routes.post(`${ONE}/review/approve`, (c) => write(c, (tx, form) => takeApproval(tx, c, form)));
  routes.post(`${ONE}/review/return`, (c) => write(c, (tx, form) => takeReturn(tx, c, form)));
  routes.post(`${ONE}/review/take-back`, (c) => write(c, (tx, form) => takeBack(tx, c, form)));
  return routes;
}

const idOf = (c: RequestContext) => c.req.param("id") ?? "";
const recordOf = (c: RequestContext) => pathIn(c.get("lang"), agreementAddress(idOf(c)));
const saved = (c: RequestContext, kind: string): Answer => {
  return () => c.redirect(`${recordOf(c)}?saved=${kind}`, 303);
};

async function showAsk(tx: Tx, c: RequestContext): Promise<Answer> {
  const agreement = await findAgreement(tx, idOf(c));
  if (agreement === undefined) return () => c.notFound();
  const acts = await actsOn(tx, c.get("actor"), agreement, await findLatestProposal(tx, agreement.no));
  if (acts.includes("ask_approval")) {
    return () => renderPage(c, <AskPage page={pageContext(c)} agreement={agreement} message="" />);
  }
  return acts.length === 0 ? () => refusePage(c) : () => c.redirect(recordOf(c), 303);
}

async function takeAsk(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const message = formText(form, "message");
  const request = { id: idOf(c), expectedVersion: Number(form.get("version")), message: message || null };
  const outcome = await askApproval(tx, c.get("actor"), request);
  if (outcome.ok) return saved(c, "asked");
  const { problem } = outcome;
  const agreement = await findAgreement(tx, idOf(c));
  if (problem.code === "agreement_not_found" || agreement === undefined) return () => c.notFound();
  if (problem.code === "not_permitted") return () => refusePage(c);
  const shared = { page: pageContext(c), agreement, message };
  const said = askSentence(problem, c);
  if (problem.code === "personal_mailbox_in_reason") {
    return () => renderPage(c, <AskPage {...shared} message="" messageError={said} />, 422);
  }
  return () => renderPage(c, <AskPage {...shared} refused={said} />, 409);
}

function askSentence({ code }: AskProblem, c: RequestContext): string {
  const { approval, problems } = words(c.get("lang"));
  return code === "stale_version" ? approval.stale : problems[code];
}

type Said = Pick<ReviewPageProps, "typed" | "refused" | "errors">;

/** Without anything that waits, the record itself says how it stands. */
async function showReview(
  tx: Tx,
  c: RequestContext,
  said: Said = {},
  status: 200 | 403 | 409 | 422 = 200,
): Promise<Answer> {
  const agreement = await findAgreement(tx, idOf(c));
  if (agreement === undefined) return () => c.notFound();
  const actor = c.get("actor");
  const proposal = await findLatestProposal(tx, agreement.no);
  if (proposal?.state !== "open") return () => c.redirect(recordOf(c), 303);
  const change = proposal.facts === null ? null : await joinProposed(tx, agreement, proposal, proposal.facts);
  const acts = await actsOn(tx, actor, agreement, proposal);
  const warnings = findNewPersonalData(change?.facts ?? agreement, change === null ? null : agreement);
  const shown = { agreement, proposal, change, warnings, acts, isOwn: proposal.proposedBy === actorName(actor) };
  return () => renderPage(c, <ReviewPage page={pageContext(c)} {...shown} {...said} />, status);
}

function requestOf(c: RequestContext, form: FormData, field: "note" | "reason"): DecisionRequest {
  return {
    id: idOf(c),
    proposalId: Number(form.get("proposal")),
    expectedVersion: Number(form.get("version")),
    reason: formText(form, field) || null,
    confirmation: formText(form, "confirmation") || null,
  };
}

async function takeApproval(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const outcome = await approveProposal(tx, c.get("actor"), requestOf(c, form, "note"));
  return outcome.ok ? saved(c, "approved") : refuseDecision(tx, c, form, outcome.problem);
}

async function takeReturn(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const outcome = await returnProposal(tx, c.get("actor"), requestOf(c, form, "reason"));
  return outcome.ok ? saved(c, "returned") : refuseDecision(tx, c, form, outcome.problem);
}

async function takeBack(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const request = { id: idOf(c), proposalId: Number(form.get("proposal")) };
  const outcome = await takeBackProposal(tx, c.get("actor"), request);
  return outcome.ok ? saved(c, "taken_back") : refuseDecision(tx, c, form, outcome.problem);
}

async function refuseDecision(
  tx: Tx,
  c: RequestContext,
  form: FormData,
  problem: ApproveProblem | ReturnProblem,
): Promise<Answer> {
  const { approval, problems } = words(c.get("lang"));
  const typed = {
    note: formText(form, "note"),
    confirmation: formText(form, "confirmation"),
    reason: formText(form, "reason"),
  };
  switch (problem.code) {
    case "agreement_not_found":
      return () => c.notFound();
    case "not_permitted":
      return () => refusePage(c);
    case "personal_data_unconfirmed":
      return showReview(tx, c, { typed, errors: { confirmation: true } }, 422);
    case "reason_missing":
      return showReview(tx, c, { typed, errors: { reason: problems.reason_missing } }, 422);
    case "personal_mailbox_in_reason": {
      const said = problems.personal_mailbox_in_reason;
      return showReview(tx, c, { errors: { reason: said, note: said } }, 422);
    }
    case "own_proposal":
      return showReview(tx, c, { typed, refused: problems.own_proposal }, 403);
    case "invalid_facts":
      return showReview(
        tx,
        c,
        { typed, refused: problem.problems.map((fact) => factProblemText(fact, c.get("lang"))).join(" ") },
        422,
      );
    case "stale_version":
      return showReview(tx, c, { typed, refused: approval.stale }, 409);
    default:
      return showReview(tx, c, { typed, refused: problems[problem.code] }, 409);
  }
}
