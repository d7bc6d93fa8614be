/** What the cells of one row contradict, once each of them could be read. Only new and changed rows are asked. */
import type { YearQuantity } from "../programme-year.ts";
import { workbookWords } from "./messages.ja.ts";
import type { MoneyRow } from "./workbook-sheets.ts";

const { headers: h } = workbookWords;

export type RowFlaw = Readonly<{
  code: "value_missing" | "value_and_range" | "range_reversed" | "kind_twice" | "source_unneeded";
  header: string;
}>;

export function flawOfQuantity({ value, range }: YearQuantity): RowFlaw | null {
  if (value === null && range === null) return { code: "value_missing", header: h.value };
  if (value !== null && range !== null) return { code: "value_and_range", header: h.from };
  if (range?.from != null && range.to !== null && range.from > range.to)
    return { code: "range_reversed", header: h.from };
  return null;
}

/** @param others of the same year and column. */
export function flawOfMoney({ kind, name, amountYen }: MoneyRow, others: readonly MoneyRow[]): RowFlaw | null {
  if (amountYen === null) return { code: "value_missing", header: h.yen };
  if (kind === "source") return name === null ? { code: "value_missing", header: h.source } : null;
  if (others.some((other) => other.kind === kind)) return { code: "kind_twice", header: h.moneyKind };
  return name === null ? null : { code: "source_unneeded", header: h.source };
}
