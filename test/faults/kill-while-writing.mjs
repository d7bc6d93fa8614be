// npm run faults: SIGKILL while writing, again and again. Every acknowledged write must be there afterwards, and no
// import may be half there. Not part of `npm test`: it takes minutes. `--rounds 100` by default; every third round the
// database dies together with the application.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureBuilt } from "../../scripts/build.mjs";
import { ensureInstalled, projectNode, root } from "../../scripts/prepare.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "100" } } });
const rounds = Number(values.rounds);
ensureInstalled();
ensureBuilt();
const node = projectNode();
const folder = mkdtempSync(join(tmpdir(), "kakehashi-faults-"));
chmodSync(folder, 0o755);

const REPORT = readFileSync(join(root, "test/fixtures/agreement-survey/invented-report.txt"), "utf8");
const acknowledged = { agreements: new Map(), imports: new Map() };
let attempts = 0;

async function start() {
  const env = { ...process.env, DATABASE_URL: "", PORT: "0", KAKEHASHI_DATA_DIR: folder, KAKEHASHI_SAMPLE: "0" };
  const child = spawn(node, ["dist/server/server.js"], { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] });
  const dead = new Promise((resolve) => child.once("exit", resolve));
  let output = "";
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes("Ctrl-C")) break;
  }
  const link = /(http\S+\/operator\?token=\S+)/.exec(output)?.[1];
  if (link === undefined) throw new Error(`the application did not start: ${output}`);
  const entered = await fetch(link, { redirect: "manual" });
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return { child, dead, origin: new URL(link).origin, cookie };
}

function post({ origin, cookie }, path, body) {
  return fetch(origin + path, { method: "POST", body, headers: { cookie, origin }, redirect: "manual" });
}

/** The database was killed and is away: an answer, but no acknowledgement. */
const AWAY = 503;

/** Records an agreement; only an answer that says where it is counts as acknowledged. */
async function recordAgreement(app) {
  attempts += 1;
  const title = `試験の協定 ${attempts}`;
  const form = { title, "japan.0.name": "青森県青森市", "foreign.0.name": "大韓民国釜山広域市", act: "save" };
  const { status, headers } = await post(app, "/agreements/new", new URLSearchParams(form));
  const id = /\/agreements\/(A\d+)/.exec(headers.get("location") ?? "")?.[1];
  if (status === AWAY) return;
  if (status !== 303 || id === undefined) throw new Error(`recording answered ${status}`);
  acknowledged.agreements.set(id, title);
}

async function importReport(app) {
  attempts += 1;
  const body = new FormData();
  body.set("file", new File([`${REPORT}\n試験 ${attempts}\n`], `report-${attempts}.txt`));
  const { status, headers } = await post(app, "/imports/new", body);
  const id = /\/imports\/(I\d+)/.exec(headers.get("location") ?? "")?.[1];
  if (status === AWAY) return;
  if (status !== 303 || id === undefined) throw new Error(`importing answered ${status}`);
  acknowledged.imports.set(id, `report-${attempts}.txt`);
}

/** Writes until the connection breaks under it; anything but a broken connection is a failure of the application. */
async function write(app, work, isStopped) {
  while (!isStopped()) {
    try {
      await work(app);
    } catch (error) {
      if (error instanceof TypeError) return; // fetch: the server died in the middle
      throw error;
    }
  }
}

function killDatabase() {
  const pid = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
}

async function verify(app, seen) {
  const get = async (path) => {
    const answer = await fetch(app.origin + path, { headers: { cookie: app.cookie } });
    return { status: answer.status, text: await answer.text() };
  };
  for (const [id, title] of acknowledged.agreements) {
    if (seen.has(id)) continue;
    const { status, text } = await get(`/agreements/${id}`);
    if (status !== 200 || !text.includes(title)) throw new Error(`lost: agreement ${id} (${status})`);
    seen.add(id);
  }
  const drafts = (text) => Number(/すべて (\d+)/.exec(text)?.[1] ?? Number.NaN);
  for (const id of acknowledged.imports.keys()) {
    if (seen.has(id)) continue;
    const { status, text } = await get(`/imports/${id}`);
    if (status !== 200) throw new Error(`lost: import ${id} (${status})`);
    if (drafts(text) !== sheetsOfReport) throw new Error(`half an import: ${id} has ${drafts(text)} drafts`);
    seen.add(id);
  }
  const list = await get("/imports");
  for (const [, id] of list.text.matchAll(/href="\/imports\/(I\d+)"/g)) {
    const { text } = await get(`/imports/${id}`);
    if (drafts(text) !== sheetsOfReport) throw new Error(`half an import: ${id} has ${drafts(text)} drafts`);
  }
}

let sheetsOfReport = Number.NaN;
const seen = new Set();
try {
  const first = await start();
  await importReport(first);
  const id = [...acknowledged.imports.keys()][0];
  const page = await (await fetch(`${first.origin}/imports/${id}`, { headers: { cookie: first.cookie } })).text();
  sheetsOfReport = Number(/すべて (\d+)/.exec(page)?.[1]);
  if (!Number.isInteger(sheetsOfReport)) throw new Error("the page of an import does not say how many drafts it has");
  first.child.kill("SIGKILL");
  await first.dead;
  for (let round = 1; round <= rounds; round += 1) {
    const app = await start();
    await verify(app, seen);
    let stopped = false;
    const writers = [recordAgreement, recordAgreement, importReport].map((work) => write(app, work, () => stopped));
    await sleep(50 + ((round * 137) % 900)); // spread over the phases of a write
    if (round % 3 === 0) killDatabase();
    app.child.kill("SIGKILL");
    stopped = true;
    await Promise.all([...writers, app.dead]);
    if (round % 10 === 0)
      console.log(
        `${round} kills, ${acknowledged.agreements.size} agreements, ${acknowledged.imports.size} imports acknowledged`,
      );
  }
  const last = await start();
  await verify(last, seen);
  last.child.kill("SIGTERM");
  await last.dead;
  console.log(
    `${rounds} kills: 0 of ${acknowledged.agreements.size + acknowledged.imports.size} acknowledged writes lost, 0 half imports`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
