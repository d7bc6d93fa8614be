import type { Migration } from "../../platform/index.ts";
import { programmesMigration } from "./0001-programmes.ts";
import { programmeHistoryMigration } from "./0002-programme-history.ts";

/** In the order in which they run. */
export const programmeMigrations: readonly Migration[] = [programmesMigration, programmeHistoryMigration];
