/**
 * One reader per format. The heavy ones are loaded only when a file needs them.
 */
import type { ReadLimits } from "../read-problem.ts";
import type { FileFormat } from "../source-text.ts";
import { readCsv } from "./csv.ts";
import { readHtml } from "./html.ts";
import type { ReadingOutcome } from "./reading.ts";
import { readText } from "./text-lines.ts";

type Reader = (bytes: Uint8Array, limits: ReadLimits) => ReadingOutcome | Promise<ReadingOutcome>;

const readers = {
  txt: readText,
  md: readText,
  csv: readCsv,
  html: readHtml,
  docx: async (bytes, limits) => (await import("./docx.ts")).readDocx(bytes, limits),
  pdf: async (bytes, limits) => (await import("./pdf.ts")).readPdf(bytes, limits),
  xlsx: async (bytes, limits) => (await import("./xlsx.ts")).readXlsx(bytes, limits),
} satisfies Record<FileFormat, Reader>;

export async function readBytes(format: FileFormat, bytes: Uint8Array, limits: ReadLimits): Promise<ReadingOutcome> {
  return readers[format](bytes, limits);
}
