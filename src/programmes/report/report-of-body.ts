/** The annual report of one body, from its published programmes, or from what is being worked on. */
import type { Document } from "../../documents/document.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { Tx } from "../../platform/index.ts";
import { findGovernment } from "../../registry/index.ts";
import { findBodyName } from "../body-query.ts";
import { listOwnProgrammes, listPublishedOf } from "../own-programmes-query.ts";
import type { ProgrammeOwner } from "../recorded-programme.ts";
import { buildAnnualReport, type ReportProblem } from "./build-annual-report.ts";
import type { ReportedRecord } from "./lost-in-report.ts";
import { findReportTemplate } from "./report-template-store.ts";
import type { ReportLanguage } from "./report-words.ts";

export type ReportRequest = Readonly<{
  owner: ProgrammeOwner;
  fiscalYear: number;
  lang: ReportLanguage;
  asOf: string;
  /** What is being worked on; empty for whoever may not read it. */
  side: "published" | "working";
}>;

export type ReportOfBody = Readonly<{
  document: Document;
  name: string;
  programmes: number;
  /** The records it was built from. */
  records: readonly ReportedRecord[];
}>;

export type ReportOfBodyProblem = ReportProblem | Readonly<{ code: "owner_unknown"; owner: string }>;

export async function reportOfBody(
  tx: Tx,
  { owner, fiscalYear, lang, asOf, side }: ReportRequest,
): Promise<Outcome<ReportOfBody, ReportOfBodyProblem>> {
  const name = await nameOfOwner(tx, owner);
  if (name === undefined) return refuse({ code: "owner_unknown", owner });
  const { template } = await findReportTemplate(tx, owner);
  const listed = side === "working" ? await listOwnProgrammes(tx, owner) : await listPublishedOf(tx, owner);
  const facts = listed.map((one) => one.facts);
  const built = buildAnnualReport(facts, { government: { name }, fiscalYear, template, lang, asOf });
  return built.ok ? succeed({ document: built.value, name, programmes: facts.length, records: listed }) : built;
}

export async function nameOfOwner(tx: Tx, owner: ProgrammeOwner): Promise<string | undefined> {
  if (!/^[0-9]{5}$/.test(owner)) return findBodyName(tx, owner);
  const government = findGovernment(owner);
  if (government === undefined) return undefined;
  return government.kind === "prefecture" ? government.name : government.fullName;
}
