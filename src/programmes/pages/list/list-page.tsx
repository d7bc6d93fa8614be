/** The list of programmes: search, facets with counts, chips, order, pages by key. */

import {
  ButtonLink,
  Chips,
  DataTable,
  EmptyState,
  Facets,
  hasFacetRows,
  Link,
  PageHead,
  Pager,
  pathIn,
  SearchForm,
  ViewToggle,
} from "../../../ui/index.ts";
import type { ProgrammeFacetCounts } from "../../facet-counts-query.ts";
import { gridAddress } from "../../grid/grid-query.ts";
import { gridWords } from "../../grid/words.ts";
import { DEFAULT_PROGRAMME_SORT, PROGRAMME_SORTS, type ProgrammePage } from "../../list-programmes-query.ts";
import { type ProgrammeCriteria, programmeCriteriaToParameters } from "../../programme-criteria.ts";
import { workbookPageWords } from "../../template/pages/words.ts";
import { workbookAddress } from "../../template/pages/workbook-address.ts";
import { PROGRAMME_FILES, type ProgrammeFile } from "../data/programme-rows.ts";
import { openDataWords } from "../data/words.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { hrefWith, type ListPlace, programmesHref } from "./list-address.ts";
import { chipsOf, facetGroups, type Listed } from "./list-facets.ts";
import { programmeColumns } from "./programme-columns.tsx";

export const PAGE_SIZE = 50;

export type ListPageProps = Readonly<{
  page: PageContext;
  listed: Listed;
  result: ProgrammePage;
  counts: ProgrammeFacetCounts;
  /** Programmes without any criteria. */
  all: number;
  /** Code of the local government worked for; null for everybody else. */
  ownGovernment: string | null;
}>;

export function ListPage({ page, listed, result, counts, all, ownGovernment }: ListPageProps) {
  const { list, place } = words(page.lang);
  const facets = facetGroups(listed, counts);
  const hasFacets = all > 0 && hasFacetRows(facets);
  return (
    <ProgrammeFrame page={page} title={place}>
      <PageHead
        title={place}
        lead={all === 0 ? list.empty : list.lead(all)}
        actions={<Actions page={page} listed={listed} />}
      />
      <ProgrammeViews page={page} current="list" criteria={listed.criteria} />
      <div class="mt">
        <Search listed={listed} />
      </div>
      <OwnPlaces listed={listed} ownGovernment={ownGovernment} />
      <Sides page={page} listed={listed} />
      {all === 0 ? (
        <NothingRecorded page={page} />
      ) : (
        <div class={hasFacets ? "with-facets mt-l" : "mt-l"}>
          {hasFacets ? <Facets groups={facets} /> : null}
          <section aria-labelledby="results">
            <ResultHead listed={listed} total={result.total} />
            <Chips filters={chipsOf(listed)} clearHref={programmesHref(page.lang, {}, sideOf(listed))} />
            {result.total === 0 ? <NothingFound listed={listed} /> : <Results listed={listed} result={result} />}
          </section>
        </div>
      )}
    </ProgrammeFrame>
  );
}

const sideOf = ({ place: { side } }: Listed): ListPlace => ({ side });

function Actions({ page: { lang, canEdit }, listed }: Readonly<{ page: PageContext; listed: Listed }>) {
  const { list } = useWords();
  const { government, fiscalYear } = listed.criteria;
  const query = programmeCriteriaToParameters({
    ...(government === undefined ? {} : { government }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
  }).toString();
  return (
    <>
      <ButtonLink look="plain" href={pathIn(lang, query === "" ? "/programmes/report" : `/programmes/report?${query}`)}>
        {list.report}
      </ButtonLink>
      {canEdit ? (
        <>
          <ButtonLink look="plain" href={pathIn(lang, gridAddress(government, fiscalYear))}>
            {gridWords(lang).title}
          </ButtonLink>
          <ButtonLink look="plain" href={pathIn(lang, workbookAddress())}>
            {workbookPageWords(lang).link}
          </ButtonLink>
          <ButtonLink href={pathIn(lang, "/programmes/new")}>{list.first}</ButtonLink>
        </>
      ) : null}
    </>
  );
}

function Search({ listed: { criteria, place, lang } }: Readonly<{ listed: Listed }>) {
  const { list } = useWords();
  const kept = programmeCriteriaToParameters(criteria);
  kept.delete("q");
  if (place.sort !== undefined && place.sort !== DEFAULT_PROGRAMME_SORT) kept.set("sort", place.sort);
  if (place.side === "working") kept.set("side", place.side);
  return (
    <SearchForm
      action={pathIn(lang, "/programmes")}
      label={list.search}
      value={criteria.q}
      keep={[...kept].map(([name, value]) => ({ name, value }))}
      examples={list.examples.map((q) => ({ label: q, href: programmesHref(lang, { q }) }))}
    />
  );
}

/** Whoever works for a local government mostly looks for its programmes; a prefecture's also for its municipalities'. */
function OwnPlaces({ listed, ownGovernment }: Pick<ListPageProps, "listed" | "ownGovernment">) {
  const { criteria, place, lang } = listed;
  const { list } = useWords();
  if (ownGovernment === null || criteria.government !== undefined || criteria.prefecture !== undefined) return null;
  const at = (own: ProgrammeCriteria) =>
    programmesHref(lang, { ...criteria, ...own }, { sort: place.sort, side: place.side });
  const isPrefecture = ownGovernment.endsWith("000");
  return (
    <p class="row mt noprint">
      <Link href={at({ government: ownGovernment })}>{list.ofOwnBody}</Link>
      {isPrefecture ? <Link href={at({ prefecture: ownGovernment.slice(0, 2) })}>{list.ofOwnPrefecture}</Link> : null}
    </p>
  );
}

/** Only those who work on programmes choose between what is public and what is being prepared. */
function Sides({ page, listed: { criteria, place, lang } }: Readonly<{ page: PageContext; listed: Listed }>) {
  const { sides } = useWords();
  if (!page.canReadWork) return null;
  const side = place.side ?? "published";
  return (
    <div class="mt noprint">
      <ViewToggle
        label={sides.label}
        views={(["published", "working"] as const).map((one) => ({
          label: sides[one],
          href: programmesHref(lang, criteria, { sort: place.sort, side: one }),
          current: one === side,
        }))}
      />
    </div>
  );
}

function NothingRecorded({ page: { lang, canEdit } }: Readonly<{ page: PageContext }>) {
  const { list } = useWords();
  const start = <ButtonLink href={pathIn(lang, "/programmes/new")}>{list.first}</ButtonLink>;
  return (
    <div class="mt-l">
      <EmptyState
        title={list.empty}
        lead={canEdit ? list.firstLead : undefined}
        actions={canEdit ? start : undefined}
      />
    </div>
  );
}

function ResultHead({ listed: { criteria, place, lang }, total }: Readonly<{ listed: Listed; total: number }>) {
  const { list, programmes } = useWords();
  const current = place.sort ?? DEFAULT_PROGRAMME_SORT;
  return (
    <div>
      <h2 id="results">{programmes(total)}</h2>
      {total < 2 ? null : (
        <details class="disc noprint">
          <summary>
            {list.sorted} <strong>{list.sorts[current]}</strong>
          </summary>
          <ul class="linklist mt-s">
            {PROGRAMME_SORTS.map((sort) => (
              <li>
                <Link
                  href={programmesHref(lang, criteria, { sort, side: place.side })}
                  current={sort === current ? "true" : undefined}
                >
                  {list.sorts[sort]}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function NothingFound({ listed: { criteria, lang } }: Readonly<{ listed: Listed }>) {
  const { list } = useWords();
  return (
    <div class="mt-l">
      <EmptyState
        title={criteria.q === undefined ? list.nothingPlain : list.nothing(criteria.q)}
        lead={list.nothingLead}
        actions={<ButtonLink href={pathIn(lang, "/programmes")}>{list.clear}</ButtonLink>}
      />
    </div>
  );
}

function Results({ listed, result }: Readonly<{ listed: Listed; result: ProgrammePage }>) {
  const { list } = useWords();
  const { criteria, place, lang } = listed;
  const at = (key: ListPlace) => programmesHref(lang, criteria, { sort: place.sort, side: place.side, ...key });
  return (
    <>
      <div class="mt">
        <DataTable
          caption={list.caption}
          captionHidden
          rows={result.rows}
          columns={programmeColumns(lang)}
          empty={
            <p>
              {list.beginning} <Link href={at({})}>{list.toFirst}</Link>
            </p>
          }
        />
      </div>
      <p class="small sub mt">{list.note}</p>
      <Pager
        size={PAGE_SIZE}
        previousHref={result.previous === null ? undefined : at({ before: result.previous })}
        nextHref={result.next === null ? undefined : at({ after: result.next })}
      />
      {place.side === "working" ? null : <Exports listed={listed} />}
    </>
  );
}

/** What is published, under the criteria of the list. */
function Exports({ listed: { criteria, lang } }: Readonly<{ listed: Listed }>) {
  const w = openDataWords(lang);
  const path = (file: ProgrammeFile) => (file === "programmes" ? "/programmes.csv" : `/programmes/${file}.csv`);
  return (
    <section class="mt-l noprint" aria-labelledby="exports">
      <h2 id="exports" class="h-card">
        {w.listTitle}
      </h2>
      <div class="row mt-s">
        {PROGRAMME_FILES.map((file) => (
          <ButtonLink small href={hrefWith(lang, path(file), criteria)}>
            {w.csvOf(w.short[file])}
          </ButtonLink>
        ))}
        <ButtonLink small href={hrefWith(lang, "/programmes.json", criteria)}>
          JSON
        </ButtonLink>
      </div>
      {criteria.fiscalYear === undefined ? null : <p class="small sub mt-s">{w.yearNote}</p>}
    </section>
  );
}
