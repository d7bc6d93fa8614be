import { Hono } from "hono";
import { expect, test } from "vitest";
import type { RequestEnv } from "../../../platform/index.ts";
import { momentAsked } from "./moment-asked.ts";

const app = new Hono<RequestEnv>().get("/", (c) => c.json({ moment: momentAsked(c) ?? null }));
const asked = async (query: string) => ((await (await app.request(`/?${query}`)).json()) as { moment: unknown }).moment;

test.each([
  ["version=2", { version: 2 }],
  ["on=2025-03-31", { instant: "2025-03-31T23:59:59.999+09:00" }],
  [`on=${encodeURIComponent("令和７年３月")}`, { instant: "2025-03-31T23:59:59.999+09:00" }],
  [`on=${encodeURIComponent("令和6年度")}`, { instant: "2025-03-31T23:59:59.999+09:00" }],
  ["on=2024-02-29", { instant: "2024-02-29T23:59:59.999+09:00" }],
  [`on=${encodeURIComponent("いつか")}`, "unreadable"],
  ["on=2025-02-29", "unreadable"],
  ["", null],
])("?%s", async (query, moment) => {
  expect(await asked(query)).toEqual(moment);
});
