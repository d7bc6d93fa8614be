/** English for what an officer reads about a file: why it cannot be read, and what in it needs a look. */
import type { Flaw, LengthUnit, WriteProblem } from "./document-flaw.ts";
import type { FindingSentences, FlawSentences, ProblemSentences, WriteSentences } from "./messages.ja.ts";
import type { ContentUnit, ForeignKind, ReadProblem } from "./read-problem.ts";
import type { TextEncoding } from "./reader-finding.ts";
import type { FileFormat } from "./source-text.ts";

const untouched = "Your file is unchanged and nothing was recorded.";

const readable = "Text, Markdown, HTML, Word (.docx), PDF, Excel (.xlsx) and CSV can be read.";

const foreignKinds = {
  archive: "It looks like a compressed archive. Unpack it and choose the documents one by one.",
  binary: `It looks like data that is no document. ${readable}`,
  image: "It looks like a picture. Choose a document that holds text (Word, Excel, PDF, text).",
  old_office:
    "It looks like an Office document of the old kind (.doc, .xls). Open it in Word or Excel and save it as .docx or .xlsx.",
  open_document: "It looks like an OpenDocument file. Save it as .docx, .xlsx or PDF.",
  presentation: "It looks like a presentation. Save it as PDF.",
  rich_text: "It looks like rich text (.rtf). Open it in Word and save it as .docx.",
} satisfies Record<ForeignKind, string>;

const units = { lines: "lines", cells: "cells", characters: "characters" } satisfies Record<ContentUnit, string>;

const formats = {
  txt: "text",
  md: "Markdown",
  html: "HTML",
  docx: "Word",
  pdf: "PDF",
  xlsx: "Excel",
  csv: "CSV",
} satisfies Record<FileFormat, string>;

const encodings = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 (LE)",
  "utf-16be": "UTF-16 (BE)",
  shift_jis: "Shift_JIS",
  "euc-jp": "EUC-JP",
  "iso-2022-jp": "ISO-2022-JP (JIS)",
} satisfies Record<TextEncoding, string>;

const problemSentences = {
  empty_file: () => `The file holds no text. ${untouched} Choose a file with content.`,
  too_large: ({ bytes, limitBytes }) =>
    `The file is too large (${megabytes(bytes)}; the limit is ${megabytes(limitBytes)}). ${untouched} Reduce the pictures or split the document, and save it again.`,
  unknown_format: ({ looksLike }) => `A file of this kind cannot be read. ${untouched} ${foreignKinds[looksLike]}`,
  encoding_unknown: ({ line }) =>
    `The character encoding could not be told (line ${line} has characters that cannot be read). ${untouched} Open the file in a text editor and save it as UTF-8.`,
  inflates_too_much: ({ limitBytes }) =>
    `Reading was stopped: unpacked, the file passes the limit (${megabytes(limitBytes)}) or is compressed far more than usual. ${untouched} Ask the sender, and make a new file of the part you need.`,
  too_many_entries: ({ entries, limit }) =>
    `The file has too many parts (${count(entries)}; the limit is ${count(limit)}). ${untouched} Remove pictures and the like, and save it again.`,
  too_much_content: ({ unit, limit }) =>
    `There is too much content (the limit is ${count(limit)} ${units[unit]}). ${untouched} Remove rows and columns you do not need, or split the file.`,
  took_too_long: ({ limitMilliseconds }) =>
    `Reading was stopped because it took more than ${count(limitMilliseconds / 1000)} seconds. ${untouched} Try again later, or split the document and save it again.`,
  damaged_file: ({ format }) =>
    `The ${formats[format]} file is damaged or cut off. ${untouched} Ask the sender for it again, or open it in its own program and save it again.`,
  password_protected: () =>
    `The file is protected by a password. ${untouched} Choose a file saved without the password.`,
  worker_out_of_memory: ({ limitMb }) =>
    `Reading was stopped because it needed more memory than allowed (${count(limitMb)} MB). ${untouched} Split the document and save it again.`,
} satisfies ProblemSentences;

export const findingSentences: FindingSentences = {
  extension_differs: ({ extension, format }) =>
    `The name ends in “.${extension}”, but the content is ${formats[format]}. It was read as ${formats[format]}.`,
  encoding_assumed: ({ encoding }) =>
    `The character encoding was taken to be ${encodings[encoding]}. Check that no characters are garbled.`,
  text_truncated: () => "The last character is cut off. Check that the end of the file is not missing.",
  bytes_unreadable: ({ count: places }) =>
    `Characters that cannot be read, shown as “\u{FFFD}”: ${count(places)}. Compare with the original document.`,
  quote_not_closed: () =>
    'A quotation mark (") is not closed, so quotation marks were read as plain characters. Check where the columns are divided.',
  page_without_text: () => "This page holds no text data. If it is only a picture, its content was not read.",
  page_unreadable: () => "This page is damaged and could not be read. Compare with the original document.",
  font_unreadable: () =>
    "A font on this page does not give all its characters as text. Compare with the original document, as some may be missing.",
  formula_cell: ({ count: cells }) => `Cells with a formula: ${count(cells)}. Their saved results were read.`,
  formula_without_value: ({ count: cells }) =>
    `Cells with a formula but no saved result: ${count(cells)}. They were read as empty. Open the file in Excel and save it again to have them read.`,
  sheet_hidden: ({ sheet }) => `The sheet “${sheet}” is hidden; its content was read.`,
  sheet_unread: ({ sheet }) =>
    `The sheet “${sheet}” could not be read as a table. Unless it holds only a chart, compare with the original document.`,
};

export function describeReadProblem(problem: ReadProblem): string {
  // The table above is checked code by code; TypeScript cannot follow that sentence and problem share one code.
  const sentence = problemSentences[problem.code] as (problem: ReadProblem) => string;
  return sentence(problem);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

const flaws = {
  meta_incomplete: () => "Title, organisation or date is missing.",
  heading_level_skipped: () => "A level of headings is skipped.",
  empty_text: () => "A heading, a list or the description of a figure is empty.",
  empty_table: () => "A table has no rows or no columns.",
  table_does_not_fit: () => "The spans or widths of a table do not fit.",
  value_not_a_number: () => "A number in a table is not a number.",
  control_character: (value) => `The text holds a control character that cannot be seen (${value}). Enter it again.`,
  link_not_allowed: (value) => `The link "${value}" cannot be used. Give an http or https address.`,
  figure_unreadable: () => "A figure is not in the right form.",
} satisfies FlawSentences;

const documentUnits = { blocks: "blocks", cells: "cells", characters: "characters" } satisfies Record<
  LengthUnit,
  string
>;

const notWritten = "No document was made and no record was changed.";

const writeSentences = {
  document_flawed: ({ flaws: found }) => `${notWritten} ${found.slice(0, 3).map(describeFlaw).join(" ")}`,
  document_too_long: ({ unit, limit }) =>
    `The document is too long (at most ${count(limit)} ${documentUnits[unit]}). ${notWritten} Choose a smaller range.`,
  writing_took_too_long: ({ limitMilliseconds }) =>
    `It was not finished within ${count(limitMilliseconds / 1000)} seconds and was stopped. ${notWritten} Try again later, or choose a smaller range.`,
  writing_out_of_memory: ({ limitMb }) =>
    `It needed more memory than allowed (${count(limitMb)} MB) and was stopped. ${notWritten} Choose a smaller range.`,
} satisfies WriteSentences;

export function describeFlaw({ code, at, value = "" }: Flaw): string {
  const row = at.row === undefined ? "" : `row ${at.row}`;
  const column = at.column === undefined ? "" : `column ${at.column}`;
  const where = [at.heading === "" ? "" : `"${at.heading}"`, row, column].filter((part) => part !== "").join(", ");
  return `${where === "" ? "" : `${where}: `}${flaws[code](value)}`;
}

export function describeWriteProblem(problem: WriteProblem): string {
  // Checked code by code above, like describeReadProblem.
  const sentence = writeSentences[problem.code] as (problem: WriteProblem) => string;
  return sentence(problem);
}

/** What a written document carries besides its own text. */
export const documentWords = {
  contents: "Contents",
  notes: "Notes",
  note: (number: number) => `Note ${number}`,
  back: "Back",
  backToText: (number: number) => `Back to note ${number} in the text`,
  undisplayed: (characters: string) => `〓 stands for characters that the typeface of this PDF lacks (${characters}).`,
  textSheet: "Text",
  asPrinted: (text: string) => `As printed: ${text}`,
};
