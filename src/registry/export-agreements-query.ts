/** All agreements that meet criteria, for exports through a cursor: `database.stream(actor, (tx) => agreementsForExport(…))`. */
import { type CompiledQuery, sql } from "kysely";
import type { Tx } from "../platform/index.ts";
import { AGREEMENT_COLUMNS, type AgreementRow, SUMMARY_COLUMNS, type SummaryRow } from "./agreement-row-store.ts";
import type { Criteria } from "./criteria.ts";
import { conditions } from "./criteria-query.ts";

export type { AgreementRow } from "./agreement-row-store.ts";
export { agreementOf } from "./agreement-row-store.ts";

/** In the order of ids. */
export function agreementsForExport(tx: Tx, criteria: Criteria = {}): CompiledQuery<AgreementRow> {
  return sql<AgreementRow>`
    select ${AGREEMENT_COLUMNS} from agreement a where ${conditions(criteria)} order by a.no`.compile(tx);
}

/** The same agreements with what tables need of them: half the work for the database, which is most of an export. */
export function summariesForExport(tx: Tx, criteria: Criteria = {}): CompiledQuery<SummaryRow> {
  return sql<SummaryRow>`
    select ${SUMMARY_COLUMNS} from agreement a where ${conditions(criteria)} order by a.no`.compile(tx);
}
