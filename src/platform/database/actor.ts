/**
 * Actor: on whose behalf a transaction runs. Row-level security and the histories read it from the transaction.
 *
 * The public reads published rows. A member is a signed-in person working for one body at a time; what the member may
 * do follows from the roles held there today. Operators are the machine itself and who has its terminal: the command
 * line, the start (sample, jobs), and the holder of the one-time link that the start prints.
 */
import type { Role } from "../permissions/role.ts";

export type BodyRef = Readonly<{
  id: string;
  /** 鹿児島県 */
  name: string;
  /** 国際交流課, when the body gave one. */
  unit: string | null;
  /** Five digits; null for a body that is no local government. */
  governmentCode: string | null;
}>;

export type Member = Readonly<{
  kind: "member";
  /** `U000001`: what histories and audit keep. */
  accountId: string;
  /** Shown to the person and inside the body, never to the public. */
  displayName: string;
  /** The body the person works for now. */
  body: BodyRef;
  /** Roles held in that body today; at least one. */
  roles: readonly Role[];
  /** Other bodies the person could switch to (併任). */
  otherBodies: readonly BodyRef[];
}>;

export type Operator = Readonly<{ kind: "operator"; name: string }>;
export type Actor = Readonly<{ kind: "public" }> | Operator | Member;

export const PUBLIC: Actor = { kind: "public" };
export const LOCAL_OPERATOR: Operator = { kind: "operator", name: "local-operator" };
export const CLI: Operator = { kind: "operator", name: "cli" };
export const SYSTEM: Operator = { kind: "operator", name: "system" };

/** What histories and audit keep: an account's id, an operator's name, or `public`. */
export function actorName(actor: Actor): string {
  if (actor.kind === "public") return "public";
  return actor.kind === "operator" ? actor.name : actor.accountId;
}

/** `app_editor` is the role of everyone who signed in; what they may see and change is said by their claims. */
export function databaseRole(actor: Actor): "app_public" | "app_editor" {
  return actor.kind === "public" ? "app_public" : "app_editor";
}
