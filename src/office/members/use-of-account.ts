/**
 * Takes an account out of use and back. Who administers one body cannot lock a person out of another (兼務, 派遣):
 * there only the roles in the own body can be ended. The last administrator is not locked out.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, marksOfBody, recordAudit, type Tx } from "../../platform/index.ts";
import { type LastAdministrator, lastAdministrator } from "./end-role.ts";
import { administersAll, type ManageProblem, mayGive, takeTurn } from "./may-manage.ts";
import { type BodyMember, findMember, setAccountUse } from "./member-store.ts";
import { rest, stateOn } from "./role-period.ts";

export type AccountUse = Readonly<{
  bodyId: string;
  accountId: string;
  isDisabled: boolean;
  reason: string;
  today: string;
}>;

export type AccountUseProblem =
  | ManageProblem
  | LastAdministrator
  | Readonly<{ code: "reason_missing" }>
  | Readonly<{ code: "member_not_found" }>
  | Readonly<{ code: "own_account" }>
  | Readonly<{ code: "role_beyond_body" }>
  | Readonly<{ code: "belongs_to_other_bodies" }>
  /** Their roles here have ended: nobody of this body answers for the account any more. */
  | Readonly<{ code: "no_role_left" }>
  | Readonly<{ code: "account_changed_meanwhile" }>;

export async function setUseOfAccount(
  tx: Tx,
  actor: Actor,
  asked: AccountUse,
): Promise<Outcome<BodyMember, AccountUseProblem>> {
  const { bodyId, accountId, isDisabled, today } = asked;
  const reason = asked.reason.trim();
  if (reason === "") return refuse({ code: "reason_missing" });
  const turn = await takeTurn(tx, actor, bodyId, today);
  if (!turn.ok) return turn;
  if (actor.kind === "member" && actor.accountId === accountId) return refuse({ code: "own_account" });
  const person = await findMember(tx, bodyId, accountId);
  if (person === undefined) return refuse({ code: "member_not_found" });
  if (person.isDisabled === isDisabled) return refuse({ code: "account_changed_meanwhile" });
  const living = person.assignments.filter((one) => stateOn(one, today) !== "ended");
  if (!administersAll(actor)) {
    if (living.length === 0) return refuse({ code: "no_role_left" });
    if (living.some((one) => one.bodyId !== bodyId)) return refuse({ code: "belongs_to_other_bodies" });
    if (living.some(({ role }) => !mayGive(actor, role, turn.value))) return refuse({ code: "role_beyond_body" });
  }
  for (const assignment of isDisabled ? living : []) {
    const last = await lastAdministrator(tx, actor, assignment, rest(assignment, "0001-01-01", today));
    if (last !== undefined) return refuse(last);
  }
  if (!(await setAccountUse(tx, person, isDisabled))) return refuse({ code: "account_changed_meanwhile" });
  await recordAudit(tx, {
    action: isDisabled ? "account.disabled" : "account.enabled",
    subject: { kind: "account", id: accountId },
    marks: marksOfBody(turn.value),
    before: { isDisabled: person.isDisabled },
    after: { isDisabled },
    reason,
  });
  return succeed({ ...person, isDisabled, version: person.version + 1 });
}
