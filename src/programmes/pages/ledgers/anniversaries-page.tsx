/** Anniversaries of agreements and programmes in a fiscal year, as precise as the beginning was printed. */
import { dayText } from "../../../registry/index.ts";
import { DataTable, Link, PageHead, pathIn, useLang } from "../../../ui/index.ts";
import type { Anniversary } from "../../anniversaries.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { fiscalYearText, shortYearText } from "../year-words.ts";
import { YearChoice } from "./year-choice.tsx";

export const ANNIVERSARIES_PATH = "/programmes/anniversaries";

type Props = Readonly<{
  page: PageContext;
  fiscalYear: number;
  /** In the fiscal year for certain. */
  dated: readonly Anniversary[];
  /** Known by calendar year only, so they may lie in this fiscal year or in a neighbouring one. */
  undecided: readonly Anniversary[];
}>;

export function AnniversariesPage({ page, fiscalYear, dated, undecided }: Props) {
  const { anniversaries: w } = words(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="anniversaries" />
      <YearChoice path={ANNIVERSARIES_PATH} fiscalYear={fiscalYear} />
      <section class="mt-l" aria-labelledby="dated">
        <h2 id="dated" class="mb">
          {fiscalYearText(fiscalYear, page.lang)}
        </h2>
        <AnniversaryTable caption={w.title} rows={dated} />
      </section>
      {undecided.length === 0 ? null : (
        <section class="mt-l" aria-labelledby="undecided">
          <h2 id="undecided" class="mb">
            {w.undecided}
          </h2>
          <AnniversaryTable caption={w.undecided} rows={undecided} />
        </section>
      )}
    </ProgrammeFrame>
  );
}

function AnniversaryTable({ caption, rows }: Readonly<{ caption: string; rows: readonly Anniversary[] }>) {
  const { anniversaries: w } = useWords();
  const lang = useLang();
  const kindOf = (id: string) => (id.startsWith("A") ? "agreement" : "programme");
  const hrefOf = (id: string) => pathIn(lang, id.startsWith("A") ? `/agreements/${id}` : `/programmes/${id}`);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      empty={<p class="sub">{w.none}</p>}
      columns={[
        { label: w.name, header: true, cell: ({ id, title }) => <Link href={hrefOf(id)}>{title}</Link> },
        { label: w.anniversary, numeric: true, cell: ({ years }) => w.years(years) },
        { label: w.when, cell: (row) => <When anniversary={row} /> },
        { label: w.kind, cell: ({ id }) => w.kinds[kindOf(id)] },
      ]}
    />
  );
}

function When({ anniversary: { date, precision, fiscalYear } }: Readonly<{ anniversary: Anniversary }>) {
  const lang = useLang();
  const isYear = precision === "fiscalYear" && fiscalYear !== null;
  return <span>{isYear ? shortYearText(fiscalYear, lang) : dayText(date, lang)}</span>;
}
