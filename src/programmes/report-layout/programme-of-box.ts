/** One box of the report as a programme record, with everything in it that was not understood as findings. */

import type { Place } from "../../kernel/finding.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { checkProgramme } from "../check-programme.ts";
import { type Partner, type ProgrammeRecord, shortTitle } from "../programme.ts";
import { postsOf, type YearColumn, type YearEntry } from "../programme-year.ts";
import { readRecurrence } from "../recurrence.ts";
import type { Box, BoxLine } from "./boxes.ts";
import { find, type ReportFinding } from "./findings.ts";
import { joinLines, type LogicalLine } from "./logical-lines.ts";
import { readOperator } from "./operator.ts";
import {
  countriesListed,
  locate,
  mergePartners,
  partnerAtEdge,
  partnersInAgreements,
  readPartners,
  renamedBy,
} from "./partners.ts";
import { readRelations } from "./relations.ts";
import { readRemarks } from "./remarks.ts";
import { readStart } from "./start-year.ts";
import { saysNotStated } from "./status-words.ts";
import { parentOf, readTitle, splitNumber } from "./title.ts";
import { readYear, type YearReading } from "./year-entry.ts";

export type BoxReading = Readonly<{
  record: ProgrammeRecord;
  findings: readonly ReportFinding[];
  /** 備考 names the partners: nothing is added to them. */
  arePartnersStated: boolean;
}>;

/** `placeOf` names the line on which a wording stands, or the key of the cell. */
type YearInBox = YearReading & Readonly<{ at: Place; placeOf: (asPrinted: string) => Place }>;

export function readBox(box: Box, columnWidth: number | null): BoxReading {
  const linesOf = (kind: "title" | "start" | "overview" | "remarks"): readonly LogicalLine[] =>
    joinLines(partLines(box, kind), columnWidth);
  const remarks = readRemarks(linesOf("remarks"));
  const { parentTitle } = remarks;
  const printed = readTitle(linesOf("title"));
  const { number, ...named } =
    box.number === null ? splitNumber(printed.title) : { number: box.number, title: printed.title };
  const title = {
    ...{ ...printed, ...named, parentTitle: parentOf(named.title) },
    ...(parentTitle === undefined ? {} : { parentTitle }),
  };
  const overview = textOf(linesOf("overview"));
  const { start: startFiscalYear, rest: behindStart } = readStart(linesOf("start"));
  const partners =
    remarks.partners ?? renamedBy(title.titleNote ?? "", readPartners(title.title, title.parentTitle, overview));
  const years = yearParts(box).map(({ key, at, lines }): YearInBox => {
    const cell = { fiscalYear: key.fiscalYear, column: key.column, lines: joinLines(lines, columnWidth) };
    return { ...readYear(cell, { title: shortTitle(title), partners }), at, placeOf: placeIn(lines, at) };
  });
  const entries = years.map(({ entry }) => entry);
  const record: ProgrammeRecord = {
    ...{ kind: "programme", number, ...title, startFiscalYear, section: box.section, overview },
    recurrence:
      remarks.recurrence === undefined
        ? (readRecurrence(overview ?? "") ?? recurrenceOfYears(entries))
        : remarks.recurrence,
    operator:
      remarks.operator === undefined
        ? readOperator([overview ?? "", ...entries.flatMap(({ notes }) => notes)].join("\n"))
        : remarks.operator,
    ...{
      fields: [],
      partners: remarks.partners ?? withYears(partners, entries),
      agreementIds: [],
    },
    years: entries,
    relations: remarks.relations ?? [
      ...readRelations(title.titleNote ?? ""),
      ...readRelations(overview ?? ""),
      ...years.flatMap(({ relations }) => relations),
    ],
    lines: box.lines,
  };
  const lost = [
    ...behindStart.map(({ text, at }) => find("line_unread", at, { text })),
    ...remarks.others.map(({ text, at }) =>
      find("key_unknown", at, { number: record.number, title: record.title, key: "備考", text }),
    ),
  ];
  return {
    ...{ record, findings: [...findInBox(box, record, years), ...lost] },
    arePartnersStated: remarks.partners !== undefined,
  };
}

function placeIn(lines: readonly BoxLine[], at: Place): (asPrinted: string) => Place {
  const bare = (text: string) => text.replace(/\s+/gu, "");
  const bareLines = lines.map((line) => ({ at: line.at, text: bare(line.text) }));
  return (asPrinted) => {
    const said = bare(asPrinted).slice(0, 12);
    return bareLines.find(({ text }) => said !== "" && text.includes(said))?.at ?? at;
  };
}

function partLines({ parts }: Box, kind: "title" | "start" | "overview" | "remarks"): readonly BoxLine[] {
  return parts.filter(({ key }) => key.kind === kind).flatMap(({ lines }) => (isNotStated(lines) ? [] : lines));
}

function isNotStated(lines: readonly BoxLine[]): boolean {
  return saysNotStated(lines.map(({ text }) => text).join(""));
}

function yearParts({ parts }: Box) {
  return parts.flatMap(({ key, at, lines }) =>
    key.kind === "year" && !isNotStated(lines) ? [{ key, at, lines }] : [],
  );
}

function textOf(lines: readonly LogicalLine[]): string | null {
  return lines.length === 0 ? null : lines.map(({ text }) => text).join("\n");
}

/** 隔年実施のため計画なし says it where the overview does not. */
function recurrenceOfYears(entries: readonly YearEntry[]) {
  return (
    entries.map(({ reasonAsPrinted }) => readRecurrence(reasonAsPrinted ?? "")).find((found) => found !== null) ?? null
  );
}

/** Countries that the years name (of people, of posts, in lists, of clubs), unless a body of that country is there. */
function withYears(own: readonly Partner[], entries: readonly YearEntry[]): readonly Partner[] {
  const agreed = entries.flatMap(({ text }) => partnersInAgreements(text.replaceAll("\n", "，")));
  const bodies = locate(mergePartners([...own, ...agreed]));
  const listed = entries.flatMap(({ text }) => countriesListed(text));
  const clubs = entries.flatMap(({ items }) =>
    items.filter(({ level }) => level === 2).flatMap(({ label }) => partnerAtEdge(label) ?? []),
  );
  const countries = [...listed, ...clubs].filter(({ name, country }, index, all) => {
    const isSame = (other: Partner) => (country === null ? other.name === name : other.country === country);
    return all.findIndex(isSame) === index && !bodies.some(isSame);
  });
  return [...bodies, ...countries];
}

function findInBox(box: Box, record: ProgrammeRecord, years: readonly YearInBox[]): readonly ReportFinding[] {
  const { number, title } = record;
  const of = { number, title };
  const start = record.startFiscalYear;
  return [
    ...(title === "" ? [find("title_missing", box.at, { number })] : []),
    ...(number === null ? [find("number_missing", box.at, of)] : []),
    ...(start === null ? [find("start_year_missing", box.at, of)] : []),
    ...(start !== null && start.fiscalYear === null
      ? [find("start_year_unreadable", atOf(box, "start"), { ...of, asPrinted: start.asPrinted })]
      : []),
    ...(record.overview === null ? [find("overview_missing", box.at, of)] : []),
    ...(years.length === 0 ? [find("years_missing", box.at, of)] : []),
    ...box.unknown.map(({ key, text, at }) => find("key_unknown", at, { ...of, key, text })),
    ...twice(box).map(({ key, at }) => find("part_twice", at, { ...of, key })),
    ...years.flatMap((year) => findInYear(record, year)),
    ...disagreements(record, (fiscalYear, column, code, said) => {
      const own = years.filter(({ entry }) => entry.fiscalYear === fiscalYear && entry.column === column);
      return (code === "year_twice" ? own.at(-1) : own[0])?.placeOf(said) ?? box.at;
    }),
  ];
}

function atOf(box: Box, kind: string): Place {
  return box.parts.find(({ key }) => key.kind === kind)?.at ?? box.at;
}

function twice({ parts }: Box): readonly Readonly<{ key: string; at: Place }>[] {
  const names = { start: "開始年度", overview: "事業概要", title: "事業名", remarks: "備考", year: "" } as const;
  return parts.flatMap(({ key, at }, index) => {
    const isSecond = key.kind !== "year" && parts.findIndex((other) => other.key.kind === key.kind) < index;
    return isSecond ? [{ key: names[key.kind], at }] : [];
  });
}

function findInYear(record: ProgrammeRecord, { entry, unread, at, placeOf }: YearInBox): readonly ReportFinding[] {
  const { number, title, partners } = record;
  const { fiscalYear, column, events } = entry;
  const of = { number, title, fiscalYear, column };
  const renamed = events.flatMap(({ name: event }) =>
    partners.flatMap(({ name, formerName }) =>
      formerName !== null && event.includes(formerName) && !event.includes(name)
        ? [find("former_name_kept", placeOf(event), { ...of, event, name, formerName })]
        : [],
    ),
  );
  return [
    ...(unread.isBlank ? [find("year_blank", at, of)] : []),
    ...unread.dates.map(({ text, code }) =>
      find("date_unreadable", placeOf(text), { ...of, asPrinted: text, problem: code }),
    ),
    ...unread.undated.map((asPrinted) =>
      find("date_unreadable", placeOf(asPrinted), { ...of, asPrinted, problem: "date_not_recognised" }),
    ),
    ...unread.weekdays.map((weekday) => find("weekday_contradicts", placeOf(weekday.asPrinted), { ...of, ...weekday })),
    ...unread.figures.map((asPrinted) => find("figure_unreadable", placeOf(asPrinted), { ...of, asPrinted })),
    ...unread.countries.map((name) => find("country_unknown", placeOf(name), { ...of, name })),
    ...renamed,
    ...findInPosts(entry, at, of),
  ];
}

/** CIR４名の受入れ above a list of three. */
function findInPosts(
  entry: YearEntry,
  at: Place,
  of: Readonly<{ number: number | null; title: string; fiscalYear: number; column: string }>,
): readonly ReportFinding[] {
  const posts = postsOf(entry);
  const said = entry.quantities.find(({ label }) => posts.some((post) => post.title === label))?.value ?? null;
  return posts.length === 0 || said === null || said === posts.length
    ? []
    : [find("posts_differ", at, { ...of, said, listed: posts.length })];
}

type FindPlace = (fiscalYear: FiscalYear, column: YearColumn, code: string, said: string) => Place;

/** The rules over the facts, as findings. `placeOf` gets a wording to look for in that year's cell. */
export function disagreements(record: ProgrammeRecord, placeOf: FindPlace): readonly ReportFinding[] {
  const { number, title } = record;
  return checkProgramme(record).map(({ code, fiscalYear, column, values }) => {
    const said = wordingOf(values);
    const at = placeOf(fiscalYear, column, code, said ?? "");
    // Each code carries its own values; the union of codes and values is one table in `codes`.
    return find(code, at, { number, title, fiscalYear, column, ...values } as never);
  });
}

/** What to look for in the cell: 中国籍, the total of an inner count without its item, else the first wording. */
function wordingOf(values: Readonly<Record<string, unknown>>): string | undefined {
  if (isText(values.nationality)) return `${values.nationality}籍`;
  if (isText(values.total)) return values.total.split(" ").at(-1);
  return Object.values(values).find(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
