/**
 * Rolling a programme forward (年度更新): the plan entry with which a new fiscal year begins.
 *
 * Recurrence decides whether there is a turn at all. Nothing of last year's results is taken over: only the names of
 * sub-items, and the next turn as an estimate (見込み) that somebody has to settle.
 */
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { emptyEntry, latestEntry, type YearEntry, type YearEvent, type YearItem } from "./programme-year.ts";
import { isTurnYear, type NextTurn, nextTurn } from "./recurrence.ts";

export type RollForwardProblem = Readonly<{ code: "year_exists" | "year_before_start"; fiscalYear: FiscalYear }>;

export function rollForward(programme: ProgrammeFacts, fiscalYear: FiscalYear): Outcome<YearEntry, RollForwardProblem> {
  if (latestEntry(programme.years, fiscalYear) !== undefined) return refuse({ code: "year_exists", fiscalYear });
  const start = programme.startFiscalYear?.fiscalYear ?? null;
  if (start !== null && fiscalYear < start) return refuse({ code: "year_before_start", fiscalYear });
  const isTurn = isTurnYear(programme, fiscalYear);
  if (isTurn === false) {
    return succeed(emptyEntry(fiscalYear, "plan", programme.recurrence?.everyYears === 2 ? "none_biennial" : "none"));
  }
  const items = itemsOf(programme, fiscalYear);
  const turn = isTurn === true ? nextTurn(until(programme, fiscalYear), fiscalYear - 1) : undefined;
  const events = turn?.kind === "estimate" ? [estimatedEvent(turn)] : [];
  return succeed({ ...emptyEntry(fiscalYear, "plan", "planned"), items, events });
}

/** What is on record for later years says nothing about the turn between. */
function until(programme: ProgrammeFacts, fiscalYear: FiscalYear): ProgrammeFacts {
  return { ...programme, years: programme.years.filter((entry) => entry.fiscalYear < fiscalYear) };
}

/** Of the last year that had sub-items; posts and club lists are entered anew. */
function itemsOf({ years }: ProgrammeFacts, fiscalYear: FiscalYear): readonly YearItem[] {
  const earlier = [...new Set(years.map((entry) => entry.fiscalYear))].filter((year) => year < fiscalYear);
  const last = earlier.length === 0 ? undefined : latestEntry(years, Math.max(...earlier));
  const numbered = last?.items.filter(({ level, post, mark }) => level === 1 && post === null && mark !== "・") ?? [];
  return numbered.map(({ mark, label }) => ({
    ...{ mark, level: 1, label: withoutEdition(label), status: "planned", reasonAsPrinted: null, text: "", post: null },
  }));
}

/** 第26回…の開催 names last year's turn. */
function withoutEdition(label: string): string {
  return label.replace(/第\s*[\d０-９]+\s*回\s*/u, "");
}

function estimatedEvent({ name, edition, place }: NextTurn): YearEvent {
  return {
    ...{ name, edition, place, date: null, status: "planned", direction: null, related: [], item: null },
    isEstimate: true,
  };
}
