/** Makes a file that somebody asked for, piece by piece; begun anew when it was cut off. */
import { z } from "zod";
import { type Database, type JobDefinition, JobRefusal, SYSTEM } from "../../../platform/index.ts";
import { jobWords } from "../words.ts";
import type { ExportDefinition } from "./export-definition.ts";
import { addPiece, beginExport, failExport, finishExport } from "./export-store.ts";

const PIECE_BYTES = 1024 * 1024;
const LARGEST_BYTES = 512 * 1024 * 1024;

export type ExportJob = JobDefinition<Readonly<{ id: string }>>;

export function exportJob(definitions: readonly ExportDefinition[]): ExportJob {
  return {
    name: "office/make-file",
    payload: z.object({ id: z.string() }),
    key: ({ id }) => id,
    retries: 3,
    words: jobWords("export", "too_large"),
    run: async ({ id }, { database, signal, report, isLastAttempt }) => {
      const asked = await database.write(SYSTEM, (tx) => beginExport(tx, id));
      if (asked === undefined || asked.madeAt !== null) return; // expired meanwhile, or made by a try that was cut off
      const definition = definitions.find(({ kind }) => kind === asked.kind);
      try {
        if (definition === undefined) throw new Error(`no file of the kind ${asked.kind} can be made`);
        const criteria = new URLSearchParams(asked.criteria);
        const contents = definition.write({ database, lang: asked.lang, criteria, report });
        const bytes = await store(database, id, contents, signal);
        const { fileName, mediaType } = definition;
        await database.write(SYSTEM, (tx) => finishExport(tx, id, { bytes, fileName, mediaType }));
      } catch (error) {
        const problem = error instanceof JobRefusal ? error.code : "fault";
        if (isLastAttempt) await database.write(SYSTEM, (tx) => failExport(tx, id, problem));
        throw error;
      }
    },
  };
}

async function store(
  database: Database,
  id: string,
  contents: AsyncIterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<number> {
  let total = 0;
  let number = 0;
  for await (const piece of inPieces(contents)) {
    signal.throwIfAborted();
    total += piece.length;
    number += 1;
    if (total > LARGEST_BYTES) throw new JobRefusal("too_large");
    await database.write(SYSTEM, (tx) => addPiece(tx, id, number, piece));
  }
  return total;
}

async function* inPieces(contents: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of contents) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    held.push(bytes);
    size += bytes.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
