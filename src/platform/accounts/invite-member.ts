/**
 * Invitation (招待): a one-time link for one e-mail address, one role in one body, from a day to a day.
 *
 * The token is stored as a hash only, works for 72 hours and once. A new invitation for the same address, body and role
 * takes the place of an open one. The letter is sent after the transaction, with `invitationAddress`.
 */
import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { Tx } from "../database/database.ts";
import type { Role } from "../permissions/role.ts";

export const INVITATION_HOURS = 72;

export type NewInvitation = Readonly<{
  email: string;
  bodyId: string;
  role: Role;
  /** YYYY-MM-DD, both days included; `null`: until it is ended. */
  validFrom: string;
  validTo: string | null;
}>;

export type Invited = Readonly<{
  invitationId: number;
  /** Goes into the letter and nowhere else. */
  token: string;
  email: string;
  expiresAt: Date;
}>;

export type InviteProblem =
  | Readonly<{ code: "invitation_email_invalid"; email: string }>
  | Readonly<{ code: "invitation_days_reversed" }>
  | Readonly<{ code: "invitation_role_held"; accountId: string }>;

/** Runs in the administrator's transaction; row-level security refuses bodies the actor does not administer. */
export async function inviteMember(tx: Tx, invited: NewInvitation): Promise<Outcome<Invited, InviteProblem>> {
  const email = normaliseEmail(invited.email);
  const { bodyId, role, validFrom, validTo } = invited;
  if (!isEmail(email)) return refuse({ code: "invitation_email_invalid", email });
  if (validTo !== null && validTo < validFrom) return refuse({ code: "invitation_days_reversed" });
  const holder = await findHolder(tx, { ...invited, email });
  if (holder !== undefined) return refuse({ code: "invitation_role_held", accountId: holder });
  await sql`update member_invitation set revoked_at = now() where email = ${email} and body_id = ${bodyId}
    and role = ${role} and accepted_at is null and revoked_at is null`.execute(tx);
  const token = randomBytes(32).toString("base64url");
  const { rows } = await sql<{ id: number; expiresAt: Date; marks: string[] }>`
    insert into member_invitation (token_sha256, email, body_id, role, valid_from, valid_to, expires_at)
    values (${hashToken(token)}, ${email}, ${bodyId}, ${role}, ${validFrom}, ${validTo},
      now() + make_interval(hours => ${INVITATION_HOURS}))
    returning id, expires_at as "expiresAt", marks_of_body(body_id) as marks`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error("the invitation was not stored");
  await recordAudit(tx, {
    action: "member.invited",
    subject: { kind: "invitation", id: String(row.id) },
    marks: row.marks,
    after: { bodyId, role, validFrom, validTo },
  });
  return succeed({ invitationId: row.id, token, email, expiresAt: row.expiresAt });
}

/** @returns false when it is unknown, was accepted or revoked before, or is to a role that the actor does not give. */
export async function revokeInvitation(tx: Tx, invitationId: number): Promise<boolean> {
  const { rows } = await sql<{ marks: string[] }>`
    update member_invitation set revoked_at = now()
     where id = ${invitationId} and accepted_at is null and revoked_at is null and may_give_role(body_id, role)
    returning marks_of_body(body_id) as marks`.execute(tx);
  const [row] = rows;
  if (row === undefined) return false;
  const subject = { kind: "invitation", id: String(invitationId) };
  await recordAudit(tx, { action: "invitation.revoked", subject, marks: row.marks });
  return true;
}

async function findHolder(tx: Tx, { email, bodyId, role, validFrom }: NewInvitation): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a join role_assignment r on r.account_id = a.id
     where a.email = ${email} and r.body_id = ${bodyId} and r.role = ${role}
       and coalesce(r.valid_to, 'infinity') >= ${validFrom}::date`.execute(tx);
  return rows[0]?.id;
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Address as it is compared: half-width, lower case, without spaces around. */
export function normaliseEmail(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+\.[^\s@.<>"',;:\\]+$/u.test(text);
}

/** Path and query of the page that accepts it. */
export function invitationPath(token: string): string {
  return `/invitation?token=${token}`;
}
