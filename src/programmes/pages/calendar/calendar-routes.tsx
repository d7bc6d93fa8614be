/** `/programmes/calendar`: a month (`?month=2024-11`) or a fiscal year (`?year=2024`), and the feed of what is published. */
import { Hono } from "hono";
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { todayInJapan } from "../../../registry/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { listEventsBetween, listEventsOfYear } from "../../events-query.ts";
import { programmeFacetCounts } from "../../facet-counts-query.ts";
import { programmeCriteriaFrom } from "../../programme-criteria.ts";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { CALENDAR_PATH, CalendarPage, type CalendarSpan } from "./calendar-page.tsx";
import { eventCalendar } from "./event-calendar.ts";
import { daysOf, monthText, readMonth } from "./month-grid.ts";

/** How far back and ahead the feed reaches. */
const FEED_YEARS = 3;

export function calendarRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  routes.get(CALENDAR_PATH, async (c) => {
    const today = todayInJapan();
    const thisMonth = readMonth(today.slice(0, 7)) ?? { year: 2000, month: 1 };
    const span = spanAsked(c) ?? { kind: "month", month: thisMonth };
    const { fiscalYear: _year, ...criteria } = programmeCriteriaFrom(new URL(c.req.url).searchParams);
    const data = await read(c, async (tx) => {
      const counts = await programmeFacetCounts(tx, { criteria });
      const years = counts.fiscalYear.map(({ value }) => Number(value)).toSorted((a, b) => b - a);
      if (span.kind === "year")
        return { years, events: await listEventsOfYear(tx, { criteria, fiscalYear: span.fiscalYear }) };
      const first = monthText(span.month);
      const days = { firstDay: `${first}-01`, lastDay: `${first}-${daysOf(span.month)}` };
      return { years, events: await listEventsBetween(tx, { criteria, ...days }) };
    });
    const page = { page: pageContext(c), span, thisMonth, thisYear: fiscalYearOf(today) };
    return renderPage(c, <CalendarPage {...page} {...data} />);
  });

  routes.get(`${CALENDAR_PATH}.ics`, async (c) => {
    const year = Number(todayInJapan().slice(0, 4));
    const days = { firstDay: `${year - FEED_YEARS}-01-01`, lastDay: `${year + FEED_YEARS}-12-31` };
    const { fiscalYear: _year, ...criteria } = programmeCriteriaFrom(new URL(c.req.url).searchParams);
    const events = await read(c, (tx) => listEventsBetween(tx, { criteria, ...days }));
    const body = eventCalendar(events, c.get("lang"), new URL(c.req.url).origin);
    c.header("Content-Disposition", 'inline; filename="programmes.ics"');
    return c.body(body, 200, { "Content-Type": "text/calendar; charset=utf-8" });
  });
  return routes;
}

function spanAsked(c: RequestContext): CalendarSpan | undefined {
  const month = readMonth(c.req.query("month") ?? "");
  if (month !== undefined) return { kind: "month", month };
  const year = /^(18|19|20|21)\d{2}$/u.exec((c.req.query("year") ?? "").normalize("NFKC"))?.[0];
  return year === undefined ? undefined : { kind: "year", fiscalYear: Number(year) };
}
