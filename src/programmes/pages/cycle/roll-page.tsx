/** Rolling a body's programmes forward into a fiscal year: what each would begin with, which stay as they are and why. */
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Link,
  Notice,
  PageHead,
  pathIn,
  Tag,
  useLang,
} from "../../../ui/index.ts";
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

/** A table of more programmes is nobody's to look through, and a page of ten thousand has several megabytes. */
const MOST_SHOWN = 300;
/** Saving more than this is more than a moment. */
const LONG_FROM = 1_000;

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
      {preview.ready.length + preview.left.length === 0 ? (
        <div class="mt-l">
          <EmptyState
            title={w.noProgrammes}
            actions={<ButtonLink href={pathIn(page.lang, "/programmes/new")}>{w.firstProgramme}</ButtonLink>}
          />
        </div>
      ) : (
        <section class="mt-l" aria-labelledby="ready">
          <h2 id="ready">{w.ready(year, preview.ready.length)}</h2>
          {preview.ready.length === 0 ? <p class="sub mt-s">{w.nothingReady}</p> : <Ready {...{ place, preview }} />}
        </section>
      )}
      <Left preview={preview} />
      {canUndo ? <Undo place={place} year={year} /> : null}
    </ProgrammeFrame>
  );
}

function Ready({ place, preview }: Pick<RollPageProps, "place" | "preview">) {
  const { cycle: w, columns } = useWords();
  const lang = useLang();
  const shown = preview.ready.slice(0, MOST_SHOWN);
  return (
    <form class="mt" method="post" action={pathIn(lang, ROLL_PATH)}>
      <PlaceFields place={place} />
      <DataTable
        caption={w.rollTitle}
        captionHidden
        rows={shown}
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
      <Others others={preview.ready.slice(MOST_SHOWN)} />
      {preview.ready.length < LONG_FROM ? null : <p class="mt">{w.takesLong}</p>}
      <div class="row mt">
        <Button look="main">{w.rollButton}</Button>
      </div>
    </form>
  );
}

/** What stands behind the table goes along unless somebody says no: with the versions of now, like what is shown. */
function Others({ others }: Readonly<{ others: RollPreview["ready"] }>) {
  const { cycle: w, status, separator } = useWords();
  if (others.length === 0) return null;
  const counts = countsOf(
    others.map(({ entry }) => status[entry.status]),
    w.countOf,
  ).join(separator);
  return (
    <>
      <input
        type="hidden"
        name="others"
        value={others.map(({ programme: { id, version } }) => `${id}:${version}`).join(" ")}
      />
      <label class="check mt">
        <input type="checkbox" name="with-others" value="yes" checked />
        <span>{w.others(others.length, counts)}</span>
      </label>
    </>
  );
}

function countsOf(names: readonly string[], say: (name: string, count: number) => string): readonly string[] {
  return [...Map.groupBy(names, (name) => name)].map(([name, own]) => say(name, own.length));
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
  const { cycle: w, columns, separator } = useWords();
  const lang = useLang();
  const reasons: Readonly<Record<RollBarrier, string>> = w.barriers;
  const others = left.slice(MOST_SHOWN);
  const counts = countsOf(
    others.map(({ reason }) => reasons[reason]),
    w.countOf,
  ).join(separator);
  if (left.length === 0) return null;
  return (
    <section class="mt-l" aria-labelledby="left">
      <h2 id="left">{w.left(left.length)}</h2>
      <DataTable
        caption={w.left(left.length)}
        captionHidden
        rows={left.slice(0, MOST_SHOWN)}
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
      {others.length === 0 ? null : <p class="mt">{w.leftOthers(others.length, counts)}</p>}
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
