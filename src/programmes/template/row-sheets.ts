/** The sheets of the workbook whose rows are lists of an entry: its events, numbers, people and money. */
import type { PeopleCount, YearEntry, YearEvent, YearQuantity } from "../programme-year.ts";
import { NO_EVENT, NO_MONEY, NO_PEOPLE, NO_QUANTITY } from "./blank-rows.ts";
import { workbookWords } from "./messages.ja.ts";
import { withPrintedQuantities } from "./printed-quantities.ts";
import { flawOfMoney, flawOfQuantity, type RowFlaw } from "./row-flaws.ts";
import type { Column } from "./workbook-cell.ts";
import {
  budgetOfRows,
  EVENT_SHEET,
  MONEY_SHEET,
  type MoneyRow,
  moneyRows,
  PEOPLE_SHEET,
  QUANTITY_SHEET,
} from "./workbook-sheets.ts";

export type RowSheet<Row> = Readonly<{
  sheet: string;
  columns: readonly Column<Row>[];
  blank: Row;
  rowsOf: (entry: YearEntry) => readonly Row[];
  set: (entry: YearEntry, rows: readonly Row[]) => YearEntry;
  flawOf?: (row: Row, others: readonly Row[]) => RowFlaw | null;
}>;

const { sheets } = workbookWords;

export const EVENTS: RowSheet<YearEvent> = {
  ...{ sheet: sheets.events, columns: EVENT_SHEET, blank: NO_EVENT, rowsOf: ({ events }) => events },
  set: (entry, events) => ({ ...entry, events }),
};

export const QUANTITIES: RowSheet<YearQuantity> = {
  ...{ sheet: sheets.quantities, columns: QUANTITY_SHEET, blank: NO_QUANTITY, flawOf: flawOfQuantity },
  ...{ rowsOf: ({ quantities }) => quantities, set: withPrintedQuantities },
};

export const PEOPLE: RowSheet<PeopleCount> = {
  ...{ sheet: sheets.people, columns: PEOPLE_SHEET, blank: NO_PEOPLE, rowsOf: ({ people }) => people },
  set: (entry, people) => ({ ...entry, people }),
};

export const MONEY: RowSheet<MoneyRow> = {
  ...{ sheet: sheets.money, columns: MONEY_SHEET, blank: NO_MONEY, rowsOf: moneyRows, flawOf: flawOfMoney },
  set: (entry, money) => ({ ...entry, budget: budgetOfRows(money, entry.budget) }),
};
