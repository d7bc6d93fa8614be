/** Ledgers computed from what is published: what did not take place, anniversaries, people sent and received. */
import { Hono } from "hono";
import { fiscalYearOf, spanOf } from "../../../kernel/fiscal-year.ts";
import type { RequestContext, RequestEnv, Tx } from "../../../platform/index.ts";
import { agreementsWithAnniversary, todayInJapan } from "../../../registry/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { type Beginning, listAnniversaries } from "../../anniversaries.ts";
import { programmesWithAnniversary } from "../../beginnings-query.ts";
import { expectedTurns } from "../../expected-turns.ts";
import { programmeFacetCounts } from "../../facet-counts-query.ts";
import { listNotHeld } from "../../not-held-query.ts";
import { listPeople, peopleTotals } from "../../people-totals-query.ts";
import { type ProgrammeCriteria, programmeCriteriaToParameters } from "../../programme-criteria.ts";
import { DIRECTIONS } from "../../programme-year.ts";
import { listVisits, nextVisit } from "../../reciprocity.ts";
import type { PublishedProgramme } from "../../recorded-programme.ts";
import { listTakingTurns } from "../../recurring-query.ts";
import { rememberCounts } from "../../remembered-counts-query.ts";
import type { Listed } from "../list/list-facets.ts";
import { readListed } from "../list/list-routes.tsx";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { ANNIVERSARIES_PATH, AnniversariesPage } from "./anniversaries-page.tsx";
import { NOT_HELD_PATH, NotHeldPage } from "./not-held-page.tsx";
import type { OpenedPeople } from "./people-table.tsx";
import { RECIPROCITY_PATH, ReciprocityPage } from "./reciprocity-page.tsx";

const EVERY = 10;
const FIRST_YEAR = 1868;
const LAST_YEAR = 2200;
/** Criteria that agreements and programmes do not share, or that mean another thing there. */
const NOT_OF_AGREEMENTS: readonly (keyof ProgrammeCriteria)[] = [
  ...(["q", "field", "country", "fiscalYear", "status", "startFiscalYear", "recurrence", "agreement"] as const),
];
/** Anniversaries are prepared years ahead. */
const YEARS_AHEAD = 10;

export function ledgerRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);

  routes.get(NOT_HELD_PATH, async (c) => {
    const listed = readLedger(c, NOT_HELD_PATH, ["fiscalYear", "status"]);
    const { criteria } = listed;
    const data = await read(c, async (tx) => {
      const counts = await programmeFacetCounts(tx, { criteria });
      const ended = fiscalYearOf(todayInJapan()) - 1;
      const recorded = counts.fiscalYear.map(({ value }) => Number(value)).filter((year) => year <= ended);
      const fiscalYear = yearAsked(c) ?? (recorded.length === 0 ? ended : Math.max(...recorded));
      return { counts, fiscalYear, ...(await listNotHeld(tx, { fiscalYear, criteria })) };
    });
    const shown = keeping(listed, [["year", String(data.fiscalYear)]]);
    return renderPage(c, <NotHeldPage page={pageContext(c)} listed={shown} {...data} />);
  });

  routes.get(ANNIVERSARIES_PATH, async (c) => {
    const thisYear = fiscalYearOf(todayInJapan());
    const fiscalYear = yearAsked(c) ?? thisYear;
    const listed = readLedger(c, ANNIVERSARIES_PATH, NOT_OF_AGREEMENTS);
    const beginnings = await read(c, (tx) => readBeginnings(tx, fiscalYear, listed.criteria));
    const all = listAnniversaries(beginnings, { fromYear: fiscalYear, toYear: fiscalYear + 1, every: EVERY });
    const dated = all.filter((one) => one.fiscalYear === fiscalYear);
    const undecided = all.filter((one) => one.fiscalYear === null);
    const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, at) => thisYear + YEARS_AHEAD - at);
    const shown = { listed: keeping(listed, [["year", String(fiscalYear)]]), fiscalYear, years, dated, undecided };
    return renderPage(c, <AnniversariesPage page={pageContext(c)} {...shown} />);
  });

  routes.get(RECIPROCITY_PATH, async (c) => {
    const listed = readLedger(c, RECIPROCITY_PATH, ["fiscalYear", "status", "country"]);
    const { criteria } = listed;
    const asked = openedPeople(c);
    const data = await read(c, async (tx) => ({
      counts: await programmeFacetCounts(tx, { criteria }),
      totals: await peopleTotals(tx, { criteria, from: FIRST_YEAR, to: LAST_YEAR }),
      people: asked === null ? null : await listPeople(tx, { criteria, ...spanOfPeople(asked) }),
      turns: await turnsToCome(tx, criteria),
    }));
    const { counts, totals, people, turns } = data;
    const opened = asked === null || people === null ? null : { asked, people };
    return renderPage(c, <ReciprocityPage page={pageContext(c)} {...{ listed, counts, totals, opened }} {...turns} />);
  });
  return routes;
}

/** @param own what the page asks for in a way of its own. */
function readLedger(c: RequestContext, path: string, own: readonly (keyof ProgrammeCriteria)[]): Listed {
  const listed = readListed(c, path);
  const others = Object.entries(listed.criteria).filter(([name]) => !own.some((one) => one === name));
  return { ...listed, criteria: Object.fromEntries(others), place: { ...listed.place, side: undefined } };
}

function keeping(listed: Listed, also: readonly (readonly [string, string])[]): Listed {
  return { ...listed, place: { ...listed.place, also } };
}

async function readBeginnings(
  tx: Tx,
  fiscalYear: number,
  { government, prefecture }: ProgrammeCriteria,
): Promise<readonly Beginning[]> {
  const own = government === undefined ? {} : { government };
  const criteria = prefecture === undefined ? own : { ...own, prefecture };
  const years = [fiscalYear, fiscalYear + 1];
  const agreements = await agreementsWithAnniversary(tx, { years, every: EVERY, criteria });
  const programmes = await programmesWithAnniversary(tx, { fiscalYear, every: EVERY, criteria });
  return [
    ...agreements.map(({ id, title, from, precision }) => ({ id, title, date: { from, precision } })),
    ...programmes.map(({ id, title, startFiscalYear }) => ({
      ...{ id, title },
      date: { from: spanOf(startFiscalYear).from, precision: "fiscalYear" as const },
    })),
  ];
}

/** Computed from whole programmes, of which the page shows two lines each. */
function turnsToCome(tx: Tx, criteria: ProgrammeCriteria) {
  const thisYear = fiscalYearOf(todayInJapan());
  const key = `turns?${programmeCriteriaToParameters(criteria)}&now=${thisYear}`;
  return rememberCounts(tx, "published", key, async () => turnsOf(await listTakingTurns(tx, criteria), thisYear));
}

function turnsOf(programmes: readonly PublishedProgramme[], thisYear: number) {
  return {
    visits: programmes.flatMap(({ id, facts }) => {
      const turn = nextVisit(listVisits(facts));
      return turn.kind === "estimate" ? [{ id, title: facts.title, turn }] : [];
    }),
    meetings: programmes.flatMap(({ id, facts }) => {
      return expectedTurns(facts, thisYear).map((turn) => ({ id, title: facts.title, ...turn }));
    }),
  };
}

function yearAsked(c: RequestContext): number | undefined {
  const year = /^(18|19|20|21)\d{2}$/u.exec((c.req.query("year") ?? "").normalize("NFKC"))?.[0];
  return year === undefined ? undefined : Number(year);
}

function openedPeople(c: RequestContext): OpenedPeople | null {
  const fiscalYear = yearAsked(c);
  const direction = DIRECTIONS.find((known) => known === c.req.query("direction"));
  const country = /^([A-Z]{2}|unknown)$/u.exec(c.req.query("country") ?? "")?.[0] ?? null;
  return fiscalYear === undefined || direction === undefined ? null : { fiscalYear, direction, country };
}

function spanOfPeople({ fiscalYear, direction, country }: OpenedPeople) {
  return { from: fiscalYear, to: fiscalYear, direction, ...(country === null ? {} : { peopleCountry: country }) };
}
