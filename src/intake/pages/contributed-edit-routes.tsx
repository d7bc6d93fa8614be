/** Correcting a draft of another slice's record part by part, and taking corrections back. Nothing typed is lost. */
import { type RequestContext, readForm } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { pathIn, renderPage } from "../../ui/index.ts";
import type { PartForm } from "../contributed-correction.ts";
import { correctDraft, undoCorrection } from "../correct-draft.ts";
import { describeProblem } from "../describe-problem.ts";
import { refusalStatus } from "../problem-status.ts";
import { ContributedEditPage, type ContributedEditProps } from "./contributed-edit-page.tsx";
import { loadContributed } from "./contributed-routes.tsx";
import { addressOf, choiceFrom, type DraftAddress } from "./draft-address.ts";
import { pageContext } from "./page-context.ts";
import { DecidedFirstPage } from "./refusal-page.tsx";
import { goTo, isNotThere, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";

type Opened = Omit<ContributedEditProps, "context" | "refusal" | "typed">;

/** @param sent null opens the form; a part that is not there opens the first. */
async function open(
  c: RequestContext,
  parts: RouteParts,
  at: DraftAddress,
  asked: string,
  sent: FormData | null,
): Promise<Opened | undefined> {
  const loaded = await parts.database.read(c.get("actor"), (tx) => loadContributed(tx, c, parts, at), workOf(c));
  if (loaded === undefined) return undefined;
  const { draft, contribution } = loaded;
  const { correction } = contribution;
  const known = correction.parts(draft.record.facts, c.get("lang"));
  const first = known[0]?.name ?? "";
  const action = pathIn(c.get("lang"), `${addressOf(at)}/edit`);
  const opened = (part: string): PartForm | undefined =>
    correction.open({ facts: draft.record.facts, part, lang: c.get("lang"), action, sent });
  const form = opened(asked);
  const part = form === undefined ? first : asked;
  const shown = form ?? opened(first);
  const newParts = correction.newParts(draft.record.facts, c.get("lang"));
  return shown && { ...loaded, newParts, parts: known, part, form: shown };
}

export async function showCorrection(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const opened = await open(c, parts, at, pageContext(c).query.get("part") ?? "", null);
  if (opened === undefined) return notFound(c);
  if (opened.draft.state !== "pending") return goTo(c, addressOf(at));
  return renderPage(c, <ContributedEditPage context={pageContext(c)} {...opened} />);
}

export async function takeCorrection(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const { contributed = [], database } = parts;
  const sent = await readForm(c);
  const opened = await open(c, parts, at, formText(sent, "part"), sent);
  if (opened === undefined) return notFound(c);
  const { form, part } = opened;
  const reason = formText(sent, "why");
  const settles = sent.getAll("settles").filter((value) => typeof value === "string");
  const again = (status: 200 | 409 | 422, said: Readonly<{ refusal?: string; reasonError?: string }> = {}) => {
    const typed = { reason, settles, reasonError: said.reasonError };
    const page = <ContributedEditPage context={pageContext(c)} {...opened} refusal={said.refusal} typed={typed} />;
    return renderPage(c, page, status);
  };
  if (form.facts === null) return again(form.isRefused ? 422 : 200);
  const correction = { ...choiceFrom(at, sent), part, facts: form.facts, settles: settles.map(Number), reason };
  const outcome = await correctDraft(database, c.get("actor"), contributed, correction, workOf(c));
  if (outcome.ok) return goTo(c, `${addressOf(at)}?done=corrected`);
  const { problem } = outcome;
  if (isNotThere(problem)) return notFound(c);
  if (problem.code === "draft_changed") {
    const page = <DecidedFirstPage context={pageContext(c)} draft={problem.draft} mine={null} typed={sent} />;
    return renderPage(c, page, 409);
  }
  const sentence = describeProblem(problem, c.get("lang"));
  const isAboutReason = problem.code === "reason_missing" || problem.code === "personal_mailbox_in_reason";
  return again(
    refusalStatus(problem) === 409 ? 409 : 422,
    isAboutReason ? { reasonError: sentence } : { refusal: sentence },
  );
}

export async function takeRestoration(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const form = await readForm(c);
  const name = formText(form, "name");
  const choice = { ...choiceFrom(at, form), name: name === "" ? null : name };
  const outcome = await undoCorrection(parts.database, c.get("actor"), parts.contributed ?? [], choice, workOf(c));
  if (!outcome.ok) return refuseWith(c, outcome.problem, addressOf(at));
  return goTo(c, `${addressOf(at)}?done=restored`);
}
