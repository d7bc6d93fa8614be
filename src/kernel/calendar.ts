/** Days, months, years and fiscal years (年度, April to March) of the Gregorian calendar, as ISO text. */

export type Span = Readonly<{ from: string; to: string }>;

export function isoDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function spanOfMonth(year: number, month: number): Span {
  return { from: isoDay(year, month, 1), to: isoDay(year, month, daysInMonth(year, month)) };
}

export function spanOfYear(year: number): Span {
  return { from: isoDay(year, 1, 1), to: isoDay(year, 12, 31) };
}

export function spanOfFiscalYear(year: number): Span {
  return { from: isoDay(year, 4, 1), to: isoDay(year + 1, 3, 31) };
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/** The day it is in Japan at that instant, where offices count their days. */
export function dayInJapan(instant: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(instant);
}

/** @param by may be negative. */
export function addDays(day: string, by: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + by);
  return moved.toISOString().slice(0, 10);
}
