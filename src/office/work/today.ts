/**
 * The order of a day's work: what came back first (差し戻し), then what has a day, then the rest, and last what nobody has.
 *
 * Source: the mock-up of 今日の仕事. Work of people who left is seen by who administers the body, as 担当なし.
 */
import type { OpenWork } from "../../platform/index.ts";

export const GROUPS = ["returned", "due", "other", "anyone", "left"] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(work: OpenWork, accountId: string): Group | undefined {
  if (work.accountId === null) return "anyone";
  if (work.accountId !== accountId) return work.isUnassigned ? "left" : undefined;
  if (work.kind.endsWith("_returned")) return "returned";
  return work.dueOn === null ? "other" : "due";
}

export type Today = Readonly<Record<Group, readonly OpenWork[]>>;

export function groupWork(all: readonly OpenWork[], accountId: string, seesLeft: boolean): Today {
  const of = (group: Group) => all.filter((work) => groupOf(work, accountId) === group);
  return {
    returned: of("returned"),
    due: of("due"),
    other: of("other"),
    anyone: of("anyone"),
    left: seesLeft ? of("left") : [],
  };
}

const DAY_MS = 86_400_000;

/** Whole days until then; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}
