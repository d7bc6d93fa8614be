/**
 * What a person typed into the form of a fiscal year: text as it was sent, nothing judged. The same shape fills the
 * form again, so nothing typed is ever lost. A row carries its place in the entry the form was opened with (`base`),
 * so that what the form does not ask for stays as it was.
 */
import { formText } from "../../../platform/index.ts";
import { countryText } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import type { YearEntry } from "../../programme-year.ts";

export const ROW_KINDS = ["items", "events", "quantities", "people"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const ROW_FIELDS = {
  items: ["mark", "label", "status", "reason", "text"],
  events: ["name", "date", "place", "status", "direction"],
  quantities: ["label", "value", "unit", "asOf", "subsetOf"],
  people: ["direction", "label", "place", "count"],
} as const satisfies Record<RowKind, readonly string[]>;

export type Row = Readonly<Record<string, string>>;

export type EntryInput = Readonly<{ status: string; reasonAsPrinted: string; text: string; notes: string }> &
  Readonly<{ planned: string; settled: string; sources: string; reason: string; confirmation: string }> &
  Readonly<Record<RowKind, readonly Row[]>> &
  Readonly<{
    /** The version that is saved over. */
    version: string;
    /** The version the form was opened with, to which `base` of the rows refers. */
    opened: string;
    /** `plan` when the form was begun from the plan of the year. */
    from: string;
  }>;

export function inputOfEntry(entry: YearEntry, version: number, from: string, lang: Lang): EntryInput {
  const { budget } = entry;
  return {
    ...{ status: entry.status, reasonAsPrinted: entry.reasonAsPrinted ?? "", text: entry.text },
    notes: entry.notes.join("\n"),
    planned: numberText(budget?.plannedYen ?? null),
    settled: numberText(budget?.settledYen ?? null),
    sources: (budget?.sources ?? []).map(({ name, amountYen }) => `${name} ${amountYen}`).join("\n"),
    items: entry.items.map((item, base) => ({
      ...{ mark: item.mark ?? "", label: item.label, status: item.status, reason: item.reasonAsPrinted ?? "" },
      ...{ text: item.text, base: String(base) },
    })),
    events: entry.events.map((event, base) => ({
      ...{ name: event.name, date: event.date?.asPrinted ?? "", place: event.place ?? "", status: event.status },
      ...{ direction: event.direction ?? "", base: String(base) },
    })),
    quantities: entry.quantities.map((quantity, base) => ({
      ...{ label: quantity.label, value: valueText(quantity), unit: quantity.unit ?? "" },
      ...{ asOf: quantity.asOf?.asPrinted ?? "", subsetOf: quantity.subsetOf ?? "", base: String(base) },
    })),
    people: entry.people.map((people, base) => ({
      ...{ direction: people.direction ?? "", label: people.label, count: String(people.count) },
      place: people.place ?? (people.country === null ? "" : countryText(people.country, lang)),
      base: String(base),
    })),
    ...{ reason: "", confirmation: "", version: String(version), opened: String(version), from },
  };
}

const numberText = (number: number | null) => (number === null ? "" : String(number));

function valueText({ value, range }: YearEntry["quantities"][number]): string {
  if (value !== null) return String(value);
  return range === null ? "" : `${numberText(range.from)}～${numberText(range.to)}`;
}

const MOST_ROWS = 200;

export function readEntryInput(form: FormData): EntryInput {
  const text = (name: string) => formText(form, name);
  return {
    ...{ status: text("status"), reasonAsPrinted: text("reasonAsPrinted"), text: text("text"), notes: text("notes") },
    ...{ planned: text("planned"), settled: text("settled"), sources: text("sources"), reason: text("reason") },
    ...{ confirmation: text("confirmation"), version: text("version"), opened: text("opened"), from: text("from") },
    ...{ items: rowsOf(form, "items"), events: rowsOf(form, "events") },
    ...{ quantities: rowsOf(form, "quantities"), people: rowsOf(form, "people") },
  };
}

function rowsOf(form: FormData, kind: RowKind): readonly Row[] {
  const pattern = new RegExp(`^${kind}\\.(\\d{1,3})\\.`, "u");
  const found = [...form.keys()].map((name) => Number(pattern.exec(name)?.[1] ?? Number.NaN));
  const indexes = [...new Set(found)].filter((index) => index < MOST_ROWS).sort((a, b) => a - b);
  return indexes.map((index) =>
    Object.fromEntries(
      [...ROW_FIELDS[kind], "base"].map((field) => [field, formText(form, `${kind}.${index}.${field}`)]),
    ),
  );
}

export function isEmptyRow(kind: RowKind, row: Row): boolean {
  const telling =
    kind === "items" ? ["label", "text", "reason"] : ROW_FIELDS[kind].filter((field) => field !== "status");
  return telling.every((field) => field === "direction" || (row[field] ?? "") === "");
}

/** One empty row at the end of each kind, two of the kind asked for. */
export function withRoom(input: EntryInput, asked?: string): EntryInput {
  const room = (kind: RowKind) => {
    const filled = input[kind].filter((row) => !isEmptyRow(kind, row));
    const empty = Object.fromEntries([...ROW_FIELDS[kind], "base"].map((field) => [field, ""]));
    const rows = asked === kind ? Math.max(input[kind].length - filled.length + 1, 2) : 1;
    return [...filled, ...Array.from({ length: Math.min(rows, 20) }, () => empty)];
  };
  return {
    ...input,
    ...{ items: room("items"), events: room("events"), quantities: room("quantities"), people: room("people") },
  };
}
