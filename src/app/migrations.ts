/** All migrations in the order in which they are applied: platform first, then the slices in theirs. */
import { intakeMigrations } from "../intake/index.ts";
import { officeMigrations } from "../office/index.ts";
import { type Migration, platformMigrations } from "../platform/index.ts";
import { programmeMigrations } from "../programmes/index.ts";
import { registryMigrations } from "../registry/index.ts";

export const migrations: readonly Migration[] = [
  ...platformMigrations,
  ...officeMigrations,
  ...registryMigrations,
  ...intakeMigrations,
  ...programmeMigrations,
];
