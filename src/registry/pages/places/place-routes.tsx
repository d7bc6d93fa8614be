/** `/governments/01458`, `/counterparts/C000012`, `/countries/KR`: what the public may read, for everybody. */
import { Hono } from "hono";
import { countryByCode } from "../../../kernel/country.ts";
import { PUBLIC, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { mayChangeCounterparts } from "../../counterparts/change-counterpart.ts";
import { findCounterpartTarget } from "../../counterparts/counterpart-record-store.ts";
import { counterpartAddress, countryAddress, governmentAddress } from "../../criteria-address.ts";
import { facetCounts } from "../../facets/facets-query.ts";
import { listAgreements } from "../../list-agreements-query.ts";
import {
  agreementsOfGovernment,
  counterpartsOfCountry,
  findCounterpart,
  governmentsWithAgreements,
  similarCounterparts,
} from "../../places-query.ts";
import { findGovernment, type LocalGovernment } from "../../reference/local-governments.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { CounterpartPage } from "./counterpart-page.tsx";
import { CountryPage } from "./country-page.tsx";
import { GovernmentPage } from "./government-page.tsx";

const SHOWN = 10;

export function placeRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = <T,>(c: RequestContext, work: (tx: Tx) => Promise<T>) =>
    database.read(PUBLIC, work, { requestId: c.get("requestId") });

  routes.get("/governments/:code{[0-9]{5,6}}", async (c) => {
    const code = c.req.param("code");
    const government = findGovernment(code);
    if (government === undefined) return c.notFound();
    if (government.code !== code) return c.redirect(pathIn(c.get("lang"), governmentAddress(government.code)), 301);
    const data = await read(c, (tx) => readGovernment(tx, government));
    return renderPage(c, <GovernmentPage page={pageContext(c)} government={government} {...data} />);
  });

  routes.get("/counterparts/:id{C[0-9]{6,12}}", async (c) => {
    const id = c.req.param("id");
    const data = await read(c, async (tx) => (await readCounterpart(tx, id)) ?? (await findCounterpartTarget(tx, id)));
    if (data === undefined) return c.notFound();
    if (typeof data === "string") return c.redirect(pathIn(c.get("lang"), counterpartAddress(data)), 302);
    const mayChange = mayChangeCounterparts(c.get("actor"));
    const saved = c.req.query("saved") ?? "";
    const page = <CounterpartPage page={pageContext(c)} {...data} mayChange={mayChange} saved={saved} />;
    return renderPage(c, page);
  });

  routes.get("/countries/:code{[A-Za-z]{2}}", async (c) => {
    const code = c.req.param("code");
    const country = countryByCode(code.toUpperCase());
    if (country === undefined) return c.notFound();
    if (country.code !== code) return c.redirect(pathIn(c.get("lang"), countryAddress(country.code)), 301);
    const data = await read(c, (tx) => readCountry(tx, code));
    return renderPage(c, <CountryPage page={pageContext(c)} country={country} {...data} />);
  });
  return routes;
}

async function readGovernment(tx: Tx, { code, kind }: LocalGovernment) {
  const own = await agreementsOfGovernment(tx, code, { limit: SHOWN });
  if (kind !== "prefecture") return { own, counts: await facetCounts(tx, { government: code }), municipal: null };
  const criteria = { prefecture: code.slice(0, 2) };
  const municipal = {
    agreements: await listAgreements(tx, { criteria, limit: SHOWN }),
    governments: (await governmentsWithAgreements(tx, criteria)).filter((counted) =>
      counted.code.startsWith(criteria.prefecture),
    ),
  };
  return { own, counts: await facetCounts(tx, criteria), municipal };
}

async function readCounterpart(tx: Tx, id: string) {
  const counterpart = await findCounterpart(tx, id);
  if (counterpart === undefined) return undefined;
  return {
    counterpart,
    agreements: await listAgreements(tx, { criteria: { counterpart: id }, limit: SHOWN }),
    counts: await facetCounts(tx, { counterpart: id }),
    similar: await similarCounterparts(tx, counterpart),
  };
}

async function readCountry(tx: Tx, country: string) {
  return {
    agreements: await listAgreements(tx, { criteria: { country }, limit: SHOWN }),
    counts: await facetCounts(tx, { country }),
    counterparts: await counterpartsOfCountry(tx, country),
    governments: await governmentsWithAgreements(tx, { country }),
  };
}
