/** People received and sent by country and year, each total opening its rows; whose turn it is, and what comes next. */
import { countryText } from "../../../registry/index.ts";
import { DataTable, Link, PageHead, Pager, pathIn, Section, Tag, useLang } from "../../../ui/index.ts";
import type { ExpectedTurn } from "../../expected-turns.ts";
import type { ProgrammeFacetCounts } from "../../facet-counts-query.ts";
import type { PeopleEntry, PeopleList, PeopleTotalRow } from "../../people-totals-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { NOT_STATED } from "../../programme-criteria.ts";
import type { VisitTurn } from "../../reciprocity.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import { hrefWith } from "../list/list-address.ts";
import type { Listed } from "../list/list-facets.ts";
import { Narrowing } from "../list/narrowing.tsx";
import type { PageContext } from "../page-context.ts";
import { pageOfRows, ROWS_ON_PAGE } from "../page-of-rows.ts";
import { useWords, words } from "../words.ts";
import { fiscalYearText, shortYearText } from "../year-words.ts";
import { type OpenedPeople, PeopleTable } from "./people-table.tsx";

/** Of everybody's turns the first so many are shown; a body has far fewer. */
const MOST_TURNS = 200;

export const RECIPROCITY_PATH = "/programmes/reciprocity";

export type Named<T> = Readonly<{ id: string; title: string }> & T;
export type KnownTurn = Extract<VisitTurn, { kind: "estimate" }>;

export type ReciprocityPageProps = Readonly<{
  page: PageContext;
  listed: Listed;
  counts: ProgrammeFacetCounts;
  totals: readonly PeopleTotalRow[];
  /** The rows behind one total; null when none was opened. */
  opened: Readonly<{ asked: OpenedPeople; people: PeopleList }> | null;
  visits: readonly Named<Readonly<{ turn: KnownTurn }>>[];
  meetings: readonly Named<ExpectedTurn>[];
}>;

export function ReciprocityPage(props: ReciprocityPageProps) {
  const { page, listed, counts, totals, opened, visits, meetings } = props;
  const { reciprocity: w } = words(page.lang);
  const hrefOf = (asked: OpenedPeople) => `${peopleHref(listed, asked)}#entries`;
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="reciprocity" criteria={listed.criteria} />
      <div class="mt">
        <Narrowing listed={listed} counts={counts} without={["country", "fiscalYear", "status"]} />
      </div>
      {opened === null ? null : <Entries listed={listed} {...opened} />}
      {(["received", "sent"] as const).map((direction) => (
        <Section id={direction} title={w.captions[direction]}>
          <PeopleTable direction={direction} totals={totals} hrefOf={hrefOf} />
        </Section>
      ))}
      <div class="small sub mt">
        {totals.some(({ includesPlan }) => includesPlan) ? <p>{w.mixedNote}</p> : <p>{w.sumNote}</p>}
        <p>{w.uncounted}</p>
      </div>
      <Section id="meetings" title={w.meetings}>
        <p class="sub mb">{w.meetingsNote}</p>
        {meetings.length > MOST_TURNS ? <p class="mb">{w.most(MOST_TURNS)}</p> : null}
        <Meetings rows={meetings.slice(0, MOST_TURNS)} />
      </Section>
      <Section id="turns" title={w.turns}>
        <p class="sub mb">{w.turnsNote}</p>
        {visits.length > MOST_TURNS ? <p class="mb">{w.most(MOST_TURNS)}</p> : null}
        <Visits rows={visits.slice(0, MOST_TURNS)} />
      </Section>
    </ProgrammeFrame>
  );
}

function peopleHref(
  { criteria, lang, path }: Listed,
  { fiscalYear, direction, country }: OpenedPeople,
  after?: string,
): string {
  const also = [
    ["year", String(fiscalYear)],
    ["direction", direction],
    ...(country === null ? [] : [["country", country] as const]),
  ] as const;
  return hrefWith(lang, path, criteria, { also, after });
}

type EntriesProps = NonNullable<ReciprocityPageProps["opened"]> & Pick<ReciprocityPageProps, "listed">;

function Entries({ listed, asked, people: { entries, total, people: sum } }: EntriesProps) {
  const { reciprocity: w, columns, direction, people, record } = useWords();
  const lang = useLang();
  const all = people(sum);
  const { shown, next, previous } = pageOfRows(entries, keyOf, listed.place.after);
  const at = (after: string | undefined) => `${peopleHref(listed, asked, after)}#entries`;
  const country = asked.country === null ? w.allCountries : countryText(countryOf(asked), lang);
  return (
    <section class="mt-l" id="entries" aria-labelledby="entries-title">
      <h2 id="entries-title" class="mb">
        {w.entriesOf(fiscalYearText(asked.fiscalYear, lang), direction[asked.direction], country, all)}
      </h2>
      {total > entries.length ? <p class="mb">{w.most(entries.length)}</p> : null}
      <DataTable
        caption={w.entries}
        captionHidden
        rows={shown}
        empty={<p class="sub">{w.none}</p>}
        columns={[
          {
            label: columns.programme,
            header: true,
            cell: ({ programmeId, programmeTitle, fiscalYear }) => (
              <Link href={`${pathIn(lang, programmeAddress(programmeId))}#fy${fiscalYear}`}>{programmeTitle}</Link>
            ),
          },
          { label: columns.fiscalYear, cell: ({ fiscalYear }) => shortYearText(fiscalYear, lang) },
          { label: columns.direction, cell: (row) => direction[row.direction] },
          { label: columns.country, cell: ({ country, place }) => place ?? countryText(country, lang) },
          { label: columns.label, cell: ({ label }) => label },
          {
            label: columns.count,
            numeric: true,
            cell: ({ count, plan }) => (
              <>
                {people(count)}
                {plan === null ? "" : `（${plan ? record.plan : record.actual}）`}
              </>
            ),
          },
        ]}
      />
      <Pager
        size={ROWS_ON_PAGE}
        previousHref={previous === null ? undefined : at(previous)}
        nextHref={next === null ? undefined : at(next)}
      />
      <p class="mt">
        <Link href={hrefWith(lang, listed.path, listed.criteria)}>{w.back}</Link>
      </p>
    </section>
  );
}

function keyOf({ programmeId, column, position }: PeopleEntry): string {
  return `${programmeId}.${column}.${position}`;
}

function countryOf({ country }: OpenedPeople): string | null {
  return country === NOT_STATED ? null : country;
}

function Meetings({ rows }: Readonly<{ rows: ReciprocityPageProps["meetings"] }>) {
  const { reciprocity: w, columns, record } = useWords();
  const lang = useLang();
  return (
    <DataTable
      caption={w.meetings}
      captionHidden
      rows={rows}
      empty={<p class="sub">{w.noTurns}</p>}
      columns={[
        { label: columns.programme, header: true, cell: (row) => <Own {...row} /> },
        { label: columns.fiscalYear, cell: (row) => <TurnYear {...row} /> },
        { label: w.nextOne, cell: ({ next }) => next.name },
        { label: columns.place, cell: ({ next }) => next.place ?? <span class="sub">{record.nextUnknownPlace}</span> },
        {
          label: w.basis,
          cell: ({ next: { basis } }) => `${shortYearText(basis.fiscalYear, lang)}　${basis.place ?? record.noPlace}`,
        },
      ]}
    />
  );
}

function TurnYear({ next: { fiscalYear }, isOverdue, ifHeld }: ExpectedTurn) {
  const { reciprocity: w, separator } = useWords();
  const lang = useLang();
  return (
    <>
      <span class="nowrap">{shortYearText(fiscalYear, lang)}</span>
      {isOverdue ? (
        <p>
          <Tag kind="est">{w.overdue}</Tag>
        </p>
      ) : null}
      {ifHeld.length === 0 ? null : (
        <p class="small sub">{w.ifHeld(ifHeld.map((year) => shortYearText(year, lang)).join(separator))}</p>
      )}
    </>
  );
}

function Visits({ rows }: Readonly<{ rows: ReciprocityPageProps["visits"] }>) {
  const { reciprocity: w, columns, record } = useWords();
  const lang = useLang();
  return (
    <DataTable
      caption={w.turns}
      captionHidden
      rows={rows}
      empty={<p class="sub">{w.noTurns}</p>}
      columns={[
        { label: columns.programme, header: true, cell: (row) => <Own {...row} /> },
        { label: w.nextOne, cell: ({ turn }) => (turn.direction === "sent" ? record.turnSent : record.turnReceived) },
        {
          label: w.basis,
          cell: ({ turn: { basis } }) => `${shortYearText(basis.fiscalYear, lang)}　${basis.name}`,
        },
      ]}
    />
  );
}

function Own({ id, title }: Readonly<{ id: string; title: string }>) {
  return <Link href={pathIn(useLang(), programmeAddress(id))}>{title}</Link>;
}
