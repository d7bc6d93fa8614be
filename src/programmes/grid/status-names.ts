/** The words of a status that the table understands: the Japanese one, which the workbook keeps, and the English one. */
import { programmeWords } from "../messages.en.ts";
import { statusWords } from "../messages.ja.ts";
import { YEAR_STATUSES } from "../year-status.ts";
import type { StatusNames } from "./cell-rules.ts";

export const STATUS_NAMES: readonly StatusNames[] = YEAR_STATUSES.map((status) => [
  statusWords[status],
  programmeWords.status[status],
]);
