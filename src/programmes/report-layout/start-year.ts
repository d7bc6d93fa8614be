/**
 * 開始年度: the fiscal year in which a programme began, in the forms offices print: 昭和54年度, 平 成 ７ 年 度, 昭和42年度～,
 * 令和元年度（平成31年度）, 平成26年４月. A year that is no fiscal year (平成26年) is not taken for one.
 */
import { findDate } from "../../kernel/date-reading.ts";
import { type FiscalYear, fiscalYearOf, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { readPrinted } from "../../kernel/printed-text.ts";
import type { StartYear } from "../programme.ts";
import type { LogicalLine } from "./logical-lines.ts";
import { splitTrailingBracket } from "./printed-words.ts";

export type StartReading = Readonly<{
  start: StartYear | null;
  /** Lines that stand behind the year and are not about it. */
  rest: readonly LogicalLine[];
}>;

export function readStart(lines: readonly LogicalLine[]): StartReading {
  const [first, ...others] = lines;
  if (first === undefined) return { start: null, rest: [] };
  const isMore = ({ text }: LogicalLine) => /^[（(※～〜]/u.test(text);
  const asPrinted = [first, ...others.filter(isMore)].map(({ text }) => text).join("\n");
  return {
    start: { asPrinted, fiscalYear: fiscalYearIn(asPrinted) },
    rest: others.filter((line) => !isMore(line)),
  };
}

export function fiscalYearIn(asPrinted: string): FiscalYear | null {
  const bare = asPrinted.replace(/※.*$/su, "").replace(/\s+/gu, "");
  const { before, inside } = splitTrailingBracket(bare);
  const year = yearOf(before);
  const other = inside === null || !/年度$/u.test(inside) ? null : yearOf(inside);
  return other !== null && year !== other ? null : year;
}

function yearOf(text: string): FiscalYear | null {
  const plain = text.replace(/(?:から|より|～|〜|~|開始)+$/u, "");
  const year = parseFiscalYear(plain);
  if (year.ok) return year.value;
  const printed = readPrinted(plain);
  const found = findDate(printed, 0);
  if (found === null || !found.outcome.ok || found.start > 0 || found.end < printed.plain.length) return null;
  const { from, precision } = found.outcome.value;
  return from !== null && (precision === "month" || precision === "day") ? fiscalYearOf(from) : null;
}
