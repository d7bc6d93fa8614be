import { migrate, migrateJobs, readConfig } from "../../platform/index.ts";
import { migrations } from "../migrations.ts";
import { openCommandStore } from "../open-store.ts";
import { type Command, readOptions } from "./command.ts";
import { words } from "./words.ts";

/** Opening a store migrates it; a database of the office is migrated first so that the count can be told. */
export const migrateCommand: Command = async (args, lang) => {
  readOptions(args, {}, lang);
  const config = readConfig(process.env);
  const applied =
    config.databaseUrl === null ? [] : await migrate({ connectionString: config.databaseUrl }, migrations, migrateJobs);
  await (await openCommandStore(config)).close();
  console.error(words[lang].migrated(applied.length));
  return 0;
};
