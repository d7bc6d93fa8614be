/**
 * The system user the embedded PostgreSQL runs as.
 *
 * PostgreSQL refuses to run as root. Started by root it becomes `postgres` where that user exists, else `nobody`;
 * no account is ever created on someone's system. That user must be able to enter the folders it works in.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

export type ServerUser = Readonly<{ name: string; uid: number; gid: number }>;

/** Undefined when the process is no root: the server then runs as the same user. */
export function findServerUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = lookUpId("-u", name);
    const gid = lookUpId("-g", name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Error(
    "root では PostgreSQL を動かせません。利用者 postgres も nobody もないため、一般の利用者で始めてください。",
  );
}

function lookUpId(flag: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return undefined; // `id` answers with an error when there is no such user
  }
}

/** The first folder on the way to `path` that the user cannot enter, or undefined when the way is open. */
export function findClosedFolder(path: string, user: ServerUser): string | undefined {
  const folders: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => exists(folder) && !canEnter(folder, user));
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function canEnter(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
