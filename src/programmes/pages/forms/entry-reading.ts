/** What is told while a form of a fiscal year is read: problems at their fields, and doubts that a person may set aside. */
import { createHash } from "node:crypto";
import type { Lang } from "../../../ui/index.ts";
import type { ProgrammeDisagreement } from "../../check-programme.ts";
import type { YearEntry } from "../../programme-year.ts";
import type { YearStatus } from "../../year-status.ts";
import type { PlacedRow } from "./form-rows.ts";
import type { DateDoubt, DateProblemCode, DateTold } from "./read-date.ts";

export type EntryProblemCode =
  | DateProblemCode
  | "status_missing"
  | "label_missing"
  | "number_not_read"
  | "number_negative"
  | "number_not_whole"
  | "range_reversed"
  | "count_not_whole"
  | "direction_missing"
  | "country_unknown"
  | "as_of_and_period"
  | "row_gone"
  | "own_total"
  | "inner_larger"
  | "amount_not_read";

export type EntryProblem = Readonly<{ /** Id of the control. */ field: string; code: EntryProblemCode; text: string }>;

export type DoubtSaid =
  | DateDoubt
  | Readonly<{ kind: "disagreement"; disagreement: ProgrammeDisagreement }>
  | Readonly<{ kind: "edition_differs"; named: number; said: number }>
  | Readonly<{ kind: "estimate_settled"; name: string }>
  | Readonly<{ kind: "spelled_before"; name: string; known: string }>;

/** `field` is null where what is doubted stands on no field of this form. */
export type EntryDoubt = Readonly<{ field: string | null; said: DoubtSaid }>;

export type EntryReading = Readonly<{
  base: YearEntry;
  status: YearStatus;
  lang: Lang;
  problems: EntryProblem[];
  doubts: EntryDoubt[];
}>;

export function dateTold({ problems, doubts }: EntryReading, field: string): DateTold {
  return {
    problem: (code, text) => problems.push({ field, code, text }),
    doubt: (said) => doubts.push({ field, said }),
  };
}

export const orNull = (text: string | undefined) => (text === undefined || text.trim() === "" ? null : text);

/** One from each line; empty lines are none. */
export function linesOf(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => orNull(line.trim()) ?? []);
}

/** The text of a field that has to say something. */
export function required(placed: PlacedRow, field: string, { problems }: EntryReading): string {
  const text = placed.row[field] ?? "";
  if (text.trim() === "") problems.push({ field: placed.at(field), code: "label_missing", text: "" });
  return text;
}

/** Digits in any width, with separators: １，９８３ → 1983. */
export function plainNumber(text: string): string {
  return text.normalize("NFKC").replace(/[,\s]/gu, "");
}

/** A whole number above 0, or nothing. */
export function readWhole(placed: PlacedRow, field: string, suffix: RegExp, { problems }: EntryReading): number | null {
  const text = plainNumber(placed.row[field] ?? "").replace(suffix, "");
  if (text === "") return null;
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  problems.push({ field: placed.at(field), code: "number_not_whole", text: placed.row[field] ?? "" });
  return null;
}

/** Stands for one doubt as it was shown: another one is asked about anew. */
export function doubtKey(doubt: unknown): string {
  return createHash("sha256").update(JSON.stringify(doubt)).digest("hex").slice(0, 12);
}
