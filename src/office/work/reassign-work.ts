/** Gives one piece of open work to a colleague: one's own, what nobody has, or, for who administers the body, any. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import {
  type Actor,
  assignWork,
  listOpenWork,
  marksOfBody,
  type OpenWork,
  recordAudit,
  type Tx,
  type WorkKey,
} from "../../platform/index.ts";
import { type Body, mayInBody } from "../bodies/body.ts";
import { listColleagues } from "../members/member-store.ts";

export type Reassignment = WorkKey & Readonly<{ body: Body; to: string; from: string | null; today: string }>;

export type ReassignProblem = Readonly<{
  code: "work_not_found" | "not_permitted" | "colleague_unknown" | "work_moved";
}>;

export async function findOpenWork(tx: Tx, body: Body, key: WorkKey, today: string): Promise<OpenWork | undefined> {
  const all = await listOpenWork(tx, { bodyId: body.id, today });
  return all.find(({ kind, subjectId }) => kind === key.kind && subjectId === key.subjectId);
}

export function mayReassign(actor: Actor, work: OpenWork, body: Body): boolean {
  if (mayInBody(actor, "member.manage", body)) return true;
  return actor.kind === "member" && (work.isUnassigned || work.accountId === actor.accountId);
}

/** @param asked `from` is who had it when the page was opened; somebody quicker is not undone. */
export async function reassignWork(
  tx: Tx,
  actor: Actor,
  asked: Reassignment,
): Promise<Outcome<OpenWork, ReassignProblem>> {
  const { body, to, from, today, kind, subjectId } = asked;
  const work = await findOpenWork(tx, body, asked, today);
  if (work === undefined) return refuse({ code: "work_not_found" });
  if (!mayReassign(actor, work, body)) return refuse({ code: "not_permitted" });
  const colleagues = await listColleagues(tx, body.id, today);
  if (!colleagues.some(({ id }) => id === to)) return refuse({ code: "colleague_unknown" });
  if (!(await assignWork(tx, { kind, subjectId }, { from, to }))) return refuse({ code: "work_moved" });
  await recordAudit(tx, {
    action: "work.reassigned",
    subject: { kind: "work", id: `${kind}:${subjectId}` },
    marks: marksOfBody(body),
    before: { accountId: from },
    after: { accountId: to },
  });
  return succeed({ ...work, accountId: to });
}
