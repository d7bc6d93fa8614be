/**
 * Reads what was typed for a fiscal year into an entry. What cannot be read is a problem at its field and nothing is
 * saved; what can be read and looks wrong (a weekday, a year of service that jumps) is a doubt at its field, saved only
 * after the person has said so. What was sent as it was opened is what was saved.
 */
import type { Lang } from "../../../ui/index.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import type { YearEntry } from "../../programme-year.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { type Assembled, assemble } from "./assemble-rows.ts";
import { newDisagreements, type PlacedEntry } from "./entry-doubts.ts";
import { controlOf, isEmptyRow, type RowKind } from "./entry-fields.ts";
import type { EntryInput } from "./entry-input.ts";
import { type EntryDoubt, type EntryProblem, type EntryReading, linesOf, orNull } from "./entry-reading.ts";
import { isSameArea, isSameLine, type PlacedRow, placeRows } from "./form-rows.ts";
import { readBudget } from "./read-budget.ts";
import { readEvent } from "./read-events.ts";
import { readPeople, readQuantity } from "./read-figures.ts";
import { readItem, readPostItem } from "./read-items.ts";
import { type EntryRows, rowsOfEntry } from "./rows-of-entry.ts";

export type { EntryDoubt, EntryProblem, EntryProblemCode } from "./entry-reading.ts";

export type ReadEntry = Readonly<{
  entry: YearEntry;
  problems: readonly EntryProblem[];
  doubts: readonly EntryDoubt[];
}>;

export type ReadFrom = Readonly<{
  /** The entry the form was opened with; its year and column are those of the result. */
  base: YearEntry;
  /** The programme as it is saved now. */
  facts: ProgrammeFacts;
  lang: Lang;
}>;

export function readEntry(input: EntryInput, { base, facts, lang }: ReadFrom): ReadEntry {
  const status = YEAR_STATUSES.find((known) => known === input.status);
  const reading: EntryReading = { base, status: status ?? base.status, lang, problems: [], doubts: [] };
  if (status === undefined) reading.problems.push({ field: "status", code: "status_missing", text: "" });
  const opened = rowsOfEntry(base, lang);
  const read = readRowsOf(input, opened, reading);
  const isSameReason = isSameLine(input.reasonAsPrinted, base.reasonAsPrinted ?? "");
  const entry: YearEntry = {
    ...{ fiscalYear: base.fiscalYear, column: base.column, status: status ?? base.status },
    reasonAsPrinted: isSameReason ? base.reasonAsPrinted : orNull(input.reasonAsPrinted),
    ...{ items: valuesOf(read.items), events: valuesOf(read.events) },
    ...{ quantities: valuesOf(read.quantities), people: valuesOf(read.people) },
    budget: readBudget(input, placed("sources", input, opened), reading),
    notes: isSameArea(input.notes, base.notes.join("\n")) ? base.notes : linesOf(input.notes),
    ...{ text: isSameArea(input.text, base.text) ? base.text : input.text, lines: base.lines },
  };
  const found = newDisagreements(facts, { entry, ...read });
  return { entry, problems: [...reading.problems, ...found.problems], doubts: [...reading.doubts, ...found.doubts] };
}

function readRowsOf(input: EntryInput, opened: EntryRows, reading: EntryReading): Omit<PlacedEntry, "entry"> {
  const { base } = reading;
  const posts = placed("posts", input, opened);
  const items = assemble(base.items, [placed("items", input, opened), posts], (row, was) =>
    posts.includes(row) ? readPostItem(row, was, reading) : readItem(row, was, reading),
  );
  const itemOf = (row: PlacedRow) => labelOf(row, "item", items, reading);
  const events = assemble(base.events, [placed("events", input, opened)], (row, was) =>
    readEvent(row, was, itemOf(row), reading),
  );
  const people = assemble(base.people, [placed("people", input, opened)], (row, was) => readPeople(row, was, reading));
  return { items, events, quantities: readQuantities(input, opened, itemOf, reading), people };
}

/** Twice: which total a number belongs to is known by name only when all are read. */
function readQuantities(
  input: EntryInput,
  opened: EntryRows,
  itemOf: (row: PlacedRow) => string | null,
  reading: EntryReading,
): PlacedEntry["quantities"] {
  const rows = [placed("quantities", input, opened)];
  const alone = assemble(reading.base.quantities, rows, (row, was) =>
    readQuantity(row, was, { item: itemOf(row), subsetOf: null }, reading),
  );
  return alone.map((one) => {
    if (one.row === null) return one;
    if (one.row.row.subsetOf === one.ref) {
      reading.problems.push({ field: one.row.at("subsetOf"), code: "own_total", text: "" });
    }
    return { ...one, value: { ...one.value, subsetOf: labelOf(one.row, "subsetOf", alone, reading) } };
  });
}

function placed(kind: RowKind, input: EntryInput, opened: EntryRows): readonly PlacedRow[] {
  const isArea = (field: string) => controlOf(field) === "area";
  return placeRows(kind, input[kind], opened[kind], { isEmpty: (row) => isEmptyRow(kind, row), isArea });
}

function valuesOf<T>(rows: readonly Assembled<T>[]): readonly T[] {
  return rows.map(({ value }) => value);
}

/** The name of the row that this one says it belongs to; `=` stands before a name that no row has. */
function labelOf(
  { row, at }: PlacedRow,
  field: "item" | "subsetOf",
  rows: readonly Assembled<Readonly<{ label: string }>>[],
  { problems }: EntryReading,
): string | null {
  const ref = row[field] ?? "";
  if (ref === "") return null;
  if (ref.startsWith("=")) return ref.slice(1);
  const label = rows.find((one) => one.ref === ref)?.value.label ?? "";
  if (label === "") problems.push({ field: at(field), code: "row_gone", text: "" });
  return label === "" ? null : label;
}
