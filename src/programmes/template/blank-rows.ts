/** Rows before anything was written into them. */
import type { PeopleCount, YearEvent, YearQuantity } from "../programme-year.ts";
import type { MoneyRow } from "./workbook-sheets.ts";

export const NO_EVENT: YearEvent = {
  ...{ name: "", edition: null, date: null, place: null, status: "planned", direction: null, related: [] },
  ...{ item: null, isEstimate: false },
};
export const NO_QUANTITY: YearQuantity = {
  ...{ label: "", value: null, range: null, unit: null, isApproximate: false, asOf: null, period: null },
  ...{ subsetOf: null, plan: null, item: null, asPrinted: "" },
};
export const NO_PEOPLE: PeopleCount = {
  ...{ direction: null, label: "", place: null, country: null, count: 0, plan: null, asPrinted: "" },
};
export const NO_MONEY: MoneyRow = { kind: "planned", name: null, amountYen: null };
