/**
 * Marks: how a permission and a record meet, in the application and in the policies of the database alike.
 *
 * A record carries the marks of those it belongs to: `*`, the code of each body (`46201`, or `B000003` for a body that
 * is no local government) and the prefecture above it (`46`). A permission covers marks: `all` covers `*`, a
 * prefecture's tree covers `46`, an own body covers `46201`. They meet when one mark is in both lists.
 */
import type { Actor, BodyRef } from "../database/actor.ts";
import { ACTIONS, type Action, PERMISSION_TABLE, type Scope } from "./permission-table.ts";

export type Marks = readonly string[];

export const EVERYBODY = "*";

/** Marks of what belongs to these local governments (codes of five digits; unknown ones left out). */
export function marksOfGovernments(codes: readonly string[]): Marks {
  return [...new Set([EVERYBODY, ...codes, ...codes.map((code) => code.slice(0, 2))])];
}

export function marksOfBody({ id, governmentCode }: Pick<BodyRef, "id" | "governmentCode">): Marks {
  return governmentCode === null ? [EVERYBODY, id] : marksOfGovernments([governmentCode]);
}

/** What the actor covers with this action; empty when it may not do it anywhere. */
export function marksCovered(actor: Actor, action: Action): Marks {
  if (actor.kind === "public") return [];
  if (actor.kind === "operator") return [EVERYBODY];
  const { body, roles } = actor;
  return [...new Set(roles.flatMap((role) => coveredBy(PERMISSION_TABLE[role][action], body)))];
}

function coveredBy(scope: Scope | undefined, body: BodyRef): Marks {
  if (scope === undefined) return [];
  if (scope === "all") return [EVERYBODY];
  const { governmentCode } = body;
  if (governmentCode === null) return [body.id];
  const isPrefecture = governmentCode.endsWith("000");
  return scope === "own_tree" && isPrefecture ? [governmentCode.slice(0, 2)] : [governmentCode];
}

/** May the actor do this to a record with these marks? */
export function isPermitted(actor: Actor, action: Action, marks: Marks): boolean {
  const covered = marksCovered(actor, action);
  return covered.some((mark) => marks.includes(mark));
}

/** May the actor do this to anything at all? For menus, and for pages that make something new. */
export function isPermittedSomewhere(actor: Actor, action: Action): boolean {
  return marksCovered(actor, action).length > 0;
}

/** The claim that the database's `marks_covered(action)` reads: `{ "agreement.edit": ["46201"], … }`. */
export function permissionClaim(actor: Actor): string {
  const covered = ACTIONS.map((action) => [action, marksCovered(actor, action)] as const);
  return JSON.stringify(Object.fromEntries(covered.filter(([, marks]) => marks.length > 0)));
}
