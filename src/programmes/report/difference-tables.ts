/**
 * 「前年度報告との差」: what began, what has nothing for this year, which statuses changed, and figures side by side.
 *
 * Figures are compared by the rules of `compare-years`: one that counts a part of its year is shown, and not subtracted.
 */
import type { Block, TableCell } from "../../documents/document.ts";
import { compareYears, type FigureComparison } from "../compare-years.ts";
import type { YearEntry, YearQuantity } from "../programme-year.ts";
import type { YearStatus } from "../year-status.ts";
import { dateInEnglish } from "./english-date.ts";
import { printDate } from "./era-date.ts";
import { type ReportLanguage, reportWords } from "./report-words.ts";
import type { ReportedProgramme } from "./reported-programmes.ts";
import { paragraph, type ReportYear, tableOf } from "./summary-tables.ts";

export function differenceBlocks(year: ReportYear): readonly Block[] {
  const { captions, header, nothing } = reportWords[year.lang];
  const changes = year.reported.flatMap((one) => changesOf(one, year));
  const figures = year.reported.flatMap((one) => figuresOf(one, year.lang));
  return [
    changes.length === 0
      ? paragraph(nothing.changes)
      : tableOf(
          captions.changes,
          [header.number, header.title, header.change, header.before, header.after],
          [0.6, 2.4, 1.3, 1.7, 1.7],
          changes,
        ),
    figures.length === 0
      ? paragraph(nothing.figures)
      : tableOf(
          captions.figures,
          [header.number, header.title, header.figure, header.before, header.after, header.difference],
          [0.7, 2, 1.6, 1.5, 1.5, 1.8],
          figures,
        ),
  ];
}

/** The programme before the year of the report: in the report of the year before it stood as a plan. */
function changesOf(one: ReportedProgramme, { fiscalYear, lang }: ReportYear): readonly (readonly TableCell[])[] {
  const { changes, programme, yearColumn } = reportWords[lang];
  const { facts, number, previous, current } = one;
  const says = (entry: YearEntry | null) =>
    entry === null ? "" : `${programme.status[entry.status]}（${yearColumn(entry.fiscalYear, entry.column)}）`;
  const row = (change: string, before: YearEntry | null, after: YearEntry | null) => [
    ...[`${number}`, facts.title, change],
    ...[says(before), says(after)],
  ];
  if (previous === null) {
    const isNew = facts.startFiscalYear?.fiscalYear === fiscalYear;
    return [row(isNew ? changes.started : changes.notBefore, null, current)];
  }
  if (current === null) return [row(changes.ended, previous, null)];
  const planned = facts.years.find((entry) => entry.fiscalYear === fiscalYear - 1 && entry.column !== "result");
  const isOther = planned !== undefined && previous.column === "result" && isOtherThanPlanned(planned, previous);
  return [
    ...(isOther ? [row(changes.fromPlan, planned, previous)] : []),
    ...(isSameCourse(previous, current) ? [] : [row(changes.status, previous, current)]),
  ];
}

const TOOK_PLACE: readonly YearStatus[] = ["held", "held_in_writing"];
const GOES_ON: readonly YearStatus[] = ["planned", "planned_or_held", "in_progress", "held"];

/** What took place last year and is planned or under way this year has not changed: a plan is no result yet. */
function isSameCourse(previous: YearEntry, current: YearEntry): boolean {
  if (previous.status === current.status) return true;
  return TOOK_PLACE.includes(previous.status) && GOES_ON.includes(current.status);
}

/** A plan that was held is no difference. */
function isOtherThanPlanned(planned: YearEntry, result: YearEntry): boolean {
  const isKept = ["planned", "planned_or_held", "in_progress"].includes(planned.status) && result.status === "held";
  return !isKept && planned.status !== result.status;
}

function figuresOf(
  { number, facts, previous, current }: ReportedProgramme,
  lang: ReportLanguage,
): readonly (readonly TableCell[])[] {
  if (previous === null || current === null) return [];
  return compareYears(previous, current).map((figure) => [
    ...[`${number}`, facts.title, nameOf(figure)],
    ...[figureCell(figure.before, lang), figureCell(figure.after, lang), differenceCell(figure, lang)],
  ]);
}

function nameOf({ item, label }: FigureComparison): string {
  return item === null || label.startsWith(item) ? label : `${item} ${label}`;
}

function figureCell(quantity: YearQuantity | null, lang: ReportLanguage): TableCell {
  const words = reportWords[lang];
  if (quantity === null) return words.notStated;
  const { value, range, unit, isApproximate, asOf } = quantity;
  const digits = (one: number | null) => (one === null ? "" : one.toLocaleString("en"));
  const amount = range === null ? digits(value) : `${digits(range.from)}～${digits(range.to)}`;
  const when = asOf === null ? "" : `（${lang === "ja" ? printDate(asOf) : dateInEnglish(asOf)}）`;
  const content = `${isApproximate ? words.approximately : ""}${amount}${unit ?? ""}${when}`;
  // the number of a part of a year is read with its day, in a spreadsheet too
  if (when !== "") return { content, align: "end" };
  return value === null ? content : { content, value };
}

function differenceCell(figure: FigureComparison, lang: ReportLanguage): TableCell {
  const { programme, approximately } = reportWords[lang];
  if (figure.kind === "not_comparable") return programme.notComparable[figure.reason];
  const { difference, isApproximate } = figure;
  const sign = difference > 0 ? "+" : "";
  return {
    content: `${isApproximate ? approximately : ""}${sign}${difference.toLocaleString("en")}`,
    value: difference,
  };
}
