/** `/programmes/P000001`, its course on one page and its history. What a reader may not read is not there for them. */
import { Hono } from "hono";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { todayInJapan } from "../../../registry/index.ts";
import { renderPage } from "../../../ui/index.ts";
import { listProgrammeHistory, listPublicProgrammeHistory } from "../../programme-history-store.ts";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { words } from "../words.ts";
import { HistoryPage } from "./history-page.tsx";
import { OnePage } from "./one-page.tsx";
import { RecordPage } from "./record-page.tsx";
import { readShownProgramme } from "./shown-programme.ts";
import { isSavedKind } from "./state-notice.tsx";

const PROGRAMME = "/programmes/:id{P[0-9]{6,9}}";

export function recordRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  const find = (c: RequestContext) => read(c, (tx) => readShownProgramme(tx, c.get("actor"), c.req.param("id") ?? ""));

  routes.get(PROGRAMME, async (c) => {
    const programme = await find(c);
    if (programme === undefined) return c.notFound();
    const said = c.req.query("saved");
    const saved = isSavedKind(said, words(c.get("lang"))) ? said : undefined;
    return renderPage(
      c,
      <RecordPage page={pageContext(c)} programme={programme} today={todayInJapan()} saved={saved} />,
    );
  });

  routes.get(`${PROGRAMME}/years`, async (c) => {
    const programme = await find(c);
    if (programme === undefined) return c.notFound();
    return renderPage(c, <OnePage page={pageContext(c)} programme={programme} />);
  });

  routes.get(`${PROGRAMME}/history`, async (c) => {
    const programme = await find(c);
    if (programme === undefined) return c.notFound();
    const { id } = programme;
    const history = await read(c, async (tx) => ({
      entries: programme.recorded === null ? [] : await listProgrammeHistory(tx, id),
      published: await listPublicProgrammeHistory(tx, id),
    }));
    return renderPage(c, <HistoryPage page={pageContext(c)} programme={programme} {...history} />);
  });
  return routes;
}
