/** Reads an archive from end to end and compares everything with its manifest; no database is needed. */
import { createHash, type Hash } from "node:crypto";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { chunkName, HEADER, type Header, MANIFEST, type Manifest, SEQUENCES } from "./archive-format.ts";
import { type ArchivePart, readArchiveParts } from "./archive-parts.ts";
import type { Measure } from "./chunks.ts";
import { type CheckProblem, damage, Refusal } from "./problems.ts";

export type CheckedArchive = Readonly<{ header: Header; manifest: Manifest }>;

export async function checkArchive(path: string): Promise<Outcome<CheckedArchive, CheckProblem>> {
  try {
    return succeed(await checkParts(readArchiveParts(path)));
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.problem as CheckProblem); // reading throws no other problems
    throw error;
  }
}

type Found = { chunks: Measure[]; hash: Hash };

async function checkParts(parts: AsyncGenerator<ArchivePart>): Promise<CheckedArchive> {
  const documents = new Map<string, Measure>();
  const tables = new Map<string, Found>();
  let header: Header | undefined;
  let manifest: Manifest | undefined;
  for await (const part of parts) {
    if (part.kind === "header") {
      header = part.header;
      documents.set(HEADER, part.measure);
    } else if (part.kind === "chunk") {
      const found = tables.get(part.table) ?? { chunks: [], hash: createHash("sha256") };
      found.chunks.push(part.measure);
      found.hash.update(part.body);
      tables.set(part.table, found);
    } else if (part.kind === "sequences") documents.set(SEQUENCES, part.measure);
    else manifest = part.manifest;
  }
  if (header === undefined || manifest === undefined) throw damage({ code: "missing_entry", entry: MANIFEST });
  compareDocuments(documents, manifest);
  compareTables(header, tables, manifest);
  return { header, manifest };
}

function compareDocuments(found: ReadonlyMap<string, Measure>, manifest: Manifest): void {
  for (const [name, { sha256 }] of found) {
    const said = manifest.documents.find((document) => document.name === name);
    if (said?.sha256 !== sha256) throw damage({ code: "wrong_hash", entry: name });
  }
}

function compareTables(header: Header, found: ReadonlyMap<string, Found>, manifest: Manifest): void {
  const names = manifest.tables.map(({ name }) => name);
  if (names.join() !== header.tables.map(({ name }) => name).join()) {
    throw damage({ code: "wrong_count", entry: MANIFEST });
  }
  let rows = 0;
  let bytes = 0;
  for (const said of manifest.tables) {
    const { chunks, hash } = found.get(said.name) ?? { chunks: [], hash: createHash("sha256") };
    compareChunks(said, chunks);
    if (hash.digest("hex") !== said.sha256) throw damage({ code: "wrong_hash", entry: `tables/${said.name}` });
    const counted = { rows: sum(chunks, "rows"), bytes: sum(chunks, "bytes") };
    if (counted.rows !== said.rows || counted.bytes !== said.bytes) {
      throw damage({ code: "wrong_count", entry: `tables/${said.name}` });
    }
    rows += counted.rows;
    bytes += counted.bytes;
  }
  const { total } = manifest;
  if (total.tables !== names.length || total.rows !== rows || total.bytes !== bytes) {
    throw damage({ code: "wrong_count", entry: MANIFEST });
  }
}

function compareChunks(said: Manifest["tables"][number], chunks: readonly Measure[]): void {
  for (let index = 0; index < Math.max(said.chunks.length, chunks.length); index += 1) {
    const entry = chunkName(said.name, index + 1);
    const [expected, found] = [said.chunks[index], chunks[index]];
    if (found === undefined) throw damage({ code: "missing_entry", entry });
    if (expected === undefined) throw damage({ code: "unexpected_entry", entry });
    if (found.sha256 !== expected.sha256) throw damage({ code: "wrong_hash", entry });
    if (found.rows !== expected.rows || found.bytes !== expected.bytes) throw damage({ code: "wrong_count", entry });
  }
}

function sum(chunks: readonly Measure[], key: "rows" | "bytes"): number {
  return chunks.reduce((total, chunk) => total + chunk[key], 0);
}
