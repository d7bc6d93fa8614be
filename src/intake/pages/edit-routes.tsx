/** Correcting a draft in the form. What was typed stays when it is refused. */
import { type RequestContext, readForm } from "../../platform/index.ts";
import { type FieldProblem, renderPage } from "../../ui/index.ts";
import { acceptEditedDraft } from "../accept-edited-draft.ts";
import { findDocument } from "../document-store.ts";
import { findDraft } from "../draft-store.ts";
import { factsOfDraft } from "../facts-of-draft.ts";
import { addressOf, choiceFrom, type DraftAddress } from "./draft-address.ts";
import { EditPage, factProblems, typingProblems } from "./edit-page.tsx";
import { readTyped, typedFrom, typedFromForm } from "./facts-form.ts";
import { pageContext } from "./page-context.ts";
import { goOn, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";

export async function showEdit(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const found = await findStated(c, parts, at);
  if (found === undefined) return notFound(c);
  return renderPage(c, <EditPage context={pageContext(c)} draft={found.draft} typed={typedFrom(found.stated)} />);
}

export async function takeEdit(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const form = await readForm(c);
  const found = await findStated(c, parts, at);
  if (found === undefined) return notFound(c);
  const { draft, stated } = found;
  const typed = typedFromForm(form);
  const { facts, problems } = readTyped(typed, stated);
  const again = (refused: readonly FieldProblem[]) =>
    renderPage(c, <EditPage context={pageContext(c)} draft={draft} typed={typed} problems={refused} />, 422);
  if (problems.length > 0) return again(typingProblems(problems, c.get("lang")));
  const outcome = await acceptEditedDraft(
    parts.database,
    c.get("actor"),
    { ...choiceFrom(at, form), facts },
    workOf(c),
  );
  if (outcome.ok) return goOn(c, parts, at, `done=accepted&agreement=${outcome.value.agreementId}`);
  if (outcome.problem.code === "invalid_facts") return again(factProblems(outcome.problem.problems));
  return refuseWith(c, outcome.problem, addressOf(at));
}

export async function findStated(c: RequestContext, { database }: RouteParts, { documentId, position }: DraftAddress) {
  return database.read(c.get("actor"), async (tx) => {
    const document = await findDocument(tx, documentId);
    const draft = document === undefined ? undefined : await findDraft(tx, documentId, position);
    if (document === undefined || draft === undefined) return undefined;
    return { document, draft, stated: factsOfDraft(draft.record, document) };
  });
}
