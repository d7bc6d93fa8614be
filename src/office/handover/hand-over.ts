/**
 * 引き継ぎ: all open work of a person in a body goes to another in one step, and the person's roles there may end on a
 * day. Everything happens in one transaction or nothing does.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, listOpenWork, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import { type EndRoleProblem, endRole } from "../members/end-role.ts";
import { type ManageProblem, takeTurn } from "../members/may-manage.ts";
import { findMember, listColleagues } from "../members/member-store.ts";
import { stateOn } from "../members/role-period.ts";
import { type EndedRole, insertHandover, moveAllWork, returnToMark, setMark } from "./handover-store.ts";

export type HandoverRequest = Readonly<{
  bodyId: string;
  from: string;
  to: string;
  /** How much work was shown before; more or less of it asks to look again. */
  counted: number;
  /** The last day of the roles in this body; null leaves them. */
  lastDay: string | null;
  reason: string | null;
  today: string;
}>;

export type HandoverProblem =
  | ManageProblem
  | EndRoleProblem
  | Readonly<{ code: "same_person" | "person_unknown" | "successor_unknown" | "nothing_to_hand_over" }>
  | Readonly<{ code: "work_changed"; counted: number }>;

export type HandedOver = Readonly<{ id: number; moved: number; ended: number }>;

export async function handOver(
  tx: Tx,
  actor: Actor,
  asked: HandoverRequest,
): Promise<Outcome<HandedOver, HandoverProblem>> {
  const { bodyId, from, to, lastDay, reason, today } = asked;
  const turn = await takeTurn(tx, actor, bodyId, today);
  if (!turn.ok) return turn;
  const who = await refusePeople(tx, asked);
  if (who !== undefined) return refuse(who);
  const open = await listOpenWork(tx, { bodyId, accountId: from, today });
  if (open.length !== asked.counted) return refuse({ code: "work_changed", counted: open.length });
  if (open.length === 0 && lastDay === null) return refuse({ code: "nothing_to_hand_over" });
  await setMark(tx);
  const ended = lastDay === null ? succeed([]) : await endRoles(tx, actor, { ...asked, lastDay });
  if (!ended.ok) {
    await returnToMark(tx); // of several roles the first may have ended already
    return ended;
  }
  const moved = await moveAllWork(tx, bodyId, from, to);
  const id = await insertHandover(tx, { bodyId, from, to, lastDay, moved, ended: ended.value, reason });
  await recordAudit(tx, {
    action: "work.handed_over",
    subject: { kind: "account", id: from },
    marks: marksOfBody(turn.value),
    before: { accountId: from },
    after: { accountId: to, moved, lastDay, rolesEnded: ended.value.length },
    reason,
  });
  return succeed({ id, moved: moved.length, ended: ended.value.length });
}

async function refusePeople(
  tx: Tx,
  { bodyId, from, to, today }: HandoverRequest,
): Promise<HandoverProblem | undefined> {
  if (from === to) return { code: "same_person" };
  if ((await findMember(tx, bodyId, from)) === undefined) return { code: "person_unknown" };
  const colleagues = await listColleagues(tx, bodyId, today);
  return colleagues.some(({ id }) => id === to) ? undefined : { code: "successor_unknown" };
}

type Ending = HandoverRequest & Readonly<{ lastDay: string }>;

async function endRoles(
  tx: Tx,
  actor: Actor,
  { bodyId, from, lastDay, reason, today }: Ending,
): Promise<Outcome<readonly EndedRole[], EndRoleProblem>> {
  const person = await findMember(tx, bodyId, from);
  const held = person?.assignments.filter((one) => one.bodyId === bodyId && stateOn(one, today) === "now") ?? [];
  const ended: EndedRole[] = [];
  for (const { id, validTo } of held) {
    if (validTo !== null && validTo <= lastDay) continue;
    const outcome = await endRole(tx, actor, { bodyId, assignmentId: id, lastDay, reason, today });
    if (!outcome.ok) return outcome;
    ended.push({ assignmentId: id, validTo });
  }
  return succeed(ended);
}
