/** Backups that fail or are late, said where a system administrator looks: on the page of jobs and on today's work. */
import type { Language } from "../../../platform/index.ts";
import { Link, Notice, pathIn } from "../../../ui/index.ts";
import { jobTexts, momentWords } from "../words.ts";
import type { BackupState } from "./read-backups.ts";

type Props = Readonly<{
  lang: Language;
  backups: Pick<BackupState, "trouble" | "last" | "isLate">;
  /** Away from the page of jobs it leads there. */
  leadsToJobs?: boolean;
}>;

export function BackupTroubleNotice({ lang, backups, leadsToJobs = false }: Props) {
  const { trouble = backups.isLate ? "late" : undefined, last } = backups;
  if (trouble === undefined) return null;
  const w = jobTexts(lang).backups;
  return (
    <Notice kind="err" level={leadsToJobs ? 2 : 3} title={w.trouble[trouble]}>
      <p>{w.troubleWords(last === null ? null : momentWords(last, lang))}</p>
      {leadsToJobs ? (
        <p>
          <Link href={pathIn(lang, "/jobs")}>{w.toJobs}</Link>
        </p>
      ) : null}
    </Notice>
  );
}
