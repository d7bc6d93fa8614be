/** The history of programmes: appended with every act, by whom and in which request the transaction itself says. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { ProgrammePublication, ProgrammeState } from "./recorded-programme.ts";

export const PROGRAMME_ACTIONS = [
  "recorded",
  "edited",
  "years_entered",
  "rolled_forward",
  "roll_undone",
  /** Years of a later report were added from an accepted draft. */
  "report_joined",
  "submitted",
  "taken_back",
  "approved",
  "returned",
  "published",
  "withdrawn",
  /** What an earlier version said was put back. */
  "restored",
] as const;
export type ProgrammeAction = (typeof PROGRAMME_ACTIONS)[number];

export type ProgrammeHistoryEntry = Readonly<{
  version: number;
  action: ProgrammeAction;
  recordedAt: string;
  recordedBy: string;
  requestId: string | null;
  reason: string | null;
  /** Of a roll-forward. */
  fiscalYear: number | null;
  /** The version that was put back. */
  restoredVersion: number | null;
  state: ProgrammeState;
  publication: ProgrammePublication;
  publishedVersion: number | null;
  /** The working facts after the act. */
  facts: ProgrammeFacts;
  /** The working facts before the act; null for the first. */
  before: ProgrammeFacts | null;
}>;

export type PublicProgrammeHistoryEntry = Readonly<{ version: number; recordedAt: string }>;

export type ActToAppend = Readonly<{
  no: number;
  action: ProgrammeAction;
  reason: string | null;
  fiscalYear?: number | null | undefined;
  restoredVersion?: number | null | undefined;
  hasNewFacts: boolean;
}>;

/** After the programmes are saved: each entry takes the version, the state and the facts as they are now. */
export async function appendProgrammeHistory(tx: Tx, acts: readonly ActToAppend[]): Promise<void> {
  const given = JSON.stringify(
    acts.map(({ no, action, reason, fiscalYear = null, restoredVersion = null, hasNewFacts }) => ({
      ...{ no, action, reason, fiscal_year: fiscalYear, has_new_facts: hasNewFacts },
      restored_version: restoredVersion,
    })),
  );
  await sql`
    insert into programme_version (programme_no, version, action, reason, fiscal_year, state, publication,
      published_version, restored_version, facts)
    select p.no, w.version, g.action, g.reason, g.fiscal_year, w.state, p.publication, p.published_version,
      g.restored_version, case when g.has_new_facts then f.facts end
    from jsonb_to_recordset(${given}::jsonb)
        as g (no integer, action text, reason text, fiscal_year integer, has_new_facts boolean,
          restored_version integer)
      join programme p on p.no = g.no join programme_work w on w.programme_no = p.no
      join programme_facts f on f.programme_no = p.no and f.side = 'working'
    order by p.no`.execute(tx);
}

const INSTANT = sql`to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Row = Omit<ProgrammeHistoryEntry, "facts" | "before"> & Readonly<{ facts: ProgrammeFacts | null }>;

/** Newest first. For those who work on it; empty for everybody else. */
export async function listProgrammeHistory(tx: Tx, id: string): Promise<readonly ProgrammeHistoryEntry[]> {
  const { rows } = await sql<Row>`
    select v.version, v.action, ${INSTANT} as "recordedAt", v.recorded_by as "recordedBy",
      v.request_id as "requestId", v.reason, v.fiscal_year as "fiscalYear", v.state, v.publication,
      v.published_version as "publishedVersion", v.restored_version as "restoredVersion", v.facts
    from programme_version v join programme p on p.no = v.programme_no
    where p.id = ${id} order by v.version`.execute(tx);
  const entries: ProgrammeHistoryEntry[] = [];
  for (const row of rows) {
    const before = entries.at(-1)?.facts ?? null;
    const facts = row.facts ?? before;
    if (facts === null) throw new Error(`the history of ${id} begins without facts`);
    entries.push({ ...row, facts, before });
  }
  return entries.toReversed();
}

/** Newest first: that and when a programme the public reads was published anew. */
export async function listPublicProgrammeHistory(tx: Tx, id: string): Promise<readonly PublicProgrammeHistoryEntry[]> {
  const { rows } = await sql<PublicProgrammeHistoryEntry>`
    select v.version, ${INSTANT} as "recordedAt"
    from programme_public_history(${id}) v order by v.version desc`.execute(tx);
  return rows;
}

export type RolledEntry = Readonly<{ id: string; facts: ProgrammeFacts }>;

/** The facts right after the last roll-forward into a fiscal year, of an owner's programmes where none was undone since. */
export async function listRolledForward(tx: Tx, owner: string, fiscalYear: number): Promise<readonly RolledEntry[]> {
  const { rows } = await sql<RolledEntry>`
    select p.id, last.facts ${rolledForward(owner, fiscalYear)} order by p.no`.execute(tx);
  return rows;
}

/** Whether there is any, without reading what they say. */
export async function hasRolledForward(tx: Tx, owner: string, fiscalYear: number): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select ${rolledForward(owner, fiscalYear)}) as has`.execute(tx);
  return rows[0]?.has === true;
}

function rolledForward(owner: string, fiscalYear: number) {
  return sql`from programme p cross join lateral (
      select v.action, v.facts from programme_version v
      where v.programme_no = p.no and v.fiscal_year = ${fiscalYear}
        and v.action in ('rolled_forward', 'roll_undone')
      order by v.version desc limit 1) last
    where p.owner = ${owner} and last.action = 'rolled_forward'`;
}
