/** Looking at drafts beside the records they seem to be, and linking the chosen ones in one act. */
import { type RequestContext, readForm } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { describeProblem } from "../describe-problem.ts";
import { findDocument } from "../document-store.ts";
import { isContributed } from "../draft-record.ts";
import { listPendingDrafts } from "../draft-store.ts";
import { findLookAlikes } from "../find-look-alikes.ts";
import { type ChosenPair, linkTogether } from "../link-together.ts";
import { LookAlikesPage, type LookAlikesProps, lookAlikesPath } from "./look-alikes-page.tsx";
import { pageContext } from "./page-context.ts";
import { goTo, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { undoableBy } from "./undo-link.tsx";
import { whoseRecord } from "./whose.ts";

type Asked = Readonly<{ documentId: string; owner: string; after: number; sent?: LookAlikesProps["sent"] }>;

export function showLookAlikes(c: RequestContext, parts: RouteParts, documentId: string) {
  const { query } = pageContext(c);
  const after = positionIn(query.get("after") ?? "");
  return show(c, parts, { documentId, owner: query.get("owner") ?? "", after });
}

async function show(c: RequestContext, parts: RouteParts, { documentId, owner: chosen, after, sent }: Asked) {
  const { database, contributed = [] } = parts;
  const actor = c.get("actor");
  const loaded = await database.read(
    actor,
    async (tx) => {
      const document = await findDocument(tx, documentId);
      if (document === undefined) return undefined;
      const contribution = contributed.find(({ layout }) => layout.name === document.layout);
      const [first] = contribution === undefined ? [] : await listPendingDrafts(tx, documentId, 0, 1);
      const whose =
        contribution === undefined || first === undefined || !isContributed(first.record)
          ? null
          : whoseRecord(contribution, actor, first.record, chosen);
      const isOwnerMissing = whose !== null && whose.owner === null;
      const owner = whose?.owner ?? "";
      const asked = { document, contributed, owner, lang: c.get("lang"), after };
      const found = isOwnerMissing ? { pairs: [], next: null } : await findLookAlikes(tx, actor, asked);
      return { document, contribution, owner, isOwnerMissing, found, after };
    },
    workOf(c),
  );
  if (loaded === undefined) return notFound(c);
  const page = <LookAlikesPage context={pageContext(c)} {...loaded} sent={sent} />;
  return renderPage(c, page, sent === undefined ? 200 : sent.refused.length > 0 ? 409 : 422);
}

export async function takeLookAlikes(c: RequestContext, parts: RouteParts, documentId: string) {
  const { database, contributed } = parts;
  const form = await readForm(c);
  const owner = formText(form, "owner").normalize("NFKC").trim();
  const values = form.getAll("pair").filter((value) => typeof value === "string");
  const pairs = values.flatMap(pairIn);
  const isFilling = formText(form, "fill") === "yes";
  const outcome = await linkTogether(
    database,
    c.get("actor"),
    { documentId, pairs, owner, isFilling },
    { ...workOf(c), contributed },
  );
  if (outcome.ok) {
    const said = [`done=paired&n=${outcome.value.linked}`, undoableBy(c.get("requestId"))];
    if (owner !== "") said.push(`owner=${encodeURIComponent(owner)}`);
    return goTo(c, `/imports/${documentId}?${said.join("&")}`);
  }
  const { problem } = outcome;
  if (problem.code === "document_not_found") return refuseWith(c, problem, lookAlikesPath(documentId));
  const refused = problem.code === "links_refused" ? problem.refused : [];
  const sent = { chosen: new Set(values), isFilling, refused, message: describeProblem(problem, c.get("lang")) };
  return show(c, parts, { documentId, owner, after: positionIn(formText(form, "after")), sent });
}

function positionIn(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function pairIn(value: string): readonly ChosenPair[] {
  const [, position, version, recordId, recordVersion] =
    /^(\d{1,9}):(\d{1,9}):([A-Z]\d{6,9}):(\d{1,9})$/u.exec(value) ?? [];
  if (recordId === undefined) return [];
  return [
    { position: Number(position), expectedVersion: Number(version), recordId, recordVersion: Number(recordVersion) },
  ];
}
