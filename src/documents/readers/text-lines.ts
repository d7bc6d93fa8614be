/**
 * Plain text and Markdown: the physical lines of the file, so that a line number means what an editor shows.
 *
 * A form feed (改ページ) begins the next page. It is taken off where it begins or ends a line, and stays in between.
 */
import { succeed } from "../../kernel/outcome.ts";
import type { ReadLimits } from "../read-problem.ts";
import type { SourceLine } from "../source-text.ts";
import { decodeText } from "./decode-text.ts";
import { contentBudget, type ReadingOutcome } from "./reading.ts";

export function readText(bytes: Uint8Array, limits: ReadLimits): ReadingOutcome {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, findings } = decoded.value;
  if (text.trim() === "") return { ok: false, problem: { code: "empty_file" } };
  const lines = splitLines(text);
  const problem = contentBudget(limits).spend("lines", lines.length);
  if (problem !== null) return { ok: false, problem };
  return succeed({ lines: text.includes("\f") ? withPages(lines) : withNumbers(lines), tables: [], findings });
}

/** As many lines as there are line ends, and one more for a last line that has none (`wc -l` counts the former). */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function withNumbers(lines: readonly string[]): readonly SourceLine[] {
  return lines.map((text, index) => ({ line: index + 1, text }));
}

function withPages(lines: readonly string[]): readonly SourceLine[] {
  let turned = 0;
  return lines.map((text, index) => {
    const leading = text.length - text.replace(/^\f+/, "").length;
    const page = turned + leading + 1;
    turned += text.split("\f").length - 1;
    return { line: index + 1, text: text.replace(/^\f+|\f+$/g, ""), page };
  });
}
