/** Puts an archive together anew after a change, as someone with ordinary tools could. */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { extract, type Header, pack } from "tar-stream";

export type Entry = { header: Partial<Header> & { name: string }; body: Buffer };

export async function changeArchive(from: string, to: string, change: (entries: Entry[]) => Entry[]): Promise<void> {
  const tar = extract();
  tar.end(gunzipSync(readFileSync(from)));
  const entries: Entry[] = [];
  for await (const entry of tar) {
    const pieces: Buffer[] = [];
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece);
    entries.push({ header: { name: entry.header.name }, body: Buffer.concat(pieces) });
  }
  const out = pack();
  for (const { header, body } of change(entries)) {
    if (header.type === undefined || header.type === "file") out.entry(header, body);
    else out.entry(header);
  }
  out.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of out as AsyncIterable<Buffer>) pieces.push(piece);
  writeFileSync(to, gzipSync(Buffer.concat(pieces)));
}
