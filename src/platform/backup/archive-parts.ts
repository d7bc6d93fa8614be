/**
 * The parts of an archive in the one order that is allowed. Anything else, twice, out of order or from elsewhere, is
 * refused by its name; names are compared, never used as paths.
 */
import type { z } from "zod";
import {
  chunkName,
  FORMAT_VERSION,
  HEADER,
  type Header,
  headerSchema,
  identitySchema,
  MANIFEST,
  type Manifest,
  manifestSchema,
  SEQUENCES,
  type Sequences,
  sequencesSchema,
} from "./archive-format.ts";
import { type Measure, measureOf } from "./chunks.ts";
import { damage, Refusal, type TargetProblem } from "./problems.ts";
import { readTarEntries, type TarEntry } from "./tar-entries.ts";

export type ArchivePart =
  | Readonly<{ kind: "header"; header: Header; measure: Measure }>
  | Readonly<{ kind: "chunk"; table: string; number: number; body: Buffer; measure: Measure }>
  | Readonly<{ kind: "sequences"; sequences: Sequences; measure: Measure }>
  | Readonly<{ kind: "manifest"; manifest: Manifest }>;

export async function* readArchiveParts(path: string): AsyncGenerator<ArchivePart> {
  const entries = readTarEntries(path);
  try {
    yield* readInOrder(entries);
  } finally {
    await entries.return(undefined);
  }
}

async function* readInOrder(entries: AsyncGenerator<TarEntry>): AsyncGenerator<ArchivePart> {
  const header = readHeader(await nextEntry(entries, HEADER));
  yield header;
  const place = new ChunkPlace(header.header.tables.map(({ name }) => name));
  let entry = await nextEntry(entries, SEQUENCES);
  for (; entry.name !== SEQUENCES; entry = await nextEntry(entries, SEQUENCES)) {
    const { table, number } = place.advanceTo(entry.name);
    yield { kind: "chunk", table, number, body: entry.body, measure: measureOf(entry.body) };
  }
  yield { kind: "sequences", sequences: parse(entry, sequencesSchema), measure: measureOf(entry.body) };
  const last = await nextEntry(entries, MANIFEST);
  if (last.name !== MANIFEST) throw damage({ code: "unexpected_entry", entry: last.name });
  yield { kind: "manifest", manifest: parse(last, manifestSchema) };
  const more = await entries.next(); // reads to the end, where the container's own checksum stands
  if (more.done !== true) throw damage({ code: "unexpected_entry", entry: more.value.name });
}

async function nextEntry(entries: AsyncGenerator<TarEntry>, expected: string): Promise<TarEntry> {
  const next = await entries.next();
  if (next.done === true) throw damage({ code: "missing_entry", entry: expected });
  return next.value;
}

function readHeader(entry: TarEntry): Extract<ArchivePart, { kind: "header" }> {
  if (entry.name !== HEADER) throw damage({ code: "not_a_backup" });
  const { formatVersion } = parse(entry, identitySchema);
  if (formatVersion > FORMAT_VERSION) throw new Refusal<TargetProblem>({ code: "newer_format", formatVersion });
  return { kind: "header", header: parse(entry, headerSchema), measure: measureOf(entry.body) };
}

function parse<Schema extends z.ZodType>({ name, body }: TarEntry, schema: Schema): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(body.toString("utf8")));
  } catch (cause) {
    throw damage({ code: "unreadable_entry", entry: name }, cause);
  }
}

/** Pieces of one table are counted from 1 without a gap; tables come in the header's order, empty ones not at all. */
class ChunkPlace {
  readonly #tables: readonly string[];
  #at = 0;
  #number = 0;
  constructor(tables: readonly string[]) {
    this.#tables = tables;
  }

  advanceTo(entry: string): Readonly<{ table: string; number: number }> {
    const current = this.#tables[this.#at];
    if (current !== undefined && entry === chunkName(current, this.#number + 1)) {
      this.#number += 1;
      return { table: current, number: this.#number };
    }
    const later = this.#tables.findIndex((table, index) => index > this.#at && entry === chunkName(table, 1));
    const table = this.#tables[later];
    if (table === undefined) throw damage({ code: "unexpected_entry", entry });
    this.#at = later;
    this.#number = 1;
    return { table, number: 1 };
  }
}
