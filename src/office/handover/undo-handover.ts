/** Takes a handover back as a whole, while everything that moved is still open and still with the successor. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, assignWork, listOpenWork, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import { type ManageProblem, takeTurn } from "../members/may-manage.ts";
import { endAssignment, findMember } from "../members/member-store.ts";
import { overlaps } from "../members/role-period.ts";
import { findHandover, type Handover, markHandoverUndone, returnToMark, setMark } from "./handover-store.ts";

export type UndoRequest = Readonly<{ bodyId: string; id: number; today: string }>;

export type UndoProblem =
  | ManageProblem
  | Readonly<{ code: "handover_not_found" | "handover_undone" | "role_changed_since" | "own_roles" }>
  /** So many pieces are done already or with somebody else. */
  | Readonly<{ code: "work_moved_on"; count: number }>;

export async function undoHandover(
  tx: Tx,
  actor: Actor,
  { bodyId, id, today }: UndoRequest,
): Promise<Outcome<Handover, UndoProblem>> {
  const turn = await takeTurn(tx, actor, bodyId, today);
  if (!turn.ok) return turn;
  const done = await findHandover(tx, bodyId, id);
  if (done === undefined) return refuse({ code: "handover_not_found" });
  if (done.isUndone) return refuse({ code: "handover_undone" });
  if (actor.kind === "member" && actor.accountId === done.from && done.ended.length > 0) {
    return refuse({ code: "own_roles" });
  }
  const count = await countMovedOn(tx, done, today);
  if (count > 0) return refuse({ code: "work_moved_on", count });
  if (!(await restoreRoles(tx, done))) return refuse({ code: "role_changed_since" });
  for (const key of done.moved) await assignWork(tx, key, { from: done.to, to: done.from });
  if (!(await markHandoverUndone(tx, id))) return refuse({ code: "handover_undone" });
  await recordAudit(tx, {
    action: "work.handover_undone",
    subject: { kind: "account", id: done.from },
    marks: marksOfBody(turn.value),
    before: { accountId: done.to, moved: done.moved, lastDay: done.lastDay },
    after: { accountId: done.from, rolesRestored: done.ended.length },
  });
  return succeed({ ...done, isUndone: true });
}

async function countMovedOn(tx: Tx, { bodyId, to, moved }: Handover, today: string): Promise<number> {
  const there = await listOpenWork(tx, { bodyId, accountId: to, today });
  const keys = new Set(there.map(({ kind, subjectId }) => `${kind} ${subjectId}`));
  return moved.filter(({ kind, subjectId }) => !keys.has(`${kind} ${subjectId}`)).length;
}

/** @returns false, with no role restored, when one was changed since, begins anew meanwhile, or is not the actor's to give. */
async function restoreRoles(tx: Tx, { bodyId, from, ended, lastDay }: Handover): Promise<boolean> {
  const person = await findMember(tx, bodyId, from);
  const held = person?.assignments.filter((one) => one.bodyId === bodyId) ?? [];
  await setMark(tx);
  for (const { assignmentId, validTo } of ended) {
    const own = held.find(({ id }) => id === assignmentId);
    const restored = own === undefined ? undefined : { ...own, validTo };
    const isFree =
      restored !== undefined &&
      own?.validTo === lastDay &&
      !held.some((one) => one.id !== assignmentId && one.role === restored.role && overlaps(one, restored));
    if (isFree && (await endAssignment(tx, assignmentId, validTo, null))) continue;
    await returnToMark(tx);
    return false;
  }
  return true;
}
