/** Backup and restore as an administrator calls them: beside the running server, refused in words, killed half way. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownApplication } from "../support/own-application.ts";

let folder: string;
let running: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kakehashi-keep-"));
  chmodSync(folder, 0o755);
  running = ownApplication().dataFolder; // of the server that runs during these tests
});
afterAll(() => {
  for (const name of ["empty", "target"]) stopDatabase(join(folder, name));
  rmSync(folder, { recursive: true, force: true });
});

function environment(dataFolder: string): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: "", KAKEHASHI_DATA_DIR: dataFolder, INIT_CWD: folder };
}

function kakehashi(dataFolder: string, ...args: string[]) {
  return runWith(environment(dataFolder), ...args);
}

function runWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  const options = { env, encoding: "utf8" as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/server/cli.js", ...args], options);
  return { status, stdout, stderr, json: () => JSON.parse(stdout) };
}

/** What a table of the records gives, as the public would see it. */
function totals(dataFolder: string): unknown {
  return kakehashi(dataFolder, "tabulate", "--table", "by-country", "--json").json().rows;
}

test("a backup beside the running server is restored into a new folder with the same records", () => {
  const done = kakehashi(running, "backup", "今日.backup", "--json");
  expect([done.status, done.stderr]).toEqual([0, expect.stringContaining("今日.backup に保存しました")]);
  expect(done.json()).toMatchObject({
    path: join(folder, "今日.backup"),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const checked = kakehashi(running, "restore", "今日.backup", "--check", "--json");
  expect([checked.status, checked.stderr]).toEqual([0, expect.stringContaining("壊れていません")]);
  const restored = kakehashi(join(folder, "target"), "restore", "今日.backup", "--json");
  expect([restored.status, restored.json().total]).toEqual([0, done.json().total]);
  expect(totals(join(folder, "target"))).toEqual(totals(running));
});

test("taking everything away by command is in the audit, and putting it back too", async () => {
  const acts = async (client: pg.Client) =>
    (
      await client.query(
        "select actor, action, subject_id, after, request_id from audit_event where action like 'backup.%' order by id desc limit 1",
      )
    ).rows[0];
  const here = await connect(running);
  expect(await acts(here)).toEqual({
    ...{
      actor: "cli",
      action: "backup.written",
      subject_id: "今日.backup",
      request_id: expect.stringMatching(/^cli-[0-9a-f]{10}$/),
    },
    after: { madeAt: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rows: expect.any(Number) },
  });
  await here.end();
  const there = kakehashi(join(folder, "target"), "backup", "戻した後.backup", "--json").json();
  const was = kakehashi(running, "restore", "今日.backup", "--check", "--json").json();
  expect(there.total.rows).toBe(was.total.rows + 1);
});

test("records move from the embedded database to a server and on from there", async () => {
  const client = await connect(running);
  await client.query("create database moved_office");
  const env = { ...environment(join(folder, "none")), DATABASE_URL: addressOf(running, "moved_office") };
  expect(runWith(env, "restore", "今日.backup").stderr).toContain("の記録を戻しました");
  expect(runWith(env, "tabulate", "--table", "by-country", "--json").json().rows).toEqual(totals(running));
  const [first, again] = ["今日.backup", "移動後.backup"].map((name) => {
    if (name !== "今日.backup") expect(runWith(env, "backup", name).status).toBe(0);
    return kakehashi(running, "restore", name, "--check", "--json").json().total;
  });
  expect(again).toEqual({ ...first, rows: first.rows + 1, bytes: expect.any(Number) }); // that it was restored is in the audit
  await client.query("drop database moved_office");
  await client.end();
});

test("every table of the product is in the archive, but for what ends within days or tells of one machine", async () => {
  const { leftOut, total } = kakehashi(running, "restore", "今日.backup", "--check", "--json").json();
  expect(leftOut.toSorted()).toEqual([
    ...["auth.attempt", "auth.session", "auth.verification", "platform_backup", "platform_export"],
    ...["platform_export_piece", "platform_invitation", "platform_job_run", "platform_session"],
  ]);
  const client = await connect(running);
  const { rows } = await client.query(
    "select count(*)::int as tables from pg_tables where schemaname in ('public', 'auth')",
  );
  await client.end();
  expect(total.tables + leftOut.length + 1).toBe(rows[0].tables); // the one is the list of migrations
});

test("an archive opens with ordinary tools", () => {
  const { stdout } = spawnSync("tar", ["-xzOf", join(folder, "今日.backup"), "backup.json"], { encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject({ format: "kakehashi-backup", formatVersion: 1 });
});

test("wrong uses end with 2 and say what to do, a damaged file ends with 1", () => {
  const missing = join(folder, "nothing-here");
  for (const [dataFolder, args, said] of [
    [running, ["backup", "今日.backup"], "--force"],
    [running, ["backup"], "ファイルを一つ"],
    [running, ["backup", "none/x.backup"], "書けません"],
    [missing, ["backup", "x.backup"], "まだ架け橋の記録がありません"],
    [running, ["restore", "none.backup"], "開けません"],
    [running, ["restore", "今日.backup"], "すでに動いている架け橋"],
    [join(folder, "target"), ["restore", "今日.backup"], "KAKEHASHI_DATA_DIR"],
  ] as const) {
    const { status, stdout, stderr } = kakehashi(dataFolder, ...args);
    expect([args, status, stdout, stderr]).toEqual([args, 2, "", expect.stringContaining(said)]);
  }
  expect(existsSync(missing)).toBe(false);
  writeFileSync(join(folder, "cut.backup"), readFileSync(join(folder, "今日.backup")).subarray(0, 20_000));
  const cut = kakehashi(join(folder, "empty"), "restore", "cut.backup", "--lang", "en");
  expect([cut.status, cut.stderr]).toEqual([1, expect.stringContaining("damaged or cut off")]);
  expect(existsSync(join(folder, "empty"))).toBe(false);
});

test("a disk that fills in the middle of a large table is told in words and leaves no file", async () => {
  const client = await connect(running);
  await client.query(LARGE_ORIGINALS);
  const limited = `ulimit -f 10000; exec "${process.execPath}" dist/server/cli.js backup full.backup`;
  const { status, stderr } = spawnSync("sh", ["-c", limited], { env: environment(running), encoding: "utf8" });
  await client.query("delete from platform_file");
  await client.end();
  expect([status, stderr]).toEqual([3, expect.stringContaining("空きが足りず")]);
  expect(existsSync(join(folder, "full.backup")) || existsSync(join(folder, "full.backup.part"))).toBe(false);
});

/** Six originals of 8 MB that do not compress, in a database without any. */
const LARGE_ORIGINALS = `insert into platform_file (sha256, bytes)
  select encode(sha256(noise), 'hex'), noise
    from generate_series(1, 6) n, lateral (
      select string_agg(sha256((n || ' ' || piece)::bytea), '' order by piece) as noise
        from generate_series(1, 262144) piece) made`;

test("killed at any moment, a backup leaves no file that looks whole, and the next one works", async () => {
  for (const afterMs of [250, 350, 420, 500]) {
    const child = start(running, "backup", "killed.backup");
    await sleep(afterMs);
    await kill(child);
    if (!existsSync(join(folder, "killed.backup"))) continue; // it may have been done before the kill
    expect(kakehashi(running, "restore", "killed.backup", "--check").status).toBe(0);
    rmSync(join(folder, "killed.backup"));
  }
  writeFileSync(join(folder, "killed.backup.part"), "half");
  expect(kakehashi(running, "backup", "killed.backup").status).toBe(0);
  expect(existsSync(join(folder, "killed.backup.part"))).toBe(false);
});

test("killed at any moment, a restore leaves the database empty or whole", async () => {
  const target = join(folder, "killed-target");
  mkdirSync(target, { mode: 0o755 });
  const expected = totals(running);
  let rounds = 0;
  for (const table of ["agreement ", "agreement_listing ", "import_finding "]) {
    const child = start(target, "restore", "今日.backup");
    await untilSaid(child, table);
    await kill(child);
    const client = await connect(target);
    const { rows } = await client.query("select to_regclass('public.agreement') is null as is_empty");
    await client.end();
    rounds += 1;
    if (rows[0].is_empty === true) continue;
    expect(totals(target)).toEqual(expected); // the commit came before the kill
    break;
  }
  expect(rounds).toBeGreaterThan(0);
  const last = kakehashi(target, "restore", "今日.backup");
  expect(last.status === 0 || last.stderr.includes("空ではありません")).toBe(true);
  expect(totals(target)).toEqual(expected);
  stopDatabase(target);
});

function start(dataFolder: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ["dist/server/cli.js", ...args], {
    env: environment(dataFolder),
    stdio: ["ignore", "ignore", "pipe"],
  });
}

function untilSaid(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve) => {
    let said = "";
    child.stderr?.on("data", (piece: Buffer) => {
      said += piece.toString("utf8");
      if (said.includes(words)) resolve();
    });
    child.once("exit", () => resolve());
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** The killed command leaves its database running, and the next command adopts it. */
async function connect(dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ host: join(dataFolder, "run"), user: "postgres", database: "postgres" });
  await client.connect();
  return client;
}

function addressOf(dataFolder: string, database: string): string {
  return `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(join(dataFolder, "run"))}`;
}

function stopDatabase(dataFolder: string): void {
  const file = join(dataFolder, "postgres", "postmaster.pid");
  if (!statSync(file, { throwIfNoEntry: false })) return;
  process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
}
