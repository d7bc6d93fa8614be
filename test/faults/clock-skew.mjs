// The clock of the application jumps, forward by hours and back again, by days: nobody is signed out by it or let in, what
// is recorded keeps the database's time, and a daily job that the clock passes twice is done once.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  cleanUp,
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

const HOUR = 3_600_000;
const folder = throwAwayFolder("clock");
const file = join(folder, "shift");
const shiftBy = async (milliseconds) => {
  writeFileSync(file, String(milliseconds));
  await sleep(200);
};

/** From now until a moment after the next 2:30 in Japan. */
function untilBackup(secondsAfter) {
  const now = Date.now();
  const today = Math.floor((now + 9 * HOUR) / (24 * HOUR)) * 24 * HOUR - 9 * HOUR;
  const next = today + 2.5 * HOUR + secondsAfter * 1000;
  return (next > now ? next : next + 24 * HOUR) - now;
}

async function sampleMember(office) {
  const page = await get({ ...office, cookie: "" }, "/sign-in");
  const [, name, value] = /<button[^>]*name="([a-z]+)"[^>]*value="([^"]+)"/i.exec(page.text) ?? [];
  must(name !== undefined, "there are no sample accounts to sign in with");
  const answer = await post({ ...office, cookie: "" }, "/sign-in/sample", new URLSearchParams({ [name]: value }));
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  must(cookie !== "", `signing in answered ${answer.status}`);
  return { ...office, cookie };
}

try {
  const options = {
    args: ["--import", join(import.meta.dirname, "shifted-clock.mjs")],
    env: { KAKEHASHI_CLOCK_FILE: file, KAKEHASHI_SAMPLE: "1" },
  };
  const office = await startOffice(folder, options);
  const member = await sampleMember(office);
  const isIn = async (who) => (await get(who, "/permissions")).status === 200;
  for (const [words, shift] of [
    ["2 days back", -48 * HOUR],
    ["3 hours on", 3 * HOUR],
    ["10 minutes back", -HOUR / 6],
  ]) {
    await shiftBy(shift);
    must(await isIn(office), `${words}: the operator was signed out`);
    must(await isIn(member), `${words}: a member was signed out`);
    must(!(await isIn({ ...office, cookie: "kakehashi_operator=guess" })), `${words}: a stranger came in`);
    const id = await recordAgreement(office, `時計の協定 ${shift}`);
    const [{ off }] = await query(
      folder,
      "select abs(extract(epoch from now() - at)) as off from audit_event where subject_id = $1",
      [id],
    );
    must(Number(off) < 60, `${words}: the audit says a time ${off} s off`);
  }
  await shiftBy(400 * 24 * HOUR);
  must(await isIn(office), "the operator's session goes by the database's clock");
  const afterYear = await isIn(member);
  await shiftBy(0);
  must(!(await isIn({ ...office, cookie: "kakehashi_operator=guess" })), "a stranger came in");
  saw(`jumps by -2 days, +3 hours, -10 minutes: nobody signed out or let in, the audit keeps the database's time`);
  saw(
    `a jump of 400 days: the operator stays, a member ${afterYear ? "stays" : "signs in again"}; back again ${(await isIn(member)) ? "signed in" : "signs in again"}`,
  );

  const waiting = async () =>
    (await query(folder, "select key from graphile_worker._private_jobs where key = 'system/backup:daily'")).length;
  const made = () => query(folder, "select name from platform_backup where verified_at is not null");
  await shiftBy(untilBackup(5));
  const waited = await until(async () => (await waiting()) === 1, 90_000); // the clock of jobs looks once a minute
  await shiftBy(untilBackup(-600));
  await sleep(65_000);
  await shiftBy(untilBackup(120));
  await sleep(65_000);
  must((await waiting()) === 1, `${await waiting()} backups of one day wait`);
  await query(folder, "update graphile_worker._private_jobs set run_at = now()");
  await until(async () => (await made()).length > 0 && (await waiting()) === 0);
  must((await made()).length === 1, "more than one backup of the day");
  await stopOffice(office);
  saw(
    `the daily backup was added ${(waited / 1000).toFixed(0)} s after the clock passed 2:30, for the database's 2:30; passing it twice more added no other`,
  );
} finally {
  await cleanUp(folder);
}
