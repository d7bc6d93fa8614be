/**
 * 全国地方公共団体コード: five digits as text, the first two the prefecture; a sixth is the check digit.
 *
 * Rule: 総務省「全国地方公共団体コード仕様」. Weights 6, 5, 4, 3, 2; eleven less the remainder of the sum by eleven, last digit.
 * Stored with five digits; the sixth is added where people expect it.
 */
import { type Outcome, refuse, succeed } from "./outcome.ts";
import { readPrinted } from "./printed-text.ts";

export type GovernmentCodeProblem = Readonly<{
  code: "government_code_malformed" | "government_code_check_digit";
  text: string;
}>;

const WEIGHTS = [6, 5, 4, 3, 2];

/** @param code five digits. */
export function checkDigitOf(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code.charAt(index)), 0);
  return String(11 - (sum % 11)).slice(-1);
}

/** Reads 01100, 011002, 01100-2, in any width, into five digits. */
export function parseGovernmentCode(text: string): Outcome<string, GovernmentCodeProblem> {
  const match = /^(\d{5})-?(\d)?$/u.exec(readPrinted(text).plain.trim());
  const code = match?.[1];
  if (code === undefined || !hasPrefecture(code)) return refuse({ code: "government_code_malformed", text });
  const check = match?.[2];
  if (check !== undefined && check !== checkDigitOf(code)) {
    return refuse({ code: "government_code_check_digit", text });
  }
  return succeed(code);
}

/** Six digits, as offices write it. */
export function formatGovernmentCode(code: string): string {
  return `${code}${checkDigitOf(code)}`;
}

/** Five digits of the prefecture a code lies in. */
export function prefectureCodeOf(code: string): string {
  return `${code.slice(0, 2)}000`;
}

function hasPrefecture(code: string): boolean {
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47;
}
