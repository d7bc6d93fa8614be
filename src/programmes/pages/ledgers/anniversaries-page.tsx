/** Anniversaries of agreements and programmes in a fiscal year, as precise as the beginning was printed. */
import { dayText, prefectureText } from "../../../registry/index.ts";
import { Chips, DataTable, Link, PageHead, Pager, pathIn, Select, useLang } from "../../../ui/index.ts";
import type { Anniversary } from "../../anniversaries.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import { hrefWith } from "../list/list-address.ts";
import { chipsOf, type Listed, withoutCriterion } from "../list/list-facets.ts";
import type { PageContext } from "../page-context.ts";
import { pageOfRows, ROWS_ON_PAGE } from "../page-of-rows.ts";
import { useWords, words } from "../words.ts";
import { fiscalYearText, shortYearText } from "../year-words.ts";
import { YearChoice } from "./year-choice.tsx";

export const ANNIVERSARIES_PATH = "/programmes/anniversaries";

type Props = Readonly<{
  page: PageContext;
  listed: Listed;
  fiscalYear: number;
  /** The years that can be chosen. */
  years: readonly number[];
  /** In the fiscal year for certain. */
  dated: readonly Anniversary[];
  /** Known by calendar year only, so they may lie in this fiscal year or in a neighbouring one. */
  undecided: readonly Anniversary[];
}>;

export function AnniversariesPage({ page, listed, fiscalYear, years, dated, undecided }: Props) {
  const { anniversaries: w } = words(page.lang);
  const { shown, next, previous } = pageOfRows(
    [...dated, ...undecided],
    ({ id, years, date }) => `${id}.${years}.${date}`,
    listed.place.after,
  );
  const [shownDated, shownUndecided] = [dated, undecided].map((own) => shown.filter((one) => own.includes(one)));
  const at = (after: string | undefined) =>
    hrefWith(page.lang, listed.path, listed.criteria, { also: listed.place.also, after });
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="anniversaries" criteria={listed.criteria} />
      <YearChoice
        listed={{ ...listed, criteria: withoutCriterion(listed.criteria, "prefecture") }}
        {...{ fiscalYear, years }}
      >
        <PrefectureChoice chosen={listed.criteria.prefecture} />
      </YearChoice>
      <Chips filters={chipsOf(listed)} clearHref={hrefWith(page.lang, listed.path, {}, { also: listed.place.also })} />
      <section class="mt-l" aria-labelledby="dated">
        <h2 id="dated" class="mb">
          {w.of(fiscalYearText(fiscalYear, page.lang), dated.length)}
        </h2>
        {dated.length > 0 && shownDated?.length === 0 ? null : (
          <AnniversaryTable caption={w.title} rows={shownDated ?? []} />
        )}
      </section>
      {(shownUndecided ?? []).length === 0 ? null : (
        <section class="mt-l" aria-labelledby="undecided">
          <h2 id="undecided" class="mb">
            {w.undecided}
          </h2>
          <AnniversaryTable caption={w.undecided} rows={shownUndecided ?? []} />
        </section>
      )}
      <Pager
        size={ROWS_ON_PAGE}
        previousHref={previous === null ? undefined : at(previous)}
        nextHref={next === null ? undefined : at(next)}
      />
    </ProgrammeFrame>
  );
}

function PrefectureChoice({ chosen }: Readonly<{ chosen: string | undefined }>) {
  const { anniversaries: w, list } = useWords();
  const lang = useLang();
  const codes = Array.from({ length: 47 }, (_, at) => String(at + 1).padStart(2, "0"));
  return (
    <Select
      {...{
        name: "prefecture",
        label: list.facets.prefecture,
        value: chosen,
        emptyLabel: w.everywhere,
        optionalWords: "",
      }}
      options={codes.map((code) => ({ value: code, label: prefectureText(code, lang) }))}
    />
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
        { label: w.kind, cell: ({ id }) => <span class="nowrap">{w.kinds[kindOf(id)]}</span> },
      ]}
    />
  );
}

function When({ anniversary: { date, precision, fiscalYear } }: Readonly<{ anniversary: Anniversary }>) {
  const lang = useLang();
  const isYear = precision === "fiscalYear" && fiscalYear !== null;
  return <span class="nowrap">{isYear ? shortYearText(fiscalYear, lang) : dayText(date, lang)}</span>;
}
