/** Cross-site requests: whatever another site makes a browser send changes nothing, on any route. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Route, routesOf } from "./routes.ts";
import { agreementForm, agreementTable, ORIGIN, openSite, recordByForm, type Site, uploadByForm } from "./site.ts";

let site: Site;
let changing: readonly Route[];
beforeAll(async () => {
  site = await openSite();
  changing = routesOf(site.application).filter(({ method }) => !["GET", "HEAD"].includes(method));
  await recordByForm(site, agreementForm("消してはならない協定"));
  await uploadByForm(site, "kyotei.csv", agreementTable("他所からの要求"));
});
afterAll(() => site.close());

const ANY_TYPE = ["application/x-www-form-urlencoded", "text/plain", "application/json"];

const FOREIGN: readonly (readonly [string, Record<string, string>])[] = [
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  ["another host of the same office", { "sec-fetch-site": "same-site", origin: "http://other.localhost" }],
  ["another site, seen by an old browser", { origin: "https://evil.example" }],
  ["a frame without an origin", { origin: "null" }],
  ["a program that says nothing", {}],
];

async function rowsOfEverything(): Promise<string> {
  const { rows } = await site.test.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_event' order by 1",
  );
  const counted = rows.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as md5 from "${name}" t`,
  );
  const { rows: sums } = await site.test.owner.query(counted.join(" union all "));
  return JSON.stringify(sums);
}

describe("a request that changes something", () => {
  it("exists for every page that has a form", () => {
    const paths = changing.map(({ path }) => path);
    expect(paths).toContain("/agreements/new");
    expect(paths).toContain("/imports/new");
    expect(paths).toContain("/operator/leave");
    expect(paths.length).toBeGreaterThan(14);
  });

  it.each(FOREIGN)(
    "is refused on every route when it comes from %s, and nothing has changed",
    async (_who, headers) => {
      const types = headers["sec-fetch-site"] === "cross-site" ? ANY_TYPE : ANY_TYPE.slice(0, 1);
      const before = await rowsOfEverything();
      for (const { method, path } of changing) {
        for (const type of types) {
          const sent = {
            method: method === "ALL" ? "POST" : method,
            body: "act=save",
            headers: { ...headers, "content-type": type },
          };
          const { status } = await site.askAsOperator(path, sent);
          expect([403, 405], `${method} ${path} ${type} from ${JSON.stringify(headers)}`).toContain(status);
        }
      }
      expect(await rowsOfEverything()).toBe(before);
    },
  );

  it("is heard when it comes from a page of ours", async () => {
    const headers = { "sec-fetch-site": "same-origin", origin: ORIGIN };
    const answer = await site.askAsOperator("/agreements/new", {
      method: "POST",
      body: new URLSearchParams(agreementForm("自分のページから")),
      headers,
    });
    expect(answer.status).toBe(303);
  });
});

describe("reading", () => {
  it("changes nothing on any page, whoever asks", async () => {
    const before = await rowsOfEverything();
    const pages = routesOf(site.application).filter(({ method, path }) => method === "GET" && path !== "/healthz");
    expect(pages.length).toBeGreaterThan(30);
    for (const { path } of pages) {
      expect((await site.askAsOperator(path)).status, path).toBeLessThan(500);
      expect((await site.askAsOperator(`/en${path}`, { method: "HEAD" })).status, path).toBeLessThan(500);
    }
    expect(await rowsOfEverything()).toBe(before);
  });

  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])(
    "and sending forms is all there is: %s is refused",
    async (method) => {
      for (const path of ["/", "/agreements", "/agreements/A000001", "/assets/kit-0123abcd.css"]) {
        const answer = await site.askAsOperator(path, { method, headers: { "sec-fetch-site": "same-origin" } });
        expect(answer.status).toBe(405);
        expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
      }
    },
  );
});
