/** The form of a body's annual report as kept; the usual one where the body has set none. */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";
import type { ProgrammeOwner } from "../recorded-programme.ts";
import { DEFAULT_TEMPLATE, type ReportTemplate, reportTemplateSchema } from "./report-template.ts";

/** Version 0 is the usual form. */
export type KeptTemplate = Readonly<{ template: ReportTemplate; version: number }>;

export async function findReportTemplate(tx: Tx, owner: ProgrammeOwner): Promise<KeptTemplate> {
  const { rows } = await sql<{ template: unknown; version: number }>`
    select template, version from report_template where owner = ${owner} order by version desc limit 1`.execute(tx);
  const [kept] = rows;
  if (kept === undefined) return { template: DEFAULT_TEMPLATE, version: 0 };
  return { template: reportTemplateSchema.parse(kept.template), version: kept.version };
}

/** False when somebody saved it since `expectedVersion` was read. */
export async function saveReportTemplate(
  tx: Tx,
  owner: ProgrammeOwner,
  template: ReportTemplate,
  expectedVersion: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into report_template (owner, version, template)
    values (${owner}, ${expectedVersion + 1}, ${JSON.stringify(template)})
    on conflict (owner, version) do nothing returning version`.execute(tx);
  return rows.length > 0;
}
