/** What `npm start` promises about one data folder: one holder, a clean stop, recovery after a kill. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { copyOfPreparedData } from "../support/own-application.ts";
import { emptyDataFolder, startApplication, stopApplication } from "../support/served-application.ts";

let folder: string;
afterEach(() => {
  const pid = serverPid();
  if (pid !== null) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("in an empty folder", () => {
  beforeEach(() => {
    folder = emptyDataFolder();
  });

  test("after a kill of the application the next start takes over its database, sample and all", async () => {
    const first = await startApplication(folder);
    expect(first.output).toContain("149件");
    await kill(first.child);
    const second = await startApplication(folder);
    expect(second.output).not.toContain("見本");
    await stopApplication(second.child);
  });

  test("a command without a running server starts the database and stops it again", () => {
    const env = { ...process.env, DATABASE_URL: "", KAKEHASHI_DATA_DIR: folder };
    const done = spawnSync(process.execPath, ["dist/server/cli.js", "migrate"], { env, encoding: "utf8" });
    expect(done.status).toBe(0);
    expect(serverPid()).toBeNull();
  });
});

describe("on the records of an earlier start", () => {
  beforeEach(() => {
    folder = copyOfPreparedData();
  });

  test("a second start on the same data says who holds it and ends with 2", async () => {
    const { child } = await startApplication(folder);
    const second = runAgain();
    expect(second.status).toBe(2);
    expect(second.stderr).toContain(`kakehashi pid ${child.pid}`);
    expect(second.stderr).toContain("すでに動いている架け橋");
    expect(await stopApplication(child)).toBe(0);
  });

  test("being asked to stop ends the database too", async () => {
    const { child } = await startApplication(folder);
    expect(serverPid()).not.toBeNull();
    expect(await stopApplication(child)).toBe(0);
    expect(serverPid()).toBeNull();
  });

  test("after a kill of application and database a stale lock is recovered", async () => {
    const first = await startApplication(folder);
    const pid = serverPid();
    await kill(first.child);
    if (pid !== null) process.kill(pid, "SIGKILL");
    expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(true);
    const second = await startApplication(folder);
    const origin = /開きました: (\S+)/.exec(second.output)?.[1];
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    await stopApplication(second.child);
  });

  test("a database that dies under the running application is started again, and nothing is lost", async () => {
    const { child, output } = await startApplication(folder);
    const origin = /開きました: (\S+)/.exec(output)?.[1];
    const before = serverPid();
    if (before === null) throw new Error("no database");
    process.kill(before, "SIGKILL");
    await expect.poll(async () => (await fetch(`${origin}/agreements/A000001`)).status, { timeout: 30_000 }).toBe(200);
    expect(serverPid()).not.toBe(before);
    expect(await stopApplication(child)).toBe(0);
    expect(serverPid()).toBeNull();
  });

  test("a taken port is a wrong use, told in words, and leaves no database running", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const result = runAgain({ PORT: port });
    other.close();
    expect(result.status).toBe(2);
    expect(result.stderr).toContain(`${port} 番のポート`);
    expect(serverPid()).toBeNull();
  });

  test("a command joins the running database and leaves it running", async () => {
    const { child } = await startApplication(folder);
    const env = { ...process.env, DATABASE_URL: "", KAKEHASHI_DATA_DIR: folder };
    const link = execFileSync(process.execPath, ["dist/server/cli.js", "operator-link"], { env, encoding: "utf8" });
    expect(link).toMatch(/operator\?token=/);
    expect(serverPid()).not.toBeNull();
    await stopApplication(child);
  });

  test("a database of the office gets no sample unless it is asked for, and is left running", async () => {
    const { child } = await startApplication(folder);
    const socket = join(folder, "run");
    const officeUrl = await createDatabase(socket, "office");
    const sampleUrl = await createDatabase(socket, "with_sample");
    const office = await startApplication(folder, { DATABASE_URL: officeUrl });
    expect(office.output).not.toContain("見本");
    expect(await stopApplication(office.child)).toBe(0);
    const withSample = await startApplication(folder, { DATABASE_URL: sampleUrl, KAKEHASHI_SAMPLE: "1" });
    expect(withSample.output).toContain("149件");
    expect(await stopApplication(withSample.child)).toBe(0);
    expect(serverPid()).not.toBeNull();
    await stopApplication(child);
  });
});

async function createDatabase(socket: string, name: string): Promise<string> {
  const client = new pg.Client({ host: socket, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(socket)}`;
}

function runAgain(env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ["dist/server/server.js"], {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", KAKEHASHI_DATA_DIR: folder, ...env },
    encoding: "utf8",
  });
}

function kill(child: Awaited<ReturnType<typeof startApplication>>["child"]): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Pid of the running PostgreSQL of the folder, or null. */
function serverPid(): number | null {
  const file = join(folder, "postgres", "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return null;
    throw error;
  }
}
