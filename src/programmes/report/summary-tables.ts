/** Tables behind the boxes: statuses, events by month, people by country, money. Every number is counted from the records. */
import type { Block, Table, TableCell } from "../../documents/document.ts";
import { countryName } from "../../kernel/country.ts";
import { DIRECTIONS, type YearEntry, type YearEvent } from "../programme-year.ts";
import { isActive, YEAR_STATUSES } from "../year-status.ts";
import { dateInEnglish } from "./english-date.ts";
import { composeDate } from "./era-date.ts";
import { type ReportLanguage, reportWords } from "./report-words.ts";
import type { ReportedProgramme } from "./reported-programmes.ts";

export type ReportYear = Readonly<{
  fiscalYear: number;
  reported: readonly ReportedProgramme[];
  lang: ReportLanguage;
}>;

export function tableOf(
  caption: string,
  header: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly TableCell[])[],
): Table {
  const isNumber = (cell: TableCell | undefined) => typeof cell === "object" && cell.value !== undefined;
  const columns = widths.map((width, column) =>
    rows.every((row) => isNumber(row[column])) ? ({ width, align: "end" } as const) : { width },
  );
  return { kind: "table", caption, columns, headerRows: [header], rows, hasRowHeader: true };
}

export function paragraph(content: string): Block {
  return { kind: "paragraph", content };
}

const SIDES = ["previous", "current"] as const;

export function statusBlocks({ fiscalYear, reported, lang }: ReportYear): readonly Block[] {
  const { header, programme, year, yearColumn, notStated } = reportWords[lang];
  const count = (side: (typeof SIDES)[number], status: string) =>
    reported.filter((one) => one[side]?.status === status).length;
  const used = YEAR_STATUSES.filter((status) => SIDES.some((side) => count(side, status) > 0));
  const blank = SIDES.map((side) => reported.filter((one) => one[side] === null).length);
  const counts = [
    ...used.map((status): readonly TableCell[] => [
      programme.status[status],
      ...SIDES.map((side) => number(count(side, status))),
    ]),
    ...(blank.some((one) => one > 0) ? [[notStated, ...blank.map((one) => number(one))]] : []),
  ];
  const cell = (entry: YearEntry | null) =>
    entry === null
      ? notStated
      : [`${programme.status[entry.status]}`, entry.reasonAsPrinted].filter((text) => text !== null).join("\n");
  const columns = SIDES.map((side, index) => {
    const known = [...new Set(reported.flatMap((one) => one[side]?.column ?? []))];
    const [only] = known;
    return known.length === 1 && only !== undefined
      ? yearColumn(fiscalYear - 1 + index, only)
      : year(fiscalYear - 1 + index);
  });
  const years = [year(fiscalYear - 1), year(fiscalYear)];
  return [
    tableOf(header.programmes, [header.status, ...years], [2, 1, 1], counts),
    tableOf(
      header.title,
      [header.number, header.title, ...columns],
      [0.5, 2.5, 2, 2],
      reported.map((one) => [`${one.number}`, one.facts.title, cell(one.previous), cell(one.current)]),
    ),
  ];
}

export function number(value: number): TableCell {
  return { content: value.toLocaleString("en"), value };
}

type CountedEvent = Readonly<{ event: YearEvent; reported: ReportedProgramme }>;

function eventsOf(reported: readonly ReportedProgramme[], side: (typeof SIDES)[number]): readonly CountedEvent[] {
  return reported.flatMap((one) =>
    (one[side]?.events ?? [])
      .filter(({ status, isEstimate }) => isActive(status) && !isEstimate)
      .map((event) => ({ event, reported: one })),
  );
}

/** Null for an event of which the month is not known. */
function monthOf({ date }: YearEvent): number | null {
  return date?.from != null && (date.precision === "day" || date.precision === "month")
    ? Number(date.from.slice(5, 7))
    : null;
}

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3, null] as const;

export function eventBlocks({ fiscalYear, reported, lang }: ReportYear): readonly Block[] {
  const words = reportWords[lang];
  const { header } = words;
  const sides = SIDES.map((side) => eventsOf(reported, side));
  if (sides.every((side) => side.length === 0)) return [paragraph(words.nothing.events)];
  const counted = (side: readonly CountedEvent[], month: number | null) =>
    side.filter(({ event }) => monthOf(event) === month).length;
  const rows = MONTHS.filter((month) => month !== null || sides.some((side) => counted(side, null) > 0)).map(
    (month): readonly TableCell[] => [
      month === null ? words.withoutMonth : words.monthOf(month),
      ...sides.map((side) => number(counted(side, month))),
    ],
  );
  const total = [words.total, ...sides.map((side) => number(side.length))];
  const years = [words.year(fiscalYear - 1), words.year(fiscalYear)];
  return [
    paragraph(words.eventsCounted),
    tableOf(words.captions.events, [header.month, ...years], [2, 1, 1], [...rows, total]),
    ...sides.flatMap((side, index) => (side.length === 0 ? [] : [listOfEvents(side, years[index] ?? "", lang)])),
  ];
}

function listOfEvents(events: readonly CountedEvent[], year: string, lang: ReportLanguage): Table {
  const { header, notStated } = reportWords[lang];
  const ordered = events.toSorted((a, b) => orderOf(a) - orderOf(b));
  const rows = ordered.map(({ event, reported }) => [
    event.date === null ? notStated : lang === "ja" ? composeDate(event.date) : dateInEnglish(event.date),
    event.name,
    event.place ?? notStated,
    `${reported.number}`,
  ]);
  return tableOf(year, [header.date, header.name, header.place, header.number], [2, 3, 2, 0.5], rows);
}

function orderOf({ event }: CountedEvent): number {
  return event.date?.from == null ? Infinity : Date.parse(event.date.from);
}

export function peopleBlocks({ fiscalYear, reported, lang }: ReportYear): readonly Block[] {
  const words = reportWords[lang];
  const { header } = words;
  const rows = SIDES.flatMap((side, index) => {
    const people = reported.flatMap((one) => (one[side]?.people ?? []).map((own) => ({ ...own, number: one.number })));
    return DIRECTIONS.flatMap((direction) => {
      const groups = [
        ...Map.groupBy(
          people.filter((one) => one.direction === direction),
          ({ country }) => country,
        ),
      ];
      return groups
        .map(([country, own]) => ({ country, own, count: own.reduce((sum, one) => sum + one.count, 0) }))
        .toSorted((a, b) => b.count - a.count)
        .map(({ country, own, count }): readonly TableCell[] => [
          words.year(fiscalYear - 1 + index),
          words.programme.direction[direction],
          country === null ? words.countryUnknown : countryName(country, lang),
          {
            content: `${words.persons(count)}${own.some(({ plan }) => plan !== false) ? `（${words.includesPlan}）` : ""}`,
            value: count,
          },
          [...new Set(own.map((one) => one.number))].join(", "),
        ]);
    });
  });
  if (rows.length === 0) return [paragraph(words.nothing.people)];
  const head = [header.year, header.direction, header.country, header.people, header.number];
  return [paragraph(words.peopleCounted), tableOf(words.captions.people, head, [1.2, 1, 2, 1.6, 1], rows)];
}

export function budgetBlocks({ fiscalYear, reported, lang }: ReportYear): readonly Block[] {
  const words = reportWords[lang];
  const { header, notStated } = words;
  const columns = [fiscalYear - 1, fiscalYear].flatMap((of) =>
    (["plannedYen", "settledYen"] as const).map((kind) => ({
      header: `${words.year(of)}\n${kind === "plannedYen" ? header.planned : header.settled}`,
      amountOf: (one: ReportedProgramme) => amountIn(one, of, kind),
    })),
  );
  const stated = reported.filter((one) => columns.some(({ amountOf }) => amountOf(one) !== null));
  if (stated.length === 0) return [paragraph(words.nothing.budget)];
  const money = (amount: number | null): TableCell =>
    amount === null ? notStated : { content: words.yen(amount), value: amount };
  const rows = stated.map((one) => [
    `${one.number}`,
    one.facts.title,
    ...columns.map(({ amountOf }) => money(amountOf(one))),
  ]);
  const totals = columns.map(({ amountOf }) => {
    const amounts = stated.map(amountOf).filter((amount) => amount !== null);
    return amounts.length === 0 ? notStated : money(amounts.reduce((sum, amount) => sum + amount, 0));
  });
  return [
    tableOf(
      words.tables.budget,
      [header.number, header.title, ...columns.map((column) => column.header)],
      [0.5, 2.5, 1.3, 1.3, 1.3, 1.3],
      [...rows, ["", words.totalOf(stated.length, reported.length), ...totals]],
    ),
  ];
}

/** In whichever column of the year it was entered. */
function amountIn({ facts }: ReportedProgramme, fiscalYear: number, kind: "plannedYen" | "settledYen"): number | null {
  const own = facts.years.filter((entry) => entry.fiscalYear === fiscalYear);
  return own.map(({ budget }) => budget?.[kind] ?? null).findLast((amount) => amount !== null) ?? null;
}
