/** Open redirects: whatever an address, a form or a header names, the answer leads to a page of ours. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { formsOf, type Route, routesOf } from "./routes.ts";
import { ORIGIN, openSite, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const ELSEWHERE = [
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "\\\\evil.example/",
  "/\t/evil.example/",
  "/%09/evil.example",
  "/%2f%2fevil.example",
  "%2f%2fevil.example",
  "/%5cevil.example",
  "///evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/sign-in\r\nLocation: https://evil.example",
  "/sign-in%0d%0aSet-Cookie:%20a=b",
  "@evil.example",
  "/@evil.example/..//evil.example",
  "http://localhost@evil.example/",
  "http://localhost.evil.example/",
  "／／evil.example",
];
const NAMES = [
  "next",
  "return",
  "returnTo",
  "return_to",
  "redirect",
  "redirect_uri",
  "redirectTo",
  "url",
  "continue",
  "callbackURL",
  "back",
  "from",
];

function staysHere(answer: Response): boolean {
  const location = answer.headers.get("location");
  if (location === null) return true;
  if (/[\r\n\t\\]/u.test(location)) return false;
  return new URL(location, `${ORIGIN}/a/b`).origin === ORIGIN && !answer.headers.has("set-cookie-evil");
}

/** Where addresses to go on to are read; the other pages are asked for one of the addresses each. */
const GOES_ON = /sign|account|operator|invitation|password|passkey/u;

function wanted(routes: readonly Route[]): readonly (readonly [string, URLSearchParams])[] {
  return routes.flatMap(({ path }, at) => {
    const asked = GOES_ON.test(path) ? ELSEWHERE : [ELSEWHERE[at % ELSEWHERE.length] ?? ""];
    return asked.map((elsewhere) => [path, new URLSearchParams(NAMES.map((name) => [name, elsewhere]))] as const);
  });
}

it("no page leads to another host named in its address", async () => {
  const pages = routesOf(site.application).filter(({ method, path }) => method === "GET" && !/\.\w+$/u.test(path));
  const headers = { referer: "https://evil.example/", "x-forwarded-host": "evil.example" };
  for (const [path, query] of wanted(pages)) {
    for (const ask of [site.ask, site.askAsOperator]) {
      const answer = await ask(`${path}?${query}`, { headers });
      expect(staysHere(answer), `${path}?${query}: ${answer.headers.get("location")}`).toBe(true);
      await answer.body?.cancel();
    }
  }
});

it("no form leads to another host named in a field or in the Referer", async () => {
  const headers = {
    ...{ origin: ORIGIN, referer: "https://evil.example/" },
    ...{ "x-forwarded-host": "evil.example", "x-original-url": "//evil.example" },
  };
  for (const [path, fields] of wanted(formsOf(site.application))) {
    const answer = await site.askAsOperator(`${path}?${fields}`, { method: "POST", body: fields, headers });
    expect(staysHere(answer), `${path}: ${answer.headers.get("location")}`).toBe(true);
  }
  expect((await site.askAsOperator("/imports")).status).toBe(200);
});

it.each(ELSEWHERE)(
  "signing in, working for another body and signing out lead here, asked for %s",
  async (elsewhere) => {
    const named = Object.fromEntries(NAMES.map((name) => [name, elsewhere]));
    const send = (path: string, fields: Record<string, string>, cookie = "") =>
      site.ask(path, {
        method: "POST",
        body: new URLSearchParams({ ...named, ...fields }),
        headers: { origin: ORIGIN, cookie },
      });
    const entered = await send("/sign-in/sample", { account: "secondee" });
    expect(entered.status).toBe(303);
    expect(staysHere(entered), entered.headers.get("location") ?? "").toBe(true);
    const cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    for (const path of ["/account/body", "/sign-out"]) {
      const answer = await send(path, {}, cookie);
      expect(staysHere(answer), answer.headers.get("location") ?? "").toBe(true);
    }
  },
);

it("signing in leads to the page one wanted", async () => {
  const fields = new URLSearchParams({ account: "municipal-editor", next: "/agreements?q=%E5%A4%A7%E9%80%A3" });
  const entered = await site.ask("/sign-in/sample", { method: "POST", body: fields, headers: { origin: ORIGIN } });
  expect(entered.headers.get("location")).toBe("/agreements?q=%E5%A4%A7%E9%80%A3");
});

it("no path is taken for the address of another host, in either language", async () => {
  const part = fc.constantFrom(
    "/",
    "//",
    "\\",
    "evil.example",
    "en",
    "%2f",
    "%5c",
    "..",
    ".",
    "agreements",
    "A000001",
    "tables",
    "?",
    "#",
    "@",
    ":",
    "%0d%0a",
    "http:",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const answer = await site.ask(`/${parts.join("")}`);
      expect(staysHere(answer)).toBe(true);
      const html = await answer.text();
      expect(html).not.toMatch(/href="(?:\/\/|\/\\|https?:\/\/evil)/u);
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});

it("another host in the Host header is in no link and no redirect", async () => {
  for (const path of ["/", "/tables", "/agreements/A000001", "/agreements/A000001.json", "/imports"]) {
    const answer = await site.askAsOperator(path, {
      headers: { host: "evil.example", "x-forwarded-host": "evil.example" },
    });
    expect(answer.headers.get("location") ?? "").not.toContain("evil");
    expect(await answer.text()).not.toContain("evil.example");
  }
});
