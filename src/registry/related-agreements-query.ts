/** Agreements to look at beside one: of the same bodies, with the same counterparts, or signed with the same document day. */
import { sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { SUMMARY_COLUMNS, type SummaryRow } from "./agreement-row-store.ts";
import { type AgreementSummary, summaryOf } from "./list-agreements-query.ts";

export type RelatedAgreement = Readonly<{
  agreement: AgreementSummary;
  /** Same signing day, same counterpart, same local government: why it stands here. */
  reasons: readonly RelationReason[];
}>;
export type RelationReason = "same_day" | "same_counterpart" | "same_government";

type Row = SummaryRow & Readonly<{ same_day: boolean; same_counterpart: boolean; same_government: boolean }>;

/** The closest first: counterpart and government before one of them; then the newest. */
export async function relatedAgreements(tx: Tx, no: number, limit = 8): Promise<readonly RelatedAgreement[]> {
  const { rows } = await sql<Row>`
    with own as (select a.no, a.signed_from from agreement a where a.no = ${no}),
    candidate as (
      select near.agreement_no, bool_or(near.is_counterpart) as same_counterpart, bool_or(not near.is_counterpart) as same_government
      from (
        (select f.agreement_no, true as is_counterpart from agreement_party_foreign f
          where f.counterpart_id in (select o.counterpart_id from agreement_party_foreign o where o.agreement_no = ${no})
          limit 500)
        union all
        (select j.agreement_no, false from agreement_party_japan j
          where j.government_code in (select o.government_code from agreement_party_japan o where o.agreement_no = ${no})
          limit 500)
      ) near
      where near.agreement_no <> ${no} group by near.agreement_no
    )
    select ${SUMMARY_COLUMNS}, a.signed_from = own.signed_from and c.same_government as same_day,
      c.same_counterpart, c.same_government
    from candidate c join agreement a on a.no = c.agreement_no and a.publication = 'published' cross join own
    order by (c.same_counterpart and c.same_government) desc, c.same_counterpart desc, a.signed_newest desc, a.no desc
    limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    agreement: summaryOf(row, null),
    reasons: [
      ...(row.same_day ? (["same_day"] as const) : []),
      ...(row.same_counterpart ? (["same_counterpart"] as const) : []),
      ...(row.same_government ? (["same_government"] as const) : []),
    ],
  }));
}
