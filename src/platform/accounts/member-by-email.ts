/** A person as actor without a session: for commands that act in somebody's name (`--as`), with that person's roles. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { Member } from "../database/actor.ts";
import type { Tx } from "../database/database.ts";
import { findAccount } from "./account-store.ts";
import { normaliseEmail } from "./invite-member.ts";
import { whatCounts } from "./read-session.ts";

export type NoSuchMember = Readonly<{
  code: "account_unknown" | "account_disabled" | "no_role_today" | "no_role_there";
}>;

/** @param bodyId the body to work for; null for the only or first one. */
export async function memberByEmail(
  tx: Tx,
  email: string,
  bodyId: string | null,
): Promise<Outcome<Member, NoSuchMember>> {
  const account = await findAccount(tx, { email: normaliseEmail(email) });
  if (account === undefined) return refuse({ code: "account_unknown" });
  if (account.isDisabled) return refuse({ code: "account_disabled" });
  const { current, others } = whatCounts(account, bodyId, false);
  if (current === null) return refuse({ code: "no_role_today" });
  if (bodyId !== null && current.body.id !== bodyId) return refuse({ code: "no_role_there" });
  const { id: accountId, displayName } = account;
  return succeed({
    ...{ kind: "member", accountId, displayName, body: current.body, roles: current.roles, otherBodies: others },
  });
}
