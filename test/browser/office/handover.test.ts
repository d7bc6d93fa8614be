/** 人事異動: an officer's work goes to another in one step, with the 引継書, and can be taken back. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, visitAs } from "../visit.ts";

browserForJourneys();

const TITLE = "図書館の交流に関する覚書";
const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => main(page).getByRole("link", { name, exact: true }).click();

let address: string;
let body: string;
let done: string;

it("what came back stands first in the day's work of who wrote it", async () => {
  const editor = await visitAs("municipal-editor");
  await editor.goto("/agreements/new");
  await main(editor).getByLabel("提携・協定の名称").fill(TITLE);
  await main(editor).getByLabel("自治体の名前またはコード（1）").fill("鹿児島市");
  await main(editor).getByLabel("名前または海外側の番号（1）").fill("フィンランド共和国タンペレ市");
  await press(editor, "保存する");
  address = new URL(editor.url()).pathname;
  await follow(editor, "承認を依頼する");
  await press(editor, "承認を依頼する");

  const approver = await visitAs("municipal-approver");
  await approver.goto(`${address}/review`);
  await main(approver).getByLabel("差し戻しの理由").fill("締結の日を入れてください");
  await press(approver, "差し戻す");

  await editor.goto("/today");
  expect(await main(editor).getByRole("heading", { level: 2 }).first().innerText()).toContain("差し戻し");
  expect(await main(editor).innerText()).toContain(TITLE);
});

it("a promise is written on the record, for officers only", async () => {
  const editor = await visitAs("municipal-editor");
  await editor.goto(address);
  await follow(editor, "申し送りを書く・済みにする");
  await main(editor).getByLabel("約束の内容").fill("次回は当市が図書を送る");
  await main(editor).getByLabel("約束した日").fill("令和7年10月1日");
  await press(editor, "申し送りを加える");
  expect(await main(editor).innerText()).toContain("申し送りを加えました");
});

it("the administrator sees what moves, hands it over in one step, and prints the notes", async () => {
  const page = await visitAs("body-administrator", WITH_AXE);
  await page.goto("/bodies");
  await follow(page, "鹿児島市");
  body = new URL(page.url()).pathname;
  await follow(page, "人事異動の引き継ぎ");
  await judge(page, "handover");
  await press(page, "何が移るかを確かめる");
  expect(await main(page).innerText()).toContain("異動する人を選んでください");
  const leaving = await main(page)
    .getByLabel("異動する人")
    .locator("option", { hasText: "見本 一郎" })
    .getAttribute("value");
  await main(page).getByLabel("異動する人").selectOption(leaving);
  await main(page).getByLabel("後任").selectOption({ label: "見本 六花" });
  await press(page, "何が移るかを確かめる");
  expect(await main(page).getByRole("table").innerText()).toContain(TITLE);
  await judge(page, "handover, preview");
  await main(page).getByLabel("理由").fill("4月1日付けの異動");
  await press(page, "引き継ぎを行う");
  expect(await main(page).innerText()).toContain("見本 六花 さんに移しました");
  done = new URL(page.url()).pathname;
  await judge(page, "handover, done");

  await follow(page, "引継書を見る・印刷する");
  const notes = await main(page).innerText();
  expect(notes).toContain(TITLE);
  expect(notes).toContain("次回は当市が図書を送る");
  expect(notes).toContain("担当　見本 六花");
  await judge(page, "handover notes");
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "職員メニュー" }).first().isVisible()).toBe(false);
  expect(await main(page).getByText("次回は当市が図書を送る").isVisible()).toBe(true);
});

it("the successor has the work, and the predecessor none of it", async () => {
  const heir = await visitAs("secondee");
  await heir.goto("/account");
  const toCity = main(heir).getByRole("button", { name: "鹿児島市" });
  if ((await toCity.count()) > 0) await toCity.click();
  await heir.goto("/today");
  expect(await main(heir).innerText()).toContain(TITLE);
  const editor = await visitAs("municipal-editor");
  await editor.goto("/today");
  expect(await main(editor).innerText()).not.toContain(TITLE);
});

it("the handover is taken back as long as nothing has moved on", async () => {
  const page = await visitAs("body-administrator");
  await page.goto(done);
  await press(page, "引き継ぎを元に戻す");
  expect(await main(page).innerText()).toContain("引き継ぎを元に戻しました");
  const editor = await visitAs("municipal-editor");
  await editor.goto("/today");
  expect(await main(editor).innerText()).toContain(TITLE);
});

it("the pages of bodies, people, work and permissions have nothing that axe finds, on a desk and on a phone", async () => {
  const page = await visitAs("body-administrator", WITH_AXE);
  for (const path of [body, `${body}/members`, `${body}/members/invite`, "/bodies", "/permissions", "/today"]) {
    await page.goto(path);
    await judge(page, path);
  }
  await page.goto(`${body}/members`);
  await follow(page, "見本 六花");
  await judge(page, "person");
  await main(page)
    .getByRole("link", { name: /役割を終える.*自治体の入力担当/u })
    .click();
  await judge(page, "end of a role");
  const editor = await visitAs("municipal-editor", WITH_AXE);
  await editor.goto("/today");
  await judge(editor, "today with work");
  await main(editor)
    .getByRole("link", { name: /^担当を変える/u })
    .first()
    .click();
  await judge(editor, "reassign");
  const system = await visitAs("system-administrator", WITH_AXE);
  await system.goto("/bodies/new");
  await judge(system, "new body");
});
