/**
 * Who may give and end which roles. Duties are kept apart: nobody raises the own roles; roles that reach beyond the
 * own body are given by who administers all bodies.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, marksCovered, PERMISSION_TABLE, ROLES, type Role, type Tx } from "../../platform/index.ts";
import { type Body, mayInBody } from "../bodies/body.ts";
import { findBody } from "../bodies/body-store.ts";
import { lockRoles, stillAdministers } from "./member-store.ts";

/** Whoever may do something everywhere: appointed by a body alone, such a person would read all the others. */
const BEYOND_THE_BODY: ReadonlySet<Role> = new Set(
  ROLES.filter((role) => Object.values(PERMISSION_TABLE[role]).includes("all")),
);

export function administersAll(actor: Actor): boolean {
  return marksCovered(actor, "member.manage").includes("*");
}

/** A coordinator has a prefecture to coordinate; an officer of national bodies belongs to one. */
export function fitsBody(role: Role, { governmentCode, kind }: Pick<Body, "governmentCode" | "kind">): boolean {
  if (role === "prefecture_coordinator") return governmentCode?.endsWith("000") ?? false;
  if (role === "municipal_editor" || role === "municipal_approver") return kind !== "national";
  return role !== "national_officer" || kind === "national";
}

/** Roles this actor may give in the body, apart from who receives them. */
export function mayGive(actor: Actor, role: Role, body: Body): boolean {
  if (!mayInBody(actor, "member.manage", body)) return false;
  return administersAll(actor) || !BEYOND_THE_BODY.has(role);
}

export type BodyNotFound = Readonly<{ code: "body_not_found" }>;
export type NotPermitted = Readonly<{ code: "not_permitted" }>;
/** Somebody ended the actor's role after the page was opened. */
export type NoLongerPermitted = Readonly<{ code: "no_longer_permitted" }>;
export type ManageProblem = BodyNotFound | NotPermitted | NoLongerPermitted;

/** Takes the turn for changes of roles, then asks again whether the actor administers this body. */
export async function takeTurn(
  tx: Tx,
  actor: Actor,
  bodyId: string,
  today: string,
): Promise<Outcome<Body, ManageProblem>> {
  await lockRoles(tx);
  const body = await findBody(tx, bodyId);
  if (body === undefined) return refuse({ code: "body_not_found" });
  if (!mayInBody(actor, "member.manage", body)) return refuse({ code: "not_permitted" });
  if (actor.kind === "member" && !(await stillAdministers(tx, actor.accountId, bodyId, today))) {
    return refuse({ code: "no_longer_permitted" });
  }
  return succeed(body);
}
