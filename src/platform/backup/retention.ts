/**
 * Retention (保存期間): all backups of the 7 newest days that have one, the newest of each of the 4 newest weeks, and the
 * newest of each of the 12 newest months.
 *
 * Days without a backup do not count, so a machine that was off for a season loses nothing when it is on again. A
 * damaged one takes nobody's place; it stays beside the 7 newest days, to be looked at.
 */
import type { BackupName } from "./backup-name.ts";

export const RETENTION = { days: 7, weeks: 4, months: 12 } as const;

export type KeptBackup = BackupName & Readonly<{ isDamaged: boolean }>;

/** @returns the names to delete. */
export function findOutdated(backups: readonly KeptBackup[]): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => compare(b, a));
  const good = newestFirst.filter(({ isDamaged }) => !isDamaged);
  const days = firstGroups(good, ({ day }) => day, RETENTION.days);
  const kept = new Set([
    ...days.flat().map(({ name }) => name),
    ...firstGroups(good, ({ day }) => mondayBefore(day), RETENTION.weeks).map(newestName),
    ...firstGroups(good, ({ day }) => day.slice(0, 7), RETENTION.months).map(newestName),
  ]);
  const oldestDay = days.length < RETENTION.days ? "" : (days.at(-1)?.[0]?.day ?? "");
  return newestFirst
    .filter(({ name, day, isDamaged }) => (isDamaged ? day < oldestDay : !kept.has(name)))
    .map(({ name }) => name);
}

function newestName(group: readonly KeptBackup[]): string | undefined {
  return group[0]?.name;
}

function firstGroups(
  newestFirst: readonly KeptBackup[],
  keyOf: (one: KeptBackup) => string,
  count: number,
): readonly (readonly KeptBackup[])[] {
  return [...Map.groupBy(newestFirst, keyOf).values()].slice(0, count);
}

/** Weeks begin on Monday. */
function mondayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function compare(a: BackupName, b: BackupName): number {
  const [left, right] = [`${a.day} ${a.time}`, `${b.day} ${b.time}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
