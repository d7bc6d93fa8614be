/** `user`: accounts from the machine itself, for the first administrator and for who lost every way in. */
import { dayInJapan } from "../../kernel/calendar.ts";
import {
  CLI,
  type Database,
  disableAccount,
  findBodyId,
  invitationPath,
  inviteMember,
  isRole,
  listAccounts,
  readConfig,
  resetSecondFactor,
  type Tx,
} from "../../platform/index.ts";
import { COMMAND, type Command, print, printJson, readOptions, WrongUse, withDatabase } from "./command.ts";
import { userWords } from "./user-words.ts";
import type { CommandLanguage } from "./words.ts";

export const user: Command = async (args, lang) => {
  const options = { body: { type: "string" }, role: { type: "string" } } as const;
  const { positionals, values } = readOptions(args, options, lang);
  const [act, email] = positionals;
  if (act === "list") return withDatabase((database) => list(database, lang, values.json === true));
  if (act === "invite" && email) return withDatabase((database) => invite(database, lang, { email, ...values }));
  if (act === "disable" && email) return withDatabase((database) => disable(database, lang, email));
  if (act === "reset-second-factor" && email) return withDatabase((database) => reset(database, lang, email));
  throw new WrongUse(userWords[lang].use);
};

async function list(database: Database, lang: CommandLanguage, asJson: boolean): Promise<number> {
  const accounts = await database.write(CLI, listAccounts);
  if (asJson) await printJson(accounts);
  else await print(accounts.map((one) => `${userWords[lang].line(one)}\n`).join(""));
  if (accounts.length === 0) console.error(userWords[lang].none);
  return 0;
}

type Asked = Readonly<{ email: string; body?: string | undefined; role?: string | undefined }>;

async function invite(database: Database, lang: CommandLanguage, { email, body, role }: Asked): Promise<number> {
  const texts = userWords[lang];
  if (body === undefined || role === undefined || !isRole(role)) throw new WrongUse(texts.use);
  const today = dayInJapan(new Date());
  const work = async (tx: Tx) => {
    const bodyId = await findBodyId(tx, body);
    if (bodyId === undefined) throw new WrongUse(texts.noBody(body));
    return inviteMember(tx, { email, bodyId, role, validFrom: today, validTo: null });
  };
  const outcome = await database.write(CLI, work, COMMAND);
  if (!outcome.ok) throw new WrongUse(texts.problems[outcome.problem.code]);
  console.error(texts.invited);
  await print(`${address()}${invitationPath(outcome.value.token)}\n`);
  return 0;
}

async function disable(database: Database, lang: CommandLanguage, email: string): Promise<number> {
  const outcome = await database.write(CLI, (tx) => disableAccount(tx, email), COMMAND);
  if (!outcome.ok) throw new WrongUse(userWords[lang].noAccount(email));
  console.error(userWords[lang].disabled(email));
  return 0;
}

async function reset(database: Database, lang: CommandLanguage, email: string): Promise<number> {
  const outcome = await database.write(CLI, (tx) => resetSecondFactor(tx, email), COMMAND);
  if (!outcome.ok) throw new WrongUse(userWords[lang].noAccount(email));
  console.error(userWords[lang].reset(email));
  await print(`${address()}/sign-in\n`);
  return 0;
}

/** Where people open the pages; a server on another port of this machine is named by PORT or KAKEHASHI_URL. */
function address(): string {
  const { accounts, host, port } = readConfig(process.env);
  const name = host === "127.0.0.1" || host === "0.0.0.0" ? "localhost" : host;
  return accounts.publicUrl ?? `http://${name}:${port}`;
}
