import { basename } from "node:path";
import {
  type CheckedArchive,
  type CheckProblem,
  checkArchive,
  type RestoreDone,
  type RestoreProblem,
  readConfig,
  recordMachineAct,
  restoreBackup,
} from "../../platform/index.ts";
import { FILLED_BY_ITSELF } from "../fill-empty-database.ts";
import { migrations } from "../migrations.ts";
import { openStoreToFill } from "../open-store.ts";
import { backupWords, type Refused } from "./backup-words.ts";
import { COMMAND, type Command, printJson, readOptions, resolveFile, WrongUse } from "./command.ts";
import { type CommandLanguage, words } from "./words.ts";

/** A backup into an empty database; `--check` reads it from end to end and touches no database. */
export const restore: Command = async (args, lang) => {
  const { values, positionals } = readOptions(args, { check: { type: "boolean" } }, lang);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new WrongUse(words[lang].oneFile);
  const path = resolveFile(name);
  const checked = await checkArchive(path); // before any database is started for it
  if (!checked.ok) return tellRefusal(checked.problem, values.json === true, lang);
  if (values.check === true) {
    if (values.json === true) await printJson(summaryOf(checked.value));
    console.error(backupWords[lang].whole(checked.value.header, checked.value.manifest.total));
    return 0;
  }
  const done = await fill(path, checked.value, lang);
  if (!done.ok) return tellRefusal(done.problem, values.json === true, lang);
  const { header, total, migratedUp } = done.value;
  if (values.json === true) await printJson({ ...summaryOf(done.value), migratedUp });
  console.error(backupWords[lang].restored(header, total, migratedUp.length));
  return 0;
};

async function fill(path: string, checked: CheckedArchive, lang: CommandLanguage): ReturnType<typeof restoreBackup> {
  const store = await openStoreToFill(readConfig(process.env));
  for (const note of store.notes) console.error(note);
  try {
    return await restoreBackup(store.connection, checked, {
      path,
      migrations,
      filledByItself: FILLED_BY_ITSELF,
      onProgress: (progress) => console.error(backupWords[lang].progress(progress)),
      alsoWrite: async (client, { createdAt, product }) => {
        const subject = { kind: "backup", id: basename(path) };
        const after = { madeAt: createdAt, product };
        await recordMachineAct(client, { action: "backup.restored", subject, after, ...COMMAND });
      },
    });
  } finally {
    await store.close();
  }
}

function summaryOf(archive: Pick<CheckedArchive, "header"> & (Pick<RestoreDone, "total"> | CheckedArchive)) {
  const { createdAt, product, postgres, leftOut } = archive.header;
  return { createdAt, product, postgres, leftOut, total: "total" in archive ? archive.total : archive.manifest.total };
}

/** The archive is whole and the place is wrong: another use, not damage. */
const WRONG_PLACE: ReadonlySet<string> = new Set([
  "newer_format",
  "newer_version",
  "database_not_empty",
  "database_ahead",
  "database_in_use",
  "cannot_read",
]);

async function tellRefusal(
  problem: CheckProblem | RestoreProblem,
  asJson: boolean,
  lang: CommandLanguage,
): Promise<number> {
  if (asJson) await printJson({ problem });
  const isDamage = !WRONG_PLACE.has(problem.code);
  const refused: Refused = { about: aboutOf(problem), detail: "detail" in problem ? problem.detail : "" };
  const sentence = backupWords[lang].notRestored[problem.code](refused);
  console.error(isDamage ? `${sentence}${backupWords[lang].nothingChanged}` : sentence);
  return isDamage ? 1 : 2;
}

/** What the problem is about: the entry, table, migration, path or version it names. */
function aboutOf(problem: CheckProblem | RestoreProblem): string {
  if (problem.code === "newer_version") return problem.product;
  const { code, ...named } = problem;
  return String(Object.values(named)[0] ?? "");
}
