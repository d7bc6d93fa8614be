/** `/robots.txt`, `/sitemap.xml` and its files: what is published, to everybody alike, written as it is read. */
import { Hono } from "hono";
import { textStream } from "../../documents/writers/text-stream.ts";
import { type Database, PUBLIC, type RecordAddresses, type RequestEnv } from "../../platform/index.ts";
import { programmeAddresses } from "../../programmes/index.ts";
import { agreementAddresses } from "../../registry/index.ts";
import { filesUpTo, rangeOf, robotsText, sitemapFile, sitemapIndex } from "./sitemap.ts";

const KINDS: readonly RecordAddresses[] = [agreementAddresses, programmeAddresses];
const XML = "application/xml; charset=utf-8";

export function sitemapRoutes({ database }: Readonly<{ database: Database }>): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  const originOf = (url: string) => new URL(url).origin;

  routes.get("/robots.txt", (c) => c.text(robotsText(originOf(c.req.url))));

  routes.get("/sitemap.xml", async (c) => {
    const files = await database.read(PUBLIC, async (tx) => {
      const found = [];
      for (const kind of KINDS) found.push(...filesUpTo(kind.name, await kind.lastNumber(tx)));
      return found;
    });
    c.header("Content-Type", XML);
    return c.body(sitemapIndex(originOf(c.req.url), files));
  });

  routes.get("/:file{sitemap-[a-z]+-[1-9][0-9]{0,3}\\.xml}", async (c) => {
    const [, name, number] = /^sitemap-([a-z]+)-(\d+)\.xml$/u.exec(c.req.param("file")) ?? [];
    const kind = KINDS.find((one) => one.name === name);
    if (kind === undefined) return c.notFound();
    const range = rangeOf(Number(number));
    if (range.first > (await database.read(PUBLIC, (tx) => kind.lastNumber(tx)))) return c.notFound();
    const records = database.stream(PUBLIC, (tx) => kind.between(tx, range));
    c.header("Content-Type", XML);
    return c.body(textStream(sitemapFile(originOf(c.req.url), records)));
  });
  return routes;
}
