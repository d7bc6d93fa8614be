/**
 * Accepting an invitation: a new person gets an account, a password and the role in one transaction; who has an account
 * gets the role after signing in with it (併任, 派遣: a second body). Either way the link works once.
 */
import { hashPassword } from "better-auth/crypto";
import { sql } from "kysely";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { SYSTEM } from "../database/actor.ts";
import type { Tx } from "../database/database.ts";
import { isRole, type Role } from "../permissions/role.ts";
import { type AccountToday, findAccount } from "./account-store.ts";
import { addAccount, giveRole } from "./add-account.ts";
import { countTry, LIMITS } from "./attempt-limit.ts";
import { callAuth } from "./call-auth.ts";
import { hashToken } from "./invite-member.ts";
import type { Accounts } from "./open-accounts.ts";
import { checkPassword, normalisePassword, type PasswordProblem } from "./password-rule.ts";
import { type Asking, auditSignIn, type Cookies, type TooMany } from "./sign-in.ts";
import type { SignedIn } from "./signed-in.ts";

export type Invitation = Readonly<{
  id: number;
  email: string;
  bodyId: string;
  bodyName: string;
  role: Role;
  validFrom: string;
  validTo: string | null;
}>;

export type InvitationOver =
  | Readonly<{ code: "invitation_unknown" }>
  | Readonly<{ code: "invitation_expired"; bodyName: string }>
  | Readonly<{ code: "invitation_revoked"; bodyName: string }>
  | Readonly<{ code: "invitation_used"; bodyName: string }>;

export type AcceptProblem =
  | InvitationOver
  | PasswordProblem
  | Readonly<{ code: "name_missing" | "name_too_long" }>
  | Readonly<{ code: "invitation_for_another"; email: string }>
  | Readonly<{ code: "account_exists" }>
  | Readonly<{ code: "account_closed" }>
  | Readonly<{ code: "invitation_role_held" }>;

export type OpenInvitation = Readonly<{ invitation: Invitation; hasAccount: boolean }>;

/** Each look at a link counts for the address it comes from, so that nobody guesses at tokens. */
export async function countInvitationTry({ pool }: Accounts, { address }: Asking): Promise<TooMany | undefined> {
  const again = await countTry(pool, [{ what: "invitation", of: address, limit: LIMITS.invitationFromAddress }]);
  return again === undefined ? undefined : { code: "too_many_tries", again };
}

/** It stands above every page and in letters; a name of one line. */
const LONGEST_NAME = 60;

type Row = Omit<Invitation, "role"> & Readonly<{ role: string; state: "open" | "expired" | "revoked" | "used" }>;

export async function findInvitation(
  { database }: Accounts,
  token: string,
): Promise<Outcome<OpenInvitation, InvitationOver>> {
  return database.read(SYSTEM, async (tx) => {
    const found = await readInvitation(tx, token, sql``);
    if (!found.ok) return found;
    const account = await findAccount(tx, { email: found.value.email });
    return succeed({ invitation: found.value, hasAccount: account !== undefined });
  });
}

async function readInvitation(
  tx: Tx,
  token: string,
  lock: ReturnType<typeof sql>,
): Promise<Outcome<Invitation, InvitationOver>> {
  const { rows } = await sql<Row>`
    select i.id, i.email, i.body_id as "bodyId", b.name as "bodyName", i.role, i.valid_from as "validFrom",
           i.valid_to as "validTo", case when i.accepted_at is not null then 'used'
             when i.revoked_at is not null or b.disabled_at is not null then 'revoked'
             when i.expires_at <= now() then 'expired' else 'open' end as state
      from member_invitation i join body b on b.id = i.body_id
     where i.token_sha256 = ${hashToken(token)} ${lock}`.execute(tx);
  const [row] = rows;
  if (row === undefined || !isRole(row.role)) return refuse({ code: "invitation_unknown" });
  const { state, role, ...invitation } = row;
  if (state !== "open") return refuse({ code: `invitation_${state}`, bodyName: invitation.bodyName });
  return succeed({ ...invitation, role: row.role });
}

export type NewPerson = Readonly<{ token: string; displayName: string; password: string }>;

export async function acceptAsNewPerson(
  accounts: Accounts,
  { token, displayName, password }: NewPerson,
  asking: Asking,
): Promise<Outcome<Cookies, AcceptProblem>> {
  const open = await findInvitation(accounts, token);
  if (!open.ok) return open;
  const { email, bodyName } = open.value.invitation;
  const name = displayName.replaceAll(/\s+/gu, " ").trim();
  if (name === "") return refuse({ code: "name_missing" });
  if ([...name].length > LONGEST_NAME) return refuse({ code: "name_too_long" });
  const problem = checkPassword(password, [email, bodyName, name]);
  if (problem !== undefined) return refuse(problem);
  const passwordHash = await hashPassword(normalisePassword(password));
  const accepted = await take(accounts, token, asking, async (tx, invitation) => {
    if ((await findAccount(tx, { email })) !== undefined) return refuse({ code: "account_exists" });
    return succeed((await addAccount(tx, { email: invitation.email, displayName: name, passwordHash })).accountId);
  });
  return accepted.ok ? openFirstSession(accounts, accepted.value, asking) : accepted;
}

/** The session is opened anew: what the person may do has changed. */
export async function acceptWithAccount(
  accounts: Accounts,
  token: string,
  who: SignedIn,
  asking: Asking,
): Promise<Outcome<null, AcceptProblem>> {
  const accepted = await take(accounts, token, asking, async (tx, { email }) => {
    if (who.email !== email) return refuse({ code: "invitation_for_another", email });
    const account = await findAccount(tx, { id: who.accountId });
    return account === undefined || account.isDisabled ? refuse({ code: "account_closed" }) : succeed(account.id);
  });
  return accepted.ok ? succeed(null) : accepted;
}

type Taking = (tx: Tx, invitation: Invitation) => Promise<Outcome<string, AcceptProblem>>;

/** The invitation is locked first: of two who open the link at once one gets in, and nothing is half done. */
async function take(
  { database }: Accounts,
  token: string,
  asking: Asking,
  accountFor: Taking,
): Promise<Outcome<string, AcceptProblem>> {
  return database.write(
    SYSTEM,
    async (tx) => {
      const found = await readInvitation(tx, token, sql`for update of i`);
      if (!found.ok) return found;
      const invitation = found.value;
      if (await holdsRole(tx, invitation)) return refuse({ code: "invitation_role_held" });
      const account = await accountFor(tx, invitation);
      if (!account.ok) return account;
      await giveRole(tx, { ...invitation, accountId: account.value });
      await sql`update member_invitation set accepted_at = now(), accepted_by = ${account.value}
        where id = ${invitation.id}`.execute(tx);
      await auditAcceptance(tx, account.value, invitation);
      return account;
    },
    asking,
  );
}

async function holdsRole(tx: Tx, { email, bodyId, role, validFrom, validTo }: Invitation): Promise<boolean> {
  const { rows } = await sql`select from role_assignment r join account a on a.id = r.account_id
    where a.email = ${email} and r.body_id = ${bodyId} and r.role = ${role}
      and daterange(r.valid_from, r.valid_to, '[]') && daterange(${validFrom}, ${validTo}, '[]')`.execute(tx);
  return rows.length > 0;
}

/** The event is the person's own, from here on. */
async function auditAcceptance(tx: Tx, accountId: string, { id, bodyId, role }: Invitation): Promise<void> {
  const { rows } = await sql<{ marks: string[] }>`
    select marks_of_body(${bodyId}) as marks, set_config('kakehashi.actor', ${accountId}, true)`.execute(tx);
  await recordAudit(tx, {
    action: "invitation.accepted",
    subject: { kind: "account", id: accountId },
    marks: rows[0]?.marks ?? ["*"],
    after: { invitation: id, bodyId, role },
  });
}

async function openFirstSession(
  accounts: Accounts,
  accountId: string,
  asking: Asking,
): Promise<Outcome<Cookies, AcceptProblem>> {
  const account = await accounts.database.read(SYSTEM, (tx) => findAccount(tx, { id: accountId }));
  const body = { userId: authUserOf(account), method: "password" as const };
  const { headers } = asking;
  const answer = await callAuth(() => accounts.auth.api.openSession({ body, headers, returnHeaders: true }));
  if (!answer.ok) return refuse({ code: "account_closed" });
  await auditSignIn(accounts, accountId, "password", asking);
  return succeed(answer.cookies);
}

function authUserOf(account: AccountToday | undefined): string {
  if (account?.authUserId == null) throw new Error("the account has nobody to sign in");
  return account.authUserId;
}
