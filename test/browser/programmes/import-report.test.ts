/**
 * A report of programmes becomes programmes without JavaScript: uploaded as a Word file, its findings read, one draft
 * corrected and one settled, accepted one by one and together, read by everybody, and printed again as a report.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Packer, Paragraph } from "docx";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inventedLines } from "../../fixtures/programme-report/invented-report.ts";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, dataFolder, titleOf, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const status = async (page: Page) => page.getByRole("status").innerText();
const press = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name }).first().click();

let review = "";
let programme = "";

/** Written once: a Word file says when it was made. */
async function reportAsWord(): Promise<string> {
  const file = new Document({ sections: [{ children: inventedLines.map((line) => new Paragraph(line)) }] });
  const path = join(dataFolder, "jisseki-to-keikaku.docx");
  if (!existsSync(path)) writeFileSync(path, await Packer.toBuffer(file));
  return path;
}

/** Leaves the page on the draft with that title. */
async function openDraft(page: Page, title: string): Promise<void> {
  await page.goto(review);
  await page.getByRole("table", { name: "事業の一覧" }).getByRole("link", { name: title, exact: true }).click();
  expect(await titleOf(page)).toBe(title);
}

/** Tabs on until the focus stands on that control. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (text === name) return;
  }
  throw new Error(`the focus never came to ${name}`);
}

it("an editor uploads the report, and nothing is recorded by itself", async () => {
  const editor = await visitAs("other-city-editor");
  await editor.goto("/imports/new");
  await editor.locator("#file").setInputFiles(await reportAsWord());
  await press(editor, "読み取る");
  expect(await status(editor)).toContain("事業は10件です。まだ何も確定していません。");
  expect(await main(editor).innerText()).toContain("10件のうち0件を処理しました。取り込めないものが4件あります。");
  review = new URL(editor.url()).pathname;
});

it("the same file again leads to the review that has begun", async () => {
  const editor = await visitAs("other-city-editor");
  await editor.goto("/imports/new");
  await editor.locator("#file").setInputFiles(await reportAsWord());
  await press(editor, "読み取る");
  expect(new URL(editor.url()).pathname).toBe(review);
  expect(await status(editor)).toContain("すでに取り込んであります");
});

it("a draft that cannot be recorded is corrected, and what was read stays beside it", async () => {
  const editor = await visitAs("other-city-editor");
  await openDraft(editor, "台湾との交流");
  expect(await editor.locator("ol.src .here").innerText()).toContain("花蓮県知事のみどり県訪問");
  expect(await main(editor).innerText()).toContain("「取り込めません」が1件あるので、先に決めてください。");
  await main(editor).getByRole("link", { name: "項目を直す" }).first().click();
  await main(editor).locator("#start").fill("令和5年のいつか");
  await press(editor, "直した内容を保存する");
  expect(await editor.getByRole("alert").innerText()).toContain("1か所を直してください");
  await main(editor).locator("#start").fill("令和5年度");
  await main(editor).getByLabel("直した理由").fill("要綱で確かめた。");
  await press(editor, "直した内容を保存する");
  expect(await status(editor)).toContain("直した内容を保存しました。まだ確定していません。");
  const corrections = main(editor).getByRole("table", { name: "直したところ" });
  expect(await corrections.innerText()).toContain("令和７年度");
  expect(await corrections.innerText()).toContain("令和5年度");
  expect(await main(editor).innerText()).toContain("項目を直したので、当てはまらなくなりました。");
  await press(editor, "この内容で確定する");
  expect(await status(editor)).toContain("確定しました。事業として記録しています。");
  await main(editor)
    .getByRole("link", { name: /^記録を開く P/u })
    .first()
    .click();
  programme = new URL(editor.url()).pathname;
  expect(await main(editor).innerText()).toContain("令和5年度");
});

it("a year of another draft is corrected, and a finding of the print settled with it", async () => {
  const editor = await visitAs("other-city-editor");
  await openDraft(editor, "中国・河北省との交流");
  await main(editor).getByRole("link", { name: "項目を直す" }).first().click();
  await main(editor).getByRole("link", { name: "令和7年度 計画（実績を含む）", exact: true }).click();
  await main(editor).locator('[id="events.0.date"]').fill("６月30日（月）");
  await main(editor).locator('[id="events.0.name"]').fill("第９回みどり県・河北省交流協議会");
  await main(editor)
    .getByLabel(/日付として読めません/u)
    .check();
  await main(editor).getByLabel("直した理由").fill("相手方の案内で確かめた。");
  await press(editor, "直した内容を保存する");
  expect(await main(editor).innerText()).toContain("相手方の案内で確かめた。");
  expect(await main(editor).getByRole("table", { name: "直したところ" }).innerText()).toContain(
    "令和7年度 計画（実績を含む）　行事",
  );
  await press(editor, "この内容で確定する");
  expect(await status(editor)).toContain("確定しました。");
});

it("an error that the print really says is settled with a reason", async () => {
  const editor = await visitAs("other-city-editor");
  await openDraft(editor, "みどり国際プラザ管理運営事業");
  await editor.getByText("この確認事項を決定する").click();
  await editor.getByLabel("決めた内容と理由").fill("印刷の誤り。正誤表のとおり内数を残す。");
  await press(editor, "この内容で決定する");
  expect(await status(editor)).toContain("確認事項を決定しました。");
  await press(editor, "この内容で確定する");
  expect(await status(editor)).toContain("確定しました。");
});

it("those without findings are accepted together", async () => {
  const editor = await visitAs("other-city-editor");
  await editor.goto(review);
  await press(editor, /^確認事項のない事業をまとめて確定する/u);
  expect(await status(editor)).toMatch(/[1-9]\d*件を確定しました。/u);
});

it("the next one is corrected and accepted with the keyboard alone", async () => {
  const editor = await visitAs("other-city-editor", { javaScriptEnabled: true });
  await openDraft(editor, "外国青年受入事業");
  await tabTo(editor, "項目を直す");
  await editor.keyboard.press("Enter");
  await editor.waitForURL("**/edit");
  await editor.locator("#section").focus();
  await editor.keyboard.type("　青少年課");
  await editor.keyboard.press("Enter"); // Enter in a line saves
  await editor.waitForURL("**?done=corrected");
  await tabTo(editor, "この内容で確定する");
  await editor.keyboard.press("Enter");
  await editor.waitForURL("**/drafts/*?done=accepted*");
  expect(await status(editor)).toContain("確定しました。");
});

it("everybody reads the programmes, and the report prints them", async () => {
  const citizen = await visitAsPublic();
  await citizen.goto(programme);
  expect(await titleOf(citizen)).toContain("台湾との交流");
  await citizen.goto("/programmes?q=河北省");
  expect(await main(citizen).innerText()).toContain("中国・河北省との交流");
  const editor = await visitAs("other-city-editor");
  await editor.goto("/programmes/report?government=01100&year=2025");
  const printed = await main(editor).innerText();
  expect(printed).toContain("台湾との交流");
  expect(printed).toContain("第９回みどり県・河北省交流協議会");
  expect(printed).not.toContain("海外技術研修員受入事業");
});

it.each([
  "",
  "?filter=blocked",
  "/drafts/1",
  "/drafts/3",
  "/drafts/2/edit",
  "/drafts/2/edit?part=2024-result",
  "/drafts/7/skip",
])("the review has no barrier: %s", async (path) => {
  const editor = await visitAs("other-city-editor", WITH_AXE);
  for (const language of ["", "/en"]) {
    await editor.goto(`${language}${review}${path}`);
    await judge(editor, `${language} ${path}`);
  }
});
