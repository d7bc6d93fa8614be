import { Hono } from "hono";
import { expect, it } from "vitest";
import { faultLine } from "./fault-log.ts";
import { identifyRequest, type RequestEnv } from "./request-context.ts";

async function lineOf(error: Error): Promise<Record<string, string>> {
  const lines: string[] = [];
  const application = new Hono<RequestEnv>();
  application.use(identifyRequest());
  application.post("/agreements/*", () => {
    throw error;
  });
  application.onError((thrown, c) => {
    lines.push(faultLine(thrown, c));
    return c.text("sorry", 500);
  });
  await application.request("/agreements/taro@example.jp?token=canary", { method: "POST" });
  expect(lines[0]).not.toContain("\n");
  return JSON.parse(lines[0]!);
}

it("says what broke, where in the code, and why underneath", async () => {
  const line = await lineOf(new Error("the file was not stored", { cause: new Error("no space") }));
  expect(line).toMatchObject({ kind: "fault", method: "POST", path: "/agreements/…" });
  expect(line.requestId).toMatch(/^[0-9a-f]{10}$/u);
  expect(line.error).toMatch(/^Error: the file was not stored\n\s+at .*fault-log\.test\.ts/u);
  expect(line.error).toContain("caused by Error: no space");
});

it("keeps what was typed out of the log when PostgreSQL repeats it", async () => {
  const error = Object.assign(new Error('invalid input syntax for type integer: "秘密の値"'), { code: "22P02" });
  const line = await lineOf(error);
  expect(line.error).toContain('Error 22P02: invalid input syntax for type integer: "…"');
  expect(JSON.stringify(line)).not.toContain("秘密");
});

it("keeps mailboxes out of the log, in causes too", async () => {
  const line = await lineOf(new Error("sending failed", { cause: new Error("550 <taro.yamada@example.jp> refused") }));
  expect(JSON.stringify(line)).not.toContain("taro");
  expect(line.error).toContain("550 <…> refused");
});
