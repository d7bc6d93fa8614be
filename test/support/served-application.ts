/** Starts the built server as a user would, on a free port and a throw-away data folder, for the browser journeys. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** http://localhost:PORT of the running application. */
    origin: string;
    /** One-time link that allows editing; the first test file that needs it redeems it. */
    operatorLink: string;
    dataFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "kakehashi-browser-"));
  chmodSync(folder, 0o755);
  const { child, output } = await startApplication(folder);
  project.provide("origin", matchOf(output, /開きました: (\S+)/));
  project.provide("operatorLink", matchOf(output, /(http\S+\/operator\?token=\S+)/));
  project.provide("dataFolder", folder);
  return async () => {
    await stopApplication(child);
    rmSync(folder, { recursive: true, force: true });
  };
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
