// What the fault scripts share: a built application on a throw-away folder, its pages, its command line, its database.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ensureBuilt } from "../../scripts/build.mjs";
import { ensureInstalled, projectNode, root } from "../../scripts/prepare.mjs";

ensureInstalled();
ensureBuilt();
export const node = projectNode();
export const REPORT = readFileSync(join(root, "test/fixtures/agreement-survey/invented-report.txt"), "utf8");

export function throwAwayFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `kakehashi-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

export function environment(folder, more = {}) {
  return { ...process.env, DATABASE_URL: "", PORT: "0", KAKEHASHI_DATA_DIR: folder, KAKEHASHI_SAMPLE: "0", ...more };
}

/** @returns the application, signed in as its operator. */
export async function startOffice(folder, { env = {}, args = [] } = {}) {
  const child = spawn(node, [...args, "dist/server/server.js"], {
    cwd: root,
    env: environment(folder, env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const dead = new Promise((resolve) => child.once("exit", resolve));
  const said = { errors: "" };
  child.stderr.on("data", (piece) => (said.errors += piece));
  let output = "";
  const link = await new Promise((resolve, reject) => {
    child.stdout.on("data", (piece) => {
      output += piece;
      if (output.includes("Ctrl-C")) resolve(/(http\S+\/operator\?token=\S+)/.exec(output)?.[1]);
    });
    child.once("exit", () => reject(new Error(`the application did not start: ${output}${said.errors}`)));
  });
  const entered = await fetch(link, { redirect: "manual" });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return { child, dead, origin: new URL(link).origin, cookie, folder, said };
}

export async function stopOffice(office) {
  office.child.kill("SIGTERM");
  return office.dead;
}

export function post({ origin, cookie }, path, body) {
  return fetch(origin + path, { method: "POST", body, headers: { cookie, origin }, redirect: "manual" });
}

export async function get({ origin, cookie }, path) {
  const answer = await fetch(origin + path, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
}

/** @returns the id, or throws with the status. */
export async function recordAgreement(office, title) {
  const form = { title, "japan.0.name": "青森県青森市", "foreign.0.name": "大韓民国釜山広域市", act: "save" };
  const { status, headers } = await post(office, "/agreements/new", new URLSearchParams(form));
  const id = /\/agreements\/(A\d+)/.exec(headers.get("location") ?? "")?.[1];
  if (status !== 303 || id === undefined) throw new Error(`recording answered ${status}`);
  return id;
}

export async function upload(office, name, contents) {
  const body = new FormData();
  body.set("file", new File([contents], name));
  const answer = await post(office, "/imports/new", body);
  const id = /\/imports\/(I\d+)/.exec(answer.headers.get("location") ?? "")?.[1];
  return { status: answer.status, id, text: await answer.text() };
}

/** @returns exit code and what was said. `onStart` gets the process, to kill it. */
export function command(folder, args, onStart = () => undefined) {
  return new Promise((resolve) => {
    const child = spawn(node, ["dist/server/cli.js", ...args], {
      cwd: root,
      env: environment(folder),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
    child.once("exit", (code) => resolve({ code, said }));
    onStart(child);
  });
}

/** The owner's look at the database, behind every policy. */
export async function query(folder, sql, parameters = []) {
  const client = new pg.Client({ host: join(folder, "run"), user: "postgres", database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}

export function databasePid(folder) {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

export async function until(what, within = 30_000) {
  const startedAt = performance.now();
  for (;;) {
    if (await what().catch(() => false)) return performance.now() - startedAt;
    if (performance.now() - startedAt > within) throw new Error(`not within ${within / 1000} s: ${what}`);
    await sleep(50);
  }
}

export function must(condition, words) {
  if (!condition) throw new Error(words);
}

/** Ends what a killed command left running, and deletes the folder. */
export async function cleanUp(folder) {
  try {
    process.kill(databasePid(folder), "SIGKILL");
  } catch {
    // it had ended, as it should
  }
  await sleep(300);
  rmSync(folder, { recursive: true, force: true });
}

export function saw(words) {
  console.log(`  ${words}`);
}
