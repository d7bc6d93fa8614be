/** Bodies as rows. Everybody who signed in reads them; who may write them the policies ask again. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/index.ts";
import type { Body, BodyKind, BodySettings } from "./body.ts";

const COLUMNS = sql`b.id, b.kind, b.government_code as "governmentCode", b.name, b.unit,
  b.asks_approval as "asksApproval", b.disabled_at is not null as "isDisabled", b.version`;

export type CountedBody = Body & Readonly<{ members: number; administrators: number }>;

/** Local governments by code, then the others by name; people are counted where the reader may see them. */
export async function listBodies(tx: Tx, today: string): Promise<readonly CountedBody[]> {
  const { rows } = await sql<CountedBody>`
    select ${COLUMNS}, count(distinct r.account_id) as members,
      count(distinct r.account_id) filter (where r.role = 'body_administrator') as administrators
    from body b left join role_assignment r on r.body_id = b.id and works_for(r.account_id, b.id, ${today}::date)
      and ${today}::date between r.valid_from and coalesce(r.valid_to, 'infinity')
    group by b.id order by b.disabled_at is not null, b.government_code nulls first, b.name collate "ja-x-icu"`.execute(
    tx,
  );
  return rows;
}

export async function findBody(tx: Tx, id: string): Promise<Body | undefined> {
  return one(tx, sql`select ${COLUMNS} from body b where b.id = ${id}`);
}

/** Held until the transaction ends; undefined also when the actor may not change it. */
export async function lockBody(tx: Tx, id: string): Promise<Body | undefined> {
  return one(tx, sql`select ${COLUMNS} from body b where b.id = ${id} for update`);
}

export type BodyIdentity = Readonly<{ kind: BodyKind; governmentCode: string | null; name: string }>;

/** @returns undefined when the local government has a body already. */
export async function insertBody(tx: Tx, body: BodyIdentity & BodySettings): Promise<Body | undefined> {
  return one(
    tx,
    sql`insert into body as b (kind, government_code, name, unit, asks_approval)
      values (${body.kind}, ${body.governmentCode}, ${body.name}, ${body.unit}, ${body.asksApproval})
      on conflict (government_code) do nothing returning ${COLUMNS}`,
  );
}

export async function updateBody(tx: Tx, id: string, settings: BodySettings, isDisabled: boolean): Promise<Body> {
  const body = await one(
    tx,
    sql`update body b set unit = ${settings.unit}, asks_approval = ${settings.asksApproval},
      disabled_at = case when ${isDisabled} then coalesce(b.disabled_at, now()) end, version = b.version + 1
      where b.id = ${id} returning ${COLUMNS}`,
  );
  if (body === undefined) throw new Error(`body ${id} was locked and could not be updated`);
  return body;
}

async function one(tx: Tx, query: RawBuilder<unknown>): Promise<Body | undefined> {
  const { rows } = await query.execute(tx);
  return rows[0] as Body | undefined; // the columns are COLUMNS
}
