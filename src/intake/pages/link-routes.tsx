/** Linking a draft to a record: first both versions, then the person's decision. */
import { type RequestContext, readForm } from "../../platform/index.ts";
import { FACT_NAMES, type FactName, findAgreement, formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { describeProblem } from "../describe-problem.ts";
import { factsThatDiffer, linkDraft } from "../link-draft.ts";
import { addressOf, choiceFrom, type DraftAddress } from "./draft-address.ts";
import { findStated } from "./edit-routes.tsx";
import { LinkPage } from "./link-page.tsx";
import { pageContext } from "./page-context.ts";
import { goOn, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { undoableBy } from "./undo-link.tsx";

export async function showLink(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const id = (pageContext(c).query.get("agreement") ?? "").normalize("NFKC").trim().toUpperCase();
  return showDifferences(c, parts, at, id);
}

async function showDifferences(c: RequestContext, parts: RouteParts, at: DraftAddress, id: string, stale?: string) {
  const found = await findStated(c, parts, at);
  if (found === undefined) return notFound(c);
  const record = await parts.database.read(c.get("actor"), (tx) => findAgreement(tx, id));
  if (record === undefined) return refuseWith(c, { code: "agreement_not_found", id }, addressOf(at));
  const differing = factsThatDiffer(record, found.draft, found.document);
  const { draft, stated } = found;
  const props = { context: pageContext(c), draft, stated, record, differing, stale };
  return renderPage(c, <LinkPage {...props} />, stale === undefined ? 200 : 409);
}

export async function takeLink(c: RequestContext, parts: RouteParts, at: DraftAddress) {
  const form = await readForm(c);
  const agreementId = formText(form, "agreement");
  const link = {
    ...choiceFrom(at, form),
    agreementId,
    agreementVersion: Number(formText(form, "agreementVersion")),
    take: FACT_NAMES.filter((name): name is FactName => isTakeable(name) && form.getAll("take").includes(name)),
  };
  const outcome = await linkDraft(parts.database, c.get("actor"), link, workOf(c));
  if (outcome.ok) return goOn(c, parts, at, `done=linked&agreement=${agreementId}&${undoableBy(c.get("requestId"))}`);
  if (outcome.problem.code !== "link_stale") return refuseWith(c, outcome.problem, addressOf(at));
  return showDifferences(c, parts, at, agreementId, describeProblem(outcome.problem, c.get("lang")));
}

/** Listings and sources are joined by the link itself. */
function isTakeable(name: FactName): boolean {
  return name !== "listings" && name !== "sources";
}
