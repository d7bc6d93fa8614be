/**
 * Writes and reads programmes (事業). Many are written by the same statements as one, so that a page pasted from a
 * spreadsheet or a year rolled forward is one act in one transaction.
 */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { searchKeyOf } from "./programme-keys.ts";
import type {
  ProgrammeOwner,
  ProgrammePublication,
  PublishedProgramme,
  RecordedProgramme,
} from "./recorded-programme.ts";

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
type Standing = Omit<RecordedProgramme, "facts" | "published"> &
  Readonly<{ publishedVersion: number | null; publishedAt: string | null }>;

const STANDING = sql`${IDENTITY}, w.version, w.state, p.publication, p.published_version as "publishedVersion",
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

function withFacts(
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

/** What happens to the work on a programme. */
export type WorkChange =
  /** Nothing: an act on its publication. */
  | Readonly<{ to: "as_it_is" }>
  /** Being prepared (again). */
  | Readonly<{ to: "draft" }>
  /** Saved by who decides. */
  | Readonly<{ to: "saved" }>
  | Readonly<{ to: "in_review"; message: string | null }>
  | Readonly<{ to: "approved" }>
  | Readonly<{ to: "returned"; reason: string }>;

export type ProgrammeToSave = Readonly<{
  saved: RecordedProgramme;
  /** Undefined leaves them. */
  facts?: ProgrammeFacts | undefined;
  work: WorkChange;
  publication: ProgrammePublication;
  /** The working facts become the published ones. */
  isPublishedNow: boolean;
}>;

/**
 * All have the next version afterwards. What is no longer published leaves no published side.
 * @returns them as they are now, in the order given.
 */
export async function saveProgrammes(
  tx: Tx,
  programmes: readonly ProgrammeToSave[],
): Promise<readonly RecordedProgramme[]> {
  const nos = (own: (one: ProgrammeToSave) => boolean) => programmes.filter(own).map(({ saved }) => saved.no);
  await setFacts(tx, programmes);
  await unpublishFacts(
    tx,
    nos(({ publication, saved }) => saved.published !== null && publication !== "published"),
  );
  await setPublication(
    tx,
    programmes.filter((one) => one.isPublishedNow || one.publication !== one.saved.publication),
  );
  await publishAgain(
    tx,
    nos(({ isPublishedNow, saved, facts }) => isPublishedNow && saved.published !== null && facts === undefined),
  );
  await publishFirst(
    tx,
    nos(({ isPublishedNow, saved }) => isPublishedNow && saved.published === null),
  );
  await setWork(tx, programmes);
  return asTheyAreNow(tx, programmes);
}

export async function saveProgramme(tx: Tx, programme: ProgrammeToSave): Promise<RecordedProgramme> {
  const [now] = await saveProgrammes(tx, [programme]);
  if (now === undefined) throw new Error(`programme ${programme.saved.id} was not written`);
  return now;
}

/**
 * On the side that is worked on, and where they are published at once on both. The rows are named by their numbers and
 * find their facts by them: joined with what is given, the database would look through all of it for each row as long
 * as it has not counted them.
 */
async function setFacts(tx: Tx, programmes: readonly ProgrammeToSave[]): Promise<void> {
  const changed = programmes.flatMap(({ saved, facts, isPublishedNow }) =>
    facts === undefined ? [] : [{ no: saved.no, isPublishedNow, facts, searchKey: searchKeyOf(saved, facts) }],
  );
  if (changed.length === 0) return;
  const given = Object.fromEntries(changed.map(({ no, facts, searchKey }) => [no, { facts, searchKey }]));
  const nos = changed.map(({ no }) => no);
  const published = changed.flatMap(({ no, isPublishedNow }) => (isPublishedNow ? [no] : []));
  await sql`
    update programme_facts f set facts = g.given -> f.programme_no::text -> 'facts',
      search_key = g.given -> f.programme_no::text ->> 'searchKey', updated_at = now()
    from (select ${JSON.stringify(given)}::jsonb as given) g
    where f.programme_no = any(${nos}) and (f.side = 'working' or f.programme_no = any(${published}))`.execute(tx);
}

/** What they say is known: only where they stand is asked for. */
async function asTheyAreNow(tx: Tx, programmes: readonly ProgrammeToSave[]): Promise<readonly RecordedProgramme[]> {
  const ids = programmes.map(({ saved }) => saved.id);
  const { rows } = await sql<Standing>`
    select ${STANDING} from programme p join programme_work w on w.programme_no = p.no
    where p.id = any(${ids})`.execute(tx);
  const standings = new Map(rows.map((row) => [row.no, row]));
  return programmes.map(({ saved, facts = saved.facts, isPublishedNow }) => {
    const standing = standings.get(saved.no);
    if (standing === undefined) throw new Error(`programme ${saved.id} was written and cannot be read`);
    return withFacts(standing, facts, isPublishedNow ? facts : (saved.published?.facts ?? null));
  });
}

async function setPublication(tx: Tx, programmes: readonly ProgrammeToSave[]): Promise<void> {
  if (programmes.length === 0) return;
  const placed = programmes.map(({ saved: { no, version }, publication }) => ({
    ...{ no, publication, version: publication === "published" ? version + 1 : null },
  }));
  await sql`
    update programme p set publication = g.publication, published_version = g.version,
      published_at = case when g.version is not null then now() end
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as g (no integer, publication text, version integer)
    where p.no = g.no`.execute(tx);
}

async function unpublishFacts(tx: Tx, nos: readonly number[]): Promise<void> {
  if (nos.length === 0) return;
  await sql`delete from programme_facts where side = 'published' and programme_no = any(${nos})`.execute(tx);
}

/** What was approved takes the place of what the public read. */
async function publishAgain(tx: Tx, nos: readonly number[]): Promise<void> {
  if (nos.length === 0) return;
  await sql`
    update programme_facts f set facts = w.facts, search_key = w.search_key, updated_at = now()
    from programme_facts w
    where f.side = 'published' and w.side = 'working' and w.programme_no = f.programme_no
      and f.programme_no = any(${nos})`.execute(tx);
}

async function publishFirst(tx: Tx, nos: readonly number[]): Promise<void> {
  if (nos.length === 0) return;
  await sql`
    insert into programme_facts (programme_no, side, owner, facts, search_key)
    select w.programme_no, 'published', w.owner, w.facts, w.search_key from programme_facts w
    where w.side = 'working' and w.programme_no = any(${nos})`.execute(tx);
}

/** A draft and what is saved at once belong to no submission; a decision keeps whose submission it was about. */
async function setWork(tx: Tx, programmes: readonly ProgrammeToSave[]): Promise<void> {
  const placed = programmes.map(({ saved: { no }, work }) => ({
    ...{ no, to: work.to, message: work.to === "in_review" ? work.message : null },
    reason: work.to === "returned" ? work.reason : null,
  }));
  const actor = sql`current_setting('kakehashi.actor')`;
  const submitted = (column: string, now: ReturnType<typeof sql>) => sql`case when g.to = 'in_review' then ${now}
    when g.to in ('draft', 'saved') then null else ${sql.ref(`w.${column}`)} end`;
  await sql`
    update programme_work w set version = w.version + 1, updated_at = now(), updated_by = ${actor},
      state = case g.to when 'as_it_is' then w.state when 'saved' then 'approved' else g.to end,
      submitted_by = ${submitted("submitted_by", actor)},
      submitted_at = ${submitted("submitted_at", sql`now()`)},
      submitted_body = ${submitted("submitted_body", sql`nullif(current_setting('kakehashi.body', true), '')`)},
      message = ${submitted("message", sql`g.message`)},
      decided_by = case when g.to in ('approved', 'returned') then ${actor}
        when g.to = 'as_it_is' then w.decided_by end,
      returned_reason = case when g.to = 'as_it_is' then w.returned_reason else g.reason end
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
      as g (no integer, "to" text, message text, reason text)
    where w.programme_no = g.no`.execute(tx);
}
