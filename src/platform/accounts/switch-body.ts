/** A person with roles in several bodies (併任, 派遣) says for which one the next acts are done; the next sign-in begins there. */
import type { WorkOptions } from "../database/database.ts";
import { auditOwnEvent } from "./account-audit.ts";
import type { Accounts } from "./open-accounts.ts";
import type { SignedIn } from "./signed-in.ts";

/** @returns false when the person holds no role there today. */
export async function switchBody(
  { pool, database }: Accounts,
  who: SignedIn,
  bodyId: string,
  options: WorkOptions,
): Promise<boolean> {
  if (!who.others.some(({ id }) => id === bodyId)) return who.current?.body.id === bodyId;
  await pool.query('update session set "bodyId" = $1 where id = $2', [bodyId, who.sessionId]);
  await pool.query('update "user" set "lastBodyId" = $1 where id = $2', [bodyId, who.authUserId]);
  await auditOwnEvent(database, { action: "body.switched", accountId: who.accountId, after: { bodyId } }, options);
  return true;
}
