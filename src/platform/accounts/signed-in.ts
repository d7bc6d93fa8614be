/**
 * Who holds the session of a request: the account, the bodies it may work for today, and how it was signed in.
 *
 * `roles` are those that count in this session. Roles that approve or administer are *withheld* while a second factor
 * is required and the session was opened without one.
 */
import type { BodyRef } from "../database/actor.ts";
import type { Role } from "../permissions/role.ts";

/** How the session was opened. `password` alone is the only weak one. */
export const SIGN_IN_METHODS = ["password", "totp", "recovery_code", "passkey", "oidc", "sample"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Roles held in one body today. */
export type Holding = Readonly<{ body: BodyRef; roles: readonly Role[] }>;

export type SignedIn = Readonly<{
  accountId: string;
  authUserId: string;
  displayName: string;
  email: string;
  isSample: boolean;
  sessionId: string;
  method: SignInMethod;
  hasTotp: boolean;
  /** Of the roles held today, those that wait for a second factor. */
  withheld: readonly Role[];
  /** The body worked for; null when no role counts today. */
  current: Holding | null;
  others: readonly BodyRef[];
}>;

const NEEDS_SECOND_FACTOR: ReadonlySet<Role> = new Set([
  "national_officer",
  "municipal_approver",
  "body_administrator",
  "system_administrator",
]);

/** `true`: of roles that approve or administer; `"all"`: of every role. */
export type SecondFactorRule = boolean | "all";

export function needsSecondFactor(role: Role, rule: SecondFactorRule): boolean {
  return rule === "all" || (rule && NEEDS_SECOND_FACTOR.has(role));
}
