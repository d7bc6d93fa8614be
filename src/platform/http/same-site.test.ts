import { Hono } from "hono";
import { expect, it } from "vitest";
import { refuseOtherSites } from "./same-site.ts";

const application = new Hono().use(refuseOtherSites()).all("/", (c) => c.text("done"));

async function sent(headers: Record<string, string>, method = "POST"): Promise<number> {
  const body = method === "POST" ? "a=b" : undefined;
  return (await application.request("http://k.example.jp:3000/", { method, headers, ...(body ? { body } : {}) }))
    .status;
}

it.each([
  ["from a page of ours", { "sec-fetch-site": "same-origin", origin: "http://k.example.jp:3000" }],
  [
    "from a page of ours behind a proxy that speaks https",
    { "sec-fetch-site": "same-origin", origin: "https://k.example.jp" },
  ],
  ["from an old browser on a page of ours", { origin: "http://k.example.jp:3000" }],
  ["over https at the proxy", { host: "k.example.jp", origin: "https://k.example.jp" }],
])("takes a form %s", async (_where, headers) => {
  expect(await sent(headers)).toBe(200);
});

it.each([
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  ["another host of the office", { "sec-fetch-site": "same-site", origin: "http://other.example.jp" }],
  ["another site that names our origin", { "sec-fetch-site": "cross-site", origin: "http://k.example.jp:3000" }],
  ["an address typed by hand", { "sec-fetch-site": "none" }],
  ["a made-up kind of site", { "sec-fetch-site": "same-origin, cross-site" }],
  ["another site in an old browser", { origin: "https://evil.example" }],
  ["another port of the same machine", { origin: "http://k.example.jp:3001" }],
  ["a sandboxed frame", { origin: "null" }],
  ["a file", { origin: "file://k.example.jp:3000" }],
  ["nowhere", {}],
])("refuses what comes from %s, whatever the body is", async (_where, headers) => {
  expect(await sent(headers)).toBe(403);
  expect(await sent({ ...headers, "content-type": "application/json" })).toBe(403);
  expect(await sent(headers, "DELETE")).toBe(403);
});

it("lets anybody read", async () => {
  expect(await sent({ "sec-fetch-site": "cross-site" }, "GET")).toBe(200);
});
