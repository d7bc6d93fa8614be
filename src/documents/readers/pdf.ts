/**
 * The text layer of a PDF, page by page, in the lines in which it was set. Scanned pages have none: they are named.
 *
 * Text out of PDFs has spaces inside words (令和 5 年度); it is kept as it comes, recognising is the layouts' business.
 */
import { getDocumentProxy } from "unpdf";
import type { Finding } from "../../kernel/finding.ts";
import { refuse, succeed } from "../../kernel/outcome.ts";
import type { ReadLimits } from "../read-problem.ts";
import type { SourceLine } from "../source-text.ts";
import { japaneseMapFactory } from "./japanese-character-maps.ts";
import { notice } from "./notice.ts";
import { attemptParsing, contentBudget, type ReadingOutcome } from "./reading.ts";
import { splitLines } from "./text-lines.ts";

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<ReadingOutcome> {
  const missingMaps = new Set<string>();
  const opened = await attemptParsing("pdf", () => openPdf(bytes, missingMaps));
  if (!opened.ok) return opened;
  if (opened.value === "password") return refuse({ code: "password_protected", format: "pdf" });
  return readPages(opened.value, missingMaps, limits);
}

async function openPdf(bytes: Uint8Array, missingMaps: Set<string>): Promise<PdfDocument | "password"> {
  const BinaryDataFactory = japaneseMapFactory(missingMaps);
  try {
    // verbosity 0: errors only.
    const options = { verbosity: 0, BinaryDataFactory, cMapPacked: false, useWorkerFetch: false };
    return await getDocumentProxy(Uint8Array.from(bytes), options);
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") return "password";
    throw error;
  }
}

async function readPages(document: PdfDocument, missingMaps: Set<string>, limits: ReadLimits): Promise<ReadingOutcome> {
  const lines: SourceLine[] = [];
  const findings: Finding[] = [];
  const budget = contentBudget(limits);
  for (let page = 1; page <= document.numPages; page += 1) {
    const read = await attemptParsing("pdf", () => readPage(document, page));
    if (!read.ok) {
      const detail = read.problem.code === "damaged_file" ? read.problem.detail : read.problem.code;
      findings.push(notice("page_unreadable", { page }, { detail }));
      continue;
    }
    if (missingMaps.size > 0 || read.value.some((text) => text.includes("\u{FFFD}"))) {
      findings.push(notice("font_unreadable", { page }, { maps: [...missingMaps] }));
      missingMaps.clear();
    }
    const problem = budget.spend("lines", read.value.length);
    if (problem !== null) return refuse(problem);
    if (read.value.length === 0) findings.push(notice("page_without_text", { page }, { pages: document.numPages }));
    for (const text of read.value) lines.push({ line: lines.length + 1, text, page });
  }
  return succeed({ lines, tables: [], findings });
}

async function readPage(document: PdfDocument, number: number): Promise<readonly string[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
  page.cleanup();
  return splitLines(text)
    .map((line) => line.replaceAll("\f", " ").trimEnd())
    .filter((line) => line.trim() !== "");
}
