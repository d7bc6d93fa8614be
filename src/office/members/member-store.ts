/** People of a body, the roles they hold or held, and what a change of roles asks of the database at that moment. */
import { sql } from "kysely";
import type { Role, Tx } from "../../platform/index.ts";
import type { Period } from "./role-period.ts";

export type Assignment = Period &
  Readonly<{
    id: number;
    accountId: string;
    bodyId: string;
    role: Role;
    reason: string | null;
  }>;

/** `bodyName` is for roles in other bodies (併任). */
export type AssignmentInBody = Assignment & Readonly<{ bodyName: string }>;

export type Person = Readonly<{
  id: string;
  displayName: string;
  email: string;
  isSample: boolean;
  isDisabled: boolean;
  version: number;
}>;

export type BodyMember = Person & Readonly<{ assignments: readonly AssignmentInBody[] }>;

const PERSON = sql`a.id, a.display_name as "displayName", a.email, a.is_sample as "isSample",
  a.disabled_at is not null as "isDisabled", a.version`;
const ASSIGNMENT = sql`r.id, r.account_id as "accountId", r.body_id as "bodyId", r.role,
  r.valid_from as "validFrom", r.valid_to as "validTo", r.reason`;
const HELD = sql`coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'accountId', r.account_id, 'bodyId', r.body_id,
    'role', r.role, 'validFrom', r.valid_from, 'validTo', r.valid_to, 'reason', r.reason, 'bodyName', b.name)
    order by r.valid_from desc, r.id desc)
  from role_assignment r join body b on b.id = r.body_id where r.account_id = a.id), '[]'::jsonb) as assignments`;

/** Everybody who holds, will hold or held a role in the body, with their roles elsewhere where the reader may know. */
export async function listMembers(tx: Tx, bodyId: string): Promise<readonly BodyMember[]> {
  const { rows } = await sql<BodyMember>`select ${PERSON}, ${HELD} from account a
    where exists (select from role_assignment own where own.account_id = a.id and own.body_id = ${bodyId})
    order by a.display_name collate "ja-x-icu", a.id`.execute(tx);
  return rows;
}

/** Undefined when the person never had a role in the body. */
export async function findMember(tx: Tx, bodyId: string, accountId: string): Promise<BodyMember | undefined> {
  const { rows } = await sql<BodyMember>`select ${PERSON}, ${HELD} from account a
    where a.id = ${accountId}
      and exists (select from role_assignment own where own.account_id = a.id and own.body_id = ${bodyId})`.execute(tx);
  return rows[0];
}

export type Colleague = Readonly<{ id: string; displayName: string }>;

/** Who works for the body on the day. */
export async function listColleagues(tx: Tx, bodyId: string, day: string): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`select a.id, a.display_name as "displayName" from account a
    where works_for(a.id, ${bodyId}, ${day}::date) order by a.display_name collate "ja-x-icu", a.id`.execute(tx);
  return rows;
}

export async function findAssignment(tx: Tx, id: number): Promise<Assignment | undefined> {
  const { rows } = await sql<Assignment>`select ${ASSIGNMENT} from role_assignment r where r.id = ${id}`.execute(tx);
  return rows[0];
}

/** Changes of roles take turns: what is asked behind this stays true until the transaction ends. */
export async function lockRoles(tx: Tx): Promise<void> {
  await sql`select lock_roles()`.execute(tx);
}

/** Asks anew: the claims of a request are as old as the request, and a colleague may have ended the role meanwhile. */
export async function stillAdministers(tx: Tx, accountId: string, bodyId: string, today: string): Promise<boolean> {
  const { rows } = await sql`select 1 from role_assignment r join account a on a.id = r.account_id
    where r.account_id = ${accountId} and a.disabled_at is null
      and (r.role = 'body_administrator' and r.body_id = ${bodyId} or r.role = 'system_administrator')
      and ${today}::date between r.valid_from and coalesce(r.valid_to, 'infinity')`.execute(tx);
  return rows.length > 0;
}

/** When others than this person administer: the body, or the whole system when no body is named. */
export async function periodsOfOtherAdministrators(
  tx: Tx,
  accountId: string,
  bodyId: string | null,
): Promise<readonly Period[]> {
  const role: Role = bodyId === null ? "system_administrator" : "body_administrator";
  const { rows } = await sql<Period>`select r.valid_from as "validFrom", r.valid_to as "validTo"
    from role_assignment r join account a on a.id = r.account_id
    where r.role = ${role} and r.account_id <> ${accountId} and a.disabled_at is null
      and (${bodyId}::text is null or r.body_id = ${bodyId})`.execute(tx);
  return rows;
}

export type NewAssignment = Omit<Assignment, "id">;

export async function insertAssignment(tx: Tx, given: NewAssignment): Promise<Assignment> {
  const { accountId, bodyId, role, validFrom, validTo, reason } = given;
  const { rows } = await sql<Assignment>`
    insert into role_assignment as r (account_id, body_id, role, valid_from, valid_to, reason)
    values (${accountId}, ${bodyId}, ${role}, ${validFrom}, ${validTo}, ${reason}) returning ${ASSIGNMENT}`.execute(tx);
  const [written] = rows;
  if (written === undefined) throw new Error("insert into role_assignment returned nothing");
  return written;
}

/** @returns false when the policies keep the actor from it. */
export async function endAssignment(
  tx: Tx,
  id: number,
  lastDay: string | null,
  reason: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update role_assignment set valid_to = ${lastDay},
    reason = coalesce(${reason}, reason) where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** A role that has not begun never was. @returns false when it has begun, or the policies keep the actor from it. */
export async function cancelAssignment(tx: Tx, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from role_assignment where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** @returns false when it was changed meanwhile, or the policies keep the actor from it. */
export async function setAccountUse(tx: Tx, person: Person, isDisabled: boolean): Promise<boolean> {
  const { numAffectedRows } = await sql`update account set version = version + 1,
    disabled_at = case when ${isDisabled} then now() end where id = ${person.id} and version = ${person.version}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export type OpenInvitation = Period &
  Readonly<{ id: number; email: string; role: Role; invitedAt: string; expiresAt: string; isExpired: boolean }>;

/** Not accepted and not revoked, newest first. Only who administers the body sees them. */
export async function listInvitations(tx: Tx, bodyId: string): Promise<readonly OpenInvitation[]> {
  const { rows } = await sql<OpenInvitation>`
    select i.id, i.email, i.role, i.valid_from as "validFrom", i.valid_to as "validTo",
      to_char(i.invited_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "invitedAt",
      to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt",
      i.expires_at <= now() as "isExpired"
    from member_invitation i where i.body_id = ${bodyId} and i.accepted_at is null and i.revoked_at is null
    order by i.invited_at desc, i.id desc`.execute(tx);
  return rows;
}
