/** Sets the form of a body's annual report (様式の設定). The change is an event of the audit. */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, isPermitted, recordAudit, type Tx } from "../../platform/index.ts";
import { marksOfOwner, type ProgrammeOwner } from "../recorded-programme.ts";
import { type ReportTemplate, reportTemplateSchema } from "./report-template.ts";
import { findReportTemplate, type KeptTemplate, saveReportTemplate } from "./report-template-store.ts";

export type TemplateChange = Readonly<{
  owner: ProgrammeOwner;
  template: ReportTemplate;
  /** The version the caller read; 0 for the usual form. */
  expectedVersion: number;
}>;

export type TemplateProblem =
  | Readonly<{ code: "not_permitted" }>
  /** Places of the template that cannot be so: `title`, `rows`, `rows.2.label`. */
  | Readonly<{ code: "template_invalid"; at: readonly string[] }>
  | Readonly<{ code: "template_stale" }>;

export async function setReportTemplate(
  tx: Tx,
  actor: Actor,
  { owner, template, expectedVersion }: TemplateChange,
): Promise<Outcome<KeptTemplate, TemplateProblem>> {
  const marks = marksOfOwner(owner);
  if (!isPermitted(actor, "programme.edit", marks)) return refuse({ code: "not_permitted" });
  const checked = reportTemplateSchema.safeParse(template);
  if (!checked.success) {
    return refuse({ code: "template_invalid", at: checked.error.issues.map(({ path }) => path.join(".")) });
  }
  const before = await findReportTemplate(tx, owner);
  if (!(await saveReportTemplate(tx, owner, checked.data, expectedVersion))) return refuse({ code: "template_stale" });
  await recordAudit(tx, {
    action: "programme.report_template_set",
    subject: { kind: "report_template", id: owner },
    marks: [...marks],
    before: before.template,
    after: checked.data,
  });
  return succeed(await findReportTemplate(tx, owner));
}
