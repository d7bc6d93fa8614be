/** `/agreements/A000001`, its `.json`, and an earlier version with `?version=` for whoever reads its history. */
import { Hono } from "hono";
import { refusePage } from "../../../office/index.ts";
import { type Actor, isPermitted, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { agreementAsOf, type Moment } from "../../agreement-as-of.ts";
import { marksOf } from "../../agreement-keys.ts";
import { findAgreement } from "../../agreement-store.ts";
import { type AgreementContact, listContacts } from "../../contacts/contact-store.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { listHistory, listPublicHistory, type PublicHistoryEntry } from "../../history-store.ts";
import { findMergeTarget } from "../../merge-store.ts";
import { type AgreementPromise, listPromises } from "../../promises/promise-store.ts";
import type { Proposal } from "../../proposal.ts";
import { findLatestProposal } from "../../proposal-store.ts";
import { actsOn, type RecordAct } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { relatedAgreements } from "../../related-agreements-query.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { words } from "../words.ts";
import { agreementToJson } from "./agreement-json.ts";
import { momentAsked } from "./moment-asked.ts";
import { isSavedKind } from "./notices.tsx";
import { RecordPage } from "./record-page.tsx";

export function recordRoutes({ database, linked }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.read(c.get("actor"), work, { requestId: c.get("requestId") });

  routes.get("/agreements/:file{A[0-9]{6,9}\\.json}", async (c) => {
    const id = c.req.param("file").replace(/\.json$/, "");
    const found = await read(c, async (tx) => (await findAgreement(tx, id)) ?? (await findMergeTarget(tx, id)));
    if (found === undefined) return c.json({ code: "agreement_not_found", id }, 404);
    if (typeof found === "string") return c.redirect(`${agreementAddress(found)}.json`, 302);
    return c.json(agreementToJson(found));
  });

  routes.get("/agreements/:id{A[0-9]{6,9}}", async (c) => {
    const id = c.req.param("id");
    const found = await read(c, (tx) => readRecord(tx, c.get("actor"), id));
    if (found === undefined) return c.notFound();
    if (typeof found === "string") return c.redirect(pathIn(c.get("lang"), agreementAddress(found)), 302);
    const moment = momentAsked(c);
    if (moment === "unreadable") return c.redirect(pathIn(c.get("lang"), `${agreementAddress(id)}/history`), 303);
    if (moment !== undefined) return showVersion(c, found, moment);
    const saved = c.req.query("saved");
    const own = words(c.get("lang"));
    return renderPage(
      c,
      <RecordPage
        page={pageContext(c)}
        {...found}
        saved={isSavedKind(saved, own) ? saved : undefined}
        linked={await readLinked(c, id)}
      />,
    );
  });

  async function readLinked(c: RequestContext, id: string) {
    if (linked === undefined) return undefined;
    const lang = c.get("lang");
    return { title: linked.title(lang), records: await read(c, (tx) => linked.list(tx, id, lang)) };
  }

  async function showVersion(c: RequestContext, found: ReadRecord, moment: Moment) {
    const page = pageContext(c);
    if (!isPermitted(c.get("actor"), "agreement.read_history", marksOf(found.agreement))) return refusePage(c);
    const entry = await read(c, (tx) => agreementAsOf(tx, found.agreement.id, moment));
    if (!entry.ok) return c.notFound();
    const then: RecordedAgreement = { ...found.agreement, ...entry.value.after, version: entry.value.version };
    return renderPage(c, <RecordPage page={page} {...found} agreement={then} shownVersion={entry.value.version} />);
  }
  return routes;
}

type ReadRecord = Readonly<{
  agreement: RecordedAgreement;
  related: Awaited<ReturnType<typeof relatedAgreements>>;
  history: readonly PublicHistoryEntry[];
  proposal: Proposal | undefined;
  acts: readonly RecordAct[];
  promises: Readonly<{ all: readonly AgreementPromise[]; canWrite: boolean }> | undefined;
  contacts: Readonly<{ all: readonly AgreementContact[]; canWrite: boolean }> | undefined;
}>;

/** @returns the id of the record it was merged into, when the reader cannot see this one. */
async function readRecord(tx: Tx, actor: Actor, id: string): Promise<ReadRecord | string | undefined> {
  const agreement = await findAgreement(tx, id);
  if (agreement === undefined) return findMergeTarget(tx, id);
  const isMember = actor.kind !== "public";
  const isFull = isPermitted(actor, "agreement.read_history", marksOf(agreement));
  const proposal = isMember ? await findLatestProposal(tx, agreement.no) : undefined;
  return {
    agreement,
    related: await relatedAgreements(tx, agreement.no),
    history: isFull ? await listHistory(tx, id) : await listPublicHistory(tx, id),
    proposal,
    ...(await readInternal(tx, actor, agreement)),
    acts: isMember ? await actsOn(tx, actor, agreement, proposal) : [],
  };
}

/** What the officers of an agreement know and the public never reads. */
async function readInternal(
  tx: Tx,
  actor: Actor,
  agreement: RecordedAgreement,
): Promise<Pick<ReadRecord, "promises" | "contacts">> {
  const marks = marksOf(agreement);
  if (!isPermitted(actor, "agreement.read_unpublished", marks)) return { promises: undefined, contacts: undefined };
  const canWrite = isPermitted(actor, "agreement.edit", marks);
  return {
    promises: { all: await listPromises(tx, [agreement.no]), canWrite },
    contacts: { all: await listContacts(tx, [agreement.no]), canWrite },
  };
}
