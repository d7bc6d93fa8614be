/**
 * Writes changes of programmes (事業). Many are written by the same statements as one, so that a page pasted from a
 * spreadsheet or a year rolled forward is one act in one transaction.
 */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { searchKeyOf } from "./programme-keys.ts";
import { STANDING, type Standing, withFacts } from "./programme-store.ts";
import type { ProgrammePublication, RecordedProgramme } from "./recorded-programme.ts";

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
