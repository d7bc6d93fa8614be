/** The backups that lie in the folder, newest first. */
import type { Language } from "../../../platform/index.ts";
import { DataTable, Link } from "../../../ui/index.ts";
import { type JobTexts, jobTexts, momentWords, sizeWords } from "../words.ts";
import type { ListedBackup } from "./backup-list.ts";

export type BackupTableProps = Readonly<{ lang: Language; backups: readonly ListedBackup[] }>;

export function BackupTable({ lang, backups }: BackupTableProps) {
  const w = jobTexts(lang).backups;
  return (
    <>
      <DataTable<ListedBackup>
        caption={w.caption}
        captionHidden
        rows={backups}
        empty={<p>{w.none}</p>}
        columns={[
          { label: w.name, header: true, cell: ({ name }) => name },
          { label: w.madeAt, cell: ({ madeAt }) => momentWords(madeAt, lang) },
          { label: w.size, numeric: true, cell: ({ bytes }) => sizeWords(bytes) },
          { label: w.state, wide: true, cell: ({ known }) => checkWords(known, w, lang) },
          {
            label: w.action,
            cell: ({ name }) => <Link href={`/jobs/backups/${name}`}>{w.download}</Link>,
          },
        ]}
      />
      {backups.length === 0 ? null : <p class="sub mt">{w.warning}</p>}
    </>
  );
}

function checkWords(known: ListedBackup["known"], w: JobTexts["backups"], lang: Language): string {
  if (known === undefined) return w.unknown;
  if (known.problem !== null) return w.damaged;
  return known.verifiedAt === null ? w.waiting : w.verified(momentWords(known.verifiedAt, lang));
}
