/** `/programmes/grid`: what to show, the table as a form, a place to paste from Excel, and what went wrong last time. */
import {
  ActionBar,
  Button,
  ButtonLink,
  EmptyState,
  PageHead,
  Pager,
  pathIn,
  Steps,
  TextArea,
  useLang,
} from "../../../ui/index.ts";
import { columnWords as columnsEn } from "../../messages.en.ts";
import { columnWords as columnsJa } from "../../messages.ja.ts";
import { ProgrammeFrame } from "../../pages/frame.tsx";
import { fiscalYearText } from "../../pages/year-words.ts";
import { GRID_PATH, gridParameters, ROWS_PER_PAGE } from "../grid-query.ts";
import type { PasteProblem } from "../paste-rows.ts";
import { writeCarried } from "../typed-rows.ts";
import { gridWords, pasteProblemText } from "../words.ts";
import { FilterForm, firstRow, HiddenQuery } from "./grid-filter.tsx";
import { KeyHelp, TextOfTable } from "./grid-help.tsx";
import { Done, Problems } from "./grid-notices.tsx";
import type { GridPageProps } from "./grid-page-props.ts";
import { GridTable } from "./grid-table.tsx";
import { islandWords } from "./island-words.ts";

export type { GridPageProps } from "./grid-page-props.ts";

const ISLAND = "src/programmes/grid/island/grid-island.ts";

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
