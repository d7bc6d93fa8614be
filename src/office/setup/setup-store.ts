/** How far the first steps have come. */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";

export type SetupState = Readonly<{
  isOver: boolean;
  /** The first body, when there is one. */
  body: Readonly<{ id: string; name: string }> | undefined;
  isAdministratorInvited: boolean;
}>;

export async function readSetupState(tx: Tx): Promise<SetupState> {
  const bodies = await sql<{ id: string; name: string }>`
    select id, name from body where disabled_at is null order by id limit 1`.execute(tx);
  const { rows } = await sql<{ isOver: boolean; isInvited: boolean }>`
    select exists (select from account) as "isOver",
           exists (select from member_invitation where role = 'system_administrator' and revoked_at is null
             and expires_at > now()) as "isInvited"`.execute(tx);
  const { isOver = false, isInvited = false } = rows[0] ?? {};
  return { isOver, body: bodies.rows[0], isAdministratorInvited: isInvited };
}
