/** The weeks of a month, Sunday first, as a wall calendar shows them; days of other months are null. */

export type Month = Readonly<{ year: number; month: number }>;

/** `2024-11`; undefined for anything else. */
export function readMonth(text: string): Month | undefined {
  const found = /^(?<year>(?:18|19|20|21)\d{2})-(?<month>0[1-9]|1[0-2])$/u.exec(text)?.groups;
  return found === undefined ? undefined : { year: Number(found.year), month: Number(found.month) };
}

export function monthText({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

export function monthAfter({ year, month }: Month, by: number): Month {
  const at = year * 12 + month - 1 + by;
  return { year: Math.floor(at / 12), month: (at % 12) + 1 };
}

export function daysOf({ year, month }: Month): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO days, seven in a week. */
export function weeksOf(month: Month): readonly (readonly (string | null)[])[] {
  const lead = new Date(Date.UTC(month.year, month.month - 1, 1)).getUTCDay();
  const days = Array.from(
    { length: daysOf(month) },
    (_, index) => `${monthText(month)}-${String(index + 1).padStart(2, "0")}`,
  );
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  const padded = [...cells, ...Array.from({ length: (7 - (cells.length % 7)) % 7 }, () => null)];
  return Array.from({ length: padded.length / 7 }, (_, week) => padded.slice(week * 7, week * 7 + 7));
}
