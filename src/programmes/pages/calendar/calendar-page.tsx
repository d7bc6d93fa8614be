/** Events by month as a wall calendar with its list, or of a fiscal year as a list; the list says everything. */

import { dayText, governmentText } from "../../../registry/index.ts";
import {
  ButtonLink,
  DataTable,
  DownloadIcon,
  Link,
  PageHead,
  pathIn,
  Tag,
  useLang,
  ViewToggle,
} from "../../../ui/index.ts";
import type { ListedEvent } from "../../events-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { ProgrammeFrame, ProgrammeViews } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { dateText, fiscalYearText, shortYearText } from "../year-words.ts";
import { type Month, monthAfter, monthText, weeksOf } from "./month-grid.ts";

export const CALENDAR_PATH = "/programmes/calendar";

export type CalendarSpan = Readonly<{ kind: "month"; month: Month }> | Readonly<{ kind: "year"; fiscalYear: number }>;

export type CalendarPageProps = Readonly<{
  page: PageContext;
  span: CalendarSpan;
  events: readonly ListedEvent[];
  /** Fiscal years with programmes, newest first. */
  years: readonly number[];
  thisMonth: Month;
  thisYear: number;
}>;

export function CalendarPage({ page, span, events, years, thisMonth, thisYear }: CalendarPageProps) {
  const { calendar: w } = words(page.lang);
  const { lang } = page;
  const isMonth = span.kind === "month";
  const heading = isMonth ? dayText(monthText(span.month), lang) : fiscalYearText(span.fiscalYear, lang);
  const title = `${w.title}　${heading}`;
  const year = isMonth ? (years[0] ?? thisYear) : span.fiscalYear;
  const views = [
    { label: w.month, href: monthHref(lang, isMonth ? span.month : thisMonth), current: isMonth },
    { label: w.year, href: yearHref(lang, year), current: !isMonth },
  ];
  return (
    <ProgrammeFrame page={page} title={title} crumbs={[{ label: w.title }]}>
      <PageHead
        title={w.title}
        lead={w.lead}
        actions={
          <ButtonLink href={pathIn(lang, `${CALENDAR_PATH}.ics`)}>
            <DownloadIcon />
            {w.subscribe}
          </ButtonLink>
        }
      />
      <ProgrammeViews page={page} current="calendar" />
      <div class="mt noprint">
        <ViewToggle label={w.views} views={views} />
      </div>
      <section class="mt-l" aria-labelledby="span">
        <h2 id="span">{heading}</h2>
        {isMonth ? (
          <Turn month={span.month} thisMonth={thisMonth} />
        ) : (
          <Years years={years} current={span.fiscalYear} />
        )}
        <p class="mt">{w.count(events.length)}</p>
        {isMonth ? <Wall month={span.month} events={events} /> : null}
        <div class="mt">
          <EventTable events={events} />
        </div>
      </section>
      <p class="small sub mt noprint">{w.subscribeNote}</p>
    </ProgrammeFrame>
  );
}

function monthHref(lang: PageContext["lang"], month: Month): string {
  return pathIn(lang, `${CALENDAR_PATH}?month=${monthText(month)}`);
}

function yearHref(lang: PageContext["lang"], year: number): string {
  return pathIn(lang, `${CALENDAR_PATH}?year=${year}`);
}

function Turn({ month, thisMonth }: Readonly<{ month: Month; thisMonth: Month }>) {
  const { calendar: w } = useWords();
  const lang = useLang();
  return (
    <p class="row mt-s noprint">
      <ButtonLink small href={monthHref(lang, monthAfter(month, -1))}>
        {w.previous}
      </ButtonLink>
      <ButtonLink small href={monthHref(lang, monthAfter(month, 1))}>
        {w.next}
      </ButtonLink>
      <ButtonLink small look="plain" href={monthHref(lang, thisMonth)}>
        {w.thisMonth}
      </ButtonLink>
    </p>
  );
}

function Years({ years, current }: Readonly<{ years: readonly number[]; current: number }>) {
  const { calendar: w } = useWords();
  const lang = useLang();
  if (years.length === 0) return null;
  return (
    <div class="mt-s noprint">
      <ViewToggle
        label={w.yearsLabel}
        views={years.slice(0, 10).map((year) => ({
          label: shortYearText(year, lang),
          href: yearHref(lang, year),
          current: year === current,
        }))}
      />
    </div>
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
          <p class="strong">{w.monthOnly}</p>
          <ul>
            {whole.map((event) => (
              <li>
                <EventLink event={event} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Day({ day, events }: Readonly<{ day: string; events: readonly ListedEvent[] }>) {
  const own = events.filter(({ firstDay, lastDay }) => (firstDay ?? "") <= day && day <= (lastDay ?? firstDay ?? ""));
  return (
    <>
      <time datetime={day}>{Number(day.slice(8))}</time>
      {own.map((event) => (
        <p class="small">
          <EventLink event={event} />
        </p>
      ))}
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
          cell: ({ programmeTitle, owner }) => (
            <>
              {programmeTitle}
              {/^\d{5}$/u.test(owner) ? <p class="small sub">{governmentText(owner)}</p> : null}
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
