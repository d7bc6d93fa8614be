/** `/agreements`: the list is what the public may read, for operators too, so that its numbers are those of the tables. */
import { Hono } from "hono";
import { type Database, PUBLIC, type RequestContext, type RequestEnv, type Tx } from "../../../platform/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { type Criteria, criteriaFromParameters, withoutCriterion } from "../../criteria.ts";
import type { ListPlace } from "../../criteria-address.ts";
import { facetCounts } from "../../facets/facets-query.ts";
import { listAgreements } from "../../list-agreements-query.ts";
import { readSort } from "../../page-key.ts";
import { findCounterpart } from "../../places-query.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { activeCriteria } from "./list-facets.ts";
import { ListPage, PAGE_SIZE } from "./list-page.tsx";
import type { Loosening } from "./nothing-found.tsx";

export function listRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  return routes.get("/agreements", async (c) => {
    const { criteria, place } = readListRequest(c);
    const data = await readList(database, criteria, place, c.get("requestId"));
    return renderPage(c, <ListPage page={pageContext(c)} criteria={criteria} place={place} {...data} />);
  });
}

export function readListRequest(c: RequestContext): Readonly<{ criteria: Criteria; place: ListPlace }> {
  const { searchParams } = new URL(c.req.url);
  const after = searchParams.get("after");
  const before = searchParams.get("before");
  return {
    criteria: criteriaFromParameters(searchParams),
    place: {
      sort: readSort(searchParams.get("sort")),
      ...(after === null ? {} : { after }),
      ...(before === null ? {} : { before }),
    },
  };
}

function readList(database: Database, criteria: Criteria, place: ListPlace, requestId: string) {
  const { sort, ...page } = place;
  return database.read(
    PUBLIC,
    async (tx) => {
      const result = await listAgreements(tx, {
        criteria,
        page,
        limit: PAGE_SIZE,
        ...(sort === undefined ? {} : { sort }),
      });
      const counts = await facetCounts(tx, criteria);
      const { totals } = await facetCounts(tx, {});
      const loosenings = result.totals.agreements === 0 ? await readLoosenings(tx, criteria) : [];
      const counterpart =
        criteria.counterpart === undefined ? undefined : await findCounterpart(tx, criteria.counterpart);
      return {
        result,
        counts,
        all: totals.agreements,
        loosenings,
        counterpartName: counterpart?.name ?? criteria.counterpart,
      };
    },
    { requestId },
  );
}

async function readLoosenings(tx: Tx, criteria: Criteria): Promise<readonly Loosening[]> {
  const names = activeCriteria(criteria);
  if (names.length < 2) return [];
  const offers: Loosening[] = [];
  for (const name of names) {
    const { totals } = await facetCounts(tx, withoutCriterion(criteria, name));
    if (totals.agreements > 0) offers.push({ name, agreements: totals.agreements });
  }
  return offers.sort((a, b) => b.agreements - a.agreements);
}
