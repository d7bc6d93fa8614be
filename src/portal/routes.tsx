/** Home and 出典と利用条件, with the registry's figures as the public reads them. */
import { Hono } from "hono";
import { type Database, PUBLIC, type RequestContext, type RequestEnv, type Tx } from "../platform/index.ts";
import { countProgrammes } from "../programmes/index.ts";
import {
  countryText,
  dayText,
  facetCounts,
  fieldText,
  homeFigures,
  type SourceInUse,
  sourcesInUse,
  todayInJapan,
  UNKNOWN,
} from "../registry/index.ts";
import { type Lang, officeFor, renderPage, viewDate } from "../ui/index.ts";
import type { HomePageProps } from "./home-content.ts";
import { portalTexts } from "./messages.ts";
import { AboutPage, type SourceView } from "./pages/about-page.tsx";
import { HomePage } from "./pages/home-page.tsx";
import { sitemapRoutes } from "./sitemap/sitemap-routes.ts";

const COUNTRIES_SHOWN = 10;

export function portalRoutes({ database }: Readonly<{ database: Database }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.read(PUBLIC, work, { requestId: c.get("requestId") });

  routes.get("/", async (c) => {
    const lang = c.get("lang");
    const content = await read(c, (tx) => readHome(tx, lang));
    return renderPage(c, <HomePage lang={lang} office={officeFor(c.get("actor"), lang)} {...content} />);
  });
  routes.get("/about", async (c) => {
    const lang = c.get("lang");
    const sources = await read(c, sourcesInUse);
    const views = sources.map((source) => sourceView(source, lang));
    return renderPage(c, <AboutPage lang={lang} office={officeFor(c.get("actor"), lang)} sources={views} />);
  });
  routes.route("/", sitemapRoutes({ database }));
  return routes;
}

async function readHome(tx: Tx, lang: Lang): Promise<Omit<HomePageProps, "lang" | "office">> {
  const figures = await homeFigures(tx, todayInJapan());
  const { facets } = await facetCounts(tx, {});
  const { agreements, listings, relisted } = figures.totals;
  const several = facets.parties.find(({ value }) => value === "several")?.n ?? 0;
  const [source] = await sourcesInUse(tx, 1);
  const programmes = await countProgrammes(tx, { criteria: {} });
  return {
    figures: { agreements, listings: { n: listings, relisted }, countries: figures.countries, several, programmes },
    byPrefecture: Object.fromEntries(figures.byPrefecture.map(({ value, n }) => [value, n])),
    byCountry: figures.byCountry
      .filter(({ value }) => value !== UNKNOWN)
      .slice(0, COUNTRIES_SHOWN)
      .map(({ value, n }) => ({ country: value, label: countryText(value, lang), count: n })),
    byField: figures.byField.map(({ field, n, relisted: again }) => ({
      ...{ field, label: fieldText(field, lang), tally: { n, relisted: again } },
    })),
    byDecade: figures.byDecade
      .filter(({ value }) => value !== UNKNOWN)
      .map(({ value, n }) => ({ decade: Number(value), count: n }))
      .sort((a, b) => a.decade - b.decade),
    latest: figures.latest.map(({ id, title, japan, foreign, signed }) => ({
      ...{ id, title, japan: japan.map(({ name }) => name), foreign: foreign.map(({ name }) => name) },
      date: signed === null ? null : viewDate(signed),
    })),
    source: source === undefined ? null : portalTexts(lang).home.source(source.title, dayText(figures.asOf, lang)),
    examples: portalTexts(lang).home.examples,
  };
}

function sourceView({ title, publisher, asOf }: SourceInUse, lang: Lang): SourceView {
  return { title, publisher, asOf: asOf === null ? null : dayText(asOf, lang), terms: null };
}
