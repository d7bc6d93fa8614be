import type { Migration } from "../../platform/index.ts";
import { handoverMigration } from "./0001-handover.ts";

/** In the order in which they run. */
export const officeMigrations: readonly Migration[] = [handoverMigration];
