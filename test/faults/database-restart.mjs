// The database dies (SIGKILL) and is restarted under load: readers and writers get 503 in words for moments, everything
// answers again within 5 s, no acknowledged write is lost, and the worker of jobs goes on. `--rounds 5`.
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  cleanUp,
  databasePid,
  get,
  must,
  post,
  query,
  recordAgreement,
  saw,
  startOffice,
  stopOffice,
  throwAwayFolder,
  until,
} from "./office.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const folder = throwAwayFolder("restart");
const LIMIT_MS = 5_000;

try {
  const office = await startOffice(folder);
  const acknowledged = new Set();
  const answers = new Map();
  let stopped = false;
  const count = (status) => answers.set(status, (answers.get(status) ?? 0) + 1);
  const write = async () => {
    for (let number = 0; !stopped; number += 1) {
      const done = await recordAgreement(office, `負荷の協定 ${number}`).catch((error) => count(error.message));
      if (typeof done === "string") acknowledged.add(done);
    }
  };
  const read = async () => {
    while (!stopped) {
      const { status, text } = await get(office, "/agreements?q=協定");
      count(status);
      must(status === 200 || text.includes("架け橋"), "a refusal without a page");
      must([200, 503].includes(status), `a reader got ${status}: ${office.said.errors.slice(-1500)}`);
    }
  };
  const load = [write(), write(), read(), read(), read()];
  const slowest = { alive: 0, write: 0 };
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    await sleep(700);
    const before = databasePid(folder);
    process.kill(before, "SIGKILL");
    const alive = await until(
      async () => (await get(office, "/agreements")).status === 200 && databasePid(folder) !== before,
    );
    const wrote = await until(async () => (await recordAgreement(office, `再開 ${round}`)) !== "");
    slowest.alive = Math.max(slowest.alive, alive);
    slowest.write = Math.max(slowest.write, alive + wrote);
  }
  await post(office, "/jobs/backup", new URLSearchParams());
  const job = await until(
    async () => (await query(folder, "select from platform_backup where verified_at is not null")).length > 0,
  );
  stopped = true;
  await Promise.all(load);
  const rows = await query(folder, "select id from agreement where id = any($1)", [[...acknowledged]]);
  must(rows.length === acknowledged.size, `${acknowledged.size - rows.length} acknowledged writes are lost`);
  saw(
    `${values.rounds} restarts under 5 clients: pages again after ${slowest.alive.toFixed(0)} ms at most, writes after ${slowest.write.toFixed(0)} ms, a job (backup, read back) done ${(job / 1000).toFixed(1)} s after the last`,
  );
  saw(
    `answers: ${[...answers].map(([what, times]) => `${what} × ${times}`).join(", ")}; ${acknowledged.size} acknowledged writes, 0 lost`,
  );
  must(slowest.write < LIMIT_MS, "it took longer than 5 s");
  await stopOffice(office);
} finally {
  await cleanUp(folder);
}
