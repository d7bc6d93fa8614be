/** Proposals for approval: appended, decided once. One record has at most one that is open. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import type { AgreementFacts } from "./agreement.ts";
import type { Proposal, ProposalKind, ProposalState } from "./proposal.ts";

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const COLUMNS = sql`p.id, p.agreement_no as "agreementNo", p.kind, p.base_version as "baseVersion", p.facts, p.reason,
  p.message, p.state, p.body_id as "bodyId", p.proposed_by as "proposedBy",
  (select u.display_name from account u where u.id = p.proposed_by) as "proposerName",
  ${instant("p.proposed_at")} as "proposedAt", p.decided_by as "decidedBy",
  (select u.display_name from account u where u.id = p.decided_by) as "deciderName",
  ${instant("p.decided_at")} as "decidedAt", p.decision_reason as "decisionReason"`;

export type NewProposal = Readonly<{
  agreementNo: number;
  kind: ProposalKind;
  baseVersion: number;
  facts: AgreementFacts | null;
  reason: string | null;
  message: string | null;
}>;

export async function insertProposal(tx: Tx, proposal: NewProposal): Promise<void> {
  const { agreementNo, kind, baseVersion, facts, reason, message } = proposal;
  await sql`
    insert into agreement_proposal (agreement_no, kind, base_version, facts, reason, message)
    values (${agreementNo}, ${kind}, ${baseVersion}, ${facts === null ? null : JSON.stringify(facts)}::jsonb,
      ${reason}, ${message})`.execute(tx);
}

/** The newest says where a record stands: open, returned to its proposer, or settled. */
export async function findLatestProposal(tx: Tx, agreementNo: number): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select ${COLUMNS} from agreement_proposal p where p.agreement_no = ${agreementNo}
    order by p.id desc limit 1`.execute(tx);
  return rows[0];
}

/** Holds the newest proposal, so that of two people deciding the second sees the first's decision. */
export async function lockLatestProposal(tx: Tx, agreementNo: number): Promise<Proposal | undefined> {
  await sql`select from agreement_proposal where agreement_no = ${agreementNo}
    order by id desc limit 1 for update`.execute(tx);
  return findLatestProposal(tx, agreementNo);
}

/** Newest first. */
export async function listProposals(tx: Tx, agreementId: string): Promise<readonly Proposal[]> {
  const { rows } = await sql<Proposal>`
    select ${COLUMNS} from agreement_proposal p join agreement a on a.no = p.agreement_no
    where a.id = ${agreementId} order by p.id desc`.execute(tx);
  return rows;
}

export type Decision = Readonly<{
  state: Exclude<ProposalState, "open">;
  reason: string | null;
  confirmation?: string | null | undefined;
}>;

export async function closeProposal(tx: Tx, id: number, { state, reason, confirmation }: Decision): Promise<void> {
  await sql`
    update agreement_proposal set state = ${state}, decided_by = current_setting('kakehashi.actor'),
      decided_at = clock_timestamp(), decision_reason = ${reason}, confirmation = ${confirmation ?? null}
    where id = ${id}`.execute(tx);
}
