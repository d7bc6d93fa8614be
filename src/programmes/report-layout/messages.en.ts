/** Findings of a programme report in English. */
import { columnWords, weekdayInEnglish } from "../messages.en.ts";
import type { YearColumn } from "../programme-year.ts";
import type { Messages } from "./messages.ja.ts";

type OfProgramme = Readonly<{ number: number | null; title: string }>;
type InYear = OfProgramme & Readonly<{ fiscalYear: number; column: string }>;

const of = ({ number, title }: OfProgramme) => `Programme ${number ?? ""} "${title}": `;
// Columns come from the model; the values of a finding keep them as text.
const inYear = (values: InYear) =>
  `${of(values)}FY${values.fiscalYear} ${columnWords[values.column as YearColumn] ?? values.column}: `;

export const messages: Messages = {
  title_missing: ({ number }) => `The title of programme ${number ?? ""} cannot be read. Please check the original.`,
  number_jumps: (v) => `${of(v)}number ${v.number} follows ${v.before}. Please check whether one is missing.`,
  number_missing: (v) => `${of(v)}it has no number.`,
  start_year_missing: (v) => `${of(v)}no start fiscal year is given.`,
  start_year_unreadable: (v) => `${of(v)}"${v.asPrinted}" cannot be read as a fiscal year.`,
  overview_missing: (v) => `${of(v)}no overview is given.`,
  years_missing: (v) => `${of(v)}neither results nor plans were found.`,
  year_blank: (v) => `${inYear(v)}nothing is written there.`,
  part_twice: (v) => `${of(v)}"${v.key}" appears twice. The later text was added to the earlier one.`,
  key_unknown: (v) => `${of(v)}the row "${v.key}" cannot be read. It says "${v.text}".`,
  line_unread: ({ text }) => `This line belongs to no programme that was recognised: "${text}"`,
  year_key_unknown: ({ text }) =>
    `It cannot be told which fiscal year “${text}” is about. Write the year into the title or the heading of the column.`,
  date_unreadable: (v) => `${inYear(v)}"${v.asPrinted}" cannot be read as a date.`,
  weekday_contradicts: (v) =>
    `${inYear(v)}"${v.asPrinted}" says ${weekdayInEnglish(v.said)}, but ${v.day} is a ${weekdayInEnglish(v.is)}.`,
  figure_unreadable: (v) => `${inYear(v)}no number can be read in "${v.asPrinted}".`,
  country_unknown: (v) => `${inYear(v)}the country or region "${v.name}" is not known.`,
  former_name_kept: (v) =>
    `${inYear(v)}"${v.event}" keeps the former name "${v.formerName}" of ${v.name}. It was left so.`,
  posts_differ: (v) => `${inYear(v)}${v.said} people are stated, ${v.listed} are listed.`,
  amount_unreadable: (v) => `${of(v)}"${v.asPrinted}" under "${v.header}" cannot be read as a number.`,
  fiscal_year_unknown: ({ sheet }) =>
    `The fiscal year of ${sheet === "" ? "this table" : `sheet "${sheet}"`} is not stated. A row or column has to name it.`,
  column_unknown: ({ header, rows }) => `The column "${header}" cannot be read (${rows} rows). It was kept as a note.`,
  total_differs: ({ header, printed, sum }) =>
    `The total of "${header}" is printed as ${printed}; the rows add up to ${sum}.`,
  result_before_start: (v) => `${inYear(v)}it is before the start in FY${v.startFiscalYear}.`,
  year_twice: (v) => `${inYear(v)}the column appears twice.`,
  periods_overlap: (v) => `${inYear(v)}the periods "${v.first}" and "${v.second}" of "${v.name}" overlap.`,
  date_outside_fiscal_year: (v) => `${inYear(v)}the date "${v.asPrinted}" of "${v.name}" lies outside that year.`,
  people_negative: (v) => `${inYear(v)}"${v.label}" is ${v.value}, less than zero.`,
  inner_count_larger: (v) => `${inYear(v)}"${v.label}" (${v.value}) is larger than "${v.total}" (${v.totalValue}).`,
  breakdown_differs: (v) => `${inYear(v)}"${v.label}" is ${v.total}, its parts add up to ${v.sum}.`,
  duration_contradicts: (v) => `${inYear(v)}"${v.asPrinted}" says ${v.said}; counted, it is ${v.counted}.`,
  service_year_jumps: (v) =>
    `${inYear(v)}${v.nationality}: year ${v.after} of service, but the year before it was ${v.before}.`,
  edition_jumps: (v) => `${inYear(v)}"${v.name}" is number ${v.after}; the year before it was number ${v.before}.`,
};
