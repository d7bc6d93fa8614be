/** Events by month as a wall calendar with its list, or of a fiscal year as a list; the list says everything. */

import { dayText } from "../../../registry/index.ts";
import {
  ButtonLink,
  DataTable,
  DownloadIcon,
  EmptyState,
  Link,
  PageHead,
  pathIn,
  Tag,
  useLang,
  ViewToggle,
} from "../../../ui/index.ts";
import { type ListedEvent, MOST_EVENTS } from "../../events-query.ts";
import type { ProgrammeFacetCounts } from "../../facet-counts-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import { YearChoice } from "../ledgers/year-choice.tsx";
import { hrefWith } from "../list/list-address.ts";
import type { Listed } from "../list/list-facets.ts";
import { Narrowing } from "../list/narrowing.tsx";
import type { PageContext } from "../page-context.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { dateText, fiscalYearText, ownerText } from "../year-words.ts";
import { type Month, monthAfter, monthText, readMonth, weeksOf } from "./month-grid.ts";

export const CALENDAR_PATH = "/programmes/calendar";

export type CalendarSpan = Readonly<{ kind: "month"; month: Month }> | Readonly<{ kind: "year"; fiscalYear: number }>;

export type CalendarPageProps = Readonly<{
  page: PageContext;
  /** The criteria, and what the address says of the month or year. */
  listed: Listed;
  counts: ProgrammeFacetCounts;
  span: CalendarSpan;
  events: readonly ListedEvent[];
  /** Months with events around a month that has none, first days. */
  nearest: Readonly<{ before: string | null; after: string | null }>;
  thisMonth: Month;
  thisYear: number;
  feed: FeedAddress;
}>;

export type FeedAddress = Readonly<{
  path: string;
  whole: string;
  fromYear: number;
  toYear: number /** Events in it at most. */;
  most: number;
}>;

const yearsIn = ({ fiscalYear }: ProgrammeFacetCounts) => fiscalYear.map(({ value }) => Number(value));

export function CalendarPage(props: CalendarPageProps) {
  const { page, listed, counts, span, thisMonth, thisYear, feed } = props;
  const { calendar: w } = words(page.lang);
  const { lang } = page;
  const isMonth = span.kind === "month";
  const heading = isMonth ? dayText(monthText(span.month), lang) : fiscalYearText(span.fiscalYear, lang);
  const newest = Math.max(...yearsIn(counts));
  const year = isMonth ? (Number.isFinite(newest) ? newest : thisYear) : span.fiscalYear;
  const views = [
    { label: w.month, href: monthHref(listed, isMonth ? span.month : thisMonth), current: isMonth },
    { label: w.year, href: yearHref(listed, year), current: !isMonth },
  ];
  return (
    <ProgrammeFrame page={page} title={`${w.title}　${heading}`} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews
        page={page}
        current="calendar"
        criteria={{ ...listed.criteria, ...(isMonth ? {} : { fiscalYear: year }) }}
      />
      <div class="mt noprint">
        <ViewToggle label={w.views} views={views} />
      </div>
      {isMonth ? null : <YearChoice listed={listed} fiscalYear={span.fiscalYear} years={yearsIn(counts)} />}
      <div class="mt">
        <Narrowing listed={listed} counts={counts} without={["fiscalYear", "status"]} />
      </div>
      <section class="mt-l" aria-labelledby="span">
        <h2 id="span">{heading}</h2>
        {isMonth ? <Turn listed={listed} month={span.month} thisMonth={thisMonth} /> : null}
        <Events {...props} />
      </section>
      <Subscribe feed={feed} />
    </ProgrammeFrame>
  );
}

function Events({ span, events, nearest, listed }: CalendarPageProps) {
  const { calendar: w } = useWords();
  if (events.length === 0) return <NoEvents nearest={nearest} listed={listed} />;
  // on the wall of a month the days behind the last one shown would look empty
  const isCut = events.length >= MOST_EVENTS;
  return (
    <>
      <p class="mt">{w.count(events.length)}</p>
      {!isCut ? null : <p class="mt-s">{w.most(MOST_EVENTS)}</p>}
      {span.kind === "month" && !isCut ? <Wall month={span.month} events={events} /> : null}
      <div class="mt" id="events">
        <EventTable events={events} />
      </div>
    </>
  );
}

/** A month without events leads on to the next ones before and after it. */
function NoEvents({ nearest, listed }: Pick<CalendarPageProps, "nearest" | "listed">) {
  const { calendar: w } = useWords();
  const lang = useLang();
  const link = (day: string | null, label: (month: string) => string) => {
    const month = day === null ? undefined : readMonth(day.slice(0, 7));
    if (month === undefined) return null;
    return <ButtonLink href={monthHref(listed, month)}>{label(dayText(monthText(month), lang))}</ButtonLink>;
  };
  return (
    <div class="mt">
      <EmptyState
        title={w.none}
        actions={
          <>
            {link(nearest.before, w.nearestBefore)}
            {link(nearest.after, w.nearestAfter)}
          </>
        }
      />
    </div>
  );
}

function Subscribe({ feed: { path, whole, fromYear, toYear, most } }: Readonly<{ feed: FeedAddress }>) {
  const { calendar: w } = useWords();
  return (
    <section class="mt-l noprint" aria-labelledby="subscribe">
      <h2 id="subscribe">{w.subscribeTitle}</h2>
      <p class="text mt-s">{w.subscribeText}</p>
      <p class="mt-s">
        <span class="sub small">{w.subscribeLabel}</span>
        <br />
        <code class="break">{whole}</code>
      </p>
      <p class="mt">
        <ButtonLink href={path}>
          <DownloadIcon />
          {w.subscribe}
        </ButtonLink>
      </p>
      <p class="small sub mt">{w.subscribeNote(fromYear, toYear, most)}</p>
    </section>
  );
}

function monthHref({ lang, criteria }: Listed, month: Month): string {
  return hrefWith(lang, CALENDAR_PATH, criteria, { also: [["month", monthText(month)]] });
}

function yearHref({ lang, criteria }: Listed, year: number): string {
  return hrefWith(lang, CALENDAR_PATH, criteria, { also: [["year", String(year)]] });
}

type TurnProps = Readonly<{ listed: Listed; month: Month; thisMonth: Month }>;

function Turn({ listed, month, thisMonth }: TurnProps) {
  const { calendar: w } = useWords();
  return (
    <p class="row mt-s noprint">
      <ButtonLink small href={monthHref(listed, monthAfter(month, -1))}>
        {w.previous}
      </ButtonLink>
      <ButtonLink small href={monthHref(listed, monthAfter(month, 1))}>
        {w.next}
      </ButtonLink>
      <ButtonLink small look="plain" href={monthHref(listed, thisMonth)}>
        {w.thisMonth}
      </ButtonLink>
    </p>
  );
}

function Wall({ month, events }: Readonly<{ month: Month; events: readonly ListedEvent[] }>) {
  const { calendar: w } = useWords();
  const days = events.filter(({ precision }) => precision === "day");
  const whole = events.filter(({ precision }) => precision !== "day");
  return (
    <>
      <section class="tablebox wall mt" tabindex={0} aria-label={dayText(monthText(month), useLang())}>
        <table class="t">
          <thead>
            <tr>
              {w.weekdays.map((weekday) => (
                <th scope="col">{weekday}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr>
                {week.map((day) => (
                  <td>{day === null ? null : <Day day={day} events={days} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {whole.length === 0 ? null : (
        <div class="mt">
          <p class="strong">{w.noDay}</p>
          <ul>
            {whole.map((event) => (
              <li>
                <EventLink event={event} />{" "}
                <span class="sub small">
                  <EventDate event={event} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** A day of more leads to the list below, which has them all. */
const MOST_IN_DAY = 5;

function Day({ day, events }: Readonly<{ day: string; events: readonly ListedEvent[] }>) {
  const { calendar: w } = useWords();
  const lang = useLang();
  const own = events.filter(({ firstDay, lastDay }) => (firstDay ?? "") <= day && day <= (lastDay ?? firstDay ?? ""));
  return (
    <>
      <time datetime={day}>{Number(day.slice(8))}</time>
      {own.slice(0, MOST_IN_DAY).map((event) => (
        <p class="small">
          <EventLink event={event} />
        </p>
      ))}
      {own.length > MOST_IN_DAY ? (
        <p class="small">
          <Link href="#events" label={w.moreOn(dayText(day, lang), own.length - MOST_IN_DAY)}>
            {w.more(own.length - MOST_IN_DAY)}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function EventLink({ event }: Readonly<{ event: ListedEvent }>) {
  const lang = useLang();
  const href = `${pathIn(lang, programmeAddress(event.programmeId))}#fy${event.fiscalYear}`;
  return <Link href={href}>{event.name}</Link>;
}

function EventTable({ events }: Readonly<{ events: readonly ListedEvent[] }>) {
  const { calendar: w, columns, record, estimate } = useWords();
  return (
    <DataTable<ListedEvent>
      caption={w.title}
      captionHidden
      rows={events}
      empty={<p class="sub">{w.none}</p>}
      columns={[
        { label: columns.event, header: true, cell: (event) => <EventLink event={event} /> },
        { label: columns.date, cell: (event) => <EventDate event={event} /> },
        { label: columns.place, cell: ({ place }) => place ?? <span class="sub">{record.noPlace}</span> },
        {
          label: columns.status,
          cell: ({ status, isEstimate }) => (
            <>
              <StatusMark status={status} /> {isEstimate ? <Tag kind="est">{estimate}</Tag> : null}
            </>
          ),
        },
        {
          label: columns.programme,
          wide: true,
          cell: (event) => (
            <>
              {event.programmeTitle}
              <p class="small sub">{ownerText(event)}</p>
            </>
          ),
        },
      ]}
    />
  );
}

function EventDate({ event }: Readonly<{ event: ListedEvent }>) {
  const { record } = useWords();
  const lang = useLang();
  const { asPrinted, firstDay, lastDay, precision } = event;
  if (precision === null) return <span class="sub">{record.noDate}</span>;
  return <>{dateText({ from: firstDay, to: lastDay, precision, asPrinted: asPrinted ?? "" }, lang)}</>;
}
