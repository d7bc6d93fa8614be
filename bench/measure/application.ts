/** The built server as a child process on a folder of its own, and how long it takes to the first page. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { type HttpClient, openHttpClient } from "./http-client.ts";

export const ROOT = join(import.meta.dirname, "..", "..");

export type Application = Readonly<{
  pid: number;
  client: HttpClient;
  /** From the start of the process to the complete first page. */
  firstPageMs: number;
  /** Cookie of a session that may edit. */
  signIn: () => Promise<string>;
  stop: () => Promise<void>;
}>;

export async function startApplication(folder: string, { sample }: { sample: boolean }): Promise<Application> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ["dist/server/server.js"], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ DATABASE_URL: "", PORT: "0", KAKEHASHI_DATA_DIR: folder, KAKEHASHI_SAMPLE: sample ? "1" : "0" },
      NODE_ENV: "production",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = await readUntilOpen(child);
  const link = new URL(/(http\S+\/operator\?token=\S+)/.exec(output)?.[1] ?? "no link");
  const client = openHttpClient(link.origin);
  await client.get("/");
  return {
    pid: child.pid ?? 0,
    client,
    firstPageMs: performance.now() - startedAt,
    signIn: async () => {
      const { headers } = await client.get(`${link.pathname}${link.search}`, { status: 303 });
      return headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    },
    stop: () => stop(child, client),
  };
}

function readUntilOpen(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
      if (output.includes("Ctrl-C")) resolve(output);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`the application ended with ${code}: ${output}`)));
  });
}

function stop(child: ChildProcess, client: HttpClient): Promise<void> {
  client.close();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
