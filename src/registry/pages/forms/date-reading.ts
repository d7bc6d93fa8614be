/**
 * How a date is read: what its wording says by itself, and what a person says it means (読み方) where the wording does
 * not tell, or tells two years (平成20（2010）年).
 */
import { readDateStatement } from "../../../kernel/date-statement.ts";
import { datumOf, parsePartialDate } from "../../../kernel/partial-date.ts";
import type { AgreementDate } from "../../agreement.ts";
import type { InputProblem } from "./input-problem.ts";

export type Reading = Pick<AgreementDate, "date" | "precision" | "conflict">;
export type Unreadable = Readonly<Pick<InputProblem, "code"> & { text: string }>;

/** Words around one date (まで, から開始) are allowed; two dates want two rows. */
export function readWording(text: string): Reading | Unreadable {
  const whole = parsePartialDate(text);
  if (whole.ok) {
    return { date: datumOf(whole.value), precision: precisionOf(whole.value), conflict: whole.value.conflict };
  }
  const [only, ...others] = readDateStatement(text);
  if (only === undefined) return whole.problem;
  if (others.length > 0) return { code: "several_dates", text };
  if (only.problem !== null) return only.problem;
  return { date: only.date, precision: only.date === null ? "none" : only.precision, conflict: only.conflict };
}

/** What the form shows as the reading: "" where the wording says it without doubt, or where there is none. */
export function readingText({ asPrinted, date, precision, conflict }: AgreementDate): string {
  if (date === null) return "";
  const wording = readWording(asPrinted);
  const isPlain = !("code" in wording) && conflict === null && wording.date === date && wording.precision === precision;
  return isPlain ? "" : datumText(date, precision);
}

/** 2008年11月4日, 2008年11月, 2008年, 2008年度: forms that `readWording` reads back. */
function datumText(date: string, precision: AgreementDate["precision"]): string {
  const [year, month, day] = date.split("-").map(Number);
  const parts = [
    `${year}年${precision === "fiscalYear" ? "度" : ""}`,
    month === undefined ? "" : `${month}月`,
    day === undefined ? "" : `${day}日`,
  ];
  return parts.join("");
}

/** A period without a beginning has no datum, and so no precision. */
function precisionOf(date: Parameters<typeof datumOf>[0]): AgreementDate["precision"] {
  return datumOf(date) === null ? "none" : date.precision;
}
