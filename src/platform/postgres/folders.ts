/**
 * Where an embedded database lives: data, socket and log under one base folder.
 *
 * Normally `var/` of the clone. When root has cloned under a folder that the server's user cannot enter, such as its
 * own 0700 home, the base is a folder of this clone under /var/lib/kakehashi instead, and the start says so.
 */
import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findClosedFolder, type ServerUser } from "./server-user.ts";

export const SHARED_FOLDER = "/var/lib/kakehashi";
/** A Unix socket's path ends at about 107 bytes; the file name takes 18 of them. */
const LONGEST_SOCKET_FOLDER = 85;

export type Folders = Readonly<{
  base: string;
  data: string;
  socket: string;
  log: string;
  /** Set when the base is not where one would look: the folder that is closed to the server's user. */
  movedBecauseOf: string | null;
}>;

export class ClosedFolderFault extends Error {}

/** @param wanted the folder the user named, or null for `var/` of the clone. */
export function chooseFolders(wanted: string | null, cloneRoot: string, user: ServerUser | undefined): Folders {
  const base = wanted ?? join(cloneRoot, "var");
  const closed = user && findClosedFolder(base, user);
  if (!closed) return foldersUnder(base, null);
  if (wanted !== null) {
    throw new ClosedFolderFault(
      `${wanted} は使えません。途中の ${closed} に、データベースを動かす利用者 ${user.name} が入れないためです。ほかの場所を KAKEHASHI_DATA_DIR に指定してください。`,
    );
  }
  return foldersUnder(join(SHARED_FOLDER, shortHash(cloneRoot)), closed);
}

function foldersUnder(base: string, movedBecauseOf: string | null): Folders {
  const near = join(base, "run");
  const socket =
    Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER ? near : join(tmpdir(), `kakehashi-${shortHash(base)}`);
  return { base, data: join(base, "postgres"), socket, log: join(base, "postgres.log"), movedBecauseOf };
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Parents keep 0755 so that the server's user can pass; only the two leaves are private to it. */
export function prepareFolders({ base, data, socket }: Folders, user: ServerUser | undefined): void {
  mkdirSync(base, { recursive: true, mode: 0o755 });
  for (const folder of [data, socket]) {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    if (user && statSync(folder).uid !== user.uid) chownSync(folder, user.uid, user.gid);
    if (!user && statSync(folder).uid !== process.getuid?.()) {
      throw new ClosedFolderFault(
        `${folder} は別の利用者のものです。KAKEHASHI_DATA_DIR にほかの場所を指定してください。`,
      );
    }
    chmodSync(folder, 0o700);
  }
}
