/** What an officer reads in English about a row of a table. */
import type { tableSentences as ja } from "./messages.ja.ts";

const sides = { japan: "Japanese", foreign: "foreign" } as const;

export const tableSentences: typeof ja = {
  title_missing: () => "There is no title. Enter one and the row can be accepted.",
  party_missing: ({ side }) => `There is no name on the ${sides[side]} side. Each side needs at least one.`,
  country_unknown: ({ name }) =>
    `The country or region of “${name}” is not known. Choose one, or leave it as not known.`,
  date_unreadable: ({ asPrinted }) => `“${asPrinted}” could not be read as a date. It is kept as written.`,
  era_year_conflict: ({ asPrinted, eraYear, westernYear }) =>
    `In “${asPrinted}” the era year (${eraYear}) and the western year (${westernYear}) disagree. The date follows the era year.`,
  field_unknown: ({ label }) => `It is not clear which of the fields ① to ⑨ “${label}” is.`,
  row_duplicated: ({ firstSheet, firstRow }) =>
    `Title, both sides and date are the same as in row ${firstRow}${firstSheet === "" ? "" : ` of the sheet “${firstSheet}”`}. One agreement may be written twice.`,
};

export const noHeaderRow =
  "No header row was found. At least two of the columns for title, Japanese side and foreign side need a header.";
