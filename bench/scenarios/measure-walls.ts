/**
 * What row-level security and the audit cost: the list of a page and a save, as a member under every policy with the
 * audit on, and the same work of the same code as owner, past every policy, with the audit's trigger off.
 *
 * Begin and commit are in both. The ways take turns; a trigger cannot be switched inside a turn, so saves go in blocks.
 */
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { type Actor, type BodyRef, openDatabase, type Tx } from "../../src/platform/index.ts";
import { editAgreement } from "../../src/registry/edit-agreement.ts";
import { findAgreement, listAgreements } from "../../src/registry/index.ts";
import { measureInterleaved, timed } from "../measure/interleaved.ts";
import { type Times, timesOf } from "../measure/quantiles.ts";

type Pair = Readonly<{ walled: Times; bare: Times }>;
export type WallsResult = Readonly<{ list: Pair; save: Pair }>;

type Doing = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

const SAVES_IN_BLOCK = 20;
const LISTS_IN_ROUND = 40;
const LIST = { criteria: {}, limit: 50 } as const;

export async function measureWalls(connection: pg.ClientConfig, rounds: number): Promise<WallsResult> {
  const pool = new pg.Pool({ ...connection, max: 2 });
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const database = openDatabase({ connection });
  try {
    const { id, code } = await ownAgreement(owner);
    const actor = editorOf(code);
    const asMember: Doing = (work) => database.write(actor, work);
    const asOwner: Doing = (work) =>
      owner.transaction().execute(async (tx) => {
        await sql`select set_config('kakehashi.actor', 'bench', true)`.execute(tx);
        return work(tx);
      });
    const list = await measureInterleaved(
      {
        walled: () => database.read(actor, (tx) => listAgreements(tx, LIST)),
        bare: () => owner.transaction().execute((tx) => listAgreements(tx, LIST)),
      },
      { rounds, calls: LISTS_IN_ROUND, concurrency: 1 },
    );
    return { list, save: await measureSaves(owner, rounds, { asMember, asOwner }, (tx) => save(tx, actor, id)) };
  } finally {
    await database.close();
    await owner.destroy();
  }
}

async function measureSaves(
  owner: Kysely<unknown>,
  rounds: number,
  { asMember, asOwner }: Readonly<{ asMember: Doing; asOwner: Doing }>,
  work: (tx: Tx) => Promise<void>,
): Promise<Pair> {
  const walled: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const times = await block(asMember, work);
    await sql`alter table agreement_version disable trigger audited`.execute(owner);
    const bareTimes = await block(asOwner, work);
    await sql`alter table agreement_version enable trigger audited`.execute(owner);
    if (round === 0) continue;
    walled.push(...times);
    bare.push(...bareTimes);
  }
  return { walled: timesOf(walled), bare: timesOf(bare) };
}

async function block(doing: Doing, work: (tx: Tx) => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < SAVES_IN_BLOCK; n += 1) times.push(await timed(() => doing(work)));
  return times;
}

/** Each save changes one fact, back and forth. */
async function save(tx: Tx, actor: Actor, id: string): Promise<void> {
  const saved = await findAgreement(tx, id);
  if (saved === undefined) throw new Error(`${id} is gone`);
  const outcomes = saved.outcomes === "交流が続いている" ? "交流が広がっている" : "交流が続いている";
  const facts = { ...saved, outcomes };
  const outcome = await editAgreement(tx, actor, { id, expectedVersion: saved.version, facts, reason: "bench" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem.code));
}

async function ownAgreement(owner: Kysely<unknown>): Promise<Readonly<{ id: string; code: string }>> {
  const { rows } = await sql<{ id: string; code: string }>`
    select a.id, j.government_code as code from agreement a join agreement_party_japan j on j.agreement_no = a.no
    where a.publication = 'published' and a.merged_into is null and j.government_code is not null
    order by a.no limit 1`.execute(owner);
  const [row] = rows;
  if (row === undefined) throw new Error("there is no agreement to save");
  return row;
}

function editorOf(governmentCode: string): Actor {
  const body: BodyRef = { id: "B999999", name: "試験", unit: null, governmentCode };
  return {
    kind: "member",
    accountId: "U999999",
    displayName: "試験",
    body,
    roles: ["municipal_editor"],
    otherBodies: [],
  };
}
