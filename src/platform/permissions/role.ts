/**
 * Roles a person holds in a body, from a day to a day. One person may hold several, in several bodies (併任, 派遣).
 *
 * Words people read for them are in the messages of the slice `office`; what each may do is in `permission-table.ts`.
 */

export const ROLES = [
  "national_officer",
  "prefecture_coordinator",
  "municipal_editor",
  "municipal_approver",
  "judge",
  "researcher",
  "body_administrator",
  "system_administrator",
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
