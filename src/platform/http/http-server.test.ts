import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { HTTP_LIMITS, type HttpLimits, type HttpServer, openHttpServer } from "./http-server.ts";
import { readForm } from "./read-form.ts";

const application = new Hono()
  .get("/", (c) => c.text("page"))
  .post("/", async (c) => c.text(String([...(await readForm(c))].length)));

let server: HttpServer | undefined;
afterEach(async () => {
  if (server !== undefined && "closeAllConnections" in server) server.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

async function open(limits: Partial<HttpLimits> = {}): Promise<number> {
  server = await openHttpServer(
    { fetch: application.fetch, port: 0, hostname: "127.0.0.1" },
    { checkEveryMs: 50, ...limits },
  );
  return (server.address() as AddressInfo).port;
}

/** Sends the parts with a pause between them. @returns what came back until the other side closed, and after how long. */
function talk(port: number, parts: readonly string[], pauseMs = 0): Promise<Readonly<{ answer: string; ms: number }>> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const waiting = [...parts];
    let answer = "";
    const next = () => {
      const part = waiting.shift();
      if (part === undefined || socket.destroyed) return;
      socket.write(part, () => setTimeout(next, pauseMs));
    };
    socket.on("connect", next);
    socket.on("data", (data) => (answer += data));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve({ answer, ms: performance.now() - startedAt }));
  });
}

const statusOf = (answer: string) => Number(answer.split(" ")[1] ?? 0);
const head = (more = "") => `Host: localhost\r\nConnection: close\r\n${more}\r\n`;

describe("a sender who takes too long", () => {
  it("over the headers is cut off", async () => {
    const port = await open({ headersTimeoutMs: 200 });
    const { answer, ms } = await talk(
      port,
      ["GET / HTTP/1.1\r\n", ...Array.from({ length: 200 }, (_, n) => `X-${n}: a\r\n`)],
      50,
    );
    expect(statusOf(answer)).toBe(408);
    expect(ms).toBeLessThan(3_000);
  });

  it("over the body is cut off", async () => {
    const port = await open({ headersTimeoutMs: 200, requestTimeoutMs: 400 });
    const start = `POST / HTTP/1.1\r\n${head("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n")}`;
    const { ms } = await talk(port, [start, ...Array.from({ length: 200 }, () => "a")], 50);
    expect(ms).toBeLessThan(3_000);
  });

  it("to ask again gives the connection back", async () => {
    const port = await open({ keepAliveTimeoutMs: 100 });
    const { answer, ms } = await talk(port, ["GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"]);
    expect(statusOf(answer)).toBe(200);
    expect(ms).toBeLessThan(3_000);
  });
});

describe("too much at once", () => {
  it("of headers is refused", async () => {
    const { answer } = await talk(await open(), [
      `GET / HTTP/1.1\r\n${head(`X-Long: ${"a".repeat(HTTP_LIMITS.maxHeaderBytes)}\r\n`)}`,
    ]);
    expect(statusOf(answer)).toBe(431);
  });

  it("of connections is refused, and those that were there are answered", async () => {
    const port = await open({ maxConnections: 2 });
    const held = [connect(port, "127.0.0.1"), connect(port, "127.0.0.1")];
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.on("connect", resolve))));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await talk(port, [`GET / HTTP/1.1\r\n${head()}`])).answer).toBe("");
    const answered = new Promise((resolve) => held[0]!.once("data", (data) => resolve(String(data).split("\r\n")[0])));
    held[0]!.write(`GET / HTTP/1.1\r\n${head()}`);
    expect(await answered).toBe("HTTP/1.1 200 OK");
    for (const socket of held) socket.destroy();
  });
});

describe("a request that two readers could read differently", () => {
  it.each([
    ["with two lengths", `POST / HTTP/1.1\r\n${head("Content-Length: 3\r\nContent-Length: 4\r\n")}a=b`],
    [
      "with a length and pieces",
      `POST / HTTP/1.1\r\n${head("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")}0\r\n\r\n`,
    ],
    ["with a length that is none", `POST / HTTP/1.1\r\n${head("Content-Length: 3, 3\r\n")}a=b`],
    ["with a space before the colon", `GET / HTTP/1.1\r\nHost : localhost\r\nConnection: close\r\n\r\n`],
    ["with a folded header", `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\nConnection: close\r\n\r\n`],
    ["without a host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
    ["of no known method", `FOO / HTTP/1.1\r\n${head()}`],
  ])("is refused: %s", async (_what, text) => {
    const { answer } = await talk(await open(), [text]);
    expect(statusOf(answer)).toBe(400);
    expect(answer).not.toMatch(/page|at .*\.(?:ts|js)/u);
  });

  it("TRACE gives nothing back of what was sent", async () => {
    const { answer } = await talk(await open(), [`TRACE / HTTP/1.1\r\n${head("X-Secret: kanariya\r\n")}`]);
    expect(answer).not.toContain("kanariya");
  });
});

it("two servers on one port are an error of the second", async () => {
  const port = await open();
  const second = openHttpServer({ fetch: application.fetch, port, hostname: "127.0.0.1" });
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
});
