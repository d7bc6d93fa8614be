/**
 * Names of automatic backups: `kakehashi-2026-11-22.tar.gz` for the day's, with the time for one that was asked for
 * (`kakehashi-2026-11-22-143005.tar.gz`). Days and times are Japanese. Only files of such names are ever deleted.
 */

export type BackupName = Readonly<{
  name: string;
  /** YYYY-MM-DD */
  day: string;
  /** HHMMSS; empty for the day's own. */
  time: string;
}>;

const PATTERN = /^kakehashi-(\d{4}-\d{2}-\d{2})(?:-(\d{6}))?\.tar\.gz$/;

export function readBackupName(name: string): BackupName | undefined {
  const found = PATTERN.exec(name);
  if (found === null || Number.isNaN(Date.parse(`${found[1]}T00:00:00Z`))) return undefined;
  return { name, day: found[1] ?? "", time: found[2] ?? "" };
}

export function dailyBackupName(at: Date): string {
  return `kakehashi-${inJapan(at).day}.tar.gz`;
}

export function askedBackupName(at: Date): string {
  const { day, time } = inJapan(at);
  return `kakehashi-${day}-${time}.tar.gz`;
}

function inJapan(at: Date): Readonly<{ day: string; time: string }> {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });
  const [day = "", time = ""] = text.format(at).split(" ");
  return { day, time: time.replaceAll(":", "") };
}
