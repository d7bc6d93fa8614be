/** Looking at findings that say the same thing, and settling them together. */
import { type RequestContext, readForm } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { describeProblem } from "../describe-problem.ts";
import { findDocument } from "../document-store.ts";
import { findDrafts } from "../draft-store.ts";
import { listOpenFindings } from "../finding-store.ts";
import type { ImportFinding } from "../imported-document.ts";
import { groupSameFindings } from "../same-finding.ts";
import { settleTogether } from "../settle-together.ts";
import { pageContext } from "./page-context.ts";
import { goTo, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { SameFindingsPage, type SameFindingsProps, sameFindingsPath } from "./same-findings-page.tsx";

const FINDINGS_LOOKED_AT = 5000;
const GROUPS_SHOWN = 30;

export async function showSameFindings(
  c: RequestContext,
  { database, contributed }: RouteParts,
  documentId: string,
  refused?: SameFindingsProps["refused"],
) {
  const found = await database.read(
    c.get("actor"),
    async (tx) => {
      const document = await findDocument(tx, documentId);
      if (document === undefined) return undefined;
      const open = await listOpenFindings(tx, documentId, FINDINGS_LOOKED_AT);
      const all = groupSameFindings(open).toSorted(byWeight);
      const groups = all.slice(0, GROUPS_SHOWN);
      const positions = groups.flat().flatMap(({ draftPosition }) => draftPosition ?? []);
      const drafts = await findDrafts(tx, documentId, [...new Set(positions)]);
      const records = new Map(drafts.map(({ position, record }) => [position, record]));
      return { document, groups, more: all.length - groups.length, records };
    },
    workOf(c),
  );
  if (found === undefined) return notFound(c);
  const findingWords = contributed?.find(({ layout }) => layout.name === found.document.layout)?.findings;
  const page = <SameFindingsPage context={pageContext(c)} {...found} findingWords={findingWords} refused={refused} />;
  return renderPage(c, page, refused === undefined ? 200 : 422);
}

/** What blocks first, then what stands at the most places. */
function byWeight(a: readonly ImportFinding[], b: readonly ImportFinding[]): number {
  const blocks = (group: readonly ImportFinding[]) => (group[0]?.severity === "error" ? 0 : 1);
  return blocks(a) - blocks(b) || b.length - a.length;
}

export async function takeSettlementTogether(c: RequestContext, parts: RouteParts, documentId: string) {
  const form = await readForm(c);
  const reason = formText(form, "reason");
  const numbers = form.getAll("number").flatMap((value) => (/^\d{1,9}$/.test(`${value}`) ? [Number(value)] : []));
  const outcome = await settleTogether(parts.database, c.get("actor"), { documentId, numbers, reason }, workOf(c));
  const home = sameFindingsPath(documentId);
  if (outcome.ok) return goTo(c, `${home}?settled=${outcome.value.settled}`);
  const { problem } = outcome;
  if (problem.code !== "reason_missing" && problem.code !== "personal_mailbox_in_reason") {
    return refuseWith(c, problem, home);
  }
  // A refused address is not shown again.
  const kept = problem.code === "reason_missing" ? reason : "";
  const message = describeProblem(problem, c.get("lang"));
  return showSameFindings(c, parts, documentId, { first: numbers[0] ?? 0, message, reason: kept });
}
