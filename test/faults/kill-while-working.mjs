// SIGKILL of the application or the command at random moments of import, acceptance, backup and restore: afterwards
// everything is there or nothing, never half, and the next one works. `--rounds 12` for each kind by default.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  cleanUp,
  command,
  must,
  post,
  query,
  REPORT,
  saw,
  startOffice,
  stopOffice,
  throwAwayFolder,
  until,
  upload,
} from "./office.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "12" } } });
const rounds = Number(values.rounds);
const moment = (round, spread) => 20 + ((round * 137) % spread);
const folder = throwAwayFolder("kill");
const spare = throwAwayFolder("kill-target");

async function killed(office) {
  office.child.kill("SIGKILL");
  await office.dead;
}

/** Every import has all its lines and drafts; every accepted draft has its agreement, with its history and audit. */
async function mustBeWhole(sheets) {
  const [row] = await query(
    folder,
    `select (select count(*) from import_document d where (select count(*) from import_draft r where r.document_id = d.id) <> $1) as half,
            (select count(*) from agreement a where not exists (select from import_draft r where r.agreement_id = a.id)) as orphans,
            (select count(*) from agreement a where not exists (select from agreement_version v where v.agreement_no = a.no)) as without_history,
            (select count(*) from agreement a where not exists (select from audit_event e where e.subject_id = a.id)) as without_audit`,
    [sheets],
  );
  must(
    Object.values(row).every((count) => Number(count) === 0),
    `half done: ${JSON.stringify(row)}`,
  );
}

async function killImports(sheets) {
  let done = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const office = await startOffice(folder);
    const uploading = upload(office, `r${round}.txt`, `${REPORT}\n回 ${round}\n`).then(
      ({ id }) => id !== undefined,
      () => false,
    );
    await sleep(moment(round, 500));
    await killed(office);
    if (await uploading) done += 1;
    await sleep(300); // the server takes back what the killed one had begun
    await mustBeWhole(sheets);
  }
  saw(`import: ${rounds} kills, ${done} acknowledged before the kill, 0 half`);
}

async function killAcceptances(sheets) {
  const [{ id }] = await query(folder, "select id from import_document order by id limit 1");
  let accepted = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const office = await startOffice(folder);
    const accepting = post(office, `/imports/${id}/accept-all`, new URLSearchParams()).catch(() => undefined);
    await sleep(moment(round, 250));
    await killed(office);
    await accepting;
    await sleep(300);
    await mustBeWhole(sheets);
    const [{ count }] = await query(folder, "select count(*) from import_draft where state in ('accepted', 'linked')");
    must(Number(count) >= accepted, "an accepted draft came back");
    accepted = Number(count);
  }
  saw(`accept: ${rounds} kills, ${accepted} drafts accepted on the way, each with its agreement, history and audit`);
}

/** The job of the server and the command, by turns. */
async function killBackups() {
  const [backups, file] = [join(folder, "backups"), join(folder, "by-command.backup")];
  for (let round = 1; round <= rounds; round += 1) {
    const office = await startOffice(folder);
    if (round % 2 === 0) {
      const backup = command(folder, ["backup", file, "--force"], (child) =>
        setTimeout(() => child.kill("SIGKILL"), 250 + moment(round, 400)),
      );
      await backup;
    } else await post(office, "/jobs/backup", new URLSearchParams());
    await sleep(moment(round, 200));
    await killed(office);
    const whole = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith(".tar.gz")) : [];
    for (const path of [...whole.map((name) => join(backups, name)), ...(existsSync(file) ? [file] : [])]) {
      const { code, said } = await command(folder, ["restore", path, "--check"]);
      must(code === 0, `${path} looks whole and is not: ${said}`);
    }
  }
  const office = await startOffice(folder);
  const asked = await query(folder, "select count(*) from audit_event where action = 'backup.asked'");
  const waited = await until(async () => {
    const [row] = await query(
      folder,
      "select (select count(*) from graphile_worker._private_jobs) as waiting, (select count(*) from platform_backup where verified_at is not null) as verified",
    );
    return Number(row.waiting) === 0 && Number(row.verified) === Number(asked[0].count);
  }, 60_000);
  await stopOffice(office);
  const parts = readdirSync(backups).filter((name) => name.endsWith(".part"));
  saw(
    `backup: ${rounds} kills; after them the next start made up every backup asked for (${asked[0].count}) within ${(waited / 1000).toFixed(1)} s and read each back whole; ${parts.length} unfinished files left`,
  );
  must(parts.length === 0, "unfinished files were left");
  return join(backups, readdirSync(backups).sort().at(-1));
}

/** The command tells a line for each table; the kill comes in the middle of the tables. */
function killAtLine(child, last) {
  let lines = 0;
  child.stderr.on("data", (piece) => {
    lines += String(piece).split("\n").length - 1;
    if (lines >= last) child.kill("SIGKILL");
  });
}

async function killRestores(file) {
  const [expected] = await query(folder, "select count(*) as agreements from agreement");
  let began = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await command(spare, ["restore", file], (child) => killAtLine(child, 1 + ((round * 7) % 40)));
    const rows = await query(spare, "select to_regclass('public.agreement') as there").catch(() => undefined);
    if (rows === undefined) continue; // killed before there was a database
    began += 1;
    if (rows[0].there === null) continue;
    const [now] = await query(spare, "select count(*) as agreements from agreement");
    must(
      Number(now.agreements) === Number(expected.agreements),
      `half restored: ${now.agreements} of ${expected.agreements}`,
    );
    break;
  }
  const last = await command(spare, ["restore", file]);
  must(last.code === 0 || last.said.includes("空ではありません"), last.said);
  const office = await startOffice(spare);
  const [now] = await query(spare, "select count(*) as agreements from agreement");
  must(Number(now.agreements) === Number(expected.agreements), "the restored database is not whole");
  await stopOffice(office);
  saw(
    `restore: killed ${began} times in the middle, each time empty or whole; then restored with ${now.agreements} agreements`,
  );
}

try {
  const office = await startOffice(folder);
  await upload(office, "first.txt", REPORT);
  const [{ count }] = await query(folder, "select count(*) from import_draft");
  await killed(office);
  await killImports(Number(count));
  await killAcceptances(Number(count));
  // the database outlives the killed application; the next start adopts it
  await stopOffice(await startOffice(folder));
  const keeper = await startOffice(folder);
  await stopOffice(keeper);
  const file = await killBackups();
  const again = await startOffice(folder);
  await killRestores(file);
  await stopOffice(again);
} finally {
  await cleanUp(spare);
  await cleanUp(folder);
}
