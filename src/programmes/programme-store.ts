/** Reads programmes (事業), holds them for a change, and writes new ones: many by the same statements as one. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { searchKeyOf } from "./programme-keys.ts";
import type { ProgrammeOwner, PublishedProgramme, RecordedProgramme } from "./recorded-programme.ts";

const ID = /^P[0-9]{6,9}$/u;

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const IDENTITY = sql`p.no, p.id, p.owner, p.government_code as "governmentCode", p.owner_name as "ownerName"`;

/** What everybody reads; undefined when it is not published. */
export async function findPublishedProgramme(tx: Tx, id: string): Promise<PublishedProgramme | undefined> {
  return (await findPublishedProgrammes(tx, [id]))[0];
}

/** In the order of their numbers; ids of what is not published are left out. */
export async function findPublishedProgrammes(tx: Tx, ids: readonly string[]): Promise<readonly PublishedProgramme[]> {
  const asked = ids.filter((id) => ID.test(id));
  if (asked.length === 0) return [];
  const { rows } = await sql<PublishedProgramme>`
    select ${IDENTITY}, f.facts, p.published_version as version, ${instant("p.published_at")} as "publishedAt"
    from programme p join programme_facts f on f.programme_no = p.no and f.side = 'published'
    where p.id = any(${asked}) order by p.no`.execute(tx);
  return rows;
}

/** What those read who work on it; undefined for everybody else. */
export async function findProgramme(tx: Tx, id: string): Promise<RecordedProgramme | undefined> {
  return (await findProgrammes(tx, [id]))[0];
}

/** Where a programme stands, without what it says. */
export type Standing = Omit<RecordedProgramme, "facts" | "published"> &
  Readonly<{ publishedVersion: number | null; publishedAt: string | null }>;

export const STANDING = sql`${IDENTITY}, w.version, w.state, p.publication, p.published_version as "publishedVersion",
  ${instant("p.published_at")} as "publishedAt",
  case when w.submitted_by is null then null else jsonb_build_object('by', w.submitted_by,
    'name', (select u.display_name from account u where u.id = w.submitted_by),
    'at', ${instant("w.submitted_at")}, 'bodyId', w.submitted_body, 'message', w.message) end as submission,
  w.returned_reason as "returnedReason", ${instant("p.recorded_at")} as "recordedAt",
  ${instant("w.updated_at")} as "updatedAt"`;

type Stored = Standing & Readonly<{ facts: ProgrammeFacts; publishedFacts: ProgrammeFacts | null }>;

/** In the order of their numbers. */
export async function findProgrammes(tx: Tx, ids: readonly string[]): Promise<readonly RecordedProgramme[]> {
  const asked = ids.filter((id) => ID.test(id));
  if (asked.length === 0) return [];
  // Where the last act published, both sides say the same, and the other side is not read. Put in order here: the
  // database would carry all facts through its sort.
  const { rows } = await sql<Stored>`
    select ${STANDING}, f.facts, o.facts as "publishedFacts"
    from programme p join programme_work w on w.programme_no = p.no
      join programme_facts f on f.programme_no = p.no and f.side = 'working'
      left join programme_facts o on o.programme_no = p.no and o.side = 'published' and p.published_version <> w.version
    where p.id = any(${asked})`.execute(tx);
  return rows.map(ofStored).toSorted((a, b) => a.no - b.no);
}

function ofStored({ facts, publishedFacts, ...standing }: Stored): RecordedProgramme {
  return withFacts(standing, facts, standing.publishedVersion === standing.version ? facts : publishedFacts);
}

export function withFacts(
  { publishedVersion, publishedAt, ...standing }: Standing,
  facts: ProgrammeFacts,
  publishedFacts: ProgrammeFacts | null,
): RecordedProgramme {
  const isPublished = publishedVersion !== null && publishedAt !== null && publishedFacts !== null;
  return {
    ...standing,
    facts,
    published: isPublished ? { facts: publishedFacts, version: publishedVersion, at: publishedAt } : null,
  };
}

/**
 * Holds the programmes until the transaction ends, so that of two writers the second sees the first's version.
 *
 * @param known as read before in this transaction: what is still so is not read again, since every act on a programme
 *   gives it another version.
 */
export async function lockProgrammes(
  tx: Tx,
  ids: readonly string[],
  known: readonly RecordedProgramme[] = [],
): Promise<readonly RecordedProgramme[]> {
  const asked = ids.filter((id) => ID.test(id));
  if (asked.length === 0) return [];
  const { rows } = await sql<{ no: number; version: number }>`
    select w.programme_no as no, w.version from programme_work w
    where w.programme_no in (select p.no from programme p where p.id = any(${asked}))
    order by w.programme_no for update`.execute(tx);
  const held = new Map(rows.map(({ no, version }) => [no, version]));
  const wanted = new Set(asked);
  const still = known.filter(({ id, no, version }) => wanted.has(id) && held.get(no) === version);
  for (const { id } of still) wanted.delete(id);
  return [...still, ...(await findProgrammes(tx, [...wanted]))].toSorted((a, b) => a.no - b.no);
}

export async function lockProgramme(tx: Tx, id: string): Promise<RecordedProgramme | undefined> {
  return (await lockProgrammes(tx, [id]))[0];
}

/** Holds other first loads back until the transaction ends. */
export async function hasProgrammes(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7214004)`.execute(tx);
  const { rows } = await sql<{ has: boolean }>`select exists (select from programme) as has`.execute(tx);
  return rows[0]?.has === true;
}

export type ProgrammeToInsert = Readonly<{
  owner: ProgrammeOwner;
  ownerName: string | null;
  facts: ProgrammeFacts;
  isPublic: boolean;
}>;

/** @returns the ids, in the order given. */
export async function insertProgrammes(tx: Tx, programmes: readonly ProgrammeToInsert[]): Promise<readonly string[]> {
  if (programmes.length === 0) return [];
  const given = JSON.stringify(
    programmes.map(({ owner, ownerName, facts, isPublic }) => ({
      ...{
        owner,
        owner_name: ownerName,
        facts,
        is_public: isPublic,
        search_key: searchKeyOf({ owner, ownerName }, facts),
      },
    })),
  );
  // The identity is written first and by itself: the policies of what follows look at it.
  const { rows } = await sql<{ no: number; id: string }>`
    insert into programme (owner, owner_name, publication, published_version, published_at)
    select g.owner, g.owner_name, case when g.is_public then 'published' else 'unpublished' end,
      case when g.is_public then 1 end, case when g.is_public then now() end
    from rows from (jsonb_to_recordset(${given}::jsonb) as (owner text, owner_name text, is_public boolean))
      with ordinality as g (owner, owner_name, is_public, position)
    order by g.position returning no, id`.execute(tx);
  const numbered = rows.toSorted((a, b) => a.no - b.no);
  const nos = numbered.map(({ no }) => no);
  const placed = sql`rows from (unnest(${nos}::integer[]), jsonb_to_recordset(${given}::jsonb)
    as (owner text, facts jsonb, search_key text, is_public boolean)) as g (no, owner, facts, search_key, is_public)`;
  await sql`
    insert into programme_work (programme_no, owner, state)
    select g.no, g.owner, case when g.is_public then 'approved' else 'draft' end from ${placed}`.execute(tx);
  await sql`
    insert into programme_facts (programme_no, side, owner, facts, search_key)
    select g.no, s.side, g.owner, g.facts, g.search_key
    from ${placed} join (values ('working', true), ('published', false)) s (side, always) on s.always or g.is_public
    `.execute(tx);
  return numbered.map(({ id }) => id);
}
