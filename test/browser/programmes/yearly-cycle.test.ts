/** A programme's year without JavaScript: written, rolled forward, planned, reported, approved by another, printed. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { browserForJourneys, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => main(page).getByRole("link", { name, exact: true }).first().click();

let address: string;

it("an editor writes a programme with three fields and its first year", async () => {
  const editor = await visitAs("municipal-editor");
  await editor.goto("/programmes/new");
  await main(editor).getByLabel("事業名", { exact: false }).first().fill("鹿児島市・長沙市交流会議");
  await main(editor).getByLabel("開始年度").fill("平成2年度");
  await main(editor).locator("#part-turns > summary").click();
  await main(editor).getByLabel("開催の決まり").fill("2年ごとに交互の地で開催");
  await press(editor, "保存する");
  expect(await main(editor).innerText()).toContain("下書きとして保存しました");
  address = new URL(editor.url()).pathname;
  await editor.goto(`${address}/years/2023/result`);
  await main(editor).locator("#status").selectOption("held");
  await main(editor).locator('[id="events.0.name"]').fill("第9回鹿児島市・長沙市交流会議");
  await main(editor).locator('[id="events.0.date"]').fill("11月22日（金）");
  await main(editor).locator('[id="events.0.place"]').fill("鹿児島市");
  await press(editor, "保存する");
  expect(await main(editor).innerText()).toContain("水曜日ですが、金曜日とあります");
  await main(editor).locator('[id="events.0.date"]').fill("11月22日（水）");
  await press(editor, "保存する");
  expect(await main(editor).innerText()).toContain("令和5年11月22日（水）");
});

it("the year is rolled forward: the next turn and its place stand there as an estimate", async () => {
  const editor = await visitAs("municipal-editor");
  await editor.goto("/programmes/roll-forward?year=2025");
  expect(await main(editor).innerText()).toContain("第10回鹿児島市・長沙市交流会議");
  await press(editor, "選んだ事業を進める");
  await follow(editor, "鹿児島市・長沙市交流会議");
  expect(await main(editor).innerText()).toMatch(/見込み/u);
  await editor.goto(`${address}/years/2025/result?from=plan`);
  await main(editor).locator("#status").selectOption("cancelled");
  await main(editor).getByLabel("そうなった理由").fill("台風のため中止");
  await press(editor, "保存する");
  await follow(editor, "承認を頼む");
  await press(editor, "承認を頼む");
  expect(await main(editor).innerText()).toContain("承認を待っています");
  const citizen = await visitAsPublic();
  expect((await citizen.goto(address))?.status()).toBe(404);
});

it("another person approves; everybody reads it, and prints it on one page", async () => {
  const approver = await visitAs("municipal-approver");
  await approver.goto("/today");
  expect(await main(approver).innerText()).toContain("鹿児島市・長沙市交流会議");
  await approver.goto(`${address}/review`);
  await press(approver, "承認して公開する");
  expect(await main(approver).innerText()).toContain("この内容が公開されています");
  const citizen = await visitAsPublic();
  await citizen.goto(`${address}/years`);
  await citizen.emulateMedia({ media: "print" });
  expect(await citizen.locator(".office, .nav").first().isVisible()).toBe(false);
  expect(await main(citizen).innerText()).toContain("台風のため中止");
  await citizen.goto("/programmes/not-held?year=2025");
  expect(await main(citizen).innerText()).toContain("台風のため中止");
});
