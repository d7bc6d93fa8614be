/**
 * Ends a role on a day, or cancels one that has not begun. The last one who administers a body or the system stays:
 * what is left of the role must be covered by others without a gap. A system administrator may take a body's last
 * administrator away, because the body then still stands under the system administrators.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import type { Body } from "../bodies/body.ts";
import { administersAll, type ManageProblem, mayGive, takeTurn } from "./may-manage.ts";
import {
  type Assignment,
  cancelAssignment,
  endAssignment,
  findAssignment,
  periodsOfOtherAdministrators,
} from "./member-store.ts";
import { coverWithoutGap, type Period, rest } from "./role-period.ts";

export type RoleEnd = Readonly<{
  bodyId: string;
  assignmentId: number;
  /** The last day the role is held. */
  lastDay: string;
  reason: string | null;
  today: string;
}>;

export type LastAdministrator = Readonly<{ code: "last_body_administrator" | "last_system_administrator" }>;

export type EndRoleProblem =
  | ManageProblem
  | LastAdministrator
  | Readonly<{ code: "role_not_found" }>
  | Readonly<{ code: "role_beyond_body" }>
  | Readonly<{ code: "days_reversed" }>
  | Readonly<{ code: "own_roles" }>
  | Readonly<{ code: "role_has_begun" }>;

export async function endRole(tx: Tx, actor: Actor, asked: RoleEnd): Promise<Outcome<Assignment, EndRoleProblem>> {
  const found = await findOwn(tx, actor, asked);
  if (!found.ok) return found;
  const { body, assignment } = found.value;
  const { lastDay, reason, today } = asked;
  if (lastDay < assignment.validFrom) return refuse({ code: "days_reversed" });
  if (isOwn(actor, assignment) && lastDay > (assignment.validTo ?? "9999-12-31")) return refuse({ code: "own_roles" });
  const last = await lastAdministrator(tx, actor, assignment, rest(assignment, lastDay, today));
  if (last !== undefined) return refuse(last);
  if (!(await endAssignment(tx, assignment.id, lastDay, reason))) return refuse({ code: "role_beyond_body" });
  await audit(tx, "role.ended", body, assignment, { validTo: lastDay }, reason);
  return succeed({ ...assignment, validTo: lastDay, reason });
}

export type RoleCancellation = Omit<RoleEnd, "lastDay">;

export async function cancelRole(
  tx: Tx,
  actor: Actor,
  asked: RoleCancellation,
): Promise<Outcome<Assignment, EndRoleProblem>> {
  const found = await findOwn(tx, actor, asked);
  if (!found.ok) return found;
  const { body, assignment } = found.value;
  if (assignment.validFrom <= asked.today) return refuse({ code: "role_has_begun" });
  const last = await lastAdministrator(tx, actor, assignment, assignment);
  if (last !== undefined) return refuse(last);
  if (!(await cancelAssignment(tx, assignment.id))) return refuse({ code: "role_has_begun" });
  await audit(tx, "role.cancelled", body, assignment, null, asked.reason);
  return succeed(assignment);
}

type Own = Readonly<{ body: Body; assignment: Assignment }>;

async function findOwn(tx: Tx, actor: Actor, asked: RoleCancellation): Promise<Outcome<Own, EndRoleProblem>> {
  const turn = await takeTurn(tx, actor, asked.bodyId, asked.today);
  if (!turn.ok) return turn;
  const assignment = await findAssignment(tx, asked.assignmentId);
  if (assignment === undefined || assignment.bodyId !== asked.bodyId) return refuse({ code: "role_not_found" });
  if (!mayGive(actor, assignment.role, turn.value)) return refuse({ code: "role_beyond_body" });
  return succeed({ body: turn.value, assignment });
}

const isOwn = (actor: Actor, { accountId }: Assignment): boolean =>
  actor.kind === "member" && actor.accountId === accountId;

/** @param left the days the person would no longer administer; undefined when there are none. */
export async function lastAdministrator(
  tx: Tx,
  actor: Actor,
  { accountId, bodyId, role }: Pick<Assignment, "accountId" | "bodyId" | "role">,
  left: Period | undefined,
): Promise<LastAdministrator | undefined> {
  if (left === undefined) return undefined;
  if (role === "system_administrator") {
    const others = await periodsOfOtherAdministrators(tx, accountId, null);
    return coverWithoutGap(others, left) ? undefined : { code: "last_system_administrator" };
  }
  if (role !== "body_administrator" || administersAll(actor)) return undefined;
  const others = await periodsOfOtherAdministrators(tx, accountId, bodyId);
  return coverWithoutGap(others, left) ? undefined : { code: "last_body_administrator" };
}

function audit(
  tx: Tx,
  action: string,
  body: Body,
  { id: _, accountId, reason: __, ...held }: Assignment,
  changed: Readonly<{ validTo: string }> | null,
  reason: string | null,
): Promise<void> {
  const after = changed === null ? undefined : { ...held, ...changed };
  const subject = { kind: "account", id: accountId };
  return recordAudit(tx, { action, subject, marks: marksOfBody(body), before: held, after, reason });
}
