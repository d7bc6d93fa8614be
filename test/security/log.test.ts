/** The log says who did what and when, and gives away nothing that was typed, sent as a secret, or names a person. */
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { routesOf } from "./routes.ts";
import { agreementForm, agreementTable, ORIGIN, openSite, type Site } from "./site.ts";

let site: Site;
const faults: string[] = [];
beforeAll(async () => {
  site = await openSite();
  vi.spyOn(console, "error").mockImplementation(
    (...words: unknown[]) =>
      void faults.push(words.map((word) => (typeof word === "string" ? word : inspect(word))).join(" ")),
  );
});
afterAll(async () => {
  vi.restoreAllMocks();
  await site.close();
});

const CANARY = "kanariya7f3a9c";
const MAILBOX = `taro.${CANARY}@example.jp`;

async function sendCanariesEverywhere(): Promise<void> {
  const headers = {
    origin: ORIGIN,
    authorization: `Bearer ${CANARY}`,
    "x-api-key": CANARY,
    "user-agent": CANARY,
    referer: `${ORIGIN}/?token=${CANARY}`,
  };
  const cookie = `${site.cookie}; other=${CANARY}`;
  await site.ask(`/operator?token=${CANARY}`, { headers });
  await site.ask(`/agreements?q=${CANARY}&token=${CANARY}&mail=${MAILBOX}`, { headers });
  await site.ask("/imports", { headers: { ...headers, cookie: `kakehashi_operator=${CANARY}` } });
  await site.ask(`/invitations/${CANARY}${"x9".repeat(10)}`, { headers });
  await site.ask(`/accounts/${MAILBOX}`, { headers });
  const typed = agreementForm(CANARY, { background: MAILBOX, reason: CANARY, password: CANARY, totp: CANARY });
  await site.askAsOperator("/agreements/new", {
    method: "POST",
    body: new URLSearchParams(typed),
    headers: { ...headers, cookie },
  });
  await site.send("/agreements/new", typed);
  await site.send("/imports/new", {
    file: new File([agreementTable(CANARY, { headers: ",経緯", cells: `,${MAILBOX}` })], `${CANARY}.csv`),
    layout: "auto",
  });
  await site.ask("/agreements/new", {
    method: "POST",
    body: CANARY,
    headers: { ...headers, origin: "https://evil.example" },
  });
  const answered = new URLSearchParams({
    state: CANARY,
    code: CANARY,
    error: CANARY,
    error_description: MAILBOX,
    token: CANARY,
  });
  for (const { method, path } of routesOf(site.application)) {
    if (method === "GET") await (await site.ask(`${path}?${answered}`, { headers })).body?.cancel();
  }
  await site.ask(`/agreements/A000001?version=${CANARY}`, { method: "DELETE", headers });
}

it("no canary comes out in a line, whatever it was sent as", async () => {
  await sendCanariesEverywhere();
  expect(site.log.length).toBeGreaterThan(10);
  for (const line of [...site.log, ...faults]) {
    expect(line).not.toContain(CANARY);
    expect(line).not.toContain("example.jp");
    expect(line).not.toContain(site.cookie.split("=")[1]);
  }
});

it("nor when the database breaks under what was typed", async () => {
  await site.test.owner.query(`alter table agreement add constraint broken check (title <> '${CANARY}2')`);
  const answer = await site.send("/agreements/new", agreementForm(`${CANARY}2`, { background: MAILBOX }));
  await site.test.owner.query("alter table agreement drop constraint broken");
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("broken");
  const [fault = ""] = faults.filter((line) => line.includes('"kind":"fault"'));
  expect(JSON.parse(fault)).toMatchObject({
    kind: "fault",
    method: "POST",
    path: "/agreements/new",
    requestId: answer.headers.get("x-request-id"),
  });
  expect(fault).not.toContain(CANARY);
});

it("every request has its line: id as in the answer, who, what, how it ended", async () => {
  const before = site.log.length;
  const answer = await site.askAsOperator("/en/imports?done=known");
  expect(site.log).toHaveLength(before + 1);
  const line = JSON.parse(site.log.at(-1)!);
  expect(line).toMatchObject({
    kind: "request",
    method: "GET",
    path: "/imports",
    lang: "en",
    status: 200,
    actor: "local-operator",
    client: "192.0.2.10",
  });
  expect(line.requestId).toBe(answer.headers.get("x-request-id"));
  expect(new Date(line.at).toISOString()).toBe(line.at);
});

it("what is sent cannot end a line and begin another", async () => {
  await site.ask('/a%0d%0a{"kind":"request","actor":"system"}%0a');
  await site.ask('/a"},{"actor":"system"');
  for (const line of site.log.slice(-2)) {
    expect(line).not.toMatch(/[\r\n]/u);
    expect(JSON.parse(line)).toMatchObject({ actor: "public", status: 404 });
  }
});
