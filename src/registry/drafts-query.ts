/**
 * Records in work (公開していない記録): drafts, what waits for approval, what was returned, what was withdrawn, and
 * published records with a change that waits or was returned. Only those the reader may read before they are public.
 */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { SUMMARY_COLUMNS, type SummaryRow } from "./agreement-row-store.ts";
import { type AgreementSummary, summaryOf } from "./list-agreements-query.ts";
import { type PageRequest, readPageKey, writePageKey } from "./page-key.ts";

export const STAGES = ["draft", "waiting", "returned", "withdrawn"] as const;
export type Stage = (typeof STAGES)[number];

export type RecordInWork = Readonly<{
  agreement: AgreementSummary;
  stage: Stage;
  /** What waits or was returned is a change of a published record. */
  isChange: boolean;
  /** Who sent it, else who recorded it; an account's id or an operator's name. */
  person: string;
  personName: string | null;
}>;

export type RecordsInWork = Readonly<{
  rows: readonly RecordInWork[];
  counts: Readonly<Record<Stage, number>>;
  next: string | null;
  previous: string | null;
}>;

export type InWorkRequest = Readonly<{
  stage?: Stage | undefined;
  isMine?: boolean;
  page?: PageRequest;
  limit: number;
}>;

/** Unpublished records come from their index, changes from the proposals; the many published ones are not looked at. */
const IN_WORK = sql`
  with latest as (
    select distinct on (p.agreement_no) p.agreement_no, p.kind, p.state, p.proposed_by
    from agreement_proposal p order by p.agreement_no, p.id desc
  ), in_work as (
    select a.no, a.updated_at, coalesce(l.kind = 'change' and l.state in ('open', 'returned'), false) as is_change,
      case when a.publication = 'in_review' or l.state = 'open' then 'waiting'
        when l.state = 'returned' and a.publication <> 'withdrawn' then 'returned'
        when a.publication = 'draft' then 'draft' else 'withdrawn' end as stage,
      coalesce(l.proposed_by, (select v.recorded_by from agreement_version v
        where v.agreement_no = a.no and v.version = 1), '') as person
    from agreement a left join latest l on l.agreement_no = a.no
    where a.merged_into is null and a.marks && (select marks_covered('agreement.read_unpublished'))
      and a.no in (select u.no from agreement u where u.publication <> 'published'
        union select o.agreement_no from latest o where o.state in ('open', 'returned'))
  )`;

type Row = SummaryRow &
  Readonly<{ stage: Stage; is_change: boolean; person: string; person_name: string | null; order_value: string }>;

/** The last changed first. */
export async function listRecordsInWork(tx: Tx, request: InWorkRequest): Promise<RecordsInWork> {
  const { stage, isMine = false, page = {}, limit } = request;
  const before = readPageKey(page.before);
  const after = before === undefined ? readPageKey(page.after) : undefined;
  const key = before ?? after;
  const mine = isMine ? sql`w.person = current_setting('kakehashi.actor')` : sql`true`;
  const { rows: found } = await sql<Row>`${IN_WORK}
    select ${SUMMARY_COLUMNS}, w.stage, w.is_change, w.person,
      (select u.display_name from account u where u.id = w.person) as person_name,
      to_char(w.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as order_value
    from in_work w join agreement a on a.no = w.no
    where ${mine} and ${stage === undefined ? sql`true` : sql`w.stage = ${stage}`}
      and ${
        key === undefined
          ? sql`true`
          : sql`(w.updated_at, w.no) ${before === undefined ? sql`<` : sql`>`} (${key.value}::timestamptz, ${key.no}::integer)`
      }
    order by w.updated_at ${before === undefined ? sql`desc` : sql`asc`}, w.no ${before === undefined ? sql`desc` : sql`asc`}
    limit ${limit + 1}`.execute(tx);
  const more = found.length > limit;
  const shown = before === undefined ? found.slice(0, limit) : found.slice(0, limit).reverse();
  return {
    rows: shown.map(inWorkOf),
    counts: await countStages(tx, mine),
    next: (before === undefined ? more : shown.length > 0) ? keyOf(shown.at(-1)) : null,
    previous: (before === undefined ? after !== undefined && shown.length > 0 : more) ? keyOf(shown[0]) : null,
  };
}

function inWorkOf(row: Row): RecordInWork {
  const { stage, is_change: isChange, person, person_name: personName } = row;
  return { agreement: summaryOf(row, null), stage, isChange, person, personName };
}

function keyOf(row: Row | undefined): string | null {
  return row === undefined ? null : writePageKey({ value: row.order_value, no: row.no });
}

async function countStages(tx: Tx, mine: ReturnType<typeof sql>): Promise<Readonly<Record<Stage, number>>> {
  const { rows } = await sql<{ stage: Stage; n: number }>`${IN_WORK}
    select w.stage, count(*)::integer as n from in_work w where ${mine} group by w.stage`.execute(tx);
  const counts = new Map(rows.map(({ stage, n }) => [stage, n]));
  return Object.fromEntries(STAGES.map((stage) => [stage, counts.get(stage) ?? 0])) as Record<Stage, number>; // one for each
}
