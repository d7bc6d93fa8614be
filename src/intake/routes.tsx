/** Pages of imports, for operators only, at addresses without language: `/en/…` is routed here too. */
import { Hono, type MiddlewareHandler } from "hono";
import type { RequestEnv } from "../platform/index.ts";
import { ForbiddenPage, renderPage } from "../ui/index.ts";
import { documentRoutes } from "./pages/document-routes.tsx";
import { draftRoutes } from "./pages/draft-routes.tsx";
import { pageContext } from "./pages/page-context.ts";
import type { RouteParts } from "./pages/refuse.tsx";

export function intakeRoutes(parts: RouteParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  routes.use("/imports", operatorsOnly);
  routes.use("/imports/*", operatorsOnly);
  routes.route("/", documentRoutes(parts));
  routes.route("/", draftRoutes(parts));
  return routes;
}

const operatorsOnly: MiddlewareHandler<RequestEnv> = async (c, next) => {
  if (c.get("actor").kind === "operator") return next();
  const { lang, path, office } = pageContext(c);
  return renderPage(c, <ForbiddenPage lang={lang} path={path} office={office} />, 403);
};
