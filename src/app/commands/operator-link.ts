import { CLI, inviteOperator, readConfig, recordAudit } from "../../platform/index.ts";
import { COMMAND, type Command, print, readOptions, withDatabase } from "./command.ts";
import { words } from "./words.ts";

/** A new one-time link, for when the one printed at start was used or is too old. */
export const operatorLink: Command = async (args, lang) => {
  readOptions(args, {}, lang);
  const { host, port } = readConfig(process.env);
  const token = await withDatabase(async (database) => {
    await database.write(CLI, (tx) => recordAudit(tx, { action: "operator_link.made" }), COMMAND);
    return inviteOperator(database);
  });
  const name = host === "127.0.0.1" || host === "0.0.0.0" ? "localhost" : host;
  await print(`${words[lang].link(`http://${name}:${port}/operator?token=${token}`)}\n`);
  return 0;
};
