import fc from "fast-check";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { identifyRequest, type RequestEnv, routedPath } from "./request-context.ts";
import { logRequests, maskedPath } from "./request-log.ts";

async function linesOf(path: string, init: RequestInit = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const application = new Hono<RequestEnv>({ getPath: routedPath });
  application.use(
    identifyRequest(),
    logRequests((line) => lines.push(line)),
  );
  application.use(async (c, next) => {
    c.set("actor", { kind: "operator", name: "local-operator" });
    await next();
  });
  application.all("/agreements/new", (c) => c.text("done", 422));
  await application.request(path, init);
  return lines;
}

it("is one line of JSON for each request: when, which, what, how it ended, how long, who, from where", async () => {
  const [line, ...more] = await linesOf("/en/agreements/new?q=秘密&token=canary", { method: "POST", body: "a=canary" });
  expect(more).toEqual([]);
  expect(JSON.parse(line!)).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u),
    kind: "request",
    requestId: expect.stringMatching(/^[0-9a-f]{10}$/u),
    method: "POST",
    path: "/agreements/new",
    lang: "en",
    status: 422,
    ms: expect.any(Number),
    actor: "local-operator",
    client: "unknown",
  });
});

it.each([
  ["/agreements/A000001/edit", "/agreements/A000001/edit"],
  ["/tables/by-field.csv", "/tables/by-field.csv"],
  ["/assets/styles-B1gUnreadableHash01.css", "/assets/styles-B1gUnreadableHash01.css"],
  ["/invitations/k3jX0aQm9sLwT5vUe2RyB7cD", "/invitations/…"],
  ["/accounts/taro.yamada@example.jp/disable", "/accounts/…/disable"],
  ["/accounts/taro.yamada%40example.jp", "/accounts/…"],
])("keeps the words of an address and masks what may be a secret or a person: %s", (path, shown) => {
  expect(maskedPath(path)).toBe(shown);
});

it("is one line whatever address is asked for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.webPath(), fc.string(), async (path, query) => {
      const lines = await linesOf(`/${path.replace(/^\/+/u, "")}?${encodeURIComponent(query)}`);
      expect(lines).toHaveLength(1);
      expect(lines[0]).not.toMatch(/[\r\n]/u);
    }),
  );
});
