/** What every answer tells the browser: where things may come from, what may be kept, which cookies scripts may see. */
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteOperator } from "../../src/platform/index.ts";
import { routesOf } from "./routes.ts";
import { agreementForm, ORIGIN, openSite, recordByForm, type Site } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const own = { origin: ORIGIN };
const ANSWERS: readonly (readonly [string, number, () => Promise<Response>])[] = [
  ["a page", 200, () => site.ask("/agreements")],
  ["a page in English", 200, () => site.ask("/en/agreements/A000001")],
  ["a page of an operator", 200, () => site.askAsOperator("/imports")],
  ["CSV", 200, () => site.ask("/agreements.csv")],
  ["JSON", 200, () => site.ask("/agreements/A000001.json")],
  ["a workbook", 200, () => site.ask("/tables/by-field.xlsx")],
  ["a style sheet", 200, () => site.ask("/assets/kit-0123abcd.css")],
  ["the icon", 200, () => site.ask("/favicon.svg")],
  ["the state of the server", 200, () => site.ask("/healthz")],
  ["a redirect", 302, () => site.ask("/tables")],
  [
    "a form that is no form",
    400,
    () =>
      site.askAsOperator("/agreements/new", {
        method: "POST",
        body: "{",
        headers: { ...own, "content-type": "application/json" },
      }),
  ],
  ["a refusal", 403, () => site.ask("/imports")],
  ["a refusal of another site", 403, () => site.ask("/agreements/new", { method: "POST", body: "a=b" })],
  ["a missing page", 404, () => site.ask("/nowhere")],
  ["a missing record", 404, () => site.ask("/agreements/A999999.json")],
  ["a missing style sheet", 404, () => site.ask("/assets/none.css")],
  ["a method we do not use", 405, () => site.ask("/", { method: "PUT" })],
  [
    "too large a body",
    413,
    () => site.askAsOperator("/agreements/new", { method: "POST", body: "a".repeat(3_000_000), headers: own }),
  ],
  ["a form with mistakes", 422, () => site.send("/agreements/new", { title: "", act: "save" })],
];

describe("every kind of answer", () => {
  it.each(ANSWERS)("carries the same protection: %s (%i)", async (_what, status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe-|https?:|\*/u);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-request-id": expect.stringMatching(/^[0-9a-f]{10}$/u),
    });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("server")).toBeNull();
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("strict-transport-security")).toBeNull();
  });

  it.each(ANSWERS)("says what it is, with the encoding of its text: %s (%i)", async (_what, status, ask) => {
    const answer = await ask();
    const type = answer.headers.get("content-type") ?? "";
    if (status === 302) return expect(await answer.text()).toBe("");
    if (/^text\/|json/u.test(type)) expect(type).toMatch(/json$|charset=utf-8/iu);
    else expect(type).toMatch(/^(?:application\/vnd\.openxmlformats|image\/svg\+xml)/u);
  });

  it("is the same on a fault, and shows a number instead of what broke", async () => {
    await site.test.owner.query("alter table agreement rename to agreement_gone");
    try {
      const answer = await site.ask("/agreements/A000001");
      expect(answer.status).toBe(500);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      const html = await answer.text();
      expect(html).toContain(answer.headers.get("x-request-id"));
      expect(html).not.toMatch(/agreement_gone|select |relation|\.tsx?[:)]|node_modules|at [A-Za-z]+ \(/u);
    } finally {
      await site.test.owner.query("alter table agreement_gone rename to agreement");
    }
  });
});

describe("over https, as a believed proxy says", () => {
  it.each(["/", "/nowhere", "/agreements.csv", "/favicon.svg"])(
    "a browser is told to stay there, for two years and with all subdomains: %s",
    async (path) => {
      const answer = await site.askOverHttps(path);
      expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
    },
  );

  it("whoever says so without being the proxy is not believed", async () => {
    const answer = await site.ask("/", { headers: { "x-forwarded-proto": "https", forwarded: "proto=https" } });
    expect(answer.headers.get("strict-transport-security")).toBeNull();
  });
});

describe("the cookie of a session", () => {
  async function cookieOf(ask: Site["ask"]): Promise<string> {
    const entered = await ask(`/operator?token=${await inviteOperator(site.test.database)}`);
    return entered.headers.getSetCookie()[0] ?? "";
  }

  it("is for no script, for no other site's forms, and on this host only", async () => {
    const cookie = await cookieOf(site.ask);
    expect(cookie).toMatch(/^kakehashi_operator=[\w-]{43}; /u);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).toContain("Path=/");
    expect(cookie).not.toContain("Domain=");
    expect(cookie).not.toContain("Secure");
  });

  it("over https travels over https only, under a name that no other host can set", async () => {
    const cookie = await cookieOf(site.askOverHttps);
    expect(cookie).toMatch(/^__Host-kakehashi_operator=/u);
    expect(cookie).toContain("Secure");
    const [pair = ""] = cookie.split(";");
    expect((await site.askOverHttps("/imports", { headers: { cookie: pair } })).status).toBe(200);
    const renamed = pair.replace("__Host-", "");
    expect((await site.askOverHttps("/imports", { headers: { cookie: renamed } })).status).toBe(403);
  });

  it("ends with the session: an older copy opens nothing, and the browser forgets what it kept", async () => {
    const [pair = ""] = (await cookieOf(site.ask)).split(";");
    expect((await site.ask("/imports", { headers: { cookie: pair } })).status).toBe(200);
    const left = await site.ask("/operator/leave", { method: "POST", headers: { ...own, cookie: pair } });
    expect(left.headers.get("clear-site-data")).toBe('"cache"');
    expect(left.headers.getSetCookie()[0]).toContain("Max-Age=0");
    expect((await site.ask("/imports", { headers: { cookie: pair } })).status).toBe(403);
  });

  it("of an account is like that of the start's link, and the browser forgets what it kept on signing out", async () => {
    const fields = new URLSearchParams({ account: "judge" });
    const entered = await site.ask("/sign-in/sample", { method: "POST", body: fields, headers: own });
    const lines = entered.headers.getSetCookie();
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(/^(?=.*; HttpOnly)(?=.*; SameSite=Lax)(?=.*; Path=\/)(?!.*Domain=)/u);
    const cookie = lines.map((line) => line.split(";")[0]).join("; ");
    const left = await site.ask("/sign-out", { method: "POST", headers: { ...own, cookie } });
    expect(left.headers.get("clear-site-data")).toBe('"cache"');
    expect((await site.ask("/account", { headers: { cookie } })).status).toBe(403);
  });

  it("is stored as a hash, so that a copy of the database opens nothing", async () => {
    const secret = site.cookie.split("=")[1]!;
    const { rows } = await site.test.owner.query(
      "select t::text as row from platform_session t union all select t::text from platform_invitation t",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("of nonsense, of another's length or of many megabytes is nobody's", async () => {
    for (const value of [
      "",
      "x",
      "'; drop table agreement; --",
      "%00",
      "é",
      "a".repeat(8_000),
      site.cookie.split("=")[1]!.slice(0, -1),
    ]) {
      const answer = await site.ask("/imports", {
        headers: { cookie: `kakehashi_operator=${encodeURIComponent(value)}` },
      });
      expect(answer.status, value.slice(0, 20)).toBe(403);
    }
  });
});

describe("what is kept", () => {
  it("of a member's pages is nothing, on every page", async () => {
    const pages = routesOf(site.application).filter(({ method, path }) => method === "GET" && path !== "/healthz");
    for (const { path } of pages) {
      for (const answer of [await site.askAsOperator(path), await site.askAs("municipal-editor", path)]) {
        expect(answer.headers.get("cache-control"), path).toMatch(/no-store/u);
        await answer.body?.cancel();
      }
    }
  });

  it("of the public's pages is asked for again, and not shared with a member's", async () => {
    const { headers } = await site.ask("/agreements");
    expect(headers.get("cache-control")).toBe("private, no-cache");
    expect(headers.get("vary")).toContain("Cookie");
  });

  it("of files with hashed names is the file itself; of the link to edit nothing", async () => {
    expect((await site.ask("/assets/kit-0123abcd.css")).headers.get("cache-control")).toContain("immutable");
    expect((await site.ask("/operator?token=x")).headers.get("cache-control")).toContain("no-store");
  });
});

describe("a page", () => {
  it("of a record full of markup runs none of it", async () => {
    const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"'><svg/onload=alert(1)>`;
    const form = agreementForm(`協定${evil}`, {
      background: evil,
      activities: "javascript:alert(1)",
      reason: evil,
      "sources.0.title": evil,
      "japan.0.name": `青森県青森市${evil}`,
    });
    const id = await recordByForm(site, {
      ...form,
      "japan.0.code": "none",
      urls: 'https://example.jp/"><script>alert(1)</script>',
    });
    for (const path of [
      `/agreements/${id}`,
      `/agreements/${id}/edit`,
      `/agreements/${id}/history`,
      `/agreements?q=${encodeURIComponent(evil)}`,
      `/agreements/${id}/merge?q=${encodeURIComponent(evil)}`,
    ]) {
      const html = await (await site.askAsOperator(path)).text();
      expect(html.includes("協定&lt;script&gt;") || html.includes("&lt;script&gt;alert"), path).toBe(true);
      expect(runnable(html), path).toEqual([]);
    }
    expect((await (await site.ask(`/agreements/${id}.json`)).json()).title).toContain("<script>");
  });
});

/** What a browser would run or load: scripts, handlers, addresses that are code, frames, pictures from elsewhere. */
function runnable(html: string): readonly string[] {
  const found: string[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("attrs" in node) {
      const { tagName, attrs } = node;
      const src = attrs.find(({ name }) => name === "src")?.value;
      if (tagName === "script" && !src?.startsWith("/assets/")) found.push("script");
      if (["iframe", "object", "embed", "img", "base"].includes(tagName)) found.push(tagName);
      for (const { name, value } of attrs) {
        if (name.startsWith("on") || name === "style") found.push(`${tagName} ${name}`);
        if (["href", "src", "action", "formaction"].includes(name) && !/^(?:[/#?]|https?:)/u.test(value))
          found.push(value);
      }
    }
    if ("childNodes" in node) for (const child of node.childNodes) look(child);
  };
  look(parse(html));
  return found;
}
