/**
 * A document as tagged PDF (PDF/UA-1: language, title, headings, tables and descriptions for screen readers) set by Typst.
 *
 * The typeface is Noto Sans JP from its package, never what happens to be installed. A character that it and Typst's own
 * fonts lack (Hangul, simplified Chinese, Thai) would be an empty box and lost from the text; it is printed as 〓, the
 * mark of Japanese typesetting for a missing type, named at the end of the document and in `undisplayed`.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler, PdfStandard, type RenderPdfOpts } from "@myriaddreamin/typst-ts-node-compiler";
import type { CheckedDocument } from "../document-flaw.ts";
import { documentWords } from "./document-words.ts";
import { documentData, singleBlockData } from "./pdf/typst-data.ts";
import { typstSource } from "./pdf/typst-source.ts";

export type WrittenPdf = Readonly<{
  bytes: Uint8Array;
  /** Characters that stand as 〓, each once. */
  undisplayed: readonly string[];
}>;

const WEIGHTS = ["400Regular", "700Bold"];
const GETA = "〓";

export function writePdf(checked: CheckedDocument): WrittenPdf {
  const compiler = startCompiler();
  const data = documentData(checked, null);
  const first = compile(compiler, data, checked);
  if (first.kind === "done") return { bytes: first.bytes, undisplayed: [] };
  if (first.missing.size === 0) throw blameBlock(compiler, checked, first.error);
  const undisplayed = new Set<string>();
  const language = checked.document.meta.language;
  const replaced = replaceMissing(data, first.missing, undisplayed);
  const named = [...undisplayed].map(codePoints).join(", ");
  const remark = documentWords[language].undisplayed(named);
  const second = compile(compiler, withRemark(replaced, remark), checked);
  if (second.kind === "failed") throw blameBlock(compiler, checked, second.error);
  return { bytes: second.bytes, undisplayed: [...undisplayed] };
}

type Compiled =
  | Readonly<{ kind: "done"; bytes: Uint8Array }>
  | Readonly<{ kind: "failed"; error: unknown; missing: ReadonlySet<string> }>;

function startCompiler(): NodeCompiler {
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve("@expo-google-fonts/noto-sans-jp/package.json"));
  // The program reads no files; its workspace is the folder of the typeface, where there is nothing else to read.
  return NodeCompiler.create({
    workspace: fonts,
    fontArgs: [{ fontPaths: WEIGHTS.map((weight) => join(fonts, weight)) }],
  });
}

function compile(compiler: NodeCompiler, data: string, { document }: CheckedDocument): Compiled {
  try {
    const bytes = setPages(compiler, data, {
      pdfStandard: PdfStandard.UA_1,
      creationTimestamp: Date.parse(`${document.meta.date}T00:00:00Z`) / 1000,
    });
    return { kind: "done", bytes };
  } catch (error) {
    return { kind: "failed", error, missing: missingCharacters(diagnosticsOf(error)) };
  }
}

function setPages(compiler: NodeCompiler, data: string, options: RenderPdfOpts): Uint8Array {
  return Uint8Array.from(compiler.pdf({ mainFileContent: typstSource, inputs: { document: data } }, options));
}

/** What went wrong stands in `code`; the message is empty. */
function diagnosticsOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** Typst names every character without a shape, as `"서"` or `"\u{200d}"`, escaped once more as part of its list. */
function missingCharacters(diagnostics: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, quoted = ""] of diagnostics.matchAll(/the text `\\"(.*?)\\"` could not be displayed/g)) {
    const text = quoted.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    for (const character of text) found.add(character);
  }
  return found;
}

/** Whole characters as a reader sees them: of a family emoji not only the part that is missing. */
function replaceMissing(data: string, missing: ReadonlySet<string>, undisplayed: Set<string>): string {
  const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
  const isMissing = (text: string) => [...text].some((character) => missing.has(character));
  return JSON.stringify(
    JSON.parse(data, (_, value: unknown) => {
      if (typeof value !== "string" || value.startsWith("<svg") || !isMissing(value)) return value;
      return Array.from(segmenter.segment(value), ({ segment }) => {
        if (!isMissing(segment)) return segment;
        undisplayed.add(segment);
        return GETA;
      }).join("");
    }),
  );
}

function withRemark(data: string, remark: string): string {
  // What documentData wrote: an object with `remark`.
  return JSON.stringify({ ...(JSON.parse(data) as object), remark });
}

function codePoints(text: string): string {
  return Array.from(
    text,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  ).join(" ");
}

/** A fault of ours: the document was checked. The block is named, since Typst's own place is one in our program. */
function blameBlock(compiler: NodeCompiler, checked: CheckedDocument, cause: unknown): Error {
  const { blocks } = checked.document;
  const failing = blocks.findIndex((_, index) => !canBeSet(compiler, singleBlockData(checked, index)));
  const block = blocks[failing];
  const where = block === undefined ? "the blocks together" : `block ${failing + 1} (${block.kind})`;
  return new Error(`typst could not set ${where}: ${diagnosticsOf(cause).slice(0, 500)}`, { cause });
}

/** Without the rules of PDF/UA, which ask for the headings above. */
function canBeSet(compiler: NodeCompiler, data: string): boolean {
  try {
    setPages(compiler, data, {});
    return true;
  } catch {
    return false; // the question was just this; the cause is kept by who asks
  }
}
