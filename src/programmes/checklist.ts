/**
 * What a programme still lacks before a year's report can be printed (入力チェック).
 *
 * Only what the year asks for: a result is missing once the year has ended, a reason when nothing took place.
 */
import { type FiscalYear, spanOf } from "../kernel/fiscal-year.ts";
import { partOfYear } from "./compare-years.ts";
import type { ProgrammeFacts } from "./programme.ts";
import { sideBySide, type YearEntry } from "./programme-year.ts";
import { isActive, isWithoutResult } from "./year-status.ts";

export const MISSING_CODES = [
  "start_year",
  "overview",
  "partner",
  "plan",
  "result",
  "reason",
  "event_date",
  "event_place",
  "estimate_unsettled",
  "undecided",
  "part_year_figure",
  "budget_planned",
  "budget_settled",
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

export type Missing = Readonly<{
  code: MissingCode;
  /** The event, item or figure it is about; null for the programme or the year as a whole. */
  about: string | null;
}>;

/** @param today ISO day; decides whether the year has ended. */
export function listMissing(programme: ProgrammeFacts, fiscalYear: FiscalYear, today: string): readonly Missing[] {
  const year = sideBySide(programme.years).find((one) => one.fiscalYear === fiscalYear);
  const { plan = null, result = null } = year ?? {};
  const isOver = today > spanOf(fiscalYear).to;
  const shown = result ?? plan;
  return [
    ...(programme.startFiscalYear?.fiscalYear == null ? [missing("start_year")] : []),
    ...(programme.overview === null ? [missing("overview")] : []),
    ...(programme.partners.length === 0 && programme.operator === null ? [missing("partner")] : []),
    ...(plan === null && result === null ? [missing("plan")] : []),
    ...(isOver && result === null ? [missing("result")] : []),
    ...(shown === null ? [] : missingInYear(shown, isOver)),
    ...missingMoney(programme, plan, result, isOver),
  ];
}

function missingInYear(entry: YearEntry, isOver: boolean): readonly Missing[] {
  const needsReason = entry.items.filter((item) => isWithoutResult(item.status) && item.reasonAsPrinted === null);
  const own = entry.items.length === 0 && isWithoutResult(entry.status) && entry.reasonAsPrinted === null;
  const events = entry.events.filter(({ status }) => isActive(status));
  const open = entry.items.filter(({ status }) => status === "undecided" || status === "under_adjustment");
  const isOpen = entry.status === "undecided" || entry.status === "under_adjustment";
  const cut = isOver ? entry.quantities.filter((quantity) => partOfYear(quantity, entry) !== null) : [];
  return [
    ...(own ? [missing("reason")] : []),
    ...needsReason.map(({ label }) => missing("reason", label)),
    ...events
      .filter(({ date, status }) => date === null && status !== "held_in_writing")
      .map(({ name }) => missing("event_date", name)),
    ...events
      .filter(({ place, status }) => place === null && status !== "held_in_writing")
      .map(({ name }) => missing("event_place", name)),
    ...events.filter(({ isEstimate }) => isEstimate).map(({ name }) => missing("estimate_unsettled", name)),
    ...(isOpen && open.length === 0 ? [missing("undecided")] : []),
    ...open.map(({ label }) => missing("undecided", label)),
    ...cut.map(({ label }) => missing("part_year_figure", label)),
  ];
}

/** Only where the programme has had a budget before: not every programme has one of its own. */
function missingMoney(
  { years }: ProgrammeFacts,
  plan: YearEntry | null,
  result: YearEntry | null,
  isOver: boolean,
): readonly Missing[] {
  if (!years.some(({ budget }) => budget !== null)) return [];
  const planned = plan?.budget?.plannedYen ?? result?.budget?.plannedYen ?? null;
  const settled = result?.budget?.settledYen ?? plan?.budget?.settledYen ?? null;
  return [
    ...(planned === null ? [missing("budget_planned")] : []),
    ...(isOver && settled === null ? [missing("budget_settled")] : []),
  ];
}

function missing(code: MissingCode, about: string | null = null): Missing {
  return { code, about };
}
