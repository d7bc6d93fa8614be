/** What a year's cell says outright (状況：…), because its other words would be read as something else. */
import type { YearEntry, YearEvent, YearItem } from "../programme-year.ts";
import type { ItemStatus } from "../year-status.ts";
import type { YearContext } from "./read-back.ts";

export type Stated = Readonly<{
  status: ReadonlySet<"year" | YearItem | YearEvent>;
  reasons: ReadonlySet<"year" | YearItem>;
  isWithoutPeople: boolean;
}>;

export const NOTHING_STATED: Stated = { status: new Set(), reasons: new Set(), isWithoutPeople: false };

export type Rest = Readonly<{ entry: YearEntry; context: YearContext; stated: Stated }>;

export function stateLine(status: ItemStatus, { words }: YearContext): string {
  return `${words.state}：${words.status[status]}`;
}
