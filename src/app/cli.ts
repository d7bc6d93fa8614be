/**
 * Command line: `npm run -s kakehashi -- COMMAND …`.
 *
 * With `--json` stdout carries one JSON document and nothing else; sentences for people go to stderr. Exit codes:
 * 0 done, 1 done with error findings (`check`: any disagreement; `restore`: a damaged file), 2 wrong use, 3 fault.
 */
import { ClosedFolderFault, ConfigFault } from "../platform/index.ts";
import { backup } from "./commands/backup.ts";
import { check } from "./commands/check.ts";
import { type Command, languageOf, WrongUse } from "./commands/command.ts";
import { importCommand } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { operatorLink } from "./commands/operator-link.ts";
import { report } from "./commands/report.ts";
import { restore } from "./commands/restore.ts";
import { tabulate } from "./commands/tabulate.ts";
import { user } from "./commands/user.ts";
import { words } from "./commands/words.ts";
import { HeldFault } from "./open-store.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  check,
  tabulate,
  report,
  migrate: migrateCommand,
  "operator-link": operatorLink,
  backup,
  restore,
  user,
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const lang = languageOf(args);
  if (name === undefined || name === "help" || name === "--help") {
    console.error(words[lang].help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new WrongUse(words[lang].unknownCommand(name));
  return command(rest, lang);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isWrongUse = [WrongUse, ConfigFault, ClosedFolderFault, HeldFault].some((kind) => error instanceof kind);
    console.error(isWrongUse && error instanceof Error ? error.message : error);
    process.exitCode = isWrongUse ? 2 : 3;
  },
);
