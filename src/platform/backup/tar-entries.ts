/** The entries of a gzip'd tar in order, each whole in memory and never larger than what we would have written. */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { LARGEST_CHUNK_BYTES, LARGEST_DOCUMENT_BYTES } from "./archive-format.ts";
import { damage, type FileProblem, Refusal } from "./problems.ts";

export type TarEntry = Readonly<{ name: string; body: Buffer }>;

export async function* readTarEntries(path: string): AsyncGenerator<TarEntry> {
  const tar = extract();
  const stop = new AbortController();
  const fed = feed(path, tar, stop.signal);
  try {
    for await (const entry of tar) {
      const { name, type, size = 0 } = entry.header;
      const largest = name.startsWith("tables/") ? LARGEST_CHUNK_BYTES : LARGEST_DOCUMENT_BYTES;
      if (type !== "file" || size > largest) throw damage({ code: "unexpected_entry", entry: name });
      const pieces: Buffer[] = [];
      for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece); // tar-stream gives buffers only
      yield { name, body: Buffer.concat(pieces) };
    }
    await fed;
  } catch (error) {
    throw asReadRefusal(error, path);
  } finally {
    stop.abort();
    tar.destroy();
    await fed.catch(() => undefined); // its reason has been thrown above, or the reader stopped early
  }
}

async function feed(path: string, tar: Extract, signal: AbortSignal): Promise<void> {
  const write = async (inflated: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of inflated) await writePiece(tar, piece, signal);
  };
  try {
    await pipeline(createReadStream(path), createGunzip(), write, { signal });
    tar.end(undefined);
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function writePiece(tar: Extract, piece: Buffer, signal: AbortSignal): Promise<void> | undefined {
  if (tar.write(piece)) return undefined;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      tar.off("drain", settle);
      tar.off("close", settle);
      if (signal.aborted || tar.destroyed) reject(new Error("the reader of the archive stopped"));
      else resolve();
    };
    tar.once("drain", settle);
    tar.once("close", settle);
  });
}

const CLOSED = new Set(["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM"]);

/** What zlib and the tar reader refuse is damage; what the file system refuses is told as such. */
function asReadRefusal(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const code = "code" in error ? String(error.code) : "";
  if (CLOSED.has(code)) return new Refusal<FileProblem>({ code: "cannot_read", path, detail: code }, { cause: error });
  if (code === "Z_DATA_ERROR" && error.message.includes("header check")) return damage({ code: "not_a_backup" }, error);
  const isContainer = code.startsWith("Z_") || /tar header|Unexpected end of data/i.test(error.message);
  return isContainer ? damage({ code: "broken_container", detail: error.message }, error) : error;
}
