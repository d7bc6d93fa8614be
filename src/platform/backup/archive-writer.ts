/** Writes entries one after another into a gzip'd tar, no faster than the disk takes them. */
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack } from "tar-stream";

export type ArchiveWriter = Readonly<{
  add: (name: string, body: Buffer) => Promise<void>;
  /** @returns size and SHA-256 of the whole archive. */
  finish: () => Promise<Readonly<{ bytes: number; sha256: string }>>;
  /** Stops writing; what was written stays where it is. */
  cancel: () => Promise<void>;
}>;

/** @param madeAt stamped on every entry. */
export function openArchive(handle: FileHandle, madeAt: Date): ArchiveWriter {
  const tar = pack();
  const hash = createHash("sha256");
  let bytes = 0;
  const written = pipeline(piecesOf(tar), createGzip(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const piece of compressed) {
      await writeAll(handle, piece);
      hash.update(piece);
      bytes += piece.length;
    }
  });
  written.catch(() => undefined); // waited for in add, finish and cancel; before that it must not end the process
  return {
    add: async (name, body) => {
      try {
        await Promise.race([addEntry(tar, name, body, madeAt), written]);
      } catch (error) {
        await written; // the disk's own reason says more than "entry destroyed"
        throw error;
      }
    },
    finish: async () => {
      tar.finalize();
      await written;
      return { bytes, sha256: hash.digest("hex") };
    },
    cancel: async () => {
      tar.destroy();
      await written.catch(() => undefined); // cancelled: why it ended is known to who cancelled
    },
  };
}

type Pack = ReturnType<typeof pack>;

async function* piecesOf(tar: Pack): AsyncGenerator<Buffer> {
  yield* tar as AsyncIterable<Buffer>; // tar-stream pushes buffers only
}

function addEntry(tar: Pack, name: string, body: Buffer, mtime: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry({ name, mode: 0o600, mtime }, body, (error) => (error ? reject(error) : resolve()));
  });
}

async function writeAll(handle: FileHandle, piece: Buffer): Promise<void> {
  for (let from = 0; from < piece.length; ) {
    const { bytesWritten } = await handle.write(piece, from);
    from += bytesWritten;
  }
}
