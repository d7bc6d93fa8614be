import type { Migration } from "../../platform/index.ts";
import { programmesMigration } from "./0001-programmes.ts";
import { programmeHistoryMigration } from "./0002-programme-history.ts";
import { reportTemplateMigration } from "./0003-report-template.ts";
import { restoredVersionsMigration } from "./0004-restored-versions.ts";
import { auditedEntriesMigration } from "./0005-audited-entries.ts";
import { savedTogetherMigration } from "./0006-saved-together.ts";

/** In the order in which they run. */
export const programmeMigrations: readonly Migration[] = [
  programmesMigration,
  programmeHistoryMigration,
  reportTemplateMigration,
  restoredVersionsMigration,
  auditedEntriesMigration,
  savedTogetherMigration,
];
