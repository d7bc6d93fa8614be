/**
 * What the facts of a draft show to be wrong or missing, whether they were read or corrected. What was noticed about
 * the print itself (a line that belongs to nothing, a date that is none) cannot be seen in facts and is not repeated.
 */
import type { Finding } from "../../kernel/finding.ts";
import { checkProgramme } from "../check-programme.ts";
import { findEventDates } from "../event-dates.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { postsOf, type YearEntry } from "../programme-year.ts";
import { find, type ReportFinding } from "../report-layout/findings.ts";

export function checkDraft(facts: ProgrammeFacts): readonly ReportFinding[] {
  const { number, title, startFiscalYear: start } = facts;
  const of = { number, title };
  return [
    ...(title === "" ? [find("title_missing", {}, { number })] : []),
    ...(number === null ? [find("number_missing", {}, of)] : []),
    ...(start === null ? [find("start_year_missing", {}, of)] : []),
    ...(start !== null && start.fiscalYear === null
      ? [find("start_year_unreadable", {}, { ...of, asPrinted: start.asPrinted })]
      : []),
    ...(facts.overview === null ? [find("overview_missing", {}, of)] : []),
    ...(facts.years.length === 0 ? [find("years_missing", {}, of)] : []),
    ...facts.years.flatMap((entry) => checkEntry(facts, entry)),
    ...checkProgramme(facts).map(({ code, fiscalYear, column, values }) => {
      const entry = facts.years.find((one) => one.fiscalYear === fiscalYear && one.column === column);
      // Each code carries its own values; the union of codes and values is one table in `codes`.
      return find(code, placeOf(entry), { ...of, fiscalYear, column, ...values } as never);
    }),
  ];
}

function placeOf(entry: YearEntry | undefined) {
  return entry?.lines == null ? {} : { line: entry.lines[0] };
}

function checkEntry({ number, title, partners }: ProgrammeFacts, entry: YearEntry): readonly ReportFinding[] {
  const { fiscalYear, column, events, quantities } = entry;
  const of = { number, title, fiscalYear, column };
  const at = placeOf(entry);
  const weekdays = events.flatMap(({ date }) =>
    date === null
      ? []
      : findEventDates(date.asPrinted, fiscalYear).dates.flatMap(({ wrongWeekdays }) =>
          wrongWeekdays.map((weekday) =>
            find("weekday_contradicts", at, { ...of, ...weekday, asPrinted: date.asPrinted }),
          ),
        ),
  );
  const renamed = events.flatMap(({ name: event }) =>
    partners.flatMap(({ name, formerName }) =>
      formerName !== null && event.includes(formerName) && !event.includes(name)
        ? [find("former_name_kept", at, { ...of, event, name, formerName })]
        : [],
    ),
  );
  const posts = postsOf(entry);
  const said = quantities.find(({ label }) => posts.some((post) => post.title === label))?.value ?? null;
  const differ =
    posts.length === 0 || said === null || said === posts.length
      ? []
      : [find("posts_differ", at, { ...of, said, listed: posts.length })];
  return [...weekdays, ...renamed, ...differ];
}

/** Number and title name the programme, and a weekday may be printed with more or less around it. */
export function keyOfFinding({ code, values }: Pick<Finding, "code" | "values">): string {
  const { number: _number, title: _title, ...rest } = values;
  const { asPrinted: _asPrinted, ...weekday } = rest;
  const said = code === "weekday_contradicts" ? weekday : rest;
  return JSON.stringify([code, ...Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}
