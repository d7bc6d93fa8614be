/**
 * The built server as a user would start it, on free ports and throw-away data, for the journeys: one application for
 * each worker of the run, so that journeys of two files never meet in one database. All begin as copies of one data
 * folder that was started, filled with the sample and stopped once.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { appendFileSync, chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

export type ServedApplication = Readonly<{
  /** http://localhost:PORT of the running application. */
  origin: string;
  /** One-time link that allows editing; the first test file that needs it redeems it. */
  operatorLink: string;
  dataFolder: string;
}>;

declare module "vitest" {
  export interface ProvidedContext {
    /** One for each worker; see `ownApplication`. */
    applications: readonly ServedApplication[];
    /** Data of an application with the sample that was stopped; see `copyOfPreparedData`. */
    preparedData: string;
  }
}

type Running = ServedApplication & Readonly<{ child: ChildProcess }>;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prepared = emptyDataFolder();
  const { child } = await startApplication(prepared);
  await stopApplication(child);
  const workers = Array.from({ length: Number(project.config.maxWorkers) });
  const applications: readonly Running[] = await Promise.all(workers.map(() => serveCopyOf(prepared)));
  project.provide(
    "applications",
    applications.map(({ origin, operatorLink, dataFolder }) => ({ origin, operatorLink, dataFolder })),
  );
  project.provide("preparedData", prepared);
  return async () => {
    await Promise.all(applications.map((application) => stopApplication(application.child)));
    for (const folder of [prepared, ...applications.map(({ dataFolder }) => dataFolder)])
      rmSync(folder, { recursive: true, force: true });
  };
}

async function serveCopyOf(prepared: string): Promise<Running> {
  const dataFolder = copyDataFolder(prepared);
  // A journey asks for answers, not for what a power cut would leave.
  appendFileSync(join(dataFolder, "postgres", "postgresql.auto.conf"), "fsync = off\n");
  const { child, output } = await startApplication(dataFolder);
  const origin = matchOf(output, /開きました: (\S+)/);
  return { origin, operatorLink: matchOf(output, /(http\S+\/operator\?token=\S+)/), dataFolder, child };
}

/** Open to the user that runs the database, as its parents have to be. */
export function emptyDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kakehashi-data-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** Owners and modes go along: the database refuses a folder that is not its user's own. */
export function copyDataFolder(from: string): string {
  const folder = emptyDataFolder();
  execFileSync("cp", ["-a", `${from}/.`, folder]);
  return folder;
}

export function startApplication(
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Readonly<{ child: ChildProcess; output: string }>> {
  const child = spawn(process.execPath, ["dist/server/server.js"], {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", KAKEHASHI_DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
      if (output.includes("Ctrl-C")) resolve({ child, output });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`the application ended with ${code}: ${output}`)));
  });
}

export function stopApplication(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(child.exitCode);
    child.once("exit", (code) => resolve(code));
    child.kill("SIGTERM");
  });
}

function matchOf(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern} is not in: ${text}`);
  return found;
}
