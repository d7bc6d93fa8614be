/**
 * Which format a file is, believing its content more than its name. Only files whose content says nothing (plain text
 * in all its uses) are told apart by the extension.
 */
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { ForeignKind, ReadProblem } from "../read-problem.ts";
import type { FileFormat } from "../source-text.ts";

const EXTENSIONS: ReadonlyMap<string, FileFormat> = new Map([
  ["txt", "txt"],
  ["text", "txt"],
  ["md", "md"],
  ["markdown", "md"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["docx", "docx"],
  ["docm", "docx"],
  ["doc", "docx"],
  ["pdf", "pdf"],
  ["xlsx", "xlsx"],
  ["xlsm", "xlsx"],
  ["xls", "xlsx"],
  ["csv", "csv"],
  ["tsv", "csv"],
]);

const SIGNATURES: readonly Readonly<{ looksLike: ForeignKind; starts: readonly string[] }>[] = [
  { looksLike: "rich_text", starts: ["{\\rtf"] },
  { looksLike: "image", starts: ["\x89PNG", "\xff\xd8\xff", "GIF8", "II*\0", "MM\0*", "RIFF"] },
  { looksLike: "archive", starts: ["7z\xbc\xaf", "Rar!", "\x1f\x8b"] },
];

/** `claimed` is what the extension says, null when it says nothing we know. */
export type Detected = Readonly<{ format: FileFormat; claimed: FileFormat | null; extension: string }>;

export function detectFormat(name: string, bytes: Uint8Array): Outcome<Detected, ReadProblem> {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const claimed = EXTENSIONS.get(extension) ?? null;
  const content = detectContainer(bytes, claimed) ?? succeed(detectTextUse(bytes, claimed));
  return content.ok ? succeed({ format: content.value, claimed, extension }) : content;
}

/** Formats with a signature; null when the bytes may be text. */
function detectContainer(bytes: Uint8Array, claimed: FileFormat | null): Outcome<FileFormat, ReadProblem> | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString("latin1", 0, 1024);
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return detectZip(buffer, claimed);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return refuse(describeOldOffice(buffer));
  // Readers of PDF tolerate bytes before the signature; a text that quotes it is still a text.
  const signature = head.indexOf("%PDF-");
  if (signature >= 0 && (signature < 16 || claimed === "pdf")) return succeed("pdf");
  const kind = SIGNATURES.find(({ starts }) => starts.some((start) => head.startsWith(start)))?.looksLike;
  return kind === undefined ? null : refuse({ code: "unknown_format", looksLike: kind });
}

/** Entry names stand uncompressed in a zip file. A file cut before its name list is named by its extension. */
function detectZip(buffer: Buffer, claimed: FileFormat | null): Outcome<FileFormat, ReadProblem> {
  if (buffer.includes("xl/workbook.xml")) return succeed("xlsx");
  if (buffer.includes("word/document")) return succeed("docx");
  if (buffer.includes("ppt/presentation.xml")) return refuse({ code: "unknown_format", looksLike: "presentation" });
  if (buffer.includes("application/vnd.oasis.opendocument")) {
    return refuse({ code: "unknown_format", looksLike: "open_document" });
  }
  if (claimed === "xlsx" || claimed === "docx") return succeed(claimed);
  return refuse({ code: "unknown_format", looksLike: "archive" });
}

/** Word and Excel wrap a file with a password into the container of their old formats. */
function describeOldOffice(buffer: Buffer): ReadProblem {
  if (buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))) return { code: "password_protected", format: null };
  return { code: "unknown_format", looksLike: "old_office" };
}

function detectTextUse(bytes: Uint8Array, claimed: FileFormat | null): FileFormat {
  // Latin-1 keeps the ASCII of every Japanese encoding readable; dropping zeros does the same for UTF-16.
  const head = Buffer.from(bytes.subarray(0, 8192)).toString("latin1").replaceAll("\0", "");
  if (/^[^<]{0,8}\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b/is.test(head)) return "html";
  if (claimed === "html") return /<[a-z][a-z0-9]*[\s/>]/i.test(head) ? "html" : "txt";
  if (claimed === "md" || claimed === "csv") return claimed;
  if (claimed === "xlsx") return /[,\t;]/.test(head.split(/[\r\n]/)[0] ?? "") ? "csv" : "txt";
  return "txt";
}
