import fc from "fast-check";
import { expect, test } from "vitest";
import { askedBackupName, dailyBackupName, readBackupName } from "./backup-name.ts";
import { findOutdated, type KeptBackup } from "./retention.ts";

function backup(day: string, time = "", isDamaged = false): KeptBackup {
  return { name: `kakehashi-${day}${time === "" ? "" : `-${time}`}.tar.gz`, day, time, isDamaged };
}

function days(from: string, count: number): readonly KeptBackup[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) =>
    backup(new Date(start + at * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)),
  );
}

const keptOf = (backups: readonly KeptBackup[]) => {
  const outdated = new Set(findOutdated(backups));
  return backups.filter(({ name }) => !outdated.has(name)).map(({ day, time }) => day + time);
};

test("after a year of daily backups a week of days, four weeks and twelve months are left", () => {
  const kept = keptOf(days("2025-11-20", 368)); // until 2026-11-22, a Sunday
  expect(kept.slice(-7)).toEqual([16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`));
  expect(kept).toContain("2026-11-15");
  expect(kept).toContain("2026-11-08");
  expect(kept).toContain("2026-11-01");
  expect(kept).toContain("2026-10-31");
  expect(kept).toContain("2025-12-31");
  expect(kept).not.toContain("2025-11-30");
  expect(kept.length).toBe(7 + 3 + 11);
});

test("what was asked for by hand within the newest days stays beside the day's own", () => {
  const today = [backup("2026-11-22"), backup("2026-11-22", "143005"), backup("2026-11-22", "090000")];
  expect(findOutdated([...days("2026-11-01", 21), ...today])).not.toContain("kakehashi-2026-11-22-090000.tar.gz");
});

test("a machine that was off for months keeps the days it had", () => {
  const before = days("2026-03-02", 7);
  expect(findOutdated([...before, backup("2026-11-22")])).toEqual(["kakehashi-2026-03-02.tar.gz"]);
});

test("a damaged backup takes no place of a whole one, and goes with time", () => {
  const broken = backup("2026-11-10", "", true);
  expect(findOutdated([...days("2026-11-11", 6), broken])).toEqual([]);
  expect(findOutdated([...days("2026-11-11", 8), broken])).toContain(broken.name);
});

test("the newest whole backup is never outdated, whatever else lies there", () => {
  const one = fc.record({ at: fc.integer({ min: 0, max: 900 }), damaged: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ at }) => at, minLength: 1 }), (list) => {
      const all = days("2024-01-01", 901);
      const backups = list.map(({ at, damaged }) => ({ ...(all[at] ?? backup("2024-01-01")), isDamaged: damaged }));
      const good = backups.filter(({ isDamaged }) => !isDamaged).map(({ name }) => name);
      const outdated = findOutdated(backups);
      if (good.length > 0) expect(outdated).not.toContain(good.sort().at(-1));
      expect(good.length - outdated.filter((name) => good.includes(name)).length).toBeLessThanOrEqual(7 + 4 + 12);
      const again = backups.filter(({ name }) => !outdated.includes(name));
      expect(findOutdated(again)).toEqual([]);
    }),
  );
});

test("names carry the Japanese day, and strange names are not ours", () => {
  const lateInLondon = new Date("2026-11-21T17:30:05Z");
  expect(dailyBackupName(lateInLondon)).toBe("kakehashi-2026-11-22.tar.gz");
  expect(askedBackupName(lateInLondon)).toBe("kakehashi-2026-11-22-023005.tar.gz");
  expect(readBackupName(askedBackupName(lateInLondon))).toMatchObject({ day: "2026-11-22", time: "023005" });
  for (const strange of [
    "kakehashi-2026-13-40.tar.gz",
    "../kakehashi-2026-11-22.tar.gz",
    "kakehashi-2026-11-22.tar.gz.part",
  ]) {
    expect(readBackupName(strange)).toBeUndefined();
  }
});
