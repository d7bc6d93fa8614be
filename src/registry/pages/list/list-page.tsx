/** The list of agreements: search, facets with counts, chips, sort, pages by key, exports of what is shown. */
import {
  ButtonLink,
  Chips,
  DataTable,
  Facets,
  hasFacetRows,
  type Lang,
  Link,
  PageHead,
  Pager,
  pathIn,
  SearchForm,
} from "../../../ui/index.ts";
import { type Criteria, criteriaToParameters } from "../../criteria.ts";
import { fileAddress, type ListPlace, listAddress } from "../../criteria-address.ts";
import type { FacetCounts } from "../../facets/facets-query.ts";
import type { AgreementPage, AgreementSummary } from "../../list-agreements-query.ts";
import { SORTS, type Sort } from "../../page-key.ts";
import { agreementColumns, type SummaryColumn } from "../agreement-columns.tsx";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { chipsOf, facetGroups, type Listed } from "./list-facets.ts";
import { type Loosening, NothingFound } from "./nothing-found.tsx";
import { matchSentence, termSentence } from "./search-words.ts";

export const PAGE_SIZE = 50;

export type ListPageProps = Readonly<{
  page: PageContext;
  criteria: Criteria;
  place: ListPlace;
  result: AgreementPage;
  counts: FacetCounts;
  /** Agreements without any criteria. */
  all: number;
  loosenings: readonly Loosening[];
  counterpartName?: string | undefined;
}>;

export function ListPage(props: ListPageProps) {
  const { page, criteria, place, result, counts, all, counterpartName } = props;
  const w = words(page.lang);
  const listed: Listed = { criteria, place, lang: page.lang };
  const facets = facetGroups(listed, counts);
  const chips = chipsOf(listed, counterpartName);
  return (
    <RegistryFrame page={page} title={w.place}>
      <PageHead
        title={w.place}
        lead={all === 0 ? w.list.empty : w.list.lead(all)}
        actions={page.canEdit ? <OperatorActions lang={page.lang} /> : undefined}
      />
      <Search {...listed} />
      <SearchNotes result={result} lang={page.lang} />
      {all === 0 ? (
        <NothingFound {...props} />
      ) : (
        <div class={hasFacetRows(facets) ? "with-facets mt-l" : "mt-l"}>
          {hasFacetRows(facets) ? <Facets groups={facets} /> : null}
          <section aria-labelledby="results">
            <ResultHead {...listed} result={result} />
            <Chips filters={chips} clearHref={pathIn(page.lang, "/agreements")} />
            {result.totals.agreements === 0 ? <NothingFound {...props} /> : <Results {...listed} result={result} />}
          </section>
        </div>
      )}
    </RegistryFrame>
  );
}

function OperatorActions({ lang }: Readonly<{ lang: Lang }>) {
  const { list, drafts } = useWords();
  return (
    <>
      <ButtonLink href={pathIn(lang, "/agreements/new")}>{list.first}</ButtonLink>
      <ButtonLink look="plain" href={pathIn(lang, "/agreements/drafts")}>
        {drafts.title}
      </ButtonLink>
    </>
  );
}

function Search({ criteria, place, lang }: Listed) {
  const { list } = useWords();
  const kept = criteriaToParameters(criteria);
  kept.delete("q");
  if (place.sort !== undefined) kept.set("sort", place.sort);
  return (
    <SearchForm
      action={pathIn(lang, "/agreements")}
      label={list.search}
      value={criteria.q}
      keep={[...kept].map(([name, value]) => ({ name, value }))}
      examples={list.examples.map((q) => ({ label: q, href: pathIn(lang, listAddress({ q })) }))}
    />
  );
}

function SearchNotes({ result, lang }: Readonly<{ result: AgreementPage; lang: Lang }>) {
  const { list } = useWords();
  if (result.search === null) return null;
  return (
    <div class="mt small sub">
      {result.search.terms.map((term) => (
        <p>{termSentence(term, lang)}</p>
      ))}
      {result.search.isCapped ? <p>{list.capped}</p> : null}
    </div>
  );
}

type ResultProps = Listed & Readonly<{ result: AgreementPage }>;

function ResultHead({ criteria, place, lang, result: { totals } }: ResultProps) {
  const w = useWords();
  const current = place.sort ?? "signed-desc";
  return (
    <div>
      <h2 id="results">{w.agreements(totals.agreements)}</h2>
      <p class="sub" data-listings={totals.listings} data-relisted={totals.relisted}>
        {w.listings(totals.listings, totals.relisted)}
      </p>
      {totals.agreements < 2 ? null : (
        <details class="disc noprint">
          <summary>
            {w.list.sorted} <strong>{w.sorts[current]}</strong>
          </summary>
          <ul class="linklist mt-s">
            {SORTS.map((sort) => (
              <li>
                <Link
                  href={pathIn(lang, listAddress(criteria, { sort }))}
                  current={sort === current ? "true" : undefined}
                >
                  {w.sorts[sort]}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Results({ criteria, place, lang, result }: ResultProps) {
  const { list } = useWords();
  const at = (key: Partial<ListPlace>) =>
    pathIn(lang, listAddress(criteria, { sort: place.sort ?? "signed-desc", ...key }));
  return (
    <>
      <div class="mt">
        <DataTable
          caption={list.caption}
          captionHidden
          rows={result.rows}
          columns={sortable(
            agreementColumns(lang, (row) => <MatchNotes row={row} lang={lang} />),
            { criteria, place, lang },
          )}
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
      <Exports criteria={criteria} lang={lang} />
    </>
  );
}

function MatchNotes({ row, lang }: Readonly<{ row: AgreementSummary; lang: Lang }>) {
  if (row.matched.length === 0) return null;
  return (
    <span class="small sub printed">
      {row.matched.map((match) => matchSentence(match, lang)).join(words(lang).separator)}
    </span>
  );
}

function Exports({ criteria, lang }: Readonly<{ criteria: Criteria; lang: Lang }>) {
  const { list, json } = useWords();
  return (
    <section class="mt-l noprint" aria-labelledby="exports">
      <h2 id="exports" class="h-card">
        {list.exportLabel}
      </h2>
      <div class="row mt-s">
        <ButtonLink small href={pathIn(lang, fileAddress("agreements.csv", criteria))}>
          {list.csvs.agreements}
        </ButtonLink>
        <ButtonLink small href={pathIn(lang, fileAddress("agreements/listings.csv", criteria))}>
          {list.csvs.listings}
        </ButtonLink>
        <ButtonLink small href={pathIn(lang, fileAddress("agreements/parties.csv", criteria))}>
          {list.csvs.parties}
        </ButtonLink>
        <ButtonLink small href={pathIn(lang, fileAddress("agreements/dates.csv", criteria))}>
          {list.csvs.dates}
        </ButtonLink>
        <ButtonLink small href={pathIn(lang, fileAddress("agreements.json", criteria))}>
          {json}
        </ButtonLink>
      </div>
      <p class="small sub mt-s">{list.exportNote}</p>
    </section>
  );
}

/** Name and date are sorted by their headings; a second press on the date turns the order round. */
function sortable(columns: readonly SummaryColumn[], { criteria, place, lang }: Listed): readonly SummaryColumn[] {
  const current = place.sort ?? "signed-desc";
  const to = (sort: Sort) => pathIn(lang, listAddress(criteria, { sort }));
  const byTitle = { href: to("title"), direction: current === "title" ? ("ascending" as const) : null };
  const directions = { "signed-desc": "descending", "signed-asc": "ascending", title: null, updated: null } as const;
  const bySigned = {
    href: to(current === "signed-desc" ? "signed-asc" : "signed-desc"),
    direction: directions[current],
  };
  return columns.map((column, index) =>
    index === 0 ? { ...column, sort: byTitle } : index === 3 ? { ...column, sort: bySigned } : column,
  );
}
