/** Dates of the English edition: 22 November 2024, November 2024, 2024, FY2024; a period with –. */
import type { StatedDate } from "../stated-date.ts";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

export function dateInEnglish({ from, to, precision, asPrinted }: StatedDate): string {
  if (from === null || to === null || precision === "none") return asPrinted;
  if (precision === "fiscalYear") return `FY${from.slice(0, 4)}`;
  const [first, last] = [part(from, precision), part(to, precision)];
  return first === last ? first : `${first} – ${last}`;
}

function part(day: string, precision: "day" | "month" | "year"): string {
  const [year = "", month = "", of = ""] = day.split("-");
  const name = MONTHS[Number(month) - 1] ?? "";
  if (precision === "year") return year;
  return precision === "month" ? `${name} ${year}` : `${Number(of)} ${name} ${year}`;
}
