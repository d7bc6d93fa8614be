/** The review of reports of programmes as a browser without JavaScript uses it. */
import { Hono } from "hono";
import { expect } from "vitest";
import { intakeRoutes } from "../../src/intake/routes.tsx";
import { type Actor, identifyRequest, type RequestEnv, routedPath } from "../../src/platform/index.ts";
import { programmeDrafts } from "../../src/programmes/index.ts";
import type { TestDatabase } from "./database.ts";

export type Page = Readonly<{ status: number; html: string; location: string }>;
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;
export type ReviewSite = Readonly<{
  get: (path: string, actor: Actor) => Promise<Page>;
  post: (path: string, fields: Fields, actor: Actor) => Promise<Page>;
  /** Address of the document. The same lines twice are two documents. */
  upload: (lines: readonly string[], actor: Actor) => Promise<string>;
}>;

export function reviewSite({ database }: Pick<TestDatabase, "database">): ReviewSite {
  let serial = 0;
  const siteFor = (actor: Actor) => {
    const site = new Hono<RequestEnv>({ getPath: routedPath });
    site.use(identifyRequest(), async (c, next) => {
      c.set("actor", actor);
      await next();
    });
    site.route("/", intakeRoutes({ database, contributed: [programmeDrafts] }));
    return site;
  };
  const post = async (path: string, fields: Fields, actor: Actor) =>
    pageOf(await siteFor(actor).request(path, { method: "POST", body: bodyOf(fields) }));
  return {
    get: async (path, actor) => pageOf(await siteFor(actor).request(path)),
    post,
    upload: async (lines, actor) => {
      serial += 1;
      const file = new File([[...lines, "", `（写し${serial}）`].join("\n")], `report-${serial}.txt`);
      const { location } = await post("/imports/new", { file, layout: "auto" }, actor);
      expect(location).toContain("?done=imported");
      return location.split("?")[0] ?? "";
    },
  };
}

function bodyOf(fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === "string" || value instanceof File ? [value] : value) body.append(name, one);
  }
  return body;
}

async function pageOf(response: Response): Promise<Page> {
  return {
    status: response.status,
    html: plain(await response.text()),
    location: response.headers.get("location") ?? "",
  };
}

function plain(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** What each form with that end of its address sends unseen. */
export function formsIn(html: string, act: string): readonly Readonly<Record<string, string>>[] {
  return [...html.matchAll(/<form [^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/gu)].flatMap(([, action, inner]) =>
    action?.endsWith(act)
      ? [
          Object.fromEntries(
            [...(inner ?? "").matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/gu)].map(
              ([, name, value]) => [name ?? "", value ?? ""],
            ),
          ),
        ]
      : [],
  );
}
