/**
 * `/programmes/P000001`, its course on one page and its history; an earlier version with `?version=` or `?on=` for those
 * who work on it. What a reader may not read is not there for them.
 */
import { Hono } from "hono";
import type { RequestContext, RequestEnv } from "../../../platform/index.ts";
import { type Moment, momentAsked, todayInJapan } from "../../../registry/index.ts";
import { pathIn, renderPage } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { programmeAsOf } from "../../programme-as-of.ts";
import { listProgrammeHistory, listPublicProgrammeHistory } from "../../programme-history-store.ts";
import { pageContext, type RouteParts, reader } from "../page-context.ts";
import { words } from "../words.ts";
import { HistoryPage } from "./history-page.tsx";
import { OnePage } from "./one-page.tsx";
import { RecordPage } from "./record-page.tsx";
import { readShownProgramme, type ShownProgramme } from "./shown-programme.ts";
import { isSavedKind } from "./state-notice.tsx";

const PROGRAMME = "/programmes/:id{P[0-9]{6,9}}";

export function recordRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const read = reader(parts);
  const find = (c: RequestContext) => read(c, (tx) => readShownProgramme(tx, c.get("actor"), c.req.param("id") ?? ""));

  routes.get(PROGRAMME, async (c) => {
    const programme = await find(c);
    if (programme === undefined) return c.notFound();
    const moment = programme.recorded === null ? undefined : momentAsked(c);
    if (moment !== undefined) return showVersion(c, programme, moment);
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
    return renderPage(
      c,
      <HistoryPage page={pageContext(c)} programme={programme} notFoundOn={c.req.query("on")} {...history} />,
    );
  });

  /** The version of now is its page; a day before the first version, or none at all, leads to the history. */
  async function showVersion(c: RequestContext, programme: ShownProgramme, moment: Moment | "unreadable") {
    const own = pathIn(c.get("lang"), programmeAddress(programme.id));
    const found = moment === "unreadable" ? undefined : await read(c, (tx) => programmeAsOf(tx, programme.id, moment));
    if (found === undefined || !found.ok) {
      const asked = c.req.query("on");
      const query = asked === undefined ? "" : `?${new URLSearchParams({ on: asked })}`;
      return c.redirect(`${own}/history${query}`, 303);
    }
    const { version, recordedAt, facts } = found.value;
    if (version === programme.version) return c.redirect(own, 303);
    const then: ShownProgramme = { ...programme, facts, version, recorded: null, acts: [] };
    const shownVersion = { version, recordedAt, canRestore: programme.acts.includes("edit") };
    const page = pageContext(c);
    return renderPage(
      c,
      <RecordPage page={page} programme={then} today={todayInJapan()} shownVersion={shownVersion} />,
    );
  }
  return routes;
}
