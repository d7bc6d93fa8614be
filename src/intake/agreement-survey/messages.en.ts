/** Findings of a survey report in English; what the report prints is quoted as it stands there. */
import { formatTally, isSameTally } from "../../kernel/tally.ts";
import { type CellValues, type Column, type ListingPlace, TOTAL_COLUMN } from "../../registry/index.ts";
import type { LabelPlace, UnreadablePart } from "./codes.ts";
import type { Messages } from "./messages.ja.ts";

const PARTS: Readonly<Record<UnreadablePart, string>> = {
  title: "The title cannot be read",
  number: "The number of the sheet cannot be read",
  japan: "The local governments in Japan cannot be read",
  foreign: "The local governments abroad cannot be read",
  section: "The headings of some items were not found",
  contents_title: "The title in the contents cannot be read",
  contents_sides: "It is not clear where the foreign side ends and the Japanese side begins in the contents",
  table_row: "The numbers of a table row cannot be told apart",
};

const PLACES: Readonly<Record<LabelPlace, string>> = {
  heading: "The heading before the sheets",
  contents: "The heading of the contents",
  table: "The heading of the table",
  section: "The heading of the item",
};

const SECTIONS = { background: "background", activities: "activities", outcomes: "outcomes and issues" } as const;
const TABLES = { "by-field": "table by field", "by-country": "table by country" } as const;
const MEASURES = { n: "number of listings", relisted: "number of relistings" } as const;
const FACTS: Readonly<Record<string, string>> = {
  dates: "date of the agreement",
  departments: "office in charge",
  phones: "telephone",
  urls: "URL",
  background: "background",
  activities: "activities",
  outcomes: "outcomes and issues",
};

export const messages = {
  unreadable: (v) => `${at(v)}${PARTS[v.part]}${v.detail === "" ? "" : ` (“${v.detail}”)`}. Check the source text.`,
  sheet_duplicated: (v) =>
    `${at(v)}A sheet with the same number stands at line ${v.firstLine} too. Accept only one of them.`,
  personal_mailbox: (v) => `${at(v)}E-mail addresses that look personal: ${v.count}. The addresses were not stored.`,
  era_year_conflict: (v) =>
    `${at(v)}“${v.asPrinted}” is ${v.eraYear} by the era and ${v.westernYear} as the western year is written. It was read by the era.`,
  date_missing: (v) => `${at(v)}The date of the agreement is not stated.`,
  date_unreadable: (v) => `${at(v)}“${v.asPrinted}” cannot be read as a date.`,
  country_unknown: (v) => `${at(v)}The country or region of “${v.name}” is not known.`,
  field_unknown: (v) =>
    v.mark === ""
      ? `${at(v)}It is not clear which field this sheet belongs to.`
      : `“${v.mark}${v.label}” is none of the fields ① to ⑨ of the survey.`,
  relisting_mark_missing: (v) =>
    v.onSheet
      ? `${at(v)}The sheet (line ${v.otherLine}) is marked 【再掲】 (relisting), the contents are not.`
      : `${at(v)}The contents (line ${v.otherLine}) are marked 【再掲】 (relisting), the sheet is not.`,
  possible_relisting: (v) =>
    `${at(v)}Parties, date and title are the same as in ${place(v.other)}, but there is no mark 【再掲】 (relisting). Check whether this is a relisting.`,
  relisting_without_original: (v) => `${at(v)}It is marked 【再掲】 (relisting), but its original was not found.`,
  relisted_copy_differs: (v) =>
    `${at(v)}It differs from its original, ${place(v.original)}, in: ${v.facts.map((fact) => FACTS[fact] ?? fact).join(", ")}.`,
  text_copied: (v) =>
    `${at(v)}“${v.beginning}…” under ${SECTIONS[v.section]} is the same text as in ${v.others.map(place).join(", ")}. ` +
    (v.sameGovernment
      ? "That is another agreement of the same local government."
      : "That is an agreement of another local government. Check that the two were not mixed up."),
  toc_title_differs: (v) =>
    `${at(v)}The title in the contents, “${v.contents}”, does not agree with the title on the sheet (line ${v.sheetLine}), “${v.sheet}”.`,
  toc_party_differs: (v) =>
    `${at(v)}The parties in the contents, “${v.contents.join(", ")}”, are not those on the sheet (line ${v.sheetLine}), “${v.sheet.join(", ")}”.`,
  toc_order_differs: (v) =>
    v.kind === "entries"
      ? `${at(v)}The contents list it as number ${v.contentsNumber}. Contents and sheet (line ${v.sheetLine}) are in a different order.`
      : `${at(v)}The order of the parties differs between the contents (“${v.contents.join(", ")}”) and the sheet (“${v.sheet.join(", ")}”).`,
  toc_entry_missing: (v) => `${at(v)}There is a sheet, but it is not in the contents.`,
  table_cell_differs: (v) =>
    `In the ${TABLES[v.table]}, “${v.row}”, ${column(v.column)}, ${formatTally(v.printed)} is printed, but ${recount(v)}.`,
  table_sum_wrong: (v) =>
    v.along === "cell"
      ? `In the ${TABLES[v.table]}, “${v.row}”, ${column(v.column)}, there are more relistings (${v.printed}) than listings (${v.computed}).`
      : `In the ${TABLES[v.table]}, “${v.row}”, ${column(v.column)}, the ${MEASURES[v.measure]} is printed as ${v.printed}, but the ${v.along === "row" ? "row" : "column"} adds up to ${v.computed}.`,
  label_differs: (v) => `${PLACES[v.where]}, “${v.label}”, is not the standard wording “${v.standard}”.`,
  number_damaged: (v) =>
    `${at(v)}“${v.asPrinted}” was read as “${v.read}”, without blanks between digits and full-width digits.`,
  mixed_script: (v) => `${at(v)}“${v.text}” holds characters that are not Japanese: “${v.found}”.`,
  sheets_missing: (v) =>
    `Sheets that the contents of ${v.field} list, but this document does not hold: ${listRanges(v.numbers)}.`,
} satisfies Messages;

function at({ field, number }: Readonly<{ field: string | null; number: number | null }>): string {
  if (field === null && number === null) return "";
  return `${field ?? ""}${number ?? ""}: `;
}

function place({ field, number, line }: ListingPlace): string {
  return `${field}${number} (line ${line})`;
}

function column(name: Column): string {
  return name === TOTAL_COLUMN ? "total" : `column ${name}`;
}

function recount({ printed, recounted, recountedByMarks, recountedByContents }: CellValues): string {
  if (isSameTally(printed, recounted) && recountedByContents !== undefined) {
    return `counted by the contents it is ${formatTally(recountedByContents)}`;
  }
  const counts = [
    recountedByMarks === undefined ? "" : `by the marks of relistings ${formatTally(recountedByMarks)}`,
    recountedByContents === undefined ? "" : `by the contents ${formatTally(recountedByContents)}`,
  ].filter((count) => count !== "");
  return `counted again it is ${formatTally(recounted)}${counts.length === 0 ? "" : ` (${counts.join(", ")})`}`;
}

/** 1–3, 5 */
function listRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
