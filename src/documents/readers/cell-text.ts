/**
 * What a spreadsheet cell says, as text: near to what the sheet shows, and free of guesses.
 *
 * - Dates become ISO text in the precision the number format shows: `2024-04-01`, `2024-04`, `2024`, `09:30`.
 * - Numbers are plain digits without grouping; percent formats give `25%`, formats like `00000` keep leading zeros
 *   (codes of local governments are often numbers so formatted).
 * - A formula gives the result saved with it, or "" when there is none.
 */
import type { CellValue } from "exceljs";

export type CellText = Readonly<{ text: string; isFormula: boolean; hasResult: boolean }>;

export function readCell(value: CellValue, format: string): CellText {
  if (value !== null && typeof value === "object" && ("formula" in value || "sharedFormula" in value)) {
    const { result } = value;
    const hasResult = result !== undefined && result !== null;
    return { text: hasResult ? describe(result, format) : "", isFormula: true, hasResult };
  }
  return { text: describe(value, format), isFormula: false, hasResult: true };
}

function describe(value: CellValue, format: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return describeNumber(value, format);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date) return describeDate(value, format);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  // The text of a link may itself be rich text, against what the library's types say.
  if ("hyperlink" in value) return describe(value.text as CellValue, format);
  if ("error" in value) return value.error;
  return "";
}

function describeNumber(value: number, format: string): string {
  if (format.includes("%")) return `${plain(value * 100)}%`;
  if (/^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0) return plain(value).padStart(format.length, "0");
  return plain(value);
}

/** Fifteen digits, as Excel keeps them: 0.1 + 0.2 is 0.3 on the sheet. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function describeDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return "";
  const shown = format.replace(/\[[^\]]*]|"[^"]*"|\\./g, "").toLowerCase();
  const iso = date.toISOString();
  const time = iso.slice(11, iso.slice(17, 19) === "00" ? 16 : 19);
  if (date.getTime() < Date.UTC(1900, 0, 1)) return time;
  const hasTime = /h|s/.test(shown);
  if (hasTime && !/[yge]|d/.test(shown)) return time;
  if (hasTime) return `${iso.slice(0, 10)}T${time}`;
  if (shown.includes("d") || !/[yge]/.test(shown)) return iso.slice(0, 10);
  return shown.includes("m") ? iso.slice(0, 7) : iso.slice(0, 4);
}
