/** How routes answer what the domain refuses, and other things that all import routes do alike. */
import type { Database, RequestContext, WorkOptions } from "../../platform/index.ts";
import { factProblemText } from "../../registry/index.ts";
import { NotFoundPage, pathIn, renderPage } from "../../ui/index.ts";
import type { ContributedDrafts } from "../contributed-drafts.ts";
import { describeProblem } from "../describe-problem.ts";
import { findNeighbours } from "../draft-store.ts";
import { refusalStatus } from "../problem-status.ts";
import type { IntakeProblem } from "../problems.ts";
import type { DraftAddress } from "./draft-address.ts";
import { pageContext } from "./page-context.ts";
import { DecidedFirstPage, RefusalPage } from "./refusal-page.tsx";

/** The address itself leads nowhere. */
const NOT_THERE: ReadonlySet<string> = new Set(["document_not_found", "draft_not_found", "finding_not_found"]);

export type RouteParts = Readonly<{
  database: Database;
  /** Drafts of other slices' records. */
  contributed?: readonly ContributedDrafts[];
}>;

export function workOf(c: RequestContext): WorkOptions {
  return { requestId: c.get("requestId") };
}

export function goTo(c: RequestContext, path: string): Response {
  return c.redirect(pathIn(c.get("lang"), path), 303);
}

export function notFound(c: RequestContext): Response | Promise<Response> {
  const { lang, path, office } = pageContext(c);
  return renderPage(c, <NotFoundPage lang={lang} path={path} office={office} />, 404);
}

export function isNotThere({ code }: IntakeProblem): boolean {
  return NOT_THERE.has(code);
}

/** @param back Japanese address of the page to go back to. */
export function refuseWith(c: RequestContext, problem: IntakeProblem, back: string): Response | Promise<Response> {
  const context = pageContext(c);
  const status = refusalStatus(problem);
  if (isNotThere(problem)) return notFound(c);
  if (problem.code === "draft_changed") {
    return renderPage(c, <DecidedFirstPage context={context} draft={problem.draft} mine={problem.mine} />, status);
  }
  const details =
    problem.code === "invalid_facts" ? problem.problems.map((fact) => factProblemText(fact, context.lang)) : [];
  return renderPage(
    c,
    <RefusalPage context={context} sentence={describeProblem(problem, context.lang)} details={details} back={back} />,
    status,
  );
}

/** To the next draft that waits, so that a reviewer can go on; else back to the document. */
export async function goOn(c: RequestContext, { database }: RouteParts, at: DraftAddress, said: string) {
  const { documentId, position } = at;
  const { nextPending } = await database.read(c.get("actor"), (tx) => findNeighbours(tx, documentId, position));
  const path = nextPending === null ? `/imports/${documentId}` : `/imports/${documentId}/drafts/${nextPending}`;
  return goTo(c, `${path}?${said}`);
}
