/** Invites somebody into a body in a role. Who may invite into which role is who may give it. */
import { type Outcome, refuse } from "../../kernel/outcome.ts";
import {
  type Actor,
  type InviteProblem as InvitationRefused,
  type Invited,
  inviteMember,
  type Role,
  type Tx,
} from "../../platform/index.ts";
import { fitsBody, type ManageProblem, mayGive, takeTurn } from "./may-manage.ts";
import { listMembers } from "./member-store.ts";
import type { Period } from "./role-period.ts";

export type NewInvitation = Period & Readonly<{ bodyId: string; email: string; role: Role; today: string }>;

export type InviteProblem =
  | ManageProblem
  | InvitationRefused
  | Readonly<{ code: "body_disabled" | "role_beyond_body" | "role_unfit" | "own_invitation" }>;

export async function invite(
  tx: Tx,
  actor: Actor,
  { today, ...invited }: NewInvitation,
): Promise<Outcome<Invited, InviteProblem>> {
  const { bodyId, role, email } = invited;
  const turn = await takeTurn(tx, actor, bodyId, today);
  if (!turn.ok) return turn;
  if (turn.value.isDisabled) return refuse({ code: "body_disabled" });
  if (!mayGive(actor, role, turn.value)) return refuse({ code: "role_beyond_body" });
  if (!fitsBody(role, turn.value)) return refuse({ code: "role_unfit" });
  const members = await listMembers(tx, bodyId);
  const isOwn = members.some((one) => actor.kind === "member" && one.id === actor.accountId && one.email === email);
  if (isOwn) return refuse({ code: "own_invitation" });
  return inviteMember(tx, invited);
}
