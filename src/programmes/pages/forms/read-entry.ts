/**
 * Reads what was typed for a fiscal year into an entry. What cannot be read is a problem with its field and nothing is
 * saved; what can be read and looks wrong (a weekday, an inner count larger than its total) is a doubt, saved only
 * after the person has said so.
 */
import { findCountry } from "../../../kernel/country.ts";
import { checkProgramme, type ProgrammeDisagreement } from "../../check-programme.ts";
import { findEventDates, type SaidWeekday } from "../../event-dates.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { DIRECTIONS, type YearBudget, type YearEntry } from "../../programme-year.ts";
import { withEntry } from "../../recorded-programme.ts";
import type { StatedDate } from "../../stated-date.ts";
import { type ItemStatus, POST_STATUSES, YEAR_STATUSES, type YearStatus } from "../../year-status.ts";
import { type EntryInput, isEmptyRow, type Row, type RowKind } from "./entry-input.ts";

export type EntryProblemCode =
  | "status_missing"
  | "label_missing"
  | "date_not_read"
  | "several_dates"
  | "number_not_read"
  | "number_negative"
  | "count_not_whole"
  | "direction_missing"
  | "amount_not_read";

export type EntryProblem = Readonly<{ /** Id of the control. */ field: string; code: EntryProblemCode; text: string }>;

export type EntryDoubt =
  | Readonly<{ kind: "weekday"; field: string; weekday: SaidWeekday }>
  | Readonly<{ kind: "disagreement"; disagreement: ProgrammeDisagreement }>;

export type ReadEntry = Readonly<{
  entry: YearEntry;
  problems: readonly EntryProblem[];
  doubts: readonly EntryDoubt[];
}>;

/** @param base the entry the form was opened with; its year and column are those of the result. */
export function readEntry(input: EntryInput, base: YearEntry, facts: ProgrammeFacts): ReadEntry {
  const problems: EntryProblem[] = [];
  const doubts: EntryDoubt[] = [];
  const told = (problem: EntryProblem) => problems.push(problem);
  const status = YEAR_STATUSES.find((known) => known === input.status);
  if (status === undefined) told({ field: "status", code: "status_missing", text: "" });
  const context: Context = { base, status: status ?? base.status, told, doubts };
  const entry: YearEntry = {
    ...{ fiscalYear: base.fiscalYear, column: base.column, status: status ?? base.status },
    reasonAsPrinted: orNull(input.reasonAsPrinted),
    items: rows(input, "items").map((row) => readItem(row, context)),
    events: rows(input, "events").map((row) => readEvent(row, context)),
    quantities: rows(input, "quantities").map((row) => readQuantity(row, context)),
    people: rows(input, "people").map((row) => readPeople(row, context)),
    budget: readBudget(input, context),
    notes: linesOf(input.notes),
    text: input.text,
    lines: base.lines,
  };
  return { entry, problems, doubts: [...doubts, ...disagreementsOf(facts, entry)] };
}

/** Only those this entry brings in: what was there before is not asked about again. */
function disagreementsOf(facts: ProgrammeFacts, entry: YearEntry): readonly EntryDoubt[] {
  const known = new Set(checkProgramme(facts).map((one) => JSON.stringify(one)));
  return checkProgramme(withEntry(facts, entry, entry))
    .filter((one) => !known.has(JSON.stringify(one)))
    .map((disagreement) => ({ kind: "disagreement", disagreement }));
}

type Context = Readonly<{
  base: YearEntry;
  status: YearStatus;
  told: (problem: EntryProblem) => void;
  doubts: EntryDoubt[];
}>;

type PlacedRow = Readonly<{ at: (field: string) => string; row: Row; base: number | null }>;

function rows(input: EntryInput, kind: RowKind): readonly PlacedRow[] {
  return input[kind].flatMap((row, index) =>
    isEmptyRow(kind, row)
      ? []
      : [{ at: (field: string) => `${kind}.${index}.${field}`, row, base: row.base === "" ? null : Number(row.base) }],
  );
}

const orNull = (text: string | undefined) => (text === undefined || text.trim() === "" ? null : text);
const linesOf = (text: string) => text.split("\n").flatMap((line) => orNull(line.trim()) ?? []);

function required(placed: PlacedRow, field: string, told: Context["told"]): string {
  const text = (placed.row[field] ?? "").trim();
  if (text === "") told({ field: placed.at(field), code: "label_missing", text: "" });
  return text;
}

function readItem(placed: PlacedRow, { base, status, told }: Context): YearEntry["items"][number] {
  const { row } = placed;
  const was = placed.base === null ? undefined : base.items[placed.base];
  const said: ItemStatus = [...YEAR_STATUSES, ...POST_STATUSES].find((known) => known === row.status) ?? status;
  const postStatus = POST_STATUSES.find((known) => known === said);
  const post = was?.post ?? null;
  return {
    ...{ mark: orNull(row.mark), level: was?.level ?? 1, status: said, reasonAsPrinted: orNull(row.reason) },
    label: was?.label === "" && (row.label ?? "") === "" ? "" : required(placed, "label", told),
    text: row.text ?? "",
    post: post === null || postStatus === undefined ? post : { ...post, status: postStatus },
  };
}

function readEvent(placed: PlacedRow, context: Context): YearEntry["events"][number] {
  const { row } = placed;
  const { base, status, told } = context;
  const was = placed.base === null ? undefined : base.events[placed.base];
  const name = required(placed, "name", told);
  const date = readDate(placed, "date", was?.date ?? null, context);
  const place = orNull(row.place);
  const isSettled = was?.isEstimate === true && date !== null;
  return {
    ...{ name, edition: editionOf(name), date, place },
    status: YEAR_STATUSES.find((known) => known === row.status) ?? status,
    direction: DIRECTIONS.find((known) => known === row.direction) ?? null,
    ...{ related: was?.related ?? [], item: was?.item ?? null },
    isEstimate: was?.isEstimate === true && !isSettled,
  };
}

/** 第24回 */
function editionOf(name: string): number | null {
  const found = /第\s*(\d+)\s*回/u.exec(name.normalize("NFKC"))?.[1];
  return found === undefined ? null : Number(found);
}

function readDate(placed: PlacedRow, field: string, was: StatedDate | null, context: Context): StatedDate | null {
  const text = (placed.row[field] ?? "").trim();
  if (text === "") return null;
  if (was !== null && was.asPrinted === text) return was;
  const { dates } = findEventDates(text, context.base.fiscalYear);
  const [only] = dates;
  if (only === undefined || dates.length > 1) {
    context.told({ field: placed.at(field), code: dates.length > 1 ? "several_dates" : "date_not_read", text });
    return null;
  }
  for (const weekday of only.wrongWeekdays) context.doubts.push({ kind: "weekday", field: placed.at(field), weekday });
  return { ...only.date, asPrinted: text };
}

function readQuantity(placed: PlacedRow, context: Context): YearEntry["quantities"][number] {
  const { row } = placed;
  const was = placed.base === null ? undefined : context.base.quantities[placed.base];
  const said = readAmount(placed, context.told);
  const unit = orNull(row.unit);
  return {
    ...{ label: required(placed, "label", context.told), ...said, unit },
    ...{ isApproximate: was?.isApproximate ?? false, asOf: readDate(placed, "asOf", was?.asOf ?? null, context) },
    ...{ period: was?.period ?? null, subsetOf: orNull(row.subsetOf), plan: planOf(context.base) },
    ...{ item: was?.item ?? null, asPrinted: `${row.value ?? ""}${unit ?? ""}` },
  };
}

/** A plan's numbers are planned and a result's are reached; the column with both says neither. */
function planOf({ column }: YearEntry): boolean | null {
  return column === "plan_including_results" ? null : column === "plan";
}

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

function plainNumber(text: string): string {
  return text.normalize("NFKC").replace(/[,\s]/gu, "");
}

function readAmount(
  placed: PlacedRow,
  told: Context["told"],
): Pick<YearEntry["quantities"][number], "value" | "range"> {
  const field = placed.at("value");
  const text = (placed.row.value ?? "").trim();
  const [first = "", last, ...more] = plainNumber(text).split(/[~〜～]/u);
  const parts = last === undefined ? [first] : [first, last];
  if (more.length > 0 || text === "" || parts.some((part) => part !== "" && !NUMBER.test(part))) {
    told({ field, code: "number_not_read", text });
    return { value: null, range: null };
  }
  if (parts.some((part) => part.startsWith("-"))) told({ field, code: "number_negative", text });
  if (last === undefined) return { value: Number(first), range: null };
  const end = (part: string) => (part === "" ? null : Number(part));
  return { value: null, range: { from: end(first), to: end(last) } };
}

function readPeople(placed: PlacedRow, context: Context): YearEntry["people"][number] {
  const { row } = placed;
  const { base, told } = context;
  const was = placed.base === null ? undefined : base.people[placed.base];
  const direction = DIRECTIONS.find((known) => known === row.direction) ?? null;
  if (direction === null && was?.direction !== null) {
    told({ field: placed.at("direction"), code: "direction_missing", text: "" });
  }
  const text = plainNumber(row.count ?? "").replace(/[人名]$/u, "");
  const isWhole = /^\d+$/u.test(text);
  if (!isWhole) {
    told({ field: placed.at("count"), code: text.startsWith("-") ? "number_negative" : "count_not_whole", text });
  }
  const place = orNull(row.place?.trim());
  const isSamePlace = was !== undefined && was.place === place;
  return {
    ...{ direction, label: orNull(row.label) ?? was?.label ?? row.place ?? "", place },
    country: isSamePlace ? was.country : place === null ? null : (findCountry(place)?.code ?? null),
    ...{ count: isWhole ? Number(text) : 0, plan: planOf(base), asPrinted: was?.asPrinted ?? `${row.count ?? ""}` },
  };
}

function readBudget(input: EntryInput, { base, told }: Context): YearBudget | null {
  const amount = (field: "planned" | "settled") => {
    const text = plainNumber(input[field]).replace(/円$/u, "");
    if (text === "") return null;
    if (!/^\d+$/u.test(text)) told({ field, code: "amount_not_read", text: input[field] });
    return /^\d+$/u.test(text) ? Number(text) : null;
  };
  const sources = linesOf(input.sources).flatMap((line) => {
    const found = /^(?<name>.+?)[\s:：]+(?<amount>[\d,，]+)円?$/u.exec(line.normalize("NFKC"))?.groups;
    if (found === undefined) told({ field: "sources", code: "amount_not_read", text: line });
    return found === undefined ? [] : [{ name: found.name ?? "", amountYen: Number(plainNumber(found.amount ?? "")) }];
  });
  const [plannedYen, settledYen] = [amount("planned"), amount("settled")];
  if (plannedYen === null && settledYen === null && sources.length === 0) return null;
  return { plannedYen, settledYen, sources, asPrinted: base.budget?.asPrinted ?? [] };
}
