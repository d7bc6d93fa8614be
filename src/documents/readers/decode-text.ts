/**
 * Bytes of a text file to characters. Files from Japanese offices come as UTF-8, UTF-16, Shift_JIS (CP932), EUC-JP
 * or, from old mail, ISO-2022-JP, and nothing in the file says which: a byte order mark decides where there is one,
 * otherwise the encoding under which every byte makes sense. Anything but UTF-8 is an assumption and is said.
 */
import type { Finding } from "../../kernel/finding.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadProblem } from "../read-problem.ts";
import type { TextEncoding } from "../reader-finding.ts";
import { notice } from "./notice.ts";

type Decoded = Readonly<{ text: string; findings: readonly Finding[] }>;
type Attempt = Readonly<{ encoding: TextEncoding; text: string; isTruncated: boolean }>;

const MAX_LINES_NAMED = 100;

export function decodeText(bytes: Uint8Array): Outcome<Decoded, ReadProblem> {
  const attempt = decodeUtf16(bytes) ?? decodeIso2022(bytes) ?? decodeUtf8(bytes) ?? decodeLegacy(bytes);
  if (attempt !== null) return checkReadable(attempt);
  return decodeDamagedUtf8(bytes);
}

function checkReadable(attempt: Attempt): Outcome<Decoded, ReadProblem> {
  const { text, encoding, isTruncated } = attempt;
  if (looksBinary(text)) return refuse({ code: "unknown_format", looksLike: "binary" });
  const findings: Finding[] = [];
  if (encoding !== "utf-8") findings.push(notice("encoding_assumed", {}, { encoding }));
  if (isTruncated) findings.push(notice("text_truncated", { line: lineAt(text, text.length) }, { encoding }));
  return succeed({ text, findings });
}

function decodeUtf16(bytes: Uint8Array): Attempt | null {
  const encoding = utf16ByteOrder(bytes);
  if (encoding === null) return null;
  return decodeStrictly(encoding, bytes, 3);
}

/** By the mark, or by where the zero bytes of ASCII characters stand: always the upper half of a pair. */
function utf16ByteOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 65_536);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < length / 100) return null;
  if (even === 0) return "utf-16le";
  return odd === 0 ? "utf-16be" : null;
}

/** ISO-2022-JP is pure ASCII to a UTF-8 decoder; only its escape sequences give it away. */
function decodeIso2022(bytes: Uint8Array): Attempt | null {
  const sequence = bytes.indexOf(0x1b);
  if (sequence < 0 || bytes[sequence + 1] !== 0x24) return null;
  return decodeStrictly("iso-2022-jp", bytes, 0);
}

function decodeUtf8(bytes: Uint8Array): Attempt | null {
  const whole = decodeStrictly("utf-8", bytes, 0);
  if (whole !== null) return whole;
  const text = new TextDecoder("utf-8").decode(bytes);
  // A cut at the end leaves one replacement character there and none before; one character alone proves nothing.
  if (text.indexOf("\u{FFFD}") !== text.length - 1 || !/[^\0-\u{7F}\u{FFFD}]/u.test(text)) return null;
  return { encoding: "utf-8", text: text.slice(0, -1), isTruncated: true };
}

function decodeLegacy(bytes: Uint8Array): Attempt | null {
  if (isMostlyUtf8(bytes)) return null;
  const attempts = [decodeStrictly("shift_jis", bytes, 1), decodeStrictly("euc-jp", bytes, 2)]
    .filter((attempt) => attempt !== null)
    .filter(({ text }) => !looksWestern(text))
    .sort((a, b) => plausibility(b.text) - plausibility(a.text));
  return attempts[0] ?? null;
}

/** A few broken bytes in a long UTF-8 text: the rest is worth reading, the broken places are named. */
function decodeDamagedUtf8(bytes: Uint8Array): Outcome<Decoded, ReadProblem> {
  const text = new TextDecoder("utf-8").decode(bytes);
  const places = [...text.matchAll(/\u{FFFD}/gu)].map(({ index }) => index);
  const [first = 0] = places;
  if (looksBinary(text)) return refuse({ code: "unknown_format", looksLike: "binary" });
  if (!isMostlyUtf8(bytes)) return refuse({ code: "encoding_unknown", line: lineAt(text, first) });
  const lines = [...new Set(linesAt(text, places))];
  const values = { count: places.length, lines: lines.slice(0, MAX_LINES_NAMED) };
  return succeed({ text, findings: [notice("bytes_unreadable", { line: lineAt(text, first) }, values)] });
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let multiByte = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) multiByte += 1;
  }
  return broken <= multiByte / 50;
}

/** Tries the whole file, then without the last bytes that a cut may have left of one character. */
function decodeStrictly(encoding: TextEncoding, bytes: Uint8Array, maxCut: number): Attempt | null {
  for (let cut = 0; cut <= Math.min(maxCut, bytes.length - 1); cut += 1) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return { encoding, text, isTruncated: cut > 0 };
    } catch (error) {
      // TextDecoder answers "not this encoding" only by throwing a TypeError.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

/** Kana and kanji speak for an encoding; half-width katakana, private characters and controls against it. */
function plausibility(text: string): number {
  const sample = text.slice(0, 50_000);
  const good = sample.match(/[\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g)?.length ?? 0;
  const poor = sample.match(/[\uff61-\uff9f\u0080-\u009f\ue000-\uf8ff]/g)?.length ?? 0;
  return good - 2 * poor;
}

/** Accents of western texts make lone kanji right after a letter (Montr饌l); Japanese seldom stands like that. */
function looksWestern(text: string): boolean {
  const sample = text.slice(0, 50_000);
  const runs = sample.match(/[^\0-\u{7F}]+/gu)?.length ?? 0;
  const lone = sample.match(/(?<=[A-Za-z])[^\0-\u{7F}](?![^\0-\u{7F}])/gu)?.length ?? 0;
  return lone > runs / 2;
}

/** Text holds next to no control characters apart from white space, form feed and escape. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && unit !== 0x1b) controls += 1;
  }
  return controls > text.length / 100;
}

function lineAt(text: string, index: number): number {
  return linesAt(text, [index])[0] ?? 1;
}

/** Line numbers of ascending positions, in one pass. */
function linesAt(text: string, positions: readonly number[]): readonly number[] {
  const breaks = /\r\n|\r|\n/g;
  let line = 1;
  let next = breaks.exec(text);
  return positions.map((position) => {
    while (next !== null && next.index < position) {
      line += 1;
      next = breaks.exec(text);
    }
    return line;
  });
}
