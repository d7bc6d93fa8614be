/** Rolling a body's programmes forward into a fiscal year: what each would begin with, which stay as they are and why. */
import { Button, DataTable, Link, Notice, PageHead, pathIn, Tag, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { YearEntry } from "../../programme-year.ts";
import type { RollBarrier, RollPreview } from "../../roll-forward-year.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";
import { type WorkPlace, WorkPlaceForm } from "./work-place.tsx";

export const ROLL_PATH = "/programmes/roll-forward";

export type RollPageProps = Readonly<{
  page: PageContext;
  place: WorkPlace;
  preview: RollPreview;
  /** How many programmes were just rolled forward, or rolled back. */
  done?: Readonly<{ act: "rolled" | "undone"; count: number }> | undefined;
  /** Rolled forward before, and not undone. */
  canUndo: boolean;
  refused?: string | undefined;
}>;

export function RollPage({ page, place, preview, done, canUndo, refused }: RollPageProps) {
  const { cycle: w, form } = words(page.lang);
  const year = fiscalYearText(place.fiscalYear, page.lang);
  return (
    <ProgrammeFrame page={page} title={w.rollTitle} crumbs={[{ label: w.rollTitle }]} current="roll-forward">
      <PageHead title={w.rollTitle} lead={w.rollLead} />
      <div class="stack mt">
        {done === undefined ? null : (
          <Notice
            kind="ok"
            title={done.act === "rolled" ? w.rolled(year, done.count) : w.undone(done.count)}
            announce
          />
        )}
        {refused === undefined ? null : (
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
      </div>
      <WorkPlaceForm place={place} path={ROLL_PATH} />
      <section class="mt-l" aria-labelledby="ready">
        <h2 id="ready">{w.ready(year, preview.ready.length)}</h2>
        {preview.ready.length === 0 ? <p class="sub mt-s">{w.nothingReady}</p> : <Ready {...{ place, preview }} />}
      </section>
      <Left preview={preview} />
      {canUndo ? <Undo place={place} year={year} /> : null}
    </ProgrammeFrame>
  );
}

function Ready({ place, preview }: Pick<RollPageProps, "place" | "preview">) {
  const { cycle: w, columns } = useWords();
  const lang = useLang();
  return (
    <form class="mt" method="post" action={pathIn(lang, ROLL_PATH)}>
      <PlaceFields place={place} />
      <DataTable
        caption={w.rollTitle}
        captionHidden
        rows={preview.ready}
        columns={[
          {
            label: columns.programme,
            header: true,
            cell: ({ programme: { id, version, facts } }) => (
              <label class="check">
                <input type="checkbox" name="programme" value={`${id}:${version}`} checked />
                <span>{facts.title}</span>
              </label>
            ),
          },
          { label: columns.status, cell: ({ entry }) => <StatusMark status={entry.status} /> },
          { label: w.begins, wide: true, cell: ({ entry }) => <Beginning entry={entry} /> },
        ]}
      />
      <div class="row mt">
        <Button look="main">{w.rollButton}</Button>
      </div>
    </form>
  );
}

function PlaceFields({ place }: Readonly<{ place: WorkPlace }>) {
  return (
    <>
      <input type="hidden" name="owner" value={place.owner} />
      <input type="hidden" name="year" value={String(place.fiscalYear)} />
    </>
  );
}

function Beginning({ entry: { events, items } }: Readonly<{ entry: YearEntry }>) {
  const { cycle: w, estimate, record } = useWords();
  if (events.length === 0 && items.length === 0) return <span class="sub">{w.empty}</span>;
  return (
    <>
      {items.map(({ mark, label }) => (
        <p>
          {mark} {label}
        </p>
      ))}
      {events.map(({ name, place }) => (
        <p>
          <Tag kind="est">{estimate}</Tag> {name}　{place ?? record.nextUnknownPlace}
        </p>
      ))}
    </>
  );
}

function Left({ preview: { left } }: Pick<RollPageProps, "preview">) {
  const { cycle: w, columns } = useWords();
  const lang = useLang();
  if (left.length === 0) return null;
  const reasons: Readonly<Record<RollBarrier, string>> = w.barriers;
  return (
    <section class="mt-l" aria-labelledby="left">
      <h2 id="left">{w.left(left.length)}</h2>
      <DataTable
        caption={w.left(left.length)}
        captionHidden
        rows={left}
        columns={[
          {
            label: columns.programme,
            header: true,
            cell: ({ programme: { id, facts } }) => (
              <Link href={pathIn(lang, programmeAddress(id))}>{facts.title}</Link>
            ),
          },
          { label: w.why, cell: ({ reason }) => reasons[reason] },
        ]}
      />
    </section>
  );
}

function Undo({ place, year }: Readonly<{ place: WorkPlace; year: string }>) {
  const { cycle: w } = useWords();
  return (
    <section class="mt-l" aria-labelledby="undo">
      <h2 id="undo">{w.undoTitle}</h2>
      <p class="mt-s">{w.undoText(year)}</p>
      <form class="mt-s" method="post" action={pathIn(useLang(), `${ROLL_PATH}/undo`)}>
        <PlaceFields place={place} />
        <Button>{w.undoButton}</Button>
      </form>
    </section>
  );
}
