import { basename } from "node:path";
import pg from "pg";
import packageFile from "../../../package.json" with { type: "json" };
import { type BackupDone, readConfig, recordMachineAct, type WriteProblem, writeBackup } from "../../platform/index.ts";
import { openStoreAsItIs } from "../open-store.ts";
import { backupWords } from "./backup-words.ts";
import { COMMAND, type Command, printJson, readOptions, resolveFile, WrongUse } from "./command.ts";
import { type CommandLanguage, words } from "./words.ts";

/** Everything into one file, beside a running server or without one. The database is not migrated on the way. */
export const backup: Command = async (args, lang) => {
  const { values, positionals } = readOptions(args, { force: { type: "boolean" } }, lang);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new WrongUse(words[lang].oneFile);
  const done = await write(resolveFile(name), values.force === true, lang);
  if (!done.ok) {
    console.error(backupWords[lang].notWritten[done.problem.code](detailOf(done.problem)));
    if (values.json === true) await printJson({ problem: done.problem });
    return done.problem.code === "disk_full" ? 3 : 2;
  }
  if (values.json === true) await printJson(done.value);
  console.error(backupWords[lang].written(done.value));
  return 0;
};

async function write(path: string, isReplacing: boolean, lang: CommandLanguage): ReturnType<typeof writeBackup> {
  const store = await openStoreAsItIs(readConfig(process.env));
  if (store === undefined) return { ok: false, problem: { code: "nothing_to_back_up" } };
  for (const note of store.notes) console.error(note);
  try {
    const onProgress = (one: Parameters<(typeof backupWords)["ja"]["progress"]>[0]) =>
      console.error(backupWords[lang].progress(one));
    const done = await writeBackup(store.connection, { path, isReplacing, product: packageFile.version, onProgress });
    if (done.ok && !(await audit(store.connection, done.value))) console.error(backupWords[lang].notInAudit);
    return done;
  } finally {
    await store.close();
  }
}

/** Who took everything away, and what exactly: the hash says which file. The name only, for a path may name people. */
async function audit(connection: pg.ClientConfig, { path, sha256, createdAt, total }: BackupDone): Promise<boolean> {
  const client = new pg.Client({ ...connection, application_name: "kakehashi-backup" });
  await client.connect();
  try {
    const after = { madeAt: createdAt, sha256, rows: total.rows };
    const subject = { kind: "backup", id: basename(path) };
    return await recordMachineAct(client, { action: "backup.written", subject, after, ...COMMAND });
  } finally {
    await client.end();
  }
}

function detailOf(problem: WriteProblem): Readonly<{ path: string; detail: string }> {
  return { path: "", detail: "", ...problem };
}
