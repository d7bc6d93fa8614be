/** `/agreements/drafts`: what is not public, for members who may read it. The earlier list of withdrawn ones leads here. */
import { Hono } from "hono";
import { requirePermission } from "../../../office/index.ts";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { listRecordsInWork, STAGES } from "../../drafts-query.ts";
import { pageContext, type RouteParts } from "../page-context.ts";
import { DRAFTS_ADDRESS, DRAFTS_SHOWN, DraftsPage, type DraftsPlace } from "./drafts-page.tsx";

export function draftsRoutes({ database }: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use("/agreements/drafts", requirePermission("agreement.read_unpublished"));
  routes.use("/agreements/withdrawn", requirePermission("agreement.read_unpublished"));
  routes.get("/agreements/withdrawn", (c) =>
    c.redirect(pathIn(c.get("lang"), `${DRAFTS_ADDRESS}?state=withdrawn`), 301),
  );
  routes.get("/agreements/drafts", async (c) => {
    const place = placeAsked(c);
    const result = await database.read(
      c.get("actor"),
      (tx) => listRecordsInWork(tx, { ...place, page: pageAsked(c), limit: DRAFTS_SHOWN }),
      { requestId: c.get("requestId") },
    );
    return renderPage(c, <DraftsPage page={pageContext(c)} place={place} result={result} />);
  });
  return routes;
}

function placeAsked(c: RequestContext): DraftsPlace {
  const asked = c.req.query("state");
  return { stage: STAGES.find((stage) => stage === asked), isMine: c.req.query("mine") === "1" };
}

function pageAsked(c: RequestContext) {
  const after = c.req.query("after");
  const before = c.req.query("before");
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}
