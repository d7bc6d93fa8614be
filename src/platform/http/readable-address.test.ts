import { Hono } from "hono";
import { expect, test } from "vitest";
import { refuseNulInAddress } from "./readable-address.ts";

const site = new Hono().use(refuseNulInAddress()).get("*", (c) => c.text("read"));

test("an address with NUL is refused, wherever it stands", async () => {
  for (const address of ["/a?q=%00", "/a%00b", "/a?q=x%00y&r=1"])
    expect((await site.request(address)).status).toBe(400);
  for (const address of ["/a?q=100%25", "/a?q=%200", "/%E9%B9%BF"])
    expect((await site.request(address)).status).toBe(200);
});
