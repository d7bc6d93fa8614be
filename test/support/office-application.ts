/** Routes of the office behind an actor who needs no session: what they answer to whom. */
import { Hono } from "hono";
import { type Actor, type RequestEnv, routedPath, splitLanguage } from "../../src/platform/index.ts";

export function officeApplication(routes: Hono<RequestEnv>, actor: Actor): Hono<RequestEnv> {
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(async (c, next) => {
    c.set("actor", actor);
    c.set("requestId", "test");
    c.set("lang", splitLanguage(new URL(c.req.url).pathname).lang);
    await next();
  });
  return application.route("/", routes);
}
