/** Why a row of the table cannot be saved, by code; each has a sentence in the messages. */
import type { CellProblemCode } from "./cell-rules.ts";

export type GridProblemCode =
  | CellProblemCode
  | "cell_locked"
  | "row_waiting"
  | "programme_unknown"
  | "too_many_rows"
  /** What the rules over the programme found, or the workbook's comparison; it has its own sentence. */
  | "contradiction";
