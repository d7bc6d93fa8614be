/**
 * Cuts the text COPY writes into pieces of one size, each with its rows and hash.
 *
 * In this format a line feed inside a value is written as `\n`, so every line feed byte ends one row. A piece may end
 * inside a row: an original of 20 MB is one row of 40 MB, and memory must not grow with it.
 */
import { createHash } from "node:crypto";

export type Measure = Readonly<{ bytes: number; rows: number; sha256: string }>;
export type Chunk = Readonly<{ body: Buffer; measure: Measure }>;

export async function* cutIntoChunks(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Chunk> {
  let body = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const piece of stream) {
    for (let from = 0; from < piece.length; ) {
      const taken = piece.copy(body, filled, from);
      filled += taken;
      from += taken;
      if (filled < size) continue;
      yield { body, measure: measureOf(body) };
      body = Buffer.allocUnsafe(size); // the one before is still on its way to the disk
      filled = 0;
    }
  }
  const rest = body.subarray(0, filled);
  if (filled > 0) yield { body: rest, measure: measureOf(rest) };
}

export function measureOf(body: Buffer): Measure {
  return { bytes: body.length, rows: countLineFeeds(body), sha256: createHash("sha256").update(body).digest("hex") };
}

function countLineFeeds(body: Buffer): number {
  let lines = 0;
  for (let at = body.indexOf(10); at >= 0; at = body.indexOf(10, at + 1)) lines += 1;
  return lines;
}
