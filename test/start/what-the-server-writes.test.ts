/** The built server on its socket: its log, who reads it, and what it answers before the application sees a request. */
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDataFolder, startApplication, stopApplication } from "../support/served-application.ts";

type Started = Awaited<ReturnType<typeof startApplication>>;

let folder: string;
let app: Started;
let origin: string;
const lines: string[] = [];
beforeAll(async () => {
  folder = emptyDataFolder();
  app = await startApplication(folder, { KAKEHASHI_TRUSTED_PROXY: "127.0.0.1", KAKEHASHI_SAMPLE: "0" });
  origin = /開きました: (\S+)/u.exec(app.output)?.[1] ?? "";
  for (const stream of [app.child.stdout, app.child.stderr])
    stream?.on("data", (data) => lines.push(...String(data).split("\n")));
});
afterAll(async () => {
  await stopApplication(app.child);
  rmSync(folder, { recursive: true, force: true });
});

async function logged(requestId: string): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 100; tries += 1) {
    const line = lines.find((one) => one.includes(requestId));
    if (line !== undefined) return JSON.parse(line);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no line for ${requestId}`);
}

test("each request is one line, with the address that the believed proxy names and without what was asked", async () => {
  const headers = {
    "x-forwarded-for": "198.51.100.7, 203.0.113.9",
    "x-forwarded-proto": "https",
    cookie: "a=kanariya",
  };
  const answer = await fetch(`${origin}/agreements?q=kanariya&token=kanariya`, { headers });
  expect(answer.headers.get("strict-transport-security")).toContain("max-age=");
  const line = await logged(answer.headers.get("x-request-id") ?? "none");
  expect(line).toMatchObject({
    kind: "request",
    path: "/agreements",
    status: 200,
    actor: "public",
    client: "203.0.113.9",
  });
  expect(lines.join("\n")).not.toContain("kanariya");
});

test.each([
  ["a path up and out of the files", "GET /assets/../../package.json HTTP/1.1\r\nHost: localhost", 404],
  ["the same, encoded", "GET /assets/%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1\r\nHost: localhost", 404],
  ["source control", "GET /.git/config HTTP/1.1\r\nHost: localhost", 404],
  ["a folder", "GET /assets/ HTTP/1.1\r\nHost: localhost", 404],
  ["another host's address", "GET http://evil.example/tables HTTP/1.1\r\nHost: localhost", 302],
  ["a host that is none", "GET / HTTP/1.1\r\nHost: a b", 400],
  ["headers beyond measure", `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${"a".repeat(20_000)}`, 431],
  ["TRACE", "TRACE / HTTP/1.1\r\nHost: localhost", 405],
])("%s is asked for in vain", async (_what, head, status) => {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  let answer = "";
  socket.on("data", (data) => (answer += data));
  await once(socket, "close");
  expect(Number(answer.split(" ")[1])).toBe(status);
  expect(answer).not.toMatch(/"name": "kakehashi"|location: \S*evil/iu);
});

test("a body that breaks off is nobody's fault and leaves no fault in the log", async () => {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  const type = "Content-Type: application/x-www-form-urlencoded";
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n${type}\r\nContent-Length: 1000\r\n\r\na=b`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect(lines.filter((line) => line.includes('"kind":"fault"'))).toEqual([]);
});

test("when nobody reads the log any more, the pages go on", async () => {
  app.child.stdout?.destroy();
  for (let request = 0; request < 20; request += 1) expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect(app.child.exitCode).toBeNull();
});
