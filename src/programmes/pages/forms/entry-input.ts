/**
 * What a person typed into the form of a fiscal year: text as it was sent, nothing judged. The same shape fills the
 * form again, so nothing typed is ever lost.
 */
import { formText } from "../../../platform/index.ts";
import type { Lang } from "../../../ui/index.ts";
import type { YearEntry } from "../../programme-year.ts";
import { fieldsOf, isEmptyRow, ROW_KINDS, type RowKind } from "./entry-fields.ts";
import { type Row, readRows } from "./form-rows.ts";
import { type Asked, shownRows } from "./row-order.ts";
import { type EntryRows, numberText, planText, rowsOfEntry } from "./rows-of-entry.ts";

export const ENTRY_TEXTS = [
  ...(["status", "reasonAsPrinted", "text", "notes", "planned", "settled", "budgetAsPrinted"] as const),
  ...(["reason", "confirmation"] as const),
  /** The version that is saved over. */
  "version",
  /** The version the form was opened with, to which `base` of the rows refers. */
  "opened",
  /** `plan` when the form was begun from the plan of the year. */
  "from",
] as const;
export type EntryText = (typeof ENTRY_TEXTS)[number];

export type EntryInput = Readonly<Record<EntryText, string>> & EntryRows;

export function inputOfEntry(entry: YearEntry, version: number, from: string, lang: Lang): EntryInput {
  const { budget } = entry;
  return {
    ...{ status: entry.status, reasonAsPrinted: entry.reasonAsPrinted ?? "", text: entry.text },
    notes: entry.notes.join("\n"),
    planned: numberText(budget?.plannedYen ?? null),
    settled: numberText(budget?.settledYen ?? null),
    budgetAsPrinted: (budget?.asPrinted ?? []).join("\n"),
    ...{ reason: "", confirmation: "", version: String(version), opened: String(version), from },
    ...rowsOfEntry(entry, lang),
  };
}

export function readEntryInput(form: FormData): EntryInput {
  const texts = Object.fromEntries(ENTRY_TEXTS.map((name) => [name, formText(form, name)]));
  const rows = Object.fromEntries(ROW_KINDS.map((kind) => [kind, readRows(form, kind, fieldsOf(kind))]));
  return { ...texts, ...rows } as EntryInput; // all are named
}

/** What the form shows, after a row was asked for or moved. */
export function withRows(input: EntryInput, { column }: Pick<YearEntry, "column">, asked?: Asked): EntryInput {
  const rows = ROW_KINDS.map((kind) => {
    const isEmpty = (row: Row) => isEmptyRow(kind, row);
    return [kind, shownRows(input[kind], isEmpty, emptyRow(kind, column), asked?.kind === kind ? asked : undefined)];
  });
  return { ...input, ...Object.fromEntries(rows) };
}

/** A plan's numbers are planned and a result's are reached; the column with both says neither. */
function emptyRow(kind: RowKind, column: YearEntry["column"]): Row {
  const empty = Object.fromEntries(fieldsOf(kind).map((field) => [field, ""]));
  const plan = planText(column === "plan_including_results" ? null : column === "plan");
  if (kind === "quantities" || kind === "people") return { ...empty, plan };
  return kind === "items" || kind === "posts" ? { ...empty, level: "1" } : empty;
}
