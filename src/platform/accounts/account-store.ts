/** Accounts with the roles they hold today in Japan, and who belongs to a person of schema `auth`. */
import { sql } from "kysely";
import { type BodyRef, SYSTEM } from "../database/actor.ts";
import type { Database, Tx } from "../database/database.ts";
import { isRole, type Role } from "../permissions/role.ts";
import type { Holding } from "./signed-in.ts";

export type AccountToday = Readonly<{
  id: string;
  authUserId: string | null;
  displayName: string;
  email: string;
  isSample: boolean;
  isDisabled: boolean;
  /** In the order in which the roles were given. */
  holdings: readonly Holding[];
}>;

type Row = Readonly<{
  id: string;
  authUserId: string | null;
  displayName: string;
  email: string;
  isSample: boolean;
  isDisabled: boolean;
  held: readonly Readonly<{ body: BodyRef; role: string }>[];
}>;

export function findAccountOf(database: Database, authUserId: string): Promise<AccountToday | undefined> {
  return database.read(SYSTEM, (tx) => findAccount(tx, { authUserId }));
}

export function findAccountByEmail(database: Database, email: string): Promise<AccountToday | undefined> {
  return database.read(SYSTEM, (tx) => findAccount(tx, { email }));
}

type Wanted = Readonly<{ authUserId: string }> | Readonly<{ email: string }> | Readonly<{ id: string }>;

export async function findAccount(tx: Tx, wanted: Wanted): Promise<AccountToday | undefined> {
  const { rows } = await sql<Row>`
    select a.id, a.auth_user_id as "authUserId", a.display_name as "displayName", a.email,
           a.is_sample as "isSample", a.disabled_at is not null as "isDisabled",
           coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'body', jsonb_build_object(
               'id', b.id, 'name', b.name, 'unit', b.unit, 'governmentCode', b.government_code)) order by r.id)
             from role_assignment r join body b on b.id = r.body_id
            where r.account_id = a.id and b.disabled_at is null
              and (now() at time zone 'Asia/Tokyo')::date between r.valid_from and coalesce(r.valid_to, 'infinity')
           ), '[]') as held
      from account a where ${matching(wanted)}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { held, ...account } = row;
  return { ...account, holdings: gather(held) };
}

function matching(wanted: Wanted) {
  if ("authUserId" in wanted) return sql`a.auth_user_id = ${wanted.authUserId}`;
  return "email" in wanted ? sql`a.email = ${wanted.email}` : sql`a.id = ${wanted.id}`;
}

function gather(held: Row["held"]): readonly Holding[] {
  const byBody = new Map<string, { body: BodyRef; roles: Role[] }>();
  for (const { body, role } of held) {
    if (!isRole(role)) continue; // the table's check knows the same roles
    const holding = byBody.get(body.id) ?? { body, roles: [] };
    if (!holding.roles.includes(role)) holding.roles.push(role);
    byBody.set(body.id, holding);
  }
  return [...byBody.values()];
}
