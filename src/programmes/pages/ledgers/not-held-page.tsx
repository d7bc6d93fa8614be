/** What did not take place in a fiscal year, whole programmes and single parts, each with the reason as printed. */
import { DataTable, EmptyState, Link, PageHead, Pager, pathIn } from "../../../ui/index.ts";
import type { ProgrammeFacetCounts } from "../../facet-counts-query.ts";
import { MOST_NOT_HELD, type NotHeld } from "../../not-held-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import { hrefWith } from "../list/list-address.ts";
import type { Listed } from "../list/list-facets.ts";
import { Narrowing } from "../list/narrowing.tsx";
import type { PageContext } from "../page-context.ts";
import { pageOfRows, ROWS_ON_PAGE } from "../page-of-rows.ts";
import { StatusMark } from "../status-mark.tsx";
import { words } from "../words.ts";
import { fiscalYearText, ownerText } from "../year-words.ts";
import { YearChoice } from "./year-choice.tsx";

export const NOT_HELD_PATH = "/programmes/not-held";

type Props = Readonly<{
  page: PageContext;
  listed: Listed;
  counts: ProgrammeFacetCounts;
  fiscalYear: number;
  rows: readonly NotHeld[];
  /** On record; `rows` may hold only the first of them. */
  total: number;
}>;

export function NotHeldPage({ page, listed, counts, fiscalYear, rows, total }: Props) {
  const { notHeld: w } = words(page.lang);
  const { criteria, path, place } = listed;
  const { shown, next, previous } = pageOfRows(rows, keyOf, place.after);
  const at = (after: string | undefined) => hrefWith(page.lang, path, criteria, { also: place.also, after });
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="notHeld" criteria={{ ...criteria, fiscalYear }} />
      <YearChoice listed={listed} fiscalYear={fiscalYear} years={counts.fiscalYear.map(({ value }) => Number(value))} />
      <Narrowing listed={listed} counts={counts} without={["fiscalYear", "status"]} />
      <h2 class="mt-l mb">{w.of(fiscalYearText(fiscalYear, page.lang), total)}</h2>
      {total > rows.length ? <p class="mb">{w.most(MOST_NOT_HELD)}</p> : null}
      {rows.length === 0 ? <EmptyState title={w.none} /> : <Table page={page} fiscalYear={fiscalYear} rows={shown} />}
      <Pager
        size={ROWS_ON_PAGE}
        previousHref={previous === null ? undefined : at(previous)}
        nextHref={next === null ? undefined : at(next)}
      />
    </ProgrammeFrame>
  );
}

function Table({ page: { lang }, fiscalYear, rows }: Pick<Props, "page" | "fiscalYear" | "rows">) {
  const { notHeld: w, columns } = words(lang);
  return (
    <DataTable
      caption={w.title}
      captionHidden
      rows={rows}
      columns={[
        {
          label: columns.programme,
          header: true,
          cell: (row) => (
            <>
              <Link href={`${pathIn(lang, programmeAddress(row.programmeId))}#fy${fiscalYear}`}>{row.title}</Link>
              <span class="sub small">{ownerText(row)}</span>
            </>
          ),
        },
        { label: columns.part, cell: ({ item }) => item ?? w.whole },
        { label: columns.status, cell: ({ status }) => <StatusMark status={status} /> },
        { label: columns.reason, wide: true, cell: ({ reason }) => reason ?? <span class="sub">{w.noReason}</span> },
      ]}
    />
  );
}

function keyOf({ programmeId, place }: NotHeld): string {
  return `${programmeId}.${place}`;
}
