/** `/programmes/calendar`: a month (`?month=2024-11`) or a fiscal year (`?year=2024`), and the feed of what is published. */
import { Hono } from "hono";
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import type { RequestContext, RequestEnv, Tx } from "../../../platform/index.ts";
import { todayInJapan } from "../../../registry/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { listEventsBetween, listEventsOfYear, nearestEvents } from "../../events-query.ts";
import { programmeFacetCounts } from "../../facet-counts-query.ts";
import { type ProgrammeCriteria, programmeCriteriaFrom } from "../../programme-criteria.ts";
import { hrefWith } from "../list/list-address.ts";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { CALENDAR_PATH, CalendarPage, type CalendarSpan, type FeedAddress } from "./calendar-page.tsx";
import { eventCalendar } from "./event-calendar.ts";
import { daysOf, type Month, monthText, readMonth } from "./month-grid.ts";

/** How far back and ahead the feed reaches. */
const FEED_YEARS = 3;
const MOST_IN_FEED = 5_000;
const NOTHING_NEAR = { before: null, after: null };

export function calendarRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  routes.get(CALENDAR_PATH, async (c) => {
    const today = todayInJapan();
    const thisMonth = readMonth(today.slice(0, 7)) ?? { year: 2000, month: 1 };
    const span = spanAsked(c) ?? { kind: "month", month: thisMonth };
    const criteria = criteriaOf(c);
    const data = await read(c, async (tx) => {
      const counts = await programmeFacetCounts(tx, { criteria });
      const events = await readEvents(tx, span, criteria);
      const isEmptyMonth = span.kind === "month" && events.length === 0;
      const nearest = isEmptyMonth ? await nearestEvents(tx, { criteria, ...daysIn(span.month) }) : NOTHING_NEAR;
      return { counts, events, nearest };
    });
    const listed = { criteria, lang: c.get("lang"), path: CALENDAR_PATH, place: { also: [alsoOf(span)] } };
    const shown = {
      page: pageContext(c),
      listed,
      span,
      thisMonth,
      thisYear: fiscalYearOf(today),
      feed: feedOf(c, criteria),
    };
    return renderPage(c, <CalendarPage {...shown} {...data} />);
  });

  routes.get(`${CALENDAR_PATH}.ics`, async (c) => {
    const { fromYear, toYear } = feedYears();
    const days = { firstDay: `${fromYear}-01-01`, lastDay: `${toYear}-12-31` };
    const criteria = criteriaOf(c);
    const events = await read(c, (tx) =>
      listEventsBetween(tx, { criteria, ...days, limit: MOST_IN_FEED, nearestTo: todayInJapan() }),
    );
    const body = eventCalendar(events, c.get("lang"), new URL(c.req.url).origin);
    c.header("Content-Disposition", 'inline; filename="programmes.ics"');
    return c.body(body, 200, { "Content-Type": "text/calendar; charset=utf-8" });
  });
  return routes;
}

/** The days or the year asked for already say when, and a status is one of a year, not of an event. */
function criteriaOf(c: RequestContext): ProgrammeCriteria {
  const { fiscalYear: _year, status: _status, ...criteria } = programmeCriteriaFrom(new URL(c.req.url).searchParams);
  return criteria;
}

function readEvents(tx: Tx, span: CalendarSpan, criteria: ProgrammeCriteria) {
  if (span.kind === "year") return listEventsOfYear(tx, { criteria, fiscalYear: span.fiscalYear });
  return listEventsBetween(tx, { criteria, ...daysIn(span.month) });
}

function daysIn(month: Month) {
  const first = monthText(month);
  return { firstDay: `${first}-01`, lastDay: `${first}-${daysOf(month)}` };
}

function alsoOf(span: CalendarSpan): readonly [string, string] {
  return span.kind === "month" ? ["month", monthText(span.month)] : ["year", String(span.fiscalYear)];
}

function feedYears() {
  const year = Number(todayInJapan().slice(0, 4));
  return { fromYear: year - FEED_YEARS, toYear: year + FEED_YEARS };
}

function feedOf(c: RequestContext, criteria: ProgrammeCriteria): FeedAddress {
  const path = hrefWith(c.get("lang"), `${CALENDAR_PATH}.ics`, criteria);
  return { path, whole: new URL(path, c.req.url).href, ...feedYears(), most: MOST_IN_FEED };
}

function spanAsked(c: RequestContext): CalendarSpan | undefined {
  const month = readMonth(c.req.query("month") ?? "");
  if (month !== undefined) return { kind: "month", month };
  const year = /^(18|19|20|21)\d{2}$/u.exec((c.req.query("year") ?? "").normalize("NFKC"))?.[0];
  return year === undefined ? undefined : { kind: "year", fiscalYear: Number(year) };
}
