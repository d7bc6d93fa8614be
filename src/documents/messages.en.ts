/** English for what an officer reads about a file: why it cannot be read, and what in it needs a look. */
import type { FindingSentences, ProblemSentences } from "./messages.ja.ts";
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
