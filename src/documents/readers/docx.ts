/**
 * Word (.docx) through mammoth to HTML and from there to lines; a table row is one line of tab-joined cells.
 *
 * mammoth keeps text and structure and leaves the looks; pictures are not opened, deleted text of tracked changes
 * stays out. Page numbers do not exist in the file, so lines carry none.
 */
import mammoth from "mammoth";
import { refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadLimits } from "../read-problem.ts";
import { linesOfHtml } from "./html.ts";
import { attemptParsing, type ReadingOutcome } from "./reading.ts";
import { openZip, packEntries } from "./zip-container.ts";

export async function readDocx(bytes: Uint8Array, limits: ReadLimits): Promise<ReadingOutcome> {
  const opened = openZip(bytes, "docx", limits, (name) => /\.(xml|rels)$/i.test(name));
  if (!opened.ok) return opened;
  const converted = await attemptParsing("docx", async () => {
    const buffer = Buffer.from(packEntries(opened.value));
    return mammoth.convertToHtml({ buffer }, { convertImage: withoutImage, externalFileAccess: false });
  });
  if (!converted.ok) return converted;
  const read = await linesOfHtml(converted.value.value, "docx", limits);
  if (!read.ok) return read;
  return read.value.lines.length === 0 ? refuse({ code: "empty_file" }) : succeed(read.value);
}

const withoutImage = mammoth.images.imgElement(async () => ({ src: "" }));
