/** What did not take place in a fiscal year, whole programmes and single parts, each with the reason as printed. */
import { DataTable, Link, PageHead, pathIn } from "../../../ui/index.ts";
import type { NotHeld } from "../../not-held-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { StatusMark } from "../status-mark.tsx";
import { words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";
import { YearChoice } from "./year-choice.tsx";

export const NOT_HELD_PATH = "/programmes/not-held";

type Props = Readonly<{ page: PageContext; fiscalYear: number; rows: readonly NotHeld[] }>;

export function NotHeldPage({ page, fiscalYear, rows }: Props) {
  const { notHeld: w, columns } = words(page.lang);
  const { lang } = page;
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="notHeld" />
      <YearChoice path={NOT_HELD_PATH} fiscalYear={fiscalYear} />
      <h2 class="mt-l mb">{w.of(fiscalYearText(fiscalYear, lang), rows.length)}</h2>
      <DataTable
        caption={w.title}
        captionHidden
        rows={rows}
        empty={<p class="sub">{w.none}</p>}
        columns={[
          {
            label: columns.programme,
            header: true,
            cell: ({ programmeId, title, item }) => (
              <>
                <Link href={`${pathIn(lang, programmeAddress(programmeId))}#fy${fiscalYear}`}>{title}</Link>
                {item === null ? null : <span class="sub">{item}</span>}
              </>
            ),
          },
          { label: columns.status, cell: ({ status }) => <StatusMark status={status} /> },
          { label: columns.reason, wide: true, cell: ({ reason }) => reason ?? <span class="sub">{w.noReason}</span> },
        ]}
      />
    </ProgrammeFrame>
  );
}
