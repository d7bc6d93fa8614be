/** Taking back what one act accepted. What was typed stays whenever it is refused. */
import { type RequestContext, readForm } from "../../platform/index.ts";
import { formText } from "../../registry/index.ts";
import { renderPage } from "../../ui/index.ts";
import { listPositionsOfAcceptance } from "../acceptance-store.ts";
import { describeProblem } from "../describe-problem.ts";
import { findDocument } from "../document-store.ts";
import { findDrafts } from "../draft-store.ts";
import type { StuckDraft } from "../problems.ts";
import { undoAcceptance } from "../undo-acceptance.ts";
import { pageContext } from "./page-context.ts";
import { goTo, notFound, type RouteParts, refuseWith, workOf } from "./refuse.tsx";
import { UndoPage, type UndoPageProps } from "./undo-page.tsx";

export type AcceptanceAddress = Readonly<{ documentId: string; acceptance: string }>;
type Said = Pick<UndoPageProps, "typed" | "leave"> &
  Readonly<{ stuck?: readonly StuckDraft[]; status?: 200 | 409 | 422 }>;

export async function showUndo(c: RequestContext, parts: RouteParts, at: AcceptanceAddress, said: Said = {}) {
  const { database, contributed = [] } = parts;
  const { documentId, acceptance } = at;
  const { status = 200, leave = [], ...shown } = said;
  const found = await database.read(
    c.get("actor"),
    async (tx) => {
      const document = await findDocument(tx, documentId);
      if (document === undefined) return undefined;
      const positions = await listPositionsOfAcceptance(tx, documentId, acceptance);
      const drafts = await findDrafts(
        tx,
        documentId,
        positions.filter((position) => !leave.includes(position)),
      );
      return { document, drafts };
    },
    workOf(c),
  );
  if (found === undefined) return notFound(c);
  if (found.drafts.length === 0) return refuseWith(c, { code: "nothing_to_undo" }, `/imports/${documentId}`);
  const page = <UndoPage context={pageContext(c)} {...{ ...at, ...found, contributed, leave }} {...shown} />;
  return renderPage(c, page, status);
}

export async function takeUndo(c: RequestContext, parts: RouteParts, at: AcceptanceAddress) {
  const { database, contributed } = parts;
  const form = await readForm(c);
  const reason = formText(form, "reason");
  const leave = form.getAll("leave").flatMap((value) => (/^\d{1,9}$/.test(`${value}`) ? [Number(value)] : []));
  const options = { ...workOf(c), contributed };
  const outcome = await undoAcceptance(database, c.get("actor"), { ...at, reason, leave }, options);
  if (outcome.ok) {
    const { reopened, left } = outcome.value;
    return goTo(c, `/imports/${at.documentId}?done=undone&n=${reopened}&left=${left}`);
  }
  const { problem } = outcome;
  if (problem.code === "acceptance_stuck") {
    return showUndo(c, parts, at, { stuck: problem.stuck, typed: { reason }, leave, status: 409 });
  }
  if (problem.code !== "reason_missing" && problem.code !== "personal_mailbox_in_reason") {
    return refuseWith(c, problem, `/imports/${at.documentId}`);
  }
  // A refused address is not shown again.
  const kept = problem.code === "reason_missing" ? reason : "";
  const typed = { reason: kept, error: describeProblem(problem, c.get("lang")) };
  return showUndo(c, parts, at, { typed, leave, status: 422 });
}
