/** Sentences of the island, as its element carries them. */
import type { CellProblemCode } from "../cell-rules.ts";
import type { ja } from "../messages.ja.ts";

export type IslandWords = (typeof ja)["island"] &
  Readonly<{
    problemsOf: Readonly<Record<CellProblemCode, string>>;
    changedCell: string;
    unknownStatus: string;
  }>;
