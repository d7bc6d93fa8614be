/**
 * The outbox (送信箱): letters as .eml files that any mail program opens, newest last. They carry one-time links, so
 * only the server's own user may read them, the list is of envelopes, and a letter can be read without its links.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Message } from "./mailer.ts";

const SUFFIX = ".eml";
const SHOWN = 100;

export type KeptMessage = Message & Readonly<{ name: string; writtenAt: Date }>;
export type KeptEnvelope = Omit<KeptMessage, "text">;

const NAME = /^\d{4}-\d{2}-\d{2}T[\d-]{12}Z-[0-9a-f]{6}\.eml$/u;

export async function writeToOutbox(folder: string, from: string, letter: Message): Promise<void> {
  const now = new Date();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${stampOf(now)}-${randomBytes(3).toString("hex")}${SUFFIX}`;
  await writeFile(join(folder, name), compose(letter, from, now), { mode: 0o600, flag: "wx" });
}

/** @returns the newest first, at most a hundred. */
export async function listOutbox(folder: string): Promise<readonly KeptEnvelope[]> {
  const names = await namesIn(folder);
  const newest = names.sort().reverse().slice(0, SHOWN);
  const letters = await Promise.all(newest.map((name) => readLetter(folder, name)));
  return letters.flatMap((letter) => (letter === undefined ? [] : [envelopeOf(letter)]));
}

/** @returns undefined when there is none of this name, or no longer. */
export async function readLetter(folder: string, name: string): Promise<KeptMessage | undefined> {
  if (!NAME.test(name)) return undefined;
  try {
    return parse(name, await readFile(join(folder, name), "utf8"));
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

const SECRET = /([?&]token=)[^\s&]+/gu;

/** The text of a letter with what its links hide left out; undefined when it has nothing to hide. */
export function withoutSecretLinks(text: string): string | undefined {
  const masked = text.replaceAll(SECRET, "$1●●●●●●");
  return masked === text ? undefined : masked;
}

/** Links end within days; letters name people, so they do not lie here for ever. */
export async function deleteLettersBefore(folder: string, moment: Date): Promise<void> {
  const stamp = stampOf(moment);
  for (const name of await namesIn(folder)) if (name < stamp) await rm(join(folder, name), { force: true });
}

function envelopeOf({ text: _, ...envelope }: KeptMessage): KeptEnvelope {
  return envelope;
}

/** Names begin with the moment, so they sort by it. */
function stampOf(moment: Date): string {
  return moment.toISOString().replaceAll(/[:.]/gu, "-");
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => NAME.test(name));
  } catch (error) {
    if (isAbsence(error)) return []; // no letter yet
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** A header is one line: a line break in a value would begin another header. */
function compose({ to, subject, text }: Message, from: string, date: Date): string {
  const headers = [
    `From: ${oneLine(from)}`,
    `To: ${oneLine(to)}`,
    `Subject: =?UTF-8?B?${Buffer.from(oneLine(subject)).toString("base64")}?=`,
    `Date: ${date.toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  return `${headers.join("\r\n")}\r\n\r\n${text.replaceAll(/\r?\n/gu, "\r\n")}`;
}

function oneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/gu, " ");
}

function parse(name: string, eml: string): KeptMessage {
  const end = eml.indexOf("\r\n\r\n");
  const header = (wanted: string): string =>
    eml
      .slice(0, end)
      .split("\r\n")
      .find((line) => line.startsWith(`${wanted}: `))
      ?.slice(wanted.length + 2) ?? "";
  const subject = /^=\?UTF-8\?B\?(.*)\?=$/u.exec(header("Subject"))?.[1] ?? "";
  return {
    name,
    to: header("To"),
    subject: Buffer.from(subject, "base64").toString("utf8"),
    text: eml.slice(end + 4).replaceAll("\r\n", "\n"),
    writtenAt: new Date(header("Date")),
  };
}
