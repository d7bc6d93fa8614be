/**
 * An annual report of 300 invented programmes from the built Document to the bytes of each format, as the server does
 * it: checks, a process of its own (its start included), and the bytes back.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setWorkerFolder } from "../../src/documents/read-source.ts";
import { type DocumentFormat, writeDocument } from "../../src/documents/write-document.ts";
import { inventDocument } from "../../test/fixtures/documents/invented-document.ts";
import { ROOT } from "../measure/application.ts";
import { measureInterleaved } from "../measure/interleaved.ts";
import type { Times } from "../measure/quantiles.ts";

export type DocumentResult = Readonly<{ format: DocumentFormat; bytes: number; times: Times; limitMs: number }>;

const PROGRAMMES = 300;
const LIMITS_MS = { html: 2_000, docx: 2_000, xlsx: 2_000, pdf: 5_000 } satisfies Record<DocumentFormat, number>;

export async function measureDocuments(rounds: number): Promise<readonly DocumentResult[]> {
  setWorkerFolder(pathToFileURL(join(ROOT, "dist", "server", "/")));
  const document = inventDocument(PROGRAMMES);
  const bytes = new Map<DocumentFormat, number>();
  const way = (format: DocumentFormat) => async (): Promise<void> => {
    const written = await writeDocument(document, format);
    if (!written.ok) throw new Error(`${format}: ${written.problem.code}`);
    bytes.set(format, written.value.bytes.length);
  };
  const times = await measureInterleaved(
    { html: way("html"), docx: way("docx"), xlsx: way("xlsx"), pdf: way("pdf") },
    { rounds, calls: 2, concurrency: 1 },
  );
  const formats: readonly DocumentFormat[] = ["html", "docx", "xlsx", "pdf"];
  return formats.map((format) => ({
    format,
    bytes: bytes.get(format) ?? 0,
    times: times[format],
    limitMs: LIMITS_MS[format],
  }));
}
