/** People sent and received by year and country, each total opening its rows; whose turn it is, and what comes next. */
import { countryText } from "../../../registry/index.ts";
import { DataTable, Link, PageHead, pathIn, Section, Tag, useLang } from "../../../ui/index.ts";
import type { PeopleEntry, PeopleTotalRow } from "../../people-totals-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { NOT_STATED } from "../../programme-criteria.ts";
import type { VisitTurn } from "../../reciprocity.ts";
import type { NextTurn } from "../../recurrence.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { shortYearText } from "../year-words.ts";

export const RECIPROCITY_PATH = "/programmes/reciprocity";

export type Named<T> = Readonly<{ id: string; title: string }> & T;
export type KnownTurn = Extract<VisitTurn, { kind: "estimate" }>;

export type ReciprocityPageProps = Readonly<{
  page: PageContext;
  totals: readonly PeopleTotalRow[];
  /** The rows behind one total; null when none was opened. */
  entries: readonly PeopleEntry[] | null;
  visits: readonly Named<Readonly<{ turn: KnownTurn }>>[];
  meetings: readonly Named<Readonly<{ next: NextTurn }>>[];
}>;

export function ReciprocityPage({ page, totals, entries, visits, meetings }: ReciprocityPageProps) {
  const { reciprocity: w } = words(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="reciprocity" />
      {entries === null ? null : <Entries entries={entries} />}
      <div class="mt-l">
        <Totals totals={totals} />
      </div>
      <Section id="meetings" title={w.meetings}>
        <p class="sub mb">{w.meetingsNote}</p>
        <Meetings rows={meetings} />
      </Section>
      <Section id="turns" title={w.turns}>
        <p class="sub mb">{w.turnsNote}</p>
        <Visits rows={visits} />
      </Section>
    </ProgrammeFrame>
  );
}

function Totals({ totals }: Pick<ReciprocityPageProps, "totals">) {
  const { reciprocity: w, columns, direction, people, record } = useWords();
  const lang = useLang();
  const href = (row: PeopleTotalRow) => {
    const query = new URLSearchParams({ year: String(row.fiscalYear), direction: row.direction });
    query.set("country", row.country ?? NOT_STATED);
    return pathIn(lang, `${RECIPROCITY_PATH}?${query}`);
  };
  return (
    <DataTable
      caption={w.caption}
      rows={totals}
      empty={<p class="sub">{w.none}</p>}
      columns={[
        { label: columns.country, header: true, cell: ({ country }) => countryText(country, lang) },
        { label: columns.fiscalYear, cell: ({ fiscalYear }) => shortYearText(fiscalYear, lang) },
        { label: columns.direction, cell: (row) => direction[row.direction] },
        { label: columns.count, numeric: true, cell: (row) => <Link href={href(row)}>{people(row.count)}</Link> },
        {
          label: columns.status,
          cell: ({ includesPlan }) => (includesPlan ? <Tag kind="est">{w.plan}</Tag> : record.actual),
        },
      ]}
    />
  );
}

function Entries({ entries }: Readonly<{ entries: readonly PeopleEntry[] }>) {
  const { reciprocity: w, columns, direction, people, record } = useWords();
  const lang = useLang();
  return (
    <section class="mt-l" id="entries" aria-labelledby="entries-title">
      <h2 id="entries-title" class="mb">
        {w.entries}
      </h2>
      <DataTable
        caption={w.entries}
        captionHidden
        rows={entries}
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
      <p class="mt">
        <Link href={pathIn(lang, RECIPROCITY_PATH)}>{w.back}</Link>
      </p>
    </section>
  );
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
        { label: columns.fiscalYear, cell: ({ next }) => shortYearText(next.fiscalYear, lang) },
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
