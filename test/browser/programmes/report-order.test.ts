/** The report's order without JavaScript and by keyboard: one place up, then by its number, saved as numbers. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, visitAs } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const row = (page: Page, title: string) => main(page).locator(".reportorder > li", { hasText: title });
const titles = (page: Page) => main(page).locator(".reportorder .ordername > a").allInnerTexts();

async function recorded(page: Page, title: string): Promise<void> {
  await page.goto("/programmes/new");
  await main(page).locator("#title").fill(title);
  await press(page, "保存する");
}

it("a programme is moved with the keyboard, which stays with it, and then to a place of its own", async () => {
  const page = await visitAs("other-city-editor");
  await recorded(page, "雪像の交流事業");
  await recorded(page, "雪灯りの交流事業");
  await page.goto("/programmes/order");
  const before = await titles(page);
  expect(before.slice(-2)).toEqual(["雪像の交流事業", "雪灯りの交流事業"]);
  const up = row(page, "雪灯りの交流事業").getByRole("button", { name: /^上へ/u });
  await up.focus();
  await page.keyboard.press("Enter");
  await main(page).locator("#moved").waitFor();
  await row(page, "雪灯りの交流事業").locator("button:focus").waitFor();
  expect((await titles(page)).slice(-2)).toEqual(["雪灯りの交流事業", "雪像の交流事業"]);
  await row(page, "雪灯りの交流事業").locator(".orderplace").fill("１");
  await press(page, "この順番に並べる");
  expect((await titles(page))[0]).toBe("雪灯りの交流事業");
  await press(page, "この順番で番号を付ける");
  expect(await main(page).innerText()).toMatch(/\d+事業の番号を付け直しました/u);
  expect(await row(page, "雪灯りの交流事業").innerText()).toContain("いまの番号 1");
});

it("has no barrier, at a desk or on a phone, while it says what is wrong", async () => {
  const page = await visitAs("prefecture-coordinator", WITH_AXE);
  await page.goto("/programmes/order");
  await judge(page, "the order of eighteen programmes");
  await main(page).locator(".orderplace").first().fill("先頭");
  await press(page, "この順番に並べる");
  expect(await main(page).innerText()).toContain("「先頭」は順番として読めません");
  await judge(page, "the order with an error");
});
