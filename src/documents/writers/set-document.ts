/** One writer per format. The heavy ones are loaded only when they are needed. */
import type { CheckedDocument, WriteLimits } from "../document-flaw.ts";
import type { WorkerMessage } from "../worker-process.ts";
import { writeHtml } from "./html-document.ts";

export type DocumentFormat = "html" | "docx" | "pdf" | "xlsx";

export type WrittenDocument = Readonly<{
  bytes: Uint8Array;
  /** Characters that the PDF's typeface lacks and that stand there as 〓, each once; empty for the other formats. */
  undisplayed: readonly string[];
}>;

export type WriterTask = Readonly<{ checked: CheckedDocument; format: DocumentFormat; limits: WriteLimits }>;
export type WriterMessage = WorkerMessage<WrittenDocument>;

type Writer = (checked: CheckedDocument) => Promise<WrittenDocument>;

const writers = {
  html: async (checked) => withAllCharacters(writeHtml(checked)),
  docx: async (checked) => withAllCharacters(await (await import("./docx-document.ts")).writeDocx(checked)),
  pdf: async (checked) => (await import("./pdf-document.ts")).writePdf(checked),
  xlsx: async (checked) => withAllCharacters(await (await import("./xlsx-document.ts")).writeXlsx(checked)),
} satisfies Record<DocumentFormat, Writer>;

export function setDocument(checked: CheckedDocument, format: DocumentFormat): Promise<WrittenDocument> {
  return writers[format](checked);
}

function withAllCharacters(bytes: Uint8Array): WrittenDocument {
  return { bytes, undisplayed: [] };
}
