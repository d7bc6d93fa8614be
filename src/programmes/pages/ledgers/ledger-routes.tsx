/** Ledgers computed from what is published: what did not take place, anniversaries, people sent and received. */
import { Hono } from "hono";
import { fiscalYearOf, spanOf } from "../../../kernel/fiscal-year.ts";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { agreementsWithAnniversary, todayInJapan } from "../../../registry/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { type Beginning, listAnniversaries } from "../../anniversaries.ts";
import { programmesWithAnniversary } from "../../beginnings-query.ts";
import { programmeFacetCounts } from "../../facet-counts-query.ts";
import { listNotHeld } from "../../not-held-query.ts";
import { listPeople, peopleTotals } from "../../people-totals-query.ts";
import { DIRECTIONS } from "../../programme-year.ts";
import { listVisits, nextVisit } from "../../reciprocity.ts";
import type { PublishedProgramme } from "../../recorded-programme.ts";
import { nextTurn } from "../../recurrence.ts";
import { listTakingTurns } from "../../recurring-query.ts";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { ANNIVERSARIES_PATH, AnniversariesPage } from "./anniversaries-page.tsx";
import { NOT_HELD_PATH, NotHeldPage } from "./not-held-page.tsx";
import { RECIPROCITY_PATH, ReciprocityPage } from "./reciprocity-page.tsx";

const EVERY = 10;
const FIRST_YEAR = 1868;
const LAST_YEAR = 2200;

export function ledgerRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);

  routes.get(NOT_HELD_PATH, async (c) => {
    const data = await read(c, async (tx) => {
      const { fiscalYear: counted } = await programmeFacetCounts(tx, { criteria: {} });
      const ended = fiscalYearOf(todayInJapan()) - 1;
      const recorded = counted.map(({ value }) => Number(value)).filter((year) => year <= ended);
      const fiscalYear = yearAsked(c) ?? Math.max(...recorded, FIRST_YEAR);
      return { fiscalYear, rows: await listNotHeld(tx, fiscalYear) };
    });
    return renderPage(c, <NotHeldPage page={pageContext(c)} {...data} />);
  });

  routes.get(ANNIVERSARIES_PATH, async (c) => {
    const fiscalYear = yearAsked(c) ?? fiscalYearOf(todayInJapan());
    const beginnings = await read(c, async (tx): Promise<readonly Beginning[]> => {
      const agreements = await agreementsWithAnniversary(tx, { years: [fiscalYear, fiscalYear + 1], every: EVERY });
      const programmes = await programmesWithAnniversary(tx, { fiscalYear, every: EVERY });
      return [
        ...agreements.map(({ id, title, from, precision }) => ({ id, title, date: { from, precision } })),
        ...programmes.map(({ id, title, startFiscalYear }) => ({
          ...{ id, title },
          date: { from: spanOf(startFiscalYear).from, precision: "fiscalYear" as const },
        })),
      ];
    });
    const all = listAnniversaries(beginnings, { fromYear: fiscalYear, toYear: fiscalYear + 1, every: EVERY });
    const dated = all.filter((one) => one.fiscalYear === fiscalYear);
    const undecided = all.filter((one) => one.fiscalYear === null);
    return renderPage(c, <AnniversariesPage page={pageContext(c)} {...{ fiscalYear, dated, undecided }} />);
  });

  routes.get(RECIPROCITY_PATH, async (c) => {
    const opened = openedTotal(c);
    const data = await read(c, async (tx) => ({
      totals: await peopleTotals(tx, { criteria: {}, from: FIRST_YEAR, to: LAST_YEAR }),
      entries: opened === null ? null : await listPeople(tx, { criteria: {}, ...opened }),
      taking: await listTakingTurns(tx),
    }));
    const { totals, entries, taking } = data;
    const turns = turnsOf(taking, fiscalYearOf(todayInJapan()));
    return renderPage(c, <ReciprocityPage page={pageContext(c)} {...{ totals, entries }} {...turns} />);
  });
  return routes;
}

function turnsOf(programmes: readonly PublishedProgramme[], thisYear: number) {
  return {
    visits: programmes.flatMap(({ id, facts }) => {
      const turn = nextVisit(listVisits(facts));
      return turn.kind === "estimate" ? [{ id, title: facts.title, turn }] : [];
    }),
    meetings: programmes.flatMap(({ id, facts }) => {
      const next = nextTurn(facts, thisYear - 1);
      return next.kind === "estimate" ? [{ id, title: facts.title, next }] : [];
    }),
  };
}

function yearAsked(c: RequestContext): number | undefined {
  const year = /^(18|19|20|21)\d{2}$/u.exec((c.req.query("year") ?? "").normalize("NFKC"))?.[0];
  return year === undefined ? undefined : Number(year);
}

function openedTotal(c: RequestContext) {
  const year = yearAsked(c);
  const direction = DIRECTIONS.find((known) => known === c.req.query("direction"));
  const peopleCountry = /^([A-Z]{2}|unknown)$/u.exec(c.req.query("country") ?? "")?.[0];
  return year === undefined || direction === undefined ? null : { from: year, to: year, direction, peopleCountry };
}
