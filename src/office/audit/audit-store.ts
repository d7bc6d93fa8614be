/** Reads the audit; whose events are seen is decided by the policy of the table. */
import { type CompiledQuery, type RawBuilder, sql } from "kysely";
import { type Actor, marksCovered, type Tx } from "../../platform/index.ts";
import { ACT_GROUPS, type AuditCriteria } from "./audit-criteria.ts";
import type { AuditEvent } from "./audit-event.ts";

const COLUMNS = sql`e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor,
  e.body_id as "bodyId", b.name as "bodyName", e.request_id as "requestId", e.action, e.subject_kind as "subjectKind",
  e.subject_id as "subjectId", e.outcome, e.before, e.after, e.reason`;

const FROM = sql`audit_event e left join body b on b.id = e.body_id`;

/** With more events a body is met soon enough on the way back through time; with fewer it would take all of it. */
const FEW = 2_000;

/** Numbers of the only events that can be meant; null when there are too many to say, or another index finds them. */
export type Candidates = readonly string[] | null;

/**
 * Of a small body among millions of events. The policy decides all the same what is read of them: it is what keeps the
 * index of the marks from being used, so the database says the bare numbers first.
 */
export async function findCandidates(tx: Tx, criteria: AuditCriteria, actor: Actor): Promise<Candidates> {
  const { body = null, subject, actor: who, request } = criteria;
  if ((subject ?? who ?? request) !== undefined) return null;
  const covered = marksCovered(actor, "audit.read");
  if (body === null && covered.includes("*")) return null;
  const marks = body === null ? sql`${covered}::text[]` : sql`(select array[${markOf(body)}])`;
  const { rows } = await sql<{ ids: readonly string[] | null }>`
    select audit_ids(${marks}, ${body}, ${FEW})::text[] as ids`.execute(tx);
  return rows[0]?.ids ?? null;
}

function markOf(body: string): RawBuilder<unknown> {
  return sql`(select coalesce(o.government_code, o.id) from body o where o.id = ${body})`;
}

export type AuditPageRequest = Readonly<{ after?: string; before?: string }>;
export type AuditPage = Readonly<{ events: readonly AuditEvent[]; previous: string | null; next: string | null }>;

/** Newest first. A page begins after, or ends before, the event with that id. */
export async function listAuditEvents(
  tx: Tx,
  criteria: AuditCriteria,
  page: AuditPageRequest & Readonly<{ among?: Candidates }>,
  limit: number,
): Promise<AuditPage> {
  const backwards = page.before !== undefined;
  const { rows } = await sql<AuditEvent>`
    select ${COLUMNS} from ${FROM} where ${conditions(criteria, page.among)} and ${beyond(page)}
    order by e.id ${backwards ? sql`asc` : sql`desc`} limit ${limit + 1}`.execute(tx);
  const hasMore = rows.length > limit;
  const shown = rows.slice(0, limit);
  const events = backwards ? shown.reverse() : shown;
  const first = events[0]?.id ?? null;
  const last = events.at(-1)?.id ?? null;
  return {
    events,
    previous: (backwards ? hasMore : page.after !== undefined) ? first : null,
    next: backwards || hasMore ? last : null,
  };
}

export async function findAuditEvent(tx: Tx, id: string): Promise<AuditEvent | undefined> {
  const { rows } = await sql<AuditEvent>`select ${COLUMNS} from ${FROM} where e.id = ${id}::bigint`.execute(tx);
  return rows[0];
}

/** Oldest first: what happened to a record after the end of a day in Japan. */
export async function listEventsAfterDay(
  tx: Tx,
  subject: Readonly<{ kind: string; id: string }>,
  day: string,
): Promise<readonly AuditEvent[]> {
  const { rows } = await sql<AuditEvent>`
    select ${COLUMNS} from ${FROM}
    where e.subject_kind = ${subject.kind} and e.subject_id = ${subject.id}
      and e.at >= ((${day}::date + 1)::timestamp at time zone 'Asia/Tokyo') order by e.id`.execute(tx);
  return rows;
}

export async function countAuditEvents(tx: Tx, criteria: AuditCriteria, among: Candidates): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from audit_event e where ${conditions(criteria, among)}`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** 鹿児島県 国際交流課, by id. */
export async function bodyTitles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`
    select id, concat_ws(' ', name, unit) as title from body where id = any(${[...new Set(ids)]})`.execute(tx);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export type BodyChoice = Readonly<{ id: string; title: string }>;

/** Bodies whose audit the reader may read. */
export async function bodiesToRead(tx: Tx): Promise<readonly BodyChoice[]> {
  const { rows } = await sql<BodyChoice>`
    select b.id, concat_ws(' ', b.name, b.unit) as title from body b where b.marks && (select marks_covered('audit.read'))
    order by b.government_code nulls first, b.name limit 2000`.execute(tx);
  return rows;
}

export type ExportedEvent = AuditEvent & Readonly<{ actorName: string | null }>;

/** Oldest first, with the name of who acted where the reader may read it. */
export function auditEventsForExport(tx: Tx, criteria: AuditCriteria, among: Candidates): CompiledQuery<ExportedEvent> {
  return sql<ExportedEvent>`
    select ${COLUMNS}, a.display_name as "actorName" from ${FROM} left join account a on a.id = e.actor
    where ${conditions(criteria, among)} order by e.id`.compile(tx);
}

function conditions(criteria: AuditCriteria, among: Candidates = null): RawBuilder<unknown> {
  const { from, to, actor, group, subject, outcome, body, request } = criteria;
  const beginnings = group === undefined ? [] : [...ACT_GROUPS[group]];
  const all = [
    sql`true`,
    ...(among === null ? [] : [sql`e.id = any(${among}::bigint[])`]),
    ...(from === undefined ? [] : [sql`e.at >= (${from}::date::timestamp at time zone 'Asia/Tokyo')`]),
    ...(to === undefined ? [] : [sql`e.at < ((${to}::date + 1)::timestamp at time zone 'Asia/Tokyo')`]),
    ...(actor === undefined ? [] : [sql`e.actor = ${actor}`]),
    ...(group === undefined ? [] : [sql`split_part(e.action, '.', 1) = any(${beginnings})`]),
    ...(subject === undefined ? [] : [sql`e.subject_kind = ${subject.kind} and e.subject_id = ${subject.id}`]),
    ...(outcome === undefined ? [] : [sql`e.outcome = ${outcome}`]),
    ...(body === undefined ? [] : [sql`(e.body_id = ${body} or ${markOf(body)} = any(e.marks))`]),
    ...(request === undefined ? [] : [sql`e.request_id = ${request}`]),
  ];
  return sql.join(all, sql` and `);
}

function beyond({ after, before }: AuditPageRequest): RawBuilder<unknown> {
  if (before !== undefined) return sql`e.id > ${before}::bigint`;
  return after === undefined ? sql`true` : sql`e.id < ${after}::bigint`;
}
