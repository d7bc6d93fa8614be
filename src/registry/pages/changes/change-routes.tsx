/** History, withdrawal and publication, merging and its undoing. All but the history are for members. */
import { Hono } from "hono";
import { refusePage, requirePermission } from "../../../office/index.ts";
import { isPermitted, type RequestContext, type RequestEnv, readForm, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { marksOf } from "../../agreement-keys.ts";
import { findAgreement } from "../../agreement-store.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { listHistory, listPublicHistory } from "../../history-store.ts";
import { listAgreements } from "../../list-agreements-query.ts";
import { mergeAgreements } from "../../merge-agreements.ts";
import { listMergesInto } from "../../merge-store.ts";
import { findLatestProposal, listProposals } from "../../proposal-store.ts";
import { publishAgreement } from "../../publish-agreement.ts";
import { actsOn } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { relatedAgreements } from "../../related-agreements-query.ts";
import { undoMerge } from "../../undo-merge.ts";
import { mayDecide } from "../../who-decides.ts";
import { withdrawAgreement } from "../../withdraw-agreement.ts";
import type { Answer } from "../answer.ts";
import { formText } from "../forms/form-fields.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { words } from "../words.ts";
import { HistoryPage } from "./history-page.tsx";
import { MergeComparisonPage, MergeSearchPage } from "./merge-page.tsx";
import { type PublicationAct, PublicationPage } from "./publication-page.tsx";

const ONE = "/agreements/:id{A[0-9]{6,9}}";
const ID = /^A[0-9]{6,9}$/u;

export function changeRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.read(c.get("actor"), work, { requestId: c.get("requestId") });
  const write = async (c: RequestContext, work: (tx: Tx) => Promise<Answer>) =>
    (await database.write(c.get("actor"), work, { requestId: c.get("requestId") }))();

  routes.get(`${ONE}/history`, async (c) => {
    const answer = await read(c, (tx) => showHistory(tx, c));
    return answer();
  });
  for (const path of ["withdraw", "publish", "merge", "merges/*"])
    routes.use(`${ONE}/${path}`, requirePermission("agreement.edit", "agreement.approve"));
  for (const act of ["withdraw", "publish"] as const) {
    routes.get(`${ONE}/${act}`, async (c) => (await read(c, (tx) => showPublication(tx, c, act)))());
    routes.post(`${ONE}/${act}`, async (c) => {
      const form = await readForm(c);
      return write(c, (tx) => changePublication(tx, c, act, form));
    });
  }
  routes.get(`${ONE}/merge`, async (c) => (await read(c, (tx) => showMerge(tx, c)))());
  routes.post(`${ONE}/merge`, async (c) => {
    const form = await readForm(c);
    return write(c, (tx) => merge(tx, c, form));
  });
  routes.post(`${ONE}/merges/:merge{[0-9]{1,9}}/undo`, (c) => write(c, (tx) => undo(tx, c)));
  return routes;
}

async function showHistory(tx: Tx, c: RequestContext): Promise<Answer> {
  const id = c.req.param("id") ?? "";
  const agreement = await findAgreement(tx, id);
  if (agreement === undefined) return () => c.notFound();
  const isFull = isPermitted(c.get("actor"), "agreement.read_history", marksOf(agreement));
  const entries = isFull ? await listHistory(tx, id) : await listPublicHistory(tx, id);
  const merges = isFull ? await listMergesInto(tx, id) : [];
  const proposals = isFull ? await listProposals(tx, id) : [];
  const mayUndo = await mayDecide(tx, c.get("actor"), marksOf(agreement));
  const isAudited = isPermitted(c.get("actor"), "audit.read", marksOf(agreement));
  const shown = { id, title: agreement.title, entries, merges, proposals, isFull, mayUndo, isAudited };
  return () => renderPage(c, <HistoryPage page={pageContext(c)} {...shown} />);
}

/** What the reader may not do with this record is not asked about. */
async function showPublication(tx: Tx, c: RequestContext, act: PublicationAct): Promise<Answer> {
  const agreement = await findAgreement(tx, c.req.param("id") ?? "");
  if (agreement === undefined) return () => c.notFound();
  const own = pathIn(c.get("lang"), agreementAddress(agreement.id));
  const acts = await actsOn(tx, c.get("actor"), agreement, await findLatestProposal(tx, agreement.no));
  if (acts.length === 0 && agreement.mergedInto === null) return () => refusePage(c);
  if (!acts.includes(act)) return () => c.redirect(own, 303);
  return () => renderPage(c, <PublicationPage page={pageContext(c)} act={act} agreement={agreement} reason="" />);
}

async function changePublication(tx: Tx, c: RequestContext, act: PublicationAct, form: FormData): Promise<Answer> {
  const id = c.req.param("id") ?? "";
  const lang = c.get("lang");
  const reason = formText(form, "reason");
  const confirmation = formText(form, "confirmation");
  const request = { id, expectedVersion: Number(form.get("version")), reason };
  const outcome =
    act === "withdraw"
      ? await withdrawAgreement(tx, c.get("actor"), request)
      : await publishAgreement(tx, c.get("actor"), {
          ...request,
          reason: reason || null,
          confirmation: confirmation || null,
        });
  const saved = act === "withdraw" ? "withdrawn" : "published";
  if (outcome.ok) return () => c.redirect(pathIn(lang, `${agreementAddress(id)}?saved=${saved}`), 303);
  const { problem } = outcome;
  const agreement = await findAgreement(tx, id);
  if (agreement === undefined) return () => c.notFound();
  const shared = { page: pageContext(c), act, agreement, reason };
  const w = words(lang);
  if (problem.code === "not_permitted") return () => refusePage(c);
  if (problem.code === "personal_data_unconfirmed") {
    return () => renderPage(c, <PublicationPage {...shared} confirmation={confirmation} isUnconfirmed />, 422);
  }
  if (problem.code === "reason_missing" || problem.code === "personal_mailbox_in_reason") {
    return () => renderPage(c, <PublicationPage {...shared} reasonError={w.problems[problem.code]} />, 422);
  }
  const why = problem.code === "stale_version" ? w.publication.stale : w.problems[problem.code];
  return () => renderPage(c, <PublicationPage {...shared} refused={why} />, 409);
}

async function showMerge(tx: Tx, c: RequestContext): Promise<Answer> {
  const survivor = await findAgreement(tx, c.req.param("id") ?? "");
  if (survivor === undefined) return () => c.notFound();
  if (!(await mayDecide(tx, c.get("actor"), marksOf(survivor)))) return () => refusePage(c);
  const other = c.req.query("with");
  if (other !== undefined) return compare(tx, c, survivor, other);
  const query = c.req.query("q")?.trim() ?? "";
  if (ID.test(query)) return compare(tx, c, survivor, query);
  const found = query === "" ? [] : await findOthers(tx, survivor, query);
  const related = await relatedAgreements(tx, survivor.no);
  const suggested = related.map(({ agreement }) => agreement).filter(({ publication }) => publication === "published");
  const page = (
    <MergeSearchPage page={pageContext(c)} survivor={survivor} query={query} found={found} suggested={suggested} />
  );
  return () => renderPage(c, page);
}

async function compare(tx: Tx, c: RequestContext, survivor: RecordedAgreement, other: string): Promise<Answer> {
  const absorbed = await findAgreement(tx, other);
  if (absorbed === undefined || absorbed.id === survivor.id) return () => c.notFound();
  return () =>
    renderPage(c, <MergeComparisonPage page={pageContext(c)} survivor={survivor} absorbed={absorbed} reason="" />);
}

async function findOthers(tx: Tx, survivor: RecordedAgreement, q: string) {
  const { rows } = await listAgreements(tx, { criteria: { q }, limit: 20 });
  return rows.filter(({ id }) => id !== survivor.id);
}

async function merge(tx: Tx, c: RequestContext, form: FormData): Promise<Answer> {
  const lang = c.get("lang");
  const survivorId = c.req.param("id") ?? "";
  const absorbedId = formText(form, "with");
  const reason = formText(form, "reason");
  const outcome = await mergeAgreements(tx, c.get("actor"), {
    ...{ survivorId, absorbedId, reason },
    survivorVersion: Number(form.get("version")),
    absorbedVersion: Number(form.get("otherVersion")),
  });
  if (outcome.ok) return () => c.redirect(pathIn(lang, `${agreementAddress(survivorId)}?saved=merged`), 303);
  const { problem } = outcome;
  if (problem.code === "not_permitted") return () => refusePage(c);
  const survivor = await findAgreement(tx, survivorId);
  const absorbed = await findAgreement(tx, absorbedId);
  if (survivor === undefined || absorbed === undefined) return () => c.notFound();
  const shared = { page: pageContext(c), survivor, absorbed, reason };
  const w = words(lang);
  if (problem.code === "reason_missing" || problem.code === "personal_mailbox_in_reason") {
    return () => renderPage(c, <MergeComparisonPage {...shared} reasonError={w.problems[problem.code]} />, 422);
  }
  const why = problem.code === "stale_version" ? w.publication.stale : w.problems[problem.code];
  return () => renderPage(c, <MergeComparisonPage {...shared} refused={why} />, 409);
}

async function undo(tx: Tx, c: RequestContext): Promise<Answer> {
  const id = c.req.param("id") ?? "";
  const own = pathIn(c.get("lang"), agreementAddress(id));
  const outcome = await undoMerge(tx, c.get("actor"), { mergeId: Number(c.req.param("merge")), reason: null });
  if (outcome.ok) return () => c.redirect(`${own}?saved=separated`, 303);
  if (outcome.problem.code === "merge_not_found") return () => c.notFound();
  if (outcome.problem.code === "not_permitted") return () => refusePage(c);
  return () => c.redirect(`${own}/history`, 303);
}
