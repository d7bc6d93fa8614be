import type { Migration } from "../../platform/index.ts";
import { importsMigration } from "./0001-imports.ts";

/** In the order in which they run. */
export const intakeMigrations: readonly Migration[] = [importsMigration];
