/** The only door of the platform for slices: database, actors, HTTP pieces, files. It knows machines, not exchange. */
export { type Config, ConfigFault, readConfig } from "./config.ts";
export { type Actor, actorName, CLI, LOCAL_OPERATOR, PUBLIC, SYSTEM } from "./database/actor.ts";
export { type Database, openDatabase, type Tx, type WorkOptions } from "./database/database.ts";
export { type Migration, MigrationFault, migrate } from "./database/migrate.ts";
export { platformRoles } from "./migrations/0001-platform.ts";
