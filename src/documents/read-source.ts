/**
 * The one door through which files of other people come in: bytes to SourceText, or a refusal that says why.
 *
 * Never throws because of what a file holds. The format is taken from the content; anything but small text is parsed
 * in a process of its own with limits on memory and time.
 */
import { createHash } from "node:crypto";
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { defaultReadLimits, type ReadLimits, type ReadProblem } from "./read-problem.ts";
import { type Detected, detectFormat } from "./readers/detect-format.ts";
import { notice } from "./readers/notice.ts";
import { readBytes } from "./readers/read-bytes.ts";
import type { ReadingOutcome } from "./readers/reading.ts";
import { runReaderWorker } from "./run-reader-worker.ts";
import type { FileFormat, SourceText } from "./source-text.ts";

export type { ReadLimits, ReadProblem } from "./read-problem.ts";
export { setWorkerFolder } from "./worker-process.ts";

/** Their parsers are plain loops over the bytes; HTML, whose nesting can run away, is not among them. */
const LIGHT_FORMATS: ReadonlySet<FileFormat> = new Set(["txt", "md", "csv"]);

/** `name` may come with folders, of either kind; only its last part is kept. */
export async function readSource(
  file: Readonly<{ name: string; bytes: Uint8Array }>,
  limits: Partial<ReadLimits> = {},
): Promise<Outcome<SourceText, ReadProblem>> {
  const allLimits = { ...defaultReadLimits, ...limits };
  const { bytes } = file;
  const name = file.name.split(/[/\\]/).at(-1) ?? "";
  if (bytes.length === 0) return refuse({ code: "empty_file" });
  if (bytes.length > allLimits.maxBytes) {
    return refuse({ code: "too_large", bytes: bytes.length, limitBytes: allLimits.maxBytes });
  }
  const detected = detectFormat(name, bytes);
  if (!detected.ok) return detected;
  const reading = await readInPlace(detected.value.format, bytes, allLimits);
  if (!reading.ok) return reading;
  const { lines, tables, findings } = reading.value;
  return succeed({
    name,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    format: detected.value.format,
    lines,
    tables,
    findings: [...compareExtension(detected.value), ...findings],
  });
}

function readInPlace(format: FileFormat, bytes: Uint8Array, limits: ReadLimits): Promise<ReadingOutcome> {
  const isLight = LIGHT_FORMATS.has(format) && bytes.length < limits.inProcessBytes;
  return isLight ? readBytes(format, bytes, limits) : runReaderWorker({ format, bytes, limits });
}

/** Markdown and plain text are read the same way, so one under the name of the other needs no look. */
function compareExtension({ format, claimed, extension }: Detected) {
  if (claimed === null || claimed === format) return [];
  return [notice("extension_differs", {}, { extension, format })];
}
