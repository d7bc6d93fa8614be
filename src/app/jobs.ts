/** The jobs of all slices, as the worker runs them and pages add them. */
import packageFile from "../../package.json" with { type: "json" };
import { type OfficeJobs, officeJobs } from "../office/index.ts";
import type { Accounts } from "../platform/index.ts";
import { agreementExports } from "../registry/index.ts";
import type { Store } from "./open-store.ts";

export function jobsOf({ connection, backupFolder }: Store, { mailer, outbox, settings }: Accounts): OfficeJobs {
  const backups = backupFolder === null ? null : { connection, folder: backupFolder, product: packageFile.version };
  return officeJobs({ backups, mailer, outbox, origin: settings.origin, exports: agreementExports });
}
