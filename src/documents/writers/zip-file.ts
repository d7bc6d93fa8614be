/**
 * A zip container, deflated by zlib itself: far faster than in JavaScript, and the containers of Word and Excel
 * files are mostly XML of several megabytes. Small parts only: no ZIP64, at most 65,535 of them.
 */
import { crc32, deflateRawSync } from "node:zlib";

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;

/** @param date YYYY-MM-DD, which every part carries. */
export function zipFile(parts: Iterable<readonly [path: string, content: Uint8Array]>, date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  const dosDate = ((year - 1980) << 9) | (month << 5) | day;
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path, "utf8");
    const data = deflateRawSync(content, { level: 6 });
    const facts = factsOf({ content, data, name, dosDate });
    const local = Buffer.concat([head(0x04034b50), facts, name, data]);
    directory.push(head(0x02014b50), head16(VERSION), facts, rest(offset), name);
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Uint8Array.from(Buffer.concat([...files, listed, end(files.length, listed.length, offset)]));
}

type Part = Readonly<{ content: Uint8Array; data: Buffer; name: Buffer; dosDate: number }>;

/** The part that stands before the file and again in the directory: from the version needed to the length of extras. */
function factsOf({ content, data, name, dosDate }: Part): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(FLAGS, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(dosDate, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(data.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

/** No comment, first disk, no attributes; then where the file begins. */
function rest(offset: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(offset, 10);
  return bytes;
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}

function head(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

function head16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
