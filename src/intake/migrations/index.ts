import type { Migration } from "../../platform/index.ts";
import { importsMigration } from "./0001-imports.ts";
import { importMarksMigration } from "./0002-marks.ts";
import { auditMigration } from "./0003-audit.ts";
import { contributedDraftsMigration } from "./0004-contributed-drafts.ts";
import { correctionsMigration } from "./0005-corrections.ts";
import { takingBackMigration } from "./0006-taking-back.ts";

/** In the order in which they run. */
export const intakeMigrations: readonly Migration[] = [
  importsMigration,
  importMarksMigration,
  auditMigration,
  contributedDraftsMigration,
  correctionsMigration,
  takingBackMigration,
];
