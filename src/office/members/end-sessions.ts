/**
 * Signs a person out everywhere, when a machine was lost or somebody else may sit at it. Nothing is taken away: the
 * person signs in again. So who administers one of the person's bodies may do it, also where others would be asked too.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, endSessionsOf, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import { administersAll, type ManageProblem, takeTurn } from "./may-manage.ts";
import { findMember } from "./member-store.ts";
import { stateOn } from "./role-period.ts";

export type SessionsToEnd = Readonly<{ bodyId: string; accountId: string; today: string }>;
export type EndSessionsProblem = ManageProblem | Readonly<{ code: "member_not_found" | "no_role_left" }>;

/** @returns how many ended. */
export async function endSessions(
  tx: Tx,
  actor: Actor,
  { bodyId, accountId, today }: SessionsToEnd,
): Promise<Outcome<number, EndSessionsProblem>> {
  const turn = await takeTurn(tx, actor, bodyId, today);
  if (!turn.ok) return turn;
  const person = await findMember(tx, bodyId, accountId);
  if (person === undefined) return refuse({ code: "member_not_found" });
  const worksHere = person.assignments.some((one) => one.bodyId === bodyId && stateOn(one, today) !== "ended");
  if (!worksHere && !administersAll(actor)) return refuse({ code: "no_role_left" });
  const count = await endSessionsOf(tx, accountId);
  await recordAudit(tx, {
    action: "session.ended",
    subject: { kind: "account", id: accountId },
    marks: marksOfBody(turn.value),
    after: { count },
  });
  return succeed(count);
}
