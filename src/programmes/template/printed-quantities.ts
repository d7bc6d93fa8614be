/** The wording of numbers: one that was changed is no longer what was printed. */
import { isDeepStrictEqual } from "node:util";
import type { YearEntry, YearQuantity } from "../programme-year.ts";

export function withPrintedQuantities(entry: YearEntry, quantities: readonly YearQuantity[]): YearEntry {
  return {
    ...entry,
    quantities: quantities.map((one) => (isAsPrinted(one, entry) ? one : { ...one, asPrinted: print(one) })),
  };
}

function isAsPrinted({ asPrinted, label, value, unit, range }: YearQuantity, { quantities }: YearEntry): boolean {
  const before = quantities.find((one) => one.asPrinted === asPrinted && one.label === label);
  return before?.value === value && before.unit === unit && isDeepStrictEqual(before.range, range);
}

function print({ value, range, unit }: YearQuantity): string {
  const said = (number: number) => `${number.toLocaleString("en")}${unit ?? ""}`;
  if (value !== null) return said(value);
  const { from = null, to = null } = range ?? {};
  if (from !== null && to !== null) return `${from.toLocaleString("en")}～${said(to)}`;
  return from === null ? (to === null ? "" : `${said(to)}以下`) : `${said(from)}以上`;
}
