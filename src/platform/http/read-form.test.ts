import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { expect, it } from "vitest";
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

it.each([
  ["{", "application/json"],
  ["--x\r\nbroken", "multipart/form-data; boundary=x"],
  ["name=1", "multipart/form-data"],
  [null, undefined],
])("refuses a body that is no form, which is the sender's mistake and no fault of ours: %s %s", async (body, type) => {
  expect((await send(body, type)).status).toBe(400);
});
