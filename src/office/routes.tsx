/** The office's pages, at addresses without language: `/en/…` is routed here too. */
import { Hono } from "hono";
import type { Accounts, Database, RequestEnv } from "../platform/index.ts";
import { accountRoutes } from "./account/account-routes.tsx";
import type { AuditRecords } from "./audit/audit-records.ts";
import { auditRoutes } from "./audit/audit-routes.tsx";
import { bodyRoutes, type FindGovernments } from "./bodies/body-routes.tsx";
import type { HandoverProvider } from "./handover/handover-provider.ts";
import { handoverRoutes } from "./handover/handover-routes.tsx";
import { exportRoutes } from "./jobs/exports/export-routes.tsx";
import { jobRoutes } from "./jobs/job-routes.tsx";
import { type OfficeJobs, officeJobs } from "./jobs/office-jobs.ts";
import { inviteRoutes } from "./members/invite-routes.tsx";
import { memberRoutes } from "./members/member-routes.tsx";
import { outboxRoutes } from "./outbox/outbox-routes.tsx";
import { passkeyRoutes } from "./passkeys/passkey-routes.ts";
import { permissionRoutes } from "./permissions/permission-routes.tsx";
import { setupRoutes } from "./setup/setup-routes.tsx";
import { signInRoutes } from "./sign-in/sign-in-routes.tsx";
import { workRoutes } from "./work/work-routes.tsx";

export type OfficeParts = Readonly<{
  database: Database;
  accounts: Accounts;
  findGovernments: FindGovernments;
  /** Without them there are no automatic backups and no files to ask for. */
  jobs?: OfficeJobs | undefined;
  /** How the slices tell of their records in the audit. */
  auditRecords?: readonly AuditRecords[];
  /** What the slices add to the 引継書 of a body, in this order. */
  handoverProviders?: readonly HandoverProvider[];
}>;

export function officeRoutes(parts: OfficeParts): Hono<RequestEnv> {
  const { database, accounts } = parts;
  const { mailer, outbox, settings } = accounts;
  const jobs = parts.jobs ?? officeJobs({ backups: null, mailer, outbox, origin: settings.origin, exports: [] });
  const routes = new Hono<RequestEnv>();
  routes.route("/", signInRoutes(parts));
  routes.route("/", accountRoutes(parts));
  routes.route("/", workRoutes({ database, jobs }));
  routes.route("/", bodyRoutes(parts));
  routes.route("/", inviteRoutes(parts));
  routes.route("/", memberRoutes(parts));
  routes.route("/", handoverRoutes({ database, handoverProviders: parts.handoverProviders ?? [] }));
  routes.route("/", auditRoutes({ database: parts.database, records: parts.auditRecords ?? [] }));
  routes.route("/", passkeyRoutes(parts));
  routes.route("/", outboxRoutes(parts));
  routes.route("/", setupRoutes(parts));
  routes.route("/", permissionRoutes());
  routes.route("/", jobRoutes({ database, jobs }));
  routes.route("/", exportRoutes({ database, jobs }));
  return routes;
}
