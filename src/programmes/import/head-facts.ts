/** What a print states of a programme itself. Links to agreements and fields are the office's own. */
import type { ProgrammeFactName } from "../recorded-programme.ts";

export const HEAD_FACTS = [
  ...(["title", "parentTitle", "titleNote", "number", "startFiscalYear", "section", "overview"] as const),
  ...(["recurrence", "operator", "partners", "relations"] as const),
] as const satisfies readonly ProgrammeFactName[];
export type HeadFact = (typeof HEAD_FACTS)[number];
