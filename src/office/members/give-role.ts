/** Gives a person of the body another role there, from a day on (併任, 兼務). New people are invited instead. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, marksOfBody, type Role, recordAudit, type Tx } from "../../platform/index.ts";
import { fitsBody, type ManageProblem, mayGive, takeTurn } from "./may-manage.ts";
import { type Assignment, findMember, insertAssignment } from "./member-store.ts";
import { isReversed, overlaps, type Period } from "./role-period.ts";

export type RoleToGive = Period &
  Readonly<{ bodyId: string; accountId: string; role: Role; reason: string | null; today: string }>;

export type GiveRoleProblem =
  | ManageProblem
  | Readonly<{ code: "body_disabled" }>
  | Readonly<{ code: "member_not_found" }>
  | Readonly<{ code: "account_disabled" }>
  | Readonly<{ code: "own_roles" }>
  | Readonly<{ code: "role_beyond_body" }>
  | Readonly<{ code: "role_unfit" }>
  | Readonly<{ code: "days_reversed" }>
  | Readonly<{ code: "role_overlaps"; held: Assignment }>;

export async function giveRole(tx: Tx, actor: Actor, asked: RoleToGive): Promise<Outcome<Assignment, GiveRoleProblem>> {
  const { bodyId, accountId, role, validFrom, validTo, reason, today } = asked;
  const turn = await takeTurn(tx, actor, bodyId, today);
  if (!turn.ok) return turn;
  const body = turn.value;
  if (body.isDisabled) return refuse({ code: "body_disabled" });
  if (actor.kind === "member" && actor.accountId === accountId) return refuse({ code: "own_roles" });
  if (!mayGive(actor, role, body)) return refuse({ code: "role_beyond_body" });
  if (!fitsBody(role, body)) return refuse({ code: "role_unfit" });
  if (isReversed(asked)) return refuse({ code: "days_reversed" });
  const person = await findMember(tx, bodyId, accountId);
  if (person === undefined) return refuse({ code: "member_not_found" });
  if (person.isDisabled) return refuse({ code: "account_disabled" });
  const held = person.assignments.find((one) => one.bodyId === bodyId && one.role === role && overlaps(one, asked));
  if (held !== undefined) return refuse({ code: "role_overlaps", held });
  const given = await insertAssignment(tx, { accountId, bodyId, role, validFrom, validTo, reason });
  await recordAudit(tx, {
    action: "role.given",
    subject: { kind: "account", id: accountId },
    marks: marksOfBody(body),
    after: { bodyId, role, validFrom, validTo },
    reason,
  });
  return succeed(given);
}
