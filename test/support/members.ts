/** Members of invented sessions: claims only, no rows; the database's policies ask nothing else of them. */
import type { BodyRef, Member, Role } from "../../src/platform/index.ts";

const BODIES: Readonly<Record<string, BodyRef>> = {
  "46000": { id: "B000001", name: "鹿児島県", unit: "国際交流課", governmentCode: "46000" },
  "46201": { id: "B000002", name: "鹿児島市", unit: null, governmentCode: "46201" },
  "01000": { id: "B000003", name: "北海道", unit: "国際課", governmentCode: "01000" },
  "01100": { id: "B000004", name: "札幌市", unit: null, governmentCode: "01100" },
  national: { id: "B000005", name: "全国の機関", unit: null, governmentCode: null },
};

/** @param body a government code among those above, or `national`. */
export function member(body: string, ...roles: readonly Role[]): Member {
  const found = BODIES[body];
  if (found === undefined) throw new Error(`no invented body ${body}`);
  const accountId = `U${body}${roles.join("")}`;
  return { kind: "member", accountId, displayName: "試験 職員", body: found, roles, otherBodies: [] };
}
