/** Correcting a draft in the form. What was typed stays whenever it is refused. */
import { type RequestContext, readForm, type Tx } from "../../platform/index.ts";
import {
  type AgreementFacts,
  knownCounterparts,
  readAgreementInput,
  readFacts,
  withRowsAskedFor,
} from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { acceptEditedDraft } from "../accept-edited-draft.ts";
import { describeProblem } from "../describe-problem.ts";
import { findDocument } from "../document-store.ts";
import { findDraft } from "../draft-store.ts";
import { statedFacts } from "../facts-of-draft.ts";
import { refusalStatus } from "../problem-status.ts";
import { restoreReading } from "../restore-reading.ts";
import { addressOf, choiceFrom, type DraftAddress } from "./draft-address.ts";
import { draftInput } from "./draft-input.ts";
import { EditPage, type EditPageProps } from "./edit-page.tsx";
import { type LoadedDraftPage, loadDraftPage } from "./load-draft-page.ts";
import { pageContext } from "./page-context.ts";
import { DecidedFirstPage } from "./refusal-page.tsx";
import { goOn, goTo, isNotThere, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { undoableBy } from "./undo-link.tsx";

type LoadedEdit = Readonly<{ loaded: LoadedDraftPage; stated: AgreementFacts }>;

async function loadEdit(tx: Tx, { documentId, position }: DraftAddress): Promise<LoadedEdit | undefined> {
  const loaded = await loadDraftPage(tx, documentId, position, undefined);
  if (loaded === undefined) return undefined;
  return { loaded, stated: statedFacts(loaded.draft, loaded.document) };
}

export async function showEdit(c: RequestContext, { database }: RouteParts, at: DraftAddress) {
  const found = await database.read(c.get("actor"), (tx) => loadEdit(tx, at));
  if (found === undefined) return notFound(c);
  const { loaded, stated } = found;
  if (loaded.draft.state !== "pending") return goTo(c, addressOf(at));
  const input = draftInput(stated, loaded.draft.version, c.get("lang"));
  return renderPage(c, <EditPage context={pageContext(c)} {...loaded} input={input} />);
}

export async function takeEdit(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const form = await readForm(c);
  const input = readAgreementInput(form);
  const found = await parts.database.read(c.get("actor"), async (tx) => {
    const edit = await loadEdit(tx, at);
    return edit && { ...edit, known: await knownCounterparts(tx, input, c.get("lang")) };
  });
  if (found === undefined) return notFound(c);
  const { loaded, stated, known } = found;
  const again = (
    said: Pick<EditPageProps, "input" | "problems" | "refusal" | "looksRecorded">,
    status: 200 | 409 | 422,
  ) => renderPage(c, <EditPage context={pageContext(c)} {...loaded} {...said} />, status);
  const more = form.get("act") === "continue" ? input : withRowsAskedFor(form, input);
  if (more !== undefined) return again({ input: more }, 200);
  const { facts, problems } = readFacts(input, stated, known);
  if (problems.length > 0) return again({ input, problems }, 422);
  const edited = { ...choiceFrom(at, form), facts, isAnother: form.get("act") === "another" };
  const outcome = await acceptEditedDraft(parts.database, c.get("actor"), edited, workOf(c));
  if (outcome.ok)
    return goOn(c, parts, at, `done=accepted&agreement=${outcome.value.agreementId}&${undoableBy(c.get("requestId"))}`);
  const { problem } = outcome;
  if (isNotThere(problem)) return refuseWith(c, problem, addressOf(at));
  if (problem.code === "draft_changed") {
    const { draft, mine } = problem;
    return renderPage(c, <DecidedFirstPage context={pageContext(c)} draft={draft} mine={mine} typed={form} />, 409);
  }
  const looksRecorded = problem.code === "looks_recorded" ? problem.agreementId : undefined;
  return again(
    { input, refusal: describeProblem(problem, c.get("lang")), looksRecorded },
    refusalStatus(problem) === 409 ? 409 : 422,
  );
}

/** Drops what was typed when the draft was accepted before. */
export async function takeReading(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const outcome = await restoreReading(parts.database, c.get("actor"), choiceFrom(at, await readForm(c)), workOf(c));
  return outcome.ok ? goTo(c, `${addressOf(at)}?done=restored`) : refuseWith(c, outcome.problem, addressOf(at));
}

export async function findStated(c: RequestContext, { database }: RouteParts, { documentId, position }: DraftAddress) {
  return database.read(c.get("actor"), async (tx) => {
    const document = await findDocument(tx, documentId);
    const draft = document === undefined ? undefined : await findDraft(tx, documentId, position);
    if (document === undefined || draft === undefined) return undefined;
    return { document, draft, stated: statedFacts(draft, document) };
  });
}
