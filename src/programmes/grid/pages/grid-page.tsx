/** `/programmes/grid`: what to show, the table as a form, a place to paste from Excel, and what went wrong last time. */
import type { Field } from "../../../registry/index.ts";
import { fieldText } from "../../../registry/index.ts";
import {
  ActionBar,
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Link,
  Notice,
  PageHead,
  Pager,
  pathIn,
  Select,
  Steps,
  TextArea,
  TextInput,
  useLang,
} from "../../../ui/index.ts";
import { columnWords as columnsEn } from "../../messages.en.ts";
import { columnWords as columnsJa } from "../../messages.ja.ts";
import type { WorkPlace } from "../../pages/cycle/work-place.tsx";
import { ProgrammeFrame } from "../../pages/frame.tsx";
import type { PageContext } from "../../pages/page-context.ts";
import { words } from "../../pages/words.ts";
import { fiscalYearText } from "../../pages/year-words.ts";
import { YEAR_COLUMNS } from "../../programme-year.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import {
  GRID_PATH,
  type GridQuery,
  gridParameters,
  NOT_ENTERED,
  ROWS_PER_PAGE,
  type ShownRows,
} from "../grid-query.ts";
import type { PasteProblem } from "../paste-rows.ts";
import type { GridReview } from "../review-grid.ts";
import { cellName, type TypedRow, writeCarried } from "../typed-rows.ts";
import { gridWords, pasteProblemText, problemText } from "../words.ts";
import { KeyHelp, TextOfTable } from "./grid-help.tsx";
import { GridTable } from "./grid-table.tsx";
import { islandWords } from "./island-words.ts";

const ISLAND = "src/programmes/grid/island/grid-island.ts";

export type GridPageProps = Readonly<{
  page: PageContext;
  place: WorkPlace;
  query: GridQuery;
  choices: Readonly<{ sections: readonly string[]; fields: readonly Field[] }>;
  shown: ShownRows;
  /** How many programmes the body has. */
  all: number;
  review: GridReview | null;
  /** Changed rows that are not in the table. */
  carried: readonly TypedRow[];
  paste: string;
  pasteProblems: readonly PasteProblem[];
  unread: readonly string[];
  /** After saving or taking back. `request` can be taken back. */
  done?:
    | Readonly<{ act: "saved" | "undone"; count: number; request: string | null; asksApproval: boolean }>
    | undefined;
  refused?: Readonly<{ title: string; text: string }> | undefined;
}>;

export function GridPage(props: GridPageProps) {
  const { page, shown, all } = props;
  const w = gridWords(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]} current="programme-grid" island={ISLAND}>
      <PageHead title={w.title} lead={w.lead} actions={<Steps steps={w.steps} current={0} />} />
      <div class="stack mt">
        <Done {...props} />
        <Problems {...props} />
      </div>
      <FilterForm {...props} />
      {shown.rows.length === 0 ? <Nothing {...props} isFirst={all === 0} /> : <TableForm {...props} />}
      {shown.rows.length === 0 ? null : <TextOfTable rows={shown.rows} gridKey={props.query} />}
    </ProgrammeFrame>
  );
}

function Done({ page, query, done, refused }: GridPageProps) {
  const w = gridWords(page.lang);
  return (
    <>
      {done === undefined ? null : (
        <Notice kind="ok" title={done.act === "saved" ? w.saved(done.count) : w.undone(done.count)} announce>
          {done.asksApproval ? <p>{w.savedDraft}</p> : null}
          {done.request === null ? null : (
            <form class="mt-s row" method="post" action={pathIn(page.lang, `${GRID_PATH}/undo`)}>
              <HiddenQuery query={query} />
              <input type="hidden" name="request" value={done.request} />
              <Button small>{done.act === "saved" ? w.undo : w.redo}</Button>
              <span class="sub">{w.undoText}</span>
            </form>
          )}
        </Notice>
      )}
      {refused === undefined ? null : (
        <Notice kind="err" title={refused.title} announce>
          <p>{refused.text}</p>
        </Notice>
      )}
    </>
  );
}

function Problems({ page, review, shown, carried, pasteProblems, unread, query }: GridPageProps) {
  const w = gridWords(page.lang);
  const numbers = new Map(shown.rows.map((row, index) => [row.programme.id, firstRow(query) + index]));
  const titles = new Map(shown.rows.map(({ programme }) => [programme.id, programme.facts.title]));
  const lines = (review?.problems ?? []).map((problem) => {
    const { id, column } = problem;
    const row = numbers.get(id);
    const place = [row === undefined ? "" : w.rowNumber(row), column === null ? "" : w.columns[column]];
    return {
      field: column === null ? `${id}.row` : cellName(id, column),
      label: [place.filter(Boolean).join("・"), titles.get(id) ?? ""].filter(Boolean).join("　"),
      message: problemText(problem, page.lang),
    };
  });
  const pasted = pasteProblems.map((problem) => ({
    ...{ field: "paste", label: w.pasteLabel, message: pasteProblemText(problem, page.lang) },
  }));
  const conflicts = review?.conflicts ?? [];
  const isQuiet = review !== null && review.typed.size === 0 && lines.length + pasted.length === 0;
  return (
    <>
      <ErrorSummary problems={[...pasted, ...lines]} />
      {unread.length === 0 ? null : <Notice kind="warn" title={w.unread(unread.join("、"))} />}
      {conflicts.length === 0 ? null : (
        <Notice kind="err" title={w.conflictTitle(conflicts.length)} announce>
          <p>{w.conflictText}</p>
          <ul class="mt-s">
            {conflicts.map(({ id, cells }) => (
              <li>
                <Link href={`#${cellName(id, cells[0]?.column ?? "status")}`}>{titles.get(id) ?? id}</Link>
                {cells.map(({ column, saved, mine }) => (
                  <span class="sub"> {w.conflictCell(w.columns[column], saved || w.none, mine || w.none)}</span>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isQuiet ? (
        <Notice kind="info" title={w.nothing} announce>
          <p>{w.nothingText}</p>
        </Notice>
      ) : null}
      {carried.length === 0 ? null : <Notice kind="info" title={w.onlyFirst(shown.rows.length)} />}
    </>
  );
}

function firstRow({ page }: GridQuery): number {
  return (page - 1) * ROWS_PER_PAGE + 1;
}

function FilterForm({ page, place, query, choices }: GridPageProps) {
  const { lang } = page;
  const w = gridWords(lang);
  const { status } = words(lang);
  const columns = lang === "en" ? columnsEn : columnsJa;
  const f = w.filters;
  const quiet = { optionalWords: "", emptyLabel: f.every };
  return (
    <form method="get" action={pathIn(lang, GRID_PATH)} class="mt noprint">
      <div class="filterrow">
        <Select
          name="owner"
          label={f.owner}
          optionalWords=""
          emptyLabel={null}
          value={query.owner}
          options={place.owners}
        />
        <TextInput name="year" label={f.year} value={String(query.fiscalYear)} keyboard="numeric" optionalWords="" />
        <Select
          {...{ name: "column", label: f.column, optionalWords: "", emptyLabel: null, value: query.column }}
          options={YEAR_COLUMNS.map((value) => ({ value, label: columns[value] }))}
        />
        <Select
          {...{ name: "status", label: f.status, ...quiet, value: query.status ?? "" }}
          options={[
            { value: NOT_ENTERED, label: f.notEntered },
            ...YEAR_STATUSES.map((value) => ({ value, label: status[value] })),
          ]}
        />
        {choices.sections.length === 0 ? null : (
          <Select
            {...{ name: "section", label: f.section, ...quiet, value: query.section ?? "" }}
            options={choices.sections.map((value) => ({ value, label: value }))}
          />
        )}
        {choices.fields.length === 0 ? null : (
          <Select
            {...{ name: "field", label: f.field, ...quiet, value: query.field ?? "" }}
            options={choices.fields.map((value) => ({ value, label: fieldText(value, lang) }))}
          />
        )}
        <div class="go">
          <Button>{f.show}</Button>
        </div>
      </div>
    </form>
  );
}

export function HiddenQuery({ query }: Readonly<{ query: GridQuery }>) {
  return (
    <>
      {[...gridParameters(query)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function TableForm(props: GridPageProps) {
  const { page, query, shown, review, carried, paste, pasteProblems, all } = props;
  const { lang } = page;
  const w = gridWords(lang);
  const columns = lang === "en" ? columnsEn : columnsJa;
  const caption = w.region(fiscalYearText(query.fiscalYear, lang), columns[query.column]);
  return (
    <form
      class="mt-l"
      method="post"
      action={pathIn(lang, GRID_PATH)}
      enctype="multipart/form-data"
      novalidate
      id="grid"
    >
      <HiddenQuery query={query} />
      <input type="hidden" name="carried" value={writeCarried(carried)} />
      <p>{w.count(shown.total, all)}</p>
      <KeyHelp />
      <programme-grid {...islandWords(lang, query, carried.length > 0)}>
        <section class="tablebox gridbox" tabindex={0} aria-label={caption}>
          <GridTable
            {...{
              gridKey: query,
              caption,
              rows: shown.rows,
              first: firstRow(query),
              typed: review?.typed ?? new Map(),
            }}
            {...{ problems: review?.problems ?? [], conflicts: review?.conflicts ?? [] }}
          />
        </section>
        <p class="gridtold" role="status" data-told hidden></p>
      </programme-grid>
      <Pages {...props} />
      <details class="disc mt" open={paste !== "" || pasteProblems.length > 0}>
        <summary>{w.paste}</summary>
        <div class="stack mt">
          <TextArea
            {...{ name: "paste", label: w.pasteLabel, hint: w.pasteHint, value: paste, rows: 6, optionalWords: "" }}
            error={pasteProblems.length === 0 ? undefined : pasteProblemText(pasteProblems[0] ?? NO_PROBLEM, lang)}
          />
        </div>
      </details>
      <ActionBar label={w.bar} reason={w.barReason}>
        <Button look="main" name="act" value="check">
          {w.check}
        </Button>
        <p role="status" data-count></p>
      </ActionBar>
    </form>
  );
}

const NO_PROBLEM: PasteProblem = { code: "paste_without_header", line: 1, said: "" };

function Pages({ page, query, shown }: GridPageProps) {
  const w = gridWords(page.lang);
  if (shown.pages < 2) return null;
  const href = (to: number) => `${pathIn(page.lang, GRID_PATH)}?${gridParameters({ ...query, page: to })}`;
  return (
    <div class="mt">
      <p class="sub">{w.paged}</p>
      <Pager
        size={ROWS_PER_PAGE}
        previousHref={query.page > 1 ? href(query.page - 1) : undefined}
        nextHref={query.page < shown.pages ? href(query.page + 1) : undefined}
      />
    </div>
  );
}

function Nothing({ page, query, isFirst }: GridPageProps & Readonly<{ isFirst: boolean }>) {
  const lang = useLang();
  const w = gridWords(page.lang);
  const open = `${GRID_PATH}?${gridParameters({ ...query, status: null, section: null, field: null, page: 1 })}`;
  return isFirst ? (
    <EmptyState
      {...{ title: w.firstTitle, lead: w.firstLead }}
      actions={<ButtonLink href={pathIn(lang, "/programmes/new")}>{w.first}</ButtonLink>}
    />
  ) : (
    <EmptyState
      {...{ title: w.emptyTitle, lead: w.emptyLead }}
      actions={<ButtonLink href={pathIn(lang, open)}>{w.emptyAll}</ButtonLink>}
    />
  );
}
