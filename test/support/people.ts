/** Bodies, accounts and roles as rows, for tests that ask the database who may do what. Names are invented. */
import type pg from "pg";
import type { BodyRef, Member, Role } from "../../src/platform/index.ts";

export async function addBody(owner: pg.Pool, name: string, governmentCode: string | null = null): Promise<BodyRef> {
  const kind = governmentCode === null ? "national" : "local_government";
  const { rows } = await owner.query<{ id: string }>(
    "insert into body (kind, government_code, name) values ($1, $2, $3) returning id",
    [kind, governmentCode, name],
  );
  return { id: rows[0]!.id, name, unit: null, governmentCode };
}

/** @returns an account id; the e-mail address is made of the name's number. */
export async function addAccount(owner: pg.Pool, displayName: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into account (email, display_name)
     values ('officer' || (select count(*) + 1 from account) || '@example.jp', $1) returning id`,
    [displayName],
  );
  return rows[0]!.id;
}

export type Holding = Readonly<{ from?: string; to?: string | null }>;

/** @returns the id of the assignment. */
export async function giveRole(
  owner: pg.Pool,
  accountId: string,
  body: BodyRef,
  role: Role,
  { from = "2020-04-01", to = null }: Holding = {},
): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into role_assignment (account_id, body_id, role, valid_from, valid_to, granted_by)
     values ($1, $2, $3, $4, $5, 'system') returning id`,
    [accountId, body.id, role, from, to],
  );
  return rows[0]!.id;
}

/** A person with roles in one body, as rows and as the actor a session would give. */
export async function addMember(
  owner: pg.Pool,
  body: BodyRef,
  displayName: string,
  ...roles: readonly Role[]
): Promise<Member> {
  const accountId = await addAccount(owner, displayName);
  for (const role of roles) await giveRole(owner, accountId, body, role);
  return { kind: "member", accountId, displayName, body, roles, otherBodies: [] };
}
