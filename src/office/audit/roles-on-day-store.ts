/** Who held which role in a body on a day. The policies decide who is seen. */
import { sql } from "kysely";
import type { Role, Tx } from "../../platform/index.ts";

export type RoleHeld = Readonly<{
  accountId: string;
  name: string | null;
  role: Role;
  validFrom: string;
  validTo: string | null;
}>;

export async function rolesOnDay(tx: Tx, bodyId: string, day: string): Promise<readonly RoleHeld[]> {
  const { rows } = await sql<RoleHeld>`
    select r.account_id as "accountId", a.display_name as name, r.role, r.valid_from as "validFrom", r.valid_to as "validTo"
    from role_assignment r left join account a on a.id = r.account_id
    where r.body_id = ${bodyId} and ${day}::date between r.valid_from and coalesce(r.valid_to, 'infinity')
    order by r.role, a.display_name collate "ja-x-icu", r.account_id`.execute(tx);
  return rows;
}
