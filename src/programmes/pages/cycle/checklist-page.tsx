/** What a body's programmes still lack for a fiscal year, how their figures compare, and what waits for approval. */

import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Link,
  Notice,
  PageHead,
  Pager,
  pathIn,
  useLang,
} from "../../../ui/index.ts";
import { listMissing, type Missing } from "../../checklist.ts";
import { compareYears } from "../../compare-years.ts";
import { gridAddress } from "../../grid/grid-query.ts";
import { gridWords } from "../../grid/words.ts";
import { programmeAddress } from "../../programme-address.ts";
import { latestEntry } from "../../programme-year.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import { workbookPageWords } from "../../template/pages/words.ts";
import { workbookAddress } from "../../template/pages/workbook-address.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { pageOfRows, ROWS_ON_PAGE } from "../page-of-rows.ts";
import { FigureText } from "../record/entry-view.tsx";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";
import { type WorkPlace, WorkPlaceForm } from "./work-place.tsx";

export const CHECKLIST_PATH = "/programmes/checklist";

/** Each is a tick to set; a body approves far fewer in one go. */
const MOST_WAITING = 300;
const MOST_COMPARED = 200;

export type ChecklistPageProps = Readonly<{
  page: PageContext;
  place: WorkPlace;
  programmes: readonly RecordedProgramme[];
  /** Waiting, of those the reader may approve. */
  waiting: readonly RecordedProgramme[];
  /** The reader may edit this body's programmes; who only approves is not led to forms that refuse. */
  canEdit: boolean;
  /** Programme with which the page before ended. */
  after?: string | undefined;
  approved?: number | undefined;
  refused?: string | undefined;
}>;

type Checked = Readonly<{ programme: RecordedProgramme; missing: readonly Missing[] }>;

export function ChecklistPage({
  page,
  place,
  programmes,
  waiting,
  canEdit,
  after,
  approved,
  refused,
}: ChecklistPageProps) {
  const { cycle: w, form } = words(page.lang);
  const checked = programmes.map((programme) => ({
    programme,
    missing: listMissing(programme.facts, place.fiscalYear, place.today),
  }));
  return (
    <ProgrammeFrame page={page} title={w.checklistTitle} crumbs={[{ label: w.checklistTitle }]} current="checklist">
      <PageHead title={w.checklistTitle} lead={w.checklistLead} />
      <div class="stack mt">
        {approved === undefined ? null : <Notice kind="ok" title={w.approvedMany(approved)} announce />}
        {refused === undefined ? null : (
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
      <WorkPlaceForm place={place} path={CHECKLIST_PATH} />
      <Waiting place={place} waiting={waiting} />
      {checked.length === 0 ? (
        <NothingToCheck page={page} />
      ) : (
        <Checklist {...{ page, place, checked, canEdit, after }} />
      )}
      <Compared place={place} programmes={programmes} />
    </ProgrammeFrame>
  );
}

type ChecklistProps = Pick<ChecklistPageProps, "page" | "place" | "canEdit" | "after"> &
  Readonly<{ checked: readonly Checked[] }>;

function Checklist({ page, place, checked, canEdit, after }: ChecklistProps) {
  const { cycle: w } = words(page.lang);
  const open = checked.filter(({ missing }) => missing.length > 0);
  const year = fiscalYearText(place.fiscalYear, page.lang);
  const { shown, next, previous } = pageOfRows(open, ({ programme }) => programme.id, after);
  const at = (key: string | undefined) => {
    const query = { owner: place.owner, year: String(place.fiscalYear), ...(key === undefined ? {} : { after: key }) };
    return `${pathIn(page.lang, CHECKLIST_PATH)}?${new URLSearchParams(query)}`;
  };
  return (
    <section class="mt-l" aria-labelledby="open">
      <h2 id="open">{w.open(year, open.length, checked.length)}</h2>
      {canEdit ? (
        <p class="mt-s">
          <Link href={pathIn(page.lang, gridAddress(place.owner, place.fiscalYear))}>{gridWords(page.lang).title}</Link>
          {" ・ "}
          <Link href={pathIn(page.lang, workbookAddress(place.owner))}>{workbookPageWords(page.lang).link}</Link>
        </p>
      ) : null}
      {open.length === 0 ? <p class="mt-s">{w.nothingOpen}</p> : <Open place={place} rows={shown} />}
      <Pager
        size={ROWS_ON_PAGE}
        previousHref={previous === null ? undefined : at(previous)}
        nextHref={next === null ? undefined : at(next)}
      />
    </section>
  );
}

/** Nothing is missing where nothing is on record, but nothing is complete either. */
function NothingToCheck({ page: { lang, canEdit } }: Readonly<{ page: PageContext }>) {
  const { cycle: w } = words(lang);
  const first = <ButtonLink href={pathIn(lang, "/programmes/new")}>{w.firstProgramme}</ButtonLink>;
  return (
    <div class="mt-l">
      <EmptyState title={w.noProgrammes} actions={canEdit ? first : undefined} />
    </div>
  );
}

function Open({ place: { fiscalYear }, rows }: Readonly<{ place: WorkPlace; rows: readonly Checked[] }>) {
  const { cycle: w, columns, missing: names, comma } = useWords();
  const lang = useLang();
  return (
    <div class="mt">
      <DataTable
        caption={w.checklistTitle}
        captionHidden
        rows={rows}
        columns={[
          {
            label: columns.programme,
            header: true,
            cell: ({ programme: { id, facts } }) => (
              <Link href={`${pathIn(lang, programmeAddress(id))}#fy${fiscalYear}`}>{facts.title}</Link>
            ),
          },
          { label: columns.status, cell: ({ programme: { facts } }) => <YearStatusOf {...{ facts, fiscalYear }} /> },
          {
            label: w.missing,
            wide: true,
            cell: ({ missing }) => (
              <ul>
                {missing.map(({ code, about }) => (
                  <li>{about === null ? names[code] : `${names[code]}${comma}${about}`}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </div>
  );
}

function YearStatusOf({ facts, fiscalYear }: Pick<RecordedProgramme, "facts"> & Readonly<{ fiscalYear: number }>) {
  const { shared } = useWords();
  const entry = latestEntry(facts.years, fiscalYear);
  return entry === undefined ? <span class="sub">{shared.notStated}</span> : <StatusMark status={entry.status} />;
}

function Waiting({ place, waiting }: Pick<ChecklistPageProps, "place" | "waiting">) {
  const { cycle: w } = useWords();
  const lang = useLang();
  if (waiting.length === 0) return null;
  return (
    <section class="mt-l" aria-labelledby="waiting">
      <h2 id="waiting">{w.waiting(waiting.length)}</h2>
      <form class="mt-s stack" method="post" action={pathIn(lang, `${CHECKLIST_PATH}/approve`)}>
        <input type="hidden" name="owner" value={place.owner} />
        <input type="hidden" name="year" value={String(place.fiscalYear)} />
        <ul>
          {waiting.slice(0, MOST_WAITING).map(({ id, version, facts }) => (
            <li>
              <label class="check">
                <input type="checkbox" name="programme" value={`${id}:${version}`} />
                <span>{facts.title}</span>
              </label>
              <Link href={`${pathIn(lang, programmeAddress(id))}/review`}>{w.look(facts.title)}</Link>
            </li>
          ))}
        </ul>
        {waiting.length > MOST_WAITING ? <p>{w.waitingMost(MOST_WAITING)}</p> : null}
        <div class="row">
          <Button look="main">{w.approveMany}</Button>
        </div>
      </form>
    </section>
  );
}

/** Against the year before; what does not compare says why instead of a difference. */
function Compared({ place: { fiscalYear }, programmes }: Pick<ChecklistPageProps, "place" | "programmes">) {
  const { cycle: w, columns, record, notComparable, shared } = useWords();
  const lang = useLang();
  const rows = programmes.flatMap(({ id, facts }) => {
    const [before, after] = [latestEntry(facts.years, fiscalYear - 1), latestEntry(facts.years, fiscalYear)];
    const compared = before === undefined || after === undefined ? [] : compareYears(before, after);
    return compared.map((row) => ({ id, title: facts.title, ...row }));
  });
  if (rows.length === 0) return null;
  const [earlier, later] = [fiscalYearText(fiscalYear - 1, lang), fiscalYearText(fiscalYear, lang)];
  return (
    <section class="mt-l" aria-labelledby="compared">
      <h2 id="compared">{w.compared}</h2>
      {rows.length > MOST_COMPARED ? <p class="mt-s mb">{w.comparedMost(MOST_COMPARED, rows.length)}</p> : null}
      <DataTable
        caption={w.compared}
        captionHidden
        rows={rows.slice(0, MOST_COMPARED)}
        columns={[
          {
            label: columns.programme,
            header: true,
            cell: ({ id, title, label }) => (
              <>
                <Link href={pathIn(lang, programmeAddress(id))}>{title}</Link>
                <span class="sub">{label}</span>
              </>
            ),
          },
          {
            label: earlier,
            cell: ({ before }) => (before === null ? shared.notStated : <FigureText quantity={before} />),
          },
          { label: later, cell: ({ after }) => (after === null ? shared.notStated : <FigureText quantity={after} />) },
          {
            label: record.comparison,
            cell: (row) => (row.kind === "compared" ? record.difference(row.difference) : notComparable[row.reason]),
          },
        ]}
      />
    </section>
  );
}
