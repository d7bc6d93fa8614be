/**
 * Opens the zip container of a Word or Excel file under limits, before any library sees it.
 *
 * What a zip file says about itself may be a lie, and entries may overlap, so the bytes that come out are counted
 * while inflating. Libraries then get a container packed anew from exactly the entries that were counted
 * (`packEntries`), and never look at the original again.
 */
import { inflateRawSync } from "node:zlib";
import { zipSync } from "fflate";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadLimits, ReadProblem } from "../read-problem.ts";
import type { FileFormat } from "../source-text.ts";

export type ZipEntries = ReadonlyMap<string, Uint8Array>;

type EntryHead = Readonly<{
  name: string;
  isEncrypted: boolean;
  method: number;
  compressedSize: number;
  headerOffset: number;
}>;

const RATIO_ASKED_FROM = 10 * 1024 * 1024;
const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** Inflates the entries that `isWanted`; the others are neither inflated nor counted, and must not be used. */
export function openZip(
  bytes: Uint8Array,
  format: FileFormat,
  limits: ReadLimits,
  isWanted: (name: string) => boolean,
): Outcome<ZipEntries, ReadProblem> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (detail: string) => refuse<ReadProblem>({ code: "damaged_file", format, detail });
  const end = findEndRecord(buffer);
  if (end === null) return damaged("zip: no end of central directory");
  const heads = readCentralDirectory(buffer, end, limits.maxEntries);
  if (heads === null) return damaged("zip: broken central directory");
  if (heads.length > limits.maxEntries) {
    return refuse({ code: "too_many_entries", entries: Math.max(end.entries, heads.length), limit: limits.maxEntries });
  }
  if (heads.some(({ isEncrypted }) => isEncrypted)) return refuse({ code: "password_protected", format });
  return inflateEntries(
    buffer,
    heads.filter(({ name }) => isWanted(name)),
    format,
    limits,
  );
}

export function packEntries(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

function inflateEntries(
  buffer: Buffer,
  heads: readonly EntryHead[],
  format: FileFormat,
  limits: ReadLimits,
): Outcome<ZipEntries, ReadProblem> {
  const entries = new Map<string, Uint8Array>();
  let inflated = 0;
  for (const head of heads) {
    const ratioCap = Math.max(RATIO_ASKED_FROM, buffer.length * limits.maxInflationRatio);
    const cap = Math.min(limits.maxInflatedBytes, ratioCap) - inflated;
    const entry = inflateEntry(buffer, head, cap);
    if (entry === "too_much") {
      return refuse({ code: "inflates_too_much", limitBytes: limits.maxInflatedBytes, entry: head.name.slice(0, 200) });
    }
    if (entry === "damaged") return refuse({ code: "damaged_file", format, detail: `zip: entry ${head.name}` });
    if (declaresEntities(head.name, entry)) {
      return refuse({ code: "damaged_file", format, detail: `document type declaration in ${head.name}` });
    }
    inflated += entry.length;
    entries.set(head.name, entry);
  }
  return succeed(entries);
}

function inflateEntry(buffer: Buffer, head: EntryHead, cap: number): Buffer | "too_much" | "damaged" {
  const { headerOffset: at, compressedSize, method } = head;
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL_HEADER) return "damaged";
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  if (start + compressedSize > buffer.length) return "damaged";
  const data = buffer.subarray(start, start + compressedSize);
  if (method === 0) return data.length > cap ? "too_much" : data;
  if (method !== 8) return "damaged";
  if (data.length === 0) return "damaged";
  if (cap <= 0) return "too_much";
  try {
    return inflateRawSync(data, { maxOutputLength: cap });
  } catch (error) {
    const isTooMuch = error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooMuch ? "too_much" : "damaged";
  }
}

/** Office never writes a document type; entities in one can grow without end or point to other files. */
function declaresEntities(name: string, entry: Uint8Array): boolean {
  if (!/\.(xml|rels|vml)$/i.test(name)) return false;
  const buffer = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength);
  return buffer.includes("<!DOCTYPE") || buffer.includes("<!ENTITY");
}

/** The end record stands in the last 64 KB, before an optional comment. */
function findEndRecord(buffer: Buffer): Readonly<{ entries: number; offset: number }> | null {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - 22 - 65_535); at -= 1) {
    if (buffer.readUInt32LE(at) !== END_RECORD) continue;
    return { entries: buffer.readUInt16LE(at + 10), offset: buffer.readUInt32LE(at + 16) };
  }
  return null;
}

/** Walks the whole directory, whatever number of entries it claims; stops one past the limit. */
function readCentralDirectory(
  buffer: Buffer,
  end: Readonly<{ entries: number; offset: number }>,
  maxEntries: number,
): readonly EntryHead[] | null {
  const heads: EntryHead[] = [];
  let at = end.offset;
  while (heads.length <= maxEntries && at + 46 <= buffer.length && buffer.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const extraLength = buffer.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + buffer.readUInt16LE(at + 32);
    if (next > buffer.length) return null;
    const extra = buffer.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    heads.push({
      name: buffer
        .toString("utf8", at + 46, at + 46 + nameLength)
        .replaceAll("\\", "/")
        .replace(/^\/+/, ""),
      isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      ...sizesOf(buffer, at, extra),
    });
    at = next;
  }
  return heads.length < end.entries && heads.length <= maxEntries ? null : heads;
}

/** Writers that stream use the 64-bit sizes of the ZIP64 extra field even for small files. */
function sizesOf(buffer: Buffer, at: number, extra: Buffer): Pick<EntryHead, "compressedSize" | "headerOffset"> {
  const fields = [at + 24, at + 20, at + 42].map((offset) => buffer.readUInt32LE(offset));
  const wide = zip64Values(extra);
  const [, compressedSize = 0, headerOffset = 0] = fields.map((value) =>
    value === 0xffffffff ? (wide.shift() ?? value) : value,
  );
  return { compressedSize, headerOffset };
}

function zip64Values(extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const count = Math.floor(Math.min(size, extra.length - at - 4) / 8);
      return Array.from({ length: count }, (_, index) => Number(extra.readBigUInt64LE(at + 4 + index * 8)));
    }
    at += 4 + size;
  }
  return [];
}
