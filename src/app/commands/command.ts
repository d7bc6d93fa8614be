/** What all commands share: the signature, reading options, finding the file, printing one JSON document. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type Database, readConfig, type WorkOptions } from "../../platform/index.ts";
import { openCommandStore } from "../open-store.ts";
import { type CommandLanguage, words } from "./words.ts";

/** Answers the exit code. */
export type Command = (args: readonly string[], lang: CommandLanguage) => Promise<number>;

/** The command was called in a way it does not know; the message says how it is called. */
export class WrongUse extends Error {}

const SHARED_OPTIONS = {
  lang: { type: "string" },
  json: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

export function languageOf(args: readonly string[]): CommandLanguage {
  const at = args.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  return value === "en" ? "en" : "ja";
}

export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  lang: CommandLanguage,
) {
  try {
    return parseArgs({ args: [...args], options: { ...SHARED_OPTIONS, ...options }, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(`${optionRefused(error, lang)}\n\n${words[lang].help}`);
  }
}

/** Node says it in English; an option it does not know is the case that people meet. */
function optionRefused(error: unknown, lang: CommandLanguage): string {
  const said = error instanceof Error ? error.message : String(error);
  const name = /^Unknown option '(?<name>[^']+)'/u.exec(said)?.groups?.name;
  return name === undefined ? words[lang].optionUnreadable(said) : words[lang].unknownOption(name);
}

/** FILE is relative to the folder the person called npm from. */
export function resolveFile(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

export function readFileArgument(path: string, lang: CommandLanguage): Readonly<{ name: string; bytes: Uint8Array }> {
  const full = resolveFile(path);
  try {
    return { name: basename(full), bytes: readFileSync(full) };
  } catch (error) {
    throw new WrongUse(words[lang].noFile(path, error instanceof Error ? error.message : String(error)));
  }
}

/** Waits until a pipe has taken it all, so that a long document is never cut. */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error ? fail(error) : done()));
  });
}

export function printJson(value: unknown): Promise<void> {
  return print(`${JSON.stringify(value, null, 2)}\n`);
}

/** This call of the command line, as the audit names it: what one call did is found together. */
export const COMMAND: WorkOptions & Readonly<{ requestId: string }> = {
  requestId: `cli-${randomBytes(5).toString("hex")}`,
};

/** Joins the running database, or starts one for the time of the work. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const store = await openCommandStore(readConfig(process.env));
  for (const note of store.notes) console.error(note);
  try {
    return await work(store.database);
  } finally {
    await store.close();
  }
}
