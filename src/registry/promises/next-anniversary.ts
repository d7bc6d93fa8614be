/**
 * 周年: the next multiple of five years since an agreement was signed, the ones that are celebrated.
 *
 * It is as precise as the signing: of a year alone the day stays unknown. An anniversary is next until its day, month or
 * year has passed.
 */
import type { AgreementDate } from "../agreement.ts";

export type Anniversary = Readonly<{
  years: number;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as precise as the signing. */
  date: string;
  precision: AgreementDate["precision"];
}>;

const STEP_YEARS = 5;

/** @returns undefined when no day of signing was recorded, or it lies ahead. */
export function nextAnniversary(
  signed: Pick<AgreementDate, "date" | "precision"> | undefined,
  today: string,
): Anniversary | undefined {
  if (signed === undefined || signed.date === null) return undefined;
  const { date, precision } = signed;
  if (date > today.slice(0, date.length)) return undefined;
  const year = Number(date.slice(0, 4));
  const passed = Number(today.slice(0, 4)) - year;
  const candidate = Math.max(STEP_YEARS, Math.floor(passed / STEP_YEARS) * STEP_YEARS);
  const isOver = yearsLater(date, candidate) < today.slice(0, date.length);
  const years = isOver ? candidate + STEP_YEARS : candidate;
  return { years, date: yearsLater(date, years), precision };
}

/** 29 February is celebrated on the 28th where there is none. */
function yearsLater(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, "0");
  const rest = date.slice(4);
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return `${year}${rest === "-02-29" && !isLeap ? "-02-28" : rest}`;
}
