/** Pages that write are for whoever may edit; everybody else reads that they may not, with a way on. */
import type { MiddlewareHandler } from "hono";
import type { RequestEnv } from "../../platform/index.ts";
import { ForbiddenPage, renderPage } from "../../ui/index.ts";
import { isOperator, pageContext } from "./page-context.ts";

export const operatorsOnly: MiddlewareHandler<RequestEnv> = async (c, next) => {
  if (isOperator(c.get("actor"))) return next();
  return renderPage(c, <ForbiddenPage {...pageContext(c)} />, 403);
};
