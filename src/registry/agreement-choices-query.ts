/** What forms of other records offer of the registry: agreements by their numbers, and the partners abroad of a body. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { SUMMARY_COLUMNS, type SummaryRow } from "./agreement-row-store.ts";
import type { Criteria } from "./criteria.ts";
import { type AgreementSummary, summaryOf } from "./list-agreements-query.ts";

/** In the order of the numbers; those the reader may not read are left out. */
export async function agreementsByNumber(tx: Tx, ids: readonly string[]): Promise<readonly AgreementSummary[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SummaryRow>`
    select ${SUMMARY_COLUMNS} from agreement a where a.id = any(${[...ids]})`.execute(tx);
  const byId = new Map(rows.map((row) => [row.id, summaryOf(row, null)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type NamedPartner = Readonly<{ name: string; country: string | null }>;

/** Counterparts (海外側) of the agreements of a local government, or of a prefecture with its municipalities. */
export async function partnersInAgreements(
  tx: Tx,
  { government, prefecture }: Pick<Criteria, "government" | "prefecture">,
  limit: number,
): Promise<readonly NamedPartner[]> {
  if (government === undefined && prefecture === undefined) return [];
  const own =
    government === undefined ? sql`j.prefecture_code = ${prefecture}` : sql`j.government_code = ${government}`;
  const { rows } = await sql<NamedPartner>`
    select c.name, c.country from agreement_party_foreign f join counterpart c on c.id = f.counterpart_id
    where f.agreement_no in (select j.agreement_no from agreement_party_japan j where ${own})
    group by c.id, c.name, c.country order by count(*) desc, c.name collate "ja-x-icu" limit ${limit}`.execute(tx);
  return rows;
}
