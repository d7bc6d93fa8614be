// The disk fills up: while uploading (data on a small disk of its own), while backing up by command and by job (folder of
// backups on one). Clear words, nothing half done, and work goes on when there is room again. Needs root on Linux, for
// a small tmpfs; elsewhere it says that it could not look.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  cleanUp,
  command,
  get,
  must,
  post,
  query,
  REPORT,
  recordAgreement,
  saw,
  startOffice,
  stopOffice,
  throwAwayFolder,
  until,
  upload,
} from "./office.mjs";

const base = throwAwayFolder("full");
const mounted = [];

function smallDisk(name, megabytes) {
  const folder = join(base, name);
  mkdirSync(folder, { mode: 0o755 });
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", folder]);
  if (status !== 0) throw new Error(String(stderr));
  mounted.push(folder);
  return folder;
}

/** Leaves so many megabytes. */
function fill(folder, leaving) {
  const { bavail, bsize } = statfsSync(folder);
  const size = bavail * bsize - leaving * 1024 * 1024;
  const filler = join(folder, "filler");
  writeFileSync(filler, Buffer.alloc(Math.max(0, size), 1));
  return filler;
}

const COUNTS = `select (select count(*) from import_document) as documents, (select count(*) from platform_file) as files`;

function wordsOf(page) {
  return page
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 600);
}

async function uploadOnFullDisk() {
  const data = smallDisk("data", 400);
  const office = await startOffice(data, { env: { KAKEHASHI_BACKUP: "off" } });
  const before = await recordAgreement(office, "満杯の前の協定");
  const filler = fill(data, 0);
  let stored = 0;
  let refused = await upload(office, "資料.txt", REPORT);
  for (; refused.status === 303 && stored < 100; stored += 1) {
    refused = await upload(office, `資料${stored}.txt`, `${REPORT}\n${stored}\n`);
  }
  must([503, 507].includes(refused.status), `an upload on a full disk got ${refused.status}: ${wordsOf(refused.text)}`);
  must(/保存する場所がいっぱい|準備中/.test(refused.text), `it was not told in words: ${wordsOf(refused.text)}`);
  await until(async () => {
    const [there] = await query(data, COUNTS);
    must(Number(there.documents) === stored && Number(there.files) === stored, `half: ${JSON.stringify(there)}`);
    return true;
  });
  const reading = await get(office, `/agreements/${before}`);
  rmSync(filler);
  const again = await until(async () => (await recordAgreement(office, "満杯の後の協定")) !== "");
  const uploaded = await upload(office, "資料.txt", `${REPORT}\n後\n`);
  must(uploaded.status === 303, `after there was room an upload got ${uploaded.status}`);
  const [{ count }] = await query(data, "select count(*) from agreement where title like '満杯%'");
  must(Number(count) === 2, "an agreement is lost");
  await stopOffice(office);
  saw(
    `uploading: after ${stored} that fitted, answered ${refused.status} in words, nothing of it stored; reading meanwhile ${reading.status}; writing again ${again.toFixed(0)} ms after there was room, nothing lost`,
  );
}

async function backupOnFullDisk() {
  const data = join(base, "office");
  mkdirSync(data, { mode: 0o755 });
  const small = smallDisk("backups", 300);
  chmodSync(small, 0o700);
  const office = await startOffice(data, { env: { KAKEHASHI_BACKUP_DIR: small } });
  const agreement = await recordAgreement(office, "控えの協定");
  await query(data, LARGE_ORIGINALS);
  const filler = fill(small, 3);
  const { code, said } = await command(data, ["backup", join(small, "by-hand.backup")]);
  must(code === 3 && said.includes("空きが足りず"), `the command ended with ${code}: ${said}`);
  must(!existsSync(join(small, "by-hand.backup.part")), "an unfinished file was left");
  await post(office, "/jobs/backup", new URLSearchParams());
  await until(async () => (await get(office, "/jobs")).text.includes("ディスクの空きが足りません"));
  must(readdirSync(small).join() === "filler", `left behind: ${readdirSync(small)}`);
  must((await get(office, `/agreements/${agreement}`)).status === 200, "the office stopped");
  rmSync(filler);
  const made = await until(
    async () => (await query(data, "select from platform_backup where verified_at is not null")).length > 0,
    90_000,
  );
  await stopOffice(office);
  saw(
    `backing up: the command ended with 3 in words, the job said how much is missing; nothing half left; made and read back by itself ${(made / 1000).toFixed(0)} s after there was room`,
  );
}

/** Originals of 8 MB that do not compress. */
const LARGE_ORIGINALS = `insert into platform_file (sha256, bytes)
  select encode(sha256(noise), 'hex'), noise from generate_series(1, 3) n, lateral (
    select string_agg(sha256((n || ' ' || piece)::bytea), '' order by piece) as noise from generate_series(1, 262144) piece) made`;

try {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    saw("not looked at: a small disk can only be made by root on Linux");
  } else {
    await uploadOnFullDisk();
    await backupOnFullDisk();
  }
} finally {
  await cleanUp(join(base, "data")).catch(() => undefined); // a mounted folder stays until it is unmounted below
  await cleanUp(join(base, "office"));
  for (const folder of mounted) spawnSync("umount", ["-l", folder]);
  await cleanUp(base);
}
