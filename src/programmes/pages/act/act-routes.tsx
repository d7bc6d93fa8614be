/** Submitting, approving, returning, taking back, publishing and withdrawing a programme. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { formText, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { approveProgramme, returnProgramme, submitProgramme, takeBackProgramme } from "../../decide-programme.ts";
import type { ProgrammeProblem } from "../../problems.ts";
import { actsOnProgramme, type ProgrammeAct } from "../../programme-acts.ts";
import { programmeAddress } from "../../programme-address.ts";
import { publishProgramme, withdrawProgramme } from "../../programme-publication.ts";
import { findProgramme } from "../../programme-store.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import { writer } from "../forms/write-answer.ts";
import { type Answer, pageContext, type RouteParts, reader } from "../page-context.ts";
import { words } from "../words.ts";
import { ActPage, type ActPageProps, type PlainAct } from "./act-page.tsx";
import { ReviewPage, type ReviewPageProps } from "./review-page.tsx";

const PROGRAMME = "/programmes/:id{P[0-9]{6,9}}";
const WORKERS = requirePermission("programme.edit", "programme.approve");

export function actRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const [read, write] = [reader(parts), writer(parts)];
  for (const act of ["submit", "publish", "withdraw"] as const) {
    routes.use(`${PROGRAMME}/${act}`, WORKERS);
    routes.get(`${PROGRAMME}/${act}`, async (c) =>
      (await read(c, (tx) => open(tx, c, [act], (programme) => actPage(c, { act, programme }))))(),
    );
    routes.post(`${PROGRAMME}/${act}`, (c) => write(c, (tx, form) => take(tx, c, form, act)));
  }
  routes.use(`${PROGRAMME}/review`, WORKERS);
  routes.use(`${PROGRAMME}/review/*`, WORKERS);
  routes.get(`${PROGRAMME}/review`, async (c) =>
    (
      await read(c, (tx) =>
        open(tx, c, ["review", "take_back"], (programme, acts) => reviewPage(c, { programme, acts })),
      )
    )(),
  );
  for (const decision of ["approve", "return", "take-back"] as const) {
    routes.post(`${PROGRAMME}/review/${decision}`, (c) => write(c, (tx, form) => decide(tx, c, form, decision)));
  }
  return routes;
}

type Then = (programme: RecordedProgramme, acts: readonly ProgrammeAct[]) => Answer | Promise<Answer>;

/** A programme with which one of these can be done; what somebody else has settled meanwhile leads back to its page. */
async function open(tx: Tx, c: RequestContext, wanted: readonly ProgrammeAct[], then: Then): Promise<Answer> {
  const programme = await findProgramme(tx, c.req.param("id") ?? "");
  if (programme === undefined) return () => c.notFound();
  const acts = await actsOnProgramme(tx, c.get("actor"), programme);
  if (acts.length === 0) return () => refusePage(c);
  if (!acts.some((act) => wanted.includes(act))) return back(c, programme.id);
  return then(programme, acts);
}

function back(c: RequestContext, id: string, saved?: string): Answer {
  const own = pathIn(c.get("lang"), programmeAddress(id));
  return () => c.redirect(saved === undefined ? own : `${own}?saved=${saved}`, 303);
}

function take(tx: Tx, c: RequestContext, form: FormData, act: PlainAct): Promise<Answer> {
  return open(tx, c, [act], async (programme) => {
    const text = formText(form, "text");
    const confirmation = formText(form, "confirmation");
    const request = { id: programme.id, expectedVersion: Number(formText(form, "version")) || 0 };
    const actor = c.get("actor");
    const outcome =
      act === "submit"
        ? await submitProgramme(tx, actor, { ...request, message: text || null })
        : act === "publish"
          ? await publishProgramme(tx, actor, { ...request, reason: text || null, confirmation: confirmation || null })
          : await withdrawProgramme(tx, actor, { ...request, reason: text });
    const done = { submit: "submitted", publish: "published", withdraw: "withdrawn" } as const;
    if (outcome.ok) return back(c, programme.id, done[act]);
    const said = saidOf(c, outcome.problem, confirmation);
    if (said.isForbidden) return () => refusePage(c);
    return actPage(c, { act, programme, text, ...said.shown }, said.status);
  });
}

type Decision = "approve" | "return" | "take-back";

function decide(tx: Tx, c: RequestContext, form: FormData, decision: Decision): Promise<Answer> {
  return open(tx, c, ["review", "take_back"], async (programme, acts) => {
    const reason = formText(form, "reason");
    const confirmation = formText(form, "confirmation");
    const request = { id: programme.id, expectedVersion: Number(formText(form, "version")) || 0 };
    const actor = c.get("actor");
    const note = formText(form, "note") || null;
    const outcome =
      decision === "approve"
        ? await approveProgramme(tx, actor, { ...request, reason: note, confirmation: confirmation || null })
        : decision === "return"
          ? await returnProgramme(tx, actor, { ...request, reason })
          : await takeBackProgramme(tx, actor, request);
    const done = { approve: "approved", return: "returned", "take-back": "taken_back" } as const;
    if (outcome.ok) return back(c, programme.id, done[decision]);
    const { isForbidden, shown, status } = saidOf(c, outcome.problem, confirmation);
    if (isForbidden) return () => refusePage(c);
    const { error, ...rest } = shown;
    return reviewPage(c, { programme, acts, returnText: reason, returnError: error, ...rest }, status);
  });
}

type Said = Readonly<{
  isForbidden: boolean;
  status: 403 | 409 | 422;
  shown: Pick<ActPageProps, "error" | "personal" | "refused">;
}>;

function saidOf(c: RequestContext, problem: ProgrammeProblem, confirmation: string): Said {
  const { refusals } = words(c.get("lang"));
  const said = (status: Said["status"], shown: Said["shown"]): Said => ({ isForbidden: false, status, shown });
  switch (problem.code) {
    case "not_permitted":
      return { isForbidden: true, status: 403, shown: {} };
    case "reason_missing":
      return said(422, { error: refusals.reasonMissing });
    case "personal_mailbox_in_reason":
      return said(422, { error: refusals.mailboxInReason });
    case "personal_data_unconfirmed":
      return said(422, { personal: { warnings: problem.warnings, confirmation } });
    case "own_submission":
      return said(403, { refused: refusals.other(problem.code) });
    default:
      return said(409, { refused: refusals.other(problem.code) });
  }
}

function actPage(c: RequestContext, props: Omit<ActPageProps, "page">, status: 200 | 403 | 409 | 422 = 200): Answer {
  return () => renderPage(c, <ActPage page={pageContext(c)} {...props} />, status);
}

function reviewPage(
  c: RequestContext,
  props: Omit<ReviewPageProps, "page">,
  status: 200 | 403 | 409 | 422 = 200,
): Answer {
  return () => renderPage(c, <ReviewPage page={pageContext(c)} {...props} />, status);
}
