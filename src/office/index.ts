/** The only door of the office for other slices and the application. */

export type { AuditRecords, FactChange, RecordWords } from "./audit/audit-records.ts";
export type {
  HandoverContext,
  HandoverPromise,
  HandoverProvider,
  HandoverRelation,
  HandoverSection,
  LastExchange,
  NextAnniversary,
} from "./handover/handover-provider.ts";
export type { ExportContext, ExportDefinition } from "./jobs/exports/export-definition.ts";
export { type OfficeJobs, type OfficeJobsSettings, officeJobs } from "./jobs/office-jobs.ts";
export { officeMigrations } from "./migrations/index.ts";
export { refusePage, requirePermission, requireSignIn } from "./require-permission.tsx";
