/** Routes of the review of drafts: look, settle, accept, edit, skip, put back, link. */
import { Hono } from "hono";
import type { Outcome } from "../../kernel/outcome.ts";
import { type RequestContext, type RequestEnv, readForm } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { acceptDraft } from "../accept-draft.ts";
import { describeProblem } from "../describe-problem.ts";
import { findStoredDraft } from "../draft-store.ts";
import { findFinding } from "../finding-store.ts";
import { refusalStatus } from "../problem-status.ts";
import type { IntakeProblem } from "../problems.ts";
import { reopenDraft } from "../reopen-draft.ts";
import { settleFinding, unsettleFinding } from "../settle-finding.ts";
import { skipDraft } from "../skip-draft.ts";
import { showCorrection, takeCorrection, takeRestoration } from "./contributed-edit-routes.tsx";
import {
  acceptContributedDraft,
  isContributedDraft,
  linkContributedDraft,
  showContributed,
} from "./contributed-routes.tsx";
import { addressOf, choiceFrom, type DraftAddress } from "./draft-address.ts";
import { DraftPage } from "./draft-page.tsx";
import { showEdit, takeEdit, takeReading } from "./edit-routes.tsx";
import { showLink, takeLink } from "./link-routes.tsx";
import { loadDraftPage } from "./load-draft-page.ts";
import { pageContext } from "./page-context.ts";
import { ReasonPage } from "./reason-page.tsx";
import { goOn, goTo, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { undoableBy } from "./undo-link.tsx";

const DRAFT = "/imports/:id{I[0-9]+}/drafts/:n{[0-9]{1,9}}";
const FINDING = "/imports/:id{I[0-9]+}/findings/:n{[0-9]{1,9}}";

export function draftRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const at = (c: { req: { param: (name: "id" | "n") => string } }): DraftAddress => ({
    documentId: c.req.param("id"),
    position: Number(c.req.param("n")),
  });
  routes.get(DRAFT, (c) => showDraft(c, parts, at(c)));
  routes.post(`${DRAFT}/accept`, (c) => takeAcceptance(c, parts, at(c)));
  routes.get(`${DRAFT}/edit`, async (c) =>
    (await isContributedDraft(c, parts, at(c))) ? showCorrection(c, parts, at(c)) : showEdit(c, parts, at(c)),
  );
  routes.post(`${DRAFT}/edit`, async (c) =>
    (await isContributedDraft(c, parts, at(c))) ? takeCorrection(c, parts, at(c)) : takeEdit(c, parts, at(c)),
  );
  routes.post(`${DRAFT}/restore`, async (c) =>
    (await isContributedDraft(c, parts, at(c))) ? takeRestoration(c, parts, at(c)) : takeReading(c, parts, at(c)),
  );
  routes.get(`${DRAFT}/link`, (c) => showLink(c, parts, at(c)));
  routes.post(`${DRAFT}/link`, async (c) =>
    (await isContributedDraft(c, parts, at(c))) ? linkContributedDraft(c, parts, at(c)) : takeLink(c, parts, at(c)),
  );
  for (const act of ["skip", "reopen"] as const) {
    routes.get(`${DRAFT}/${act}`, (c) => showReason(c, parts, at(c), act));
    routes.post(`${DRAFT}/${act}`, (c) => takeReason(c, parts, at(c), act));
  }
  routes.post(`${FINDING}/settle`, (c) => takeSettlement(c, parts, at(c)));
  routes.post(`${FINDING}/unsettle`, (c) => takeReopening(c, parts, at(c)));
  return routes;
}

type Refused = Readonly<{
  message: string;
  reason: string;
  findingNumber?: number;
  status: 403 | 404 | 409 | 413 | 422;
}>;

async function showDraft(c: RequestContext, parts: RouteParts, at: DraftAddress, refused?: Refused) {
  const { database } = parts;
  const context = pageContext(c);
  const text = context.query.get("finding");
  const asked = text !== null && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  if (await isContributedDraft(c, parts, at)) {
    return showContributed(c, parts, at, { asked, refused, status: refused?.status ?? 200 });
  }
  const loaded = await database.read(
    c.get("actor"),
    (tx) => loadDraftPage(tx, at.documentId, at.position, asked),
    workOf(c),
  );
  if (loaded === undefined) return notFound(c);
  const index = loaded.findings.findIndex(({ number }) => number === refused?.findingNumber);
  const current = index >= 0 ? index : loaded.current;
  return renderPage(
    c,
    <DraftPage context={context} {...loaded} current={current} refused={refused} />,
    refused?.status ?? 200,
  );
}

async function takeAcceptance(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  if (await isContributedDraft(c, parts, at)) return acceptContributedDraft(c, parts, at);
  const form = await readForm(c);
  const choice = { ...choiceFrom(at, form), isAnother: formText(form, "another") === "yes" };
  const outcome = await acceptDraft(parts.database, c.get("actor"), choice, workOf(c));
  if (!outcome.ok) return refuseWith(c, outcome.problem, addressOf(at));
  return goOn(c, parts, at, `done=accepted&agreement=${outcome.value.agreementId}&${undoableBy(c.get("requestId"))}`);
}

async function showReason(
  c: RequestContext,
  { database }: RouteParts,
  at: DraftAddress,
  act: "skip" | "reopen",
  refused?: Refused,
) {
  const draft = await database.read(c.get("actor"), (tx) => findStoredDraft(tx, at.documentId, at.position));
  if (draft === undefined) return notFound(c);
  return renderPage(
    c,
    <ReasonPage context={pageContext(c)} draft={draft} act={act} refused={refused} />,
    refused?.status ?? 200,
  );
}

async function takeReason(c: RequestContext, parts: RouteParts, at: DraftAddress, act: "skip" | "reopen") {
  const form = await readForm(c);
  const choice = { ...choiceFrom(at, form), reason: formText(form, "reason") };
  const decide = act === "skip" ? skipDraft : reopenDraft;
  const outcome: Outcome<null, IntakeProblem> = await decide(parts.database, c.get("actor"), choice, {
    ...workOf(c),
    contributed: parts.contributed,
  });
  if (!outcome.ok) {
    if (!isAboutReason(outcome.problem)) return refuseWith(c, outcome.problem, addressOf(at));
    return showReason(c, parts, at, act, refusedReason(c, outcome.problem, choice.reason));
  }
  return act === "skip" ? goOn(c, parts, at, "done=skipped") : goTo(c, `${addressOf(at)}?done=reopened`);
}

/** Here `position` is the number of the finding within the document. */
async function takeSettlement(c: RequestContext, parts: RouteParts, { documentId, position: number }: DraftAddress) {
  const reason = formText(await readForm(c), "reason");
  const outcome = await settleFinding(parts.database, c.get("actor"), { documentId, number, reason }, workOf(c));
  if (outcome.ok) return goTo(c, `${findingHome(documentId, outcome.value.draftPosition)}?done=settled`);
  if (!isAboutReason(outcome.problem)) return refuseWith(c, outcome.problem, `/imports/${documentId}`);
  const finding = await parts.database.read(c.get("actor"), (tx) => findFinding(tx, documentId, number));
  if (finding?.draftPosition == null) return refuseWith(c, outcome.problem, `/imports/${documentId}`);
  const refused = { ...refusedReason(c, outcome.problem, reason), findingNumber: number };
  return showDraft(c, parts, { documentId, position: finding.draftPosition }, refused);
}

async function takeReopening(
  c: RequestContext,
  { database }: RouteParts,
  { documentId, position: number }: DraftAddress,
) {
  const outcome = await unsettleFinding(database, c.get("actor"), { documentId, number }, workOf(c));
  if (!outcome.ok) return refuseWith(c, outcome.problem, `/imports/${documentId}`);
  return goTo(c, `${findingHome(documentId, outcome.value.draftPosition)}?done=unsettled`);
}

function findingHome(documentId: string, draftPosition: number | null): string {
  return draftPosition === null ? `/imports/${documentId}` : addressOf({ documentId, position: draftPosition });
}

function isAboutReason({ code }: IntakeProblem): boolean {
  return code === "reason_missing" || code === "personal_mailbox_in_reason";
}

/** A refused address is not shown again; anything else that was typed stays. */
function refusedReason(c: RequestContext, problem: IntakeProblem, reason: string): Refused {
  const kept = problem.code === "personal_mailbox_in_reason" ? "" : reason;
  return { message: describeProblem(problem, c.get("lang")), reason: kept, status: refusalStatus(problem) };
}
