import type { Migration } from "../database/migrate.ts";
import { platformRoles } from "./0001-platform.ts";
import { bodiesAndAudit } from "./0002-bodies-and-audit.ts";
import { auth } from "./0003-auth.ts";
import { jobs } from "./0004-jobs.ts";
import { closedDoors } from "./0005-closed-doors.ts";
import { auditReading } from "./0006-audit-reading.ts";
import { narrowDoors } from "./0007-narrow-doors.ts";

/** In the order in which they run. */
export const platformMigrations: readonly Migration[] = [
  platformRoles,
  bodiesAndAudit,
  auth,
  jobs,
  closedDoors,
  auditReading,
  narrowDoors,
];
