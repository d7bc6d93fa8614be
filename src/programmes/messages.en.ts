/** Words of programmes in English. */
import type { ProgrammeWords } from "./messages.ja.ts";
import type { YearColumn } from "./programme-year.ts";

export const columnWords: Readonly<Record<YearColumn, string>> = {
  plan: "plan",
  plan_including_results: "plan (including results)",
  result: "result",
};

const WEEKDAYS: Readonly<Record<string, string>> = {
  ...{ 日: "Sunday", 月: "Monday", 火: "Tuesday", 水: "Wednesday", 木: "Thursday", 金: "Friday", 土: "Saturday" },
};

/** 木 as printed in a report is a Thursday. */
export function weekdayInEnglish(printed: string): string {
  return WEEKDAYS[printed] ?? printed;
}

export const programmeWords: ProgrammeWords = {
  status: {
    held: "Held",
    partly_held: "Partly held",
    held_in_writing: "Held in writing",
    planned: "Planned",
    planned_or_held: "Planned (including results)",
    cancelled: "Cancelled",
    none_biennial: "None (every other year)",
    none: "None",
    undecided: "Undecided",
    under_adjustment: "Being arranged",
    in_progress: "In progress",
    new: "New",
    reappointed: "Reappointed",
    not_arrived: "Not arrived",
  },
  column: columnWords,
  direction: { sent: "Sent", received: "Received" },
  missing: {
    start_year: "No start fiscal year",
    overview: "No overview",
    partner: "No partner",
    plan: "No plan",
    result: "No result",
    reason: "No reason why it did not take place",
    event_date: "No date",
    event_place: "No place",
    estimate_unsettled: "Still an estimate",
    undecided: "Not decided",
    part_year_figure: "Still a part-year figure",
    budget_planned: "No budget",
    budget_settled: "No settled amount",
  },
  notComparable: {
    part_year_before: "Not compared: the earlier figure covers part of its year",
    part_year_after: "Not compared: this figure covers part of its year",
    part_years_differ: "Not compared: counted up to different days",
    plan_against_actual: "Not compared: one is a plan, the other a result",
    units_differ: "Not compared: different units",
    range: "Not compared: a range",
    missing_before: "No figure for the year before",
    missing_after: "No figure for this year",
    several_of_one_label: "Not compared: several figures of one name",
  },
  relation: {
    renamed: "Renamed",
    first_held: "First held",
    started: "Started",
    signed: "Signed",
    renewed: "Renewed",
    expired: "Expired",
    confirmed: "Confirmed",
    founded: "Founded",
    opened: "Opened",
    visited: "Visited",
    other: "Other",
  },
  estimate: "Estimate",
};
