/**
 * A file that appears whole or not at all: written as FILE.part, forced to the disk, then renamed.
 *
 * It is readable by its owner only, for it holds everything. What a killed process left as FILE.part is replaced.
 */
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal, type WriteProblem } from "./problems.ts";

export type PartFile = Readonly<{
  handle: FileHandle;
  publish: () => Promise<void>;
  abandon: () => Promise<void>;
}>;

export async function openPartFile(path: string, isReplacing: boolean): Promise<PartFile> {
  await refuseExisting(path, isReplacing);
  const part = `${path}.part`;
  try {
    await rm(part, { force: true });
    const handle = await open(part, "wx", 0o600);
    return {
      handle,
      publish: () => publish(handle, part, path, isReplacing),
      abandon: async () => {
        const isOurs = await isSameFile(handle, part);
        await handle.close();
        if (isOurs) await rm(part, { force: true });
      },
    };
  } catch (error) {
    throw asWriteRefusal(error, path);
  }
}

async function refuseExisting(path: string, isReplacing: boolean): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw asWriteRefusal(error, path);
  });
  if (found?.isDirectory()) throw new Refusal<WriteProblem>({ code: "cannot_write", path, detail: "EISDIR" });
  if (found && !isReplacing) throw new Refusal<WriteProblem>({ code: "file_exists", path });
}

async function publish(handle: FileHandle, part: string, path: string, isReplacing: boolean): Promise<void> {
  await handle.sync();
  if (!(await isSameFile(handle, part))) throw new Error(`${part} was replaced by another process`);
  await refuseExisting(path, isReplacing); // someone may have made it meanwhile
  await handle.close();
  await rename(part, path);
  await syncFolder(dirname(path));
}

async function isSameFile(handle: FileHandle, path: string): Promise<boolean> {
  const [mine, there] = await Promise.all([
    handle.stat({ bigint: true }),
    stat(path, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    }),
  ]);
  return there !== undefined && mine.ino === there.ino && mine.dev === there.dev;
}

/** Makes the new name survive a power cut; Windows cannot open a folder for that. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const CLOSED = new Set(["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "EISDIR", "ENAMETOOLONG"]);

/** What the file system refuses becomes a problem; everything else stays the fault it is. */
export function asWriteRefusal(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (FULL.has(code)) return new Refusal<WriteProblem>({ code: "disk_full", path }, { cause: error });
  if (CLOSED.has(code))
    return new Refusal<WriteProblem>({ code: "cannot_write", path, detail: code }, { cause: error });
  return error;
}
