/**
 * The one door through which documents leave: a Document and a format to the bytes of a file, or a refusal that says
 * where the document is at fault.
 *
 * HTML is a matter of milliseconds and written in place; the other formats are set in a process of their own, with
 * limits on memory and time, so that the server goes on answering.
 */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { checkDocument } from "./check-document.ts";
import type { Document } from "./document.ts";
import { defaultWriteLimits, type WriteLimits, type WriteProblem } from "./document-flaw.ts";
import { runWorker } from "./worker-process.ts";
import { type DocumentFormat, setDocument, type WrittenDocument } from "./writers/set-document.ts";

export type { WriteLimits, WriteProblem } from "./document-flaw.ts";
export type { DocumentFormat, WrittenDocument } from "./writers/set-document.ts";

/** For the Content-Type of an answer; the name of a format is the extension of its files. */
export const MEDIA_TYPES = {
  html: "text/html; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const satisfies Record<DocumentFormat, string>;

export async function writeDocument(
  document: Document,
  format: DocumentFormat,
  limits: Partial<WriteLimits> = {},
): Promise<Outcome<WrittenDocument, WriteProblem>> {
  const allLimits = { ...defaultWriteLimits, ...limits };
  const checked = checkDocument(document, allLimits);
  if (!checked.ok) return checked;
  if (format === "html") return succeed(await setDocument(checked.value, format));
  const end = await runWorker<WrittenDocument>("writer-worker", { checked: checked.value, format }, allLimits);
  switch (end.kind) {
    case "done":
      return succeed(end.result);
    case "took_too_long":
      return refuse({ code: "writing_took_too_long", limitMilliseconds: allLimits.maxMilliseconds });
    case "out_of_memory":
      return refuse({ code: "writing_out_of_memory", limitMb: allLimits.maxWorkerMb });
    case "ended":
      throw new Error(`the writer of ${format} ended with code ${end.code}`);
  }
}
