/**
 * Programmes × fiscal years (年度別一覧), newest year on the left: what became of plan and result, each a word and a
 * shape. It stays a table on a phone, in a named region that scrolls, with the first column standing still.
 */
import { Button, ButtonLink, EmptyState, Link, PageHead, Pager, pathIn, Select, useLang } from "../../../ui/index.ts";
import type { ProgrammeFacetCounts } from "../../facet-counts-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { programmeCriteriaToParameters } from "../../programme-criteria.ts";
import type { MatrixCell, MatrixMark, MatrixRow, YearMatrix } from "../../year-matrix-query.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import { hrefWith, type ListPlace, programmesHref } from "../list/list-address.ts";
import type { Listed } from "../list/list-facets.ts";
import { Narrowing } from "../list/narrowing.tsx";
import type { PageContext } from "../page-context.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { fiscalYearText, ownerText, shortYearText } from "../year-words.ts";

export const MATRIX_PAGE_SIZE = 50;
export const MOST_YEARS = 20;

export type YearSpan = Readonly<{ from: number; to: number; isCut: boolean }>;

export type MatrixPageProps = Readonly<{
  page: PageContext;
  listed: Listed;
  span: YearSpan;
  matrix: YearMatrix;
  counts: ProgrammeFacetCounts;
}>;

export function MatrixPage({ page, listed, span, matrix, counts }: MatrixPageProps) {
  const { matrix: w } = words(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="years" criteria={listed.criteria} />
      <div class="mt">
        <SpanForm listed={listed} span={span} years={counts.fiscalYear.map(({ value }) => Number(value))} />
      </div>
      {span.isCut ? <p class="mt">{w.tooMany(MOST_YEARS)}</p> : null}
      <div class="mt-l">
        <Narrowing listed={listed} counts={counts} without={["fiscalYear"]} />
        <section class="mt" aria-labelledby="matrix">
          <h2 id="matrix">{words(page.lang).programmes(matrix.total)}</h2>
          {matrix.total === 0 ? (
            <NothingHere listed={listed} />
          ) : (
            <Matrix listed={listed} span={span} matrix={matrix} />
          )}
        </section>
      </div>
    </ProgrammeFrame>
  );
}

/** The list has programmes without any year, and says which condition leaves none. */
function NothingHere({ listed: { lang, criteria } }: Readonly<{ listed: Listed }>) {
  const { matrix: w, views } = useWords();
  return (
    <EmptyState
      title={w.noYears}
      actions={<ButtonLink href={programmesHref(lang, criteria)}>{views.list}</ButtonLink>}
    />
  );
}

type SpanFormProps = Readonly<{ listed: Listed; span: YearSpan; years: readonly number[] }>;

function SpanForm({ listed: { criteria, lang, path }, span, years }: SpanFormProps) {
  const { matrix: w } = useWords();
  const all = [...new Set([...years, span.from, span.to])].toSorted((a, b) => b - a);
  const options = all.map((year) => ({ value: String(year), label: fiscalYearText(year, lang) }));
  return (
    <form method="get" action={pathIn(lang, path)} class="noprint">
      {[...programmeCriteriaToParameters(criteria)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="filterrow">
        <Select
          {...{ name: "from", label: w.from, value: String(span.from), emptyLabel: null, optionalWords: "" }}
          options={options}
        />
        <Select
          {...{ name: "to", label: w.to, value: String(span.to), emptyLabel: null, optionalWords: "" }}
          options={options}
        />
        <div class="go">
          <Button>{w.show}</Button>
        </div>
      </div>
    </form>
  );
}

type MatrixProps = Readonly<{ listed: Listed; span: YearSpan; matrix: YearMatrix }>;

function Matrix({ listed, span, matrix }: MatrixProps) {
  const { matrix: w } = useWords();
  const { lang, criteria, path, place } = listed;
  const years = yearsOf(span);
  const at = (key: ListPlace) => hrefWith(lang, path, criteria, { sort: place.sort, also: place.also, ...key });
  return (
    <>
      <section class="tablebox mt" tabindex={0} aria-label={w.caption}>
        <table class="t cross matrix">
          <caption class="vh">{w.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words(lang).columns.title}</th>
              {years.map((year) => (
                <th scope="col">{shortYearText(year, lang)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <Row row={row} years={years} />
            ))}
          </tbody>
          <tfoot>
            <Totals listed={listed} years={years} counts={matrix.counts} />
          </tfoot>
        </table>
      </section>
      <p class="small sub mt">{w.totalsNote}</p>
      <Pager
        size={MATRIX_PAGE_SIZE}
        previousHref={matrix.previous === null ? undefined : at({ before: matrix.previous })}
        nextHref={matrix.next === null ? undefined : at({ after: matrix.next })}
      />
    </>
  );
}

function yearsOf({ from, to }: YearSpan): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}

function Row({ row: { programme, cells }, years }: Readonly<{ row: MatrixRow; years: readonly number[] }>) {
  const lang = useLang();
  return (
    <tr>
      <th scope="row">
        <Link href={pathIn(lang, programmeAddress(programme.id))}>{programme.title}</Link>
        <span class="sub small">{ownerText(programme)}</span>
      </th>
      {years.map((year) => (
        <td>
          <Cell cell={cells.find(({ fiscalYear }) => fiscalYear === year)} />
        </td>
      ))}
    </tr>
  );
}

/** Plan and result each as a word with its shape; what a mark is of stands before it. */
function Cell({ cell }: Readonly<{ cell: MatrixCell | undefined }>) {
  const { matrix: w } = useWords();
  if (cell === undefined) return <span class="sub small">{w.none}</span>;
  return (
    <>
      {cell.result === null ? null : <MarkLine label={w.result} mark={cell.result} />}
      {cell.plan === null ? null : <MarkLine label={w.plan} mark={cell.plan} />}
    </>
  );
}

function MarkLine({ label, mark }: Readonly<{ label: string; mark: MatrixMark }>) {
  return (
    <>
      <span class="small sub">{label}</span>
      <StatusMark status={mark.status} />
      {mark.reason === null ? null : <span class="small sub">{mark.reason}</span>}
    </>
  );
}

type TotalsProps = Readonly<{ listed: Listed; years: readonly number[]; counts: YearMatrix["counts"] }>;

function Totals({ listed: { criteria, lang }, years, counts }: TotalsProps) {
  const { matrix: w, count } = useWords();
  return (
    <tr class="total">
      <th scope="row">{w.totals}</th>
      {years.map((fiscalYear) => (
        <td>
          <ul>
            {YEAR_STATUSES.map((status) => {
              const own = counts.find((one) => one.fiscalYear === fiscalYear && one.status === status);
              return own === undefined ? null : (
                <li>
                  <StatusMark status={status} />{" "}
                  <Link href={programmesHref(lang, { ...criteria, fiscalYear, status })}>{count(own.count)}</Link>
                </li>
              );
            })}
          </ul>
        </td>
      ))}
    </tr>
  );
}
