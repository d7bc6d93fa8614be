import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { expect, it } from "vitest";
import { processorMs } from "../../../test/support/processor-time.ts";
import { readForm } from "./read-form.ts";

const application = new Hono();
application.post("/", async (c) => c.text(String((await readForm(c)).get("name"))));
application.onError((error, c) => c.text("refused", error instanceof HTTPException ? error.status : 500));

const send = (body: BodyInit | null, type?: string) =>
  application.request("/", {
    method: "POST",
    body,
    ...(type === undefined ? {} : { headers: { "content-type": type } }),
  });

it("reads what a form sends", async () => {
  expect(await (await send(new URLSearchParams({ name: "大連市" }))).text()).toBe("大連市");
});

it("drops the character that no text holds", async () => {
  expect(await (await send(new URLSearchParams({ name: "大\0連市" }))).text()).toBe("大連市");
});

it("keeps a file as it was sent", async () => {
  const form = new FormData();
  form.append("name", new File([new Uint8Array([0, 1, 0])], "表.csv"));
  const files = new Hono().post("/", async (c) => {
    const file = (await readForm(c)).get("name");
    return c.json(file instanceof File ? [file.name, [...(await file.bytes())]] : []);
  });
  expect(await (await files.request("/", { method: "POST", body: form })).json()).toEqual(["表.csv", [0, 1, 0]]);
});

it.each([
  ["{", "application/json"],
  ["--x\r\nbroken", "multipart/form-data; boundary=x"],
  ["name=1", "multipart/form-data"],
  [null, undefined],
])("refuses a body that is no form, which is the sender's mistake and no fault of ours: %s %s", async (body, type) => {
  expect((await send(body, type)).status).toBe(400);
});

it.each([
  ["fields", "a&".repeat(500_000), "application/x-www-form-urlencoded"],
  [
    "parts",
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(20_000),
    "multipart/form-data; boundary=x",
  ],
])("refuses a body of nothing but %s before it costs time", async (_what, body, type) => {
  const spent = processorMs(async () => expect((await send(body, type)).status).toBe(413));
  expect(await spent).toBeLessThan(1_000);
});

it("does not count what looks like a separator inside a file", async () => {
  const form = new FormData();
  form.append("name", new File(["&--x".repeat(50_000)], "a.txt"));
  expect(
    (
      await new Hono()
        .post("/", async (c) => c.json((await readForm(c)).has("name")))
        .request("/", { method: "POST", body: form })
    ).status,
  ).toBe(200);
});
