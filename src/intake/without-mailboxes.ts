/**
 * Nothing intake stores or shows holds a personal-looking e-mail address, and nothing holds characters that the
 * database cannot keep (NUL, halves of surrogate pairs); these become the replacement character.
 */
import { unzipSync } from "fflate";
import type { SourceText } from "../documents/source-text.ts";
import { findPersonalMailboxes, maskPersonalMailboxes } from "../kernel/mailbox.ts";

export function withoutMailboxes<T>(value: T): T {
  return cleaned(value) as T; // the same shape, with other strings
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [cleanText(key), cleaned(part)]));
}

function cleanText(text: string): string {
  const storable =
    text.isWellFormed() && !text.includes("\0") ? text : text.toWellFormed().replaceAll("\0", "\u{fffd}");
  return mayHoldMailbox(storable) ? maskPersonalMailboxes(storable) : storable;
}

/** Whether the file itself must not be kept. Looks behind the text too: link targets, comments, file properties. */
export function holdsPersonalMailbox(source: SourceText, bytes: Uint8Array): boolean {
  return (
    source.lines.some(({ text }) => isPersonal(text)) ||
    source.tables.some(({ rows }) => rows.some(({ cells }) => cells.some(isPersonal))) ||
    hiddenTexts(source, bytes).some(isPersonal)
  );
}

function isPersonal(text: string): boolean {
  return mayHoldMailbox(text) && findPersonalMailboxes(text).length > 0;
}

/** Spares the search in the many texts without one; `%40` stands in link targets. */
function mayHoldMailbox(text: string): boolean {
  return text.includes("@") || text.includes("＠");
}

/** The reader has already counted what a container inflates to. */
function hiddenTexts({ format }: SourceText, bytes: Uint8Array): readonly string[] {
  if (format !== "xlsx" && format !== "docx") return [plainLatin(bytes)];
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels|vml)$/iu.test(name) });
  return Object.values(parts).map(plainLatin);
}

/** Addresses are ASCII in every encoding that is read, except UTF-16, whose text the lines hold. */
function plainLatin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1").replaceAll("%40", "@");
}
