/** `/programmes`: what is published; with `?side=working` what is being prepared, for those who work on it. */
import { Hono } from "hono";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { programmeFacetCounts } from "../../facet-counts-query.ts";
import { countProgrammes, listProgrammes, readProgrammeSort } from "../../list-programmes-query.ts";
import { programmeCriteriaFrom } from "../../programme-criteria.ts";
import { pageContext, type RouteParts, reader, sideAsked } from "../page-context.ts";
import type { ListPlace } from "./list-address.ts";
import type { Listed } from "./list-facets.ts";
import { ListPage, PAGE_SIZE } from "./list-page.tsx";

export function listRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  return routes.get("/programmes", async (c) => {
    const listed = readListed(c, "/programmes");
    const { criteria, place } = listed;
    const { side } = place;
    const data = await read(c, async (tx) => ({
      result: await listProgrammes(tx, { criteria, side, sort: place.sort, page: pageOf(place), limit: PAGE_SIZE }),
      counts: await programmeFacetCounts(tx, { criteria, side }),
      all: await countProgrammes(tx, { criteria: {}, side }),
    }));
    const actor = c.get("actor");
    const ownGovernment = actor.kind === "member" ? actor.body.governmentCode : null;
    return renderPage(c, <ListPage page={pageContext(c)} {...{ listed, ownGovernment }} {...data} />);
  });
}

/** @param path the page that is filtered. */
export function readListed(c: RequestContext, path: string): Listed {
  const { searchParams } = new URL(c.req.url);
  return {
    criteria: programmeCriteriaFrom(searchParams),
    place: {
      sort: readProgrammeSort(searchParams.get("sort")),
      side: sideAsked(c),
      after: searchParams.get("after") ?? undefined,
      before: searchParams.get("before") ?? undefined,
    },
    lang: c.get("lang"),
    path,
  };
}

export function pageOf({ after, before }: ListPlace) {
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}
