/** A person seconded to two bodies (併任) works for one at a time: what is done, and what may be done, is that body's. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { browserForJourneys, titleOf, visitAs } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const officeBar = (page: Page) => page.getByRole("navigation", { name: "職員メニュー" }).first();

/** Switches on the own account's page when the person works for another body now. */
async function workFor(page: Page, body: string): Promise<void> {
  await page.goto("/account");
  if ((await officeBar(page).innerText()).includes(`${body} `)) return;
  await main(page).getByRole("button", { name: body }).click();
  expect(await officeBar(page).innerText()).toContain(`${body} 国際交流担当 として作業中`);
}

async function writeAgreement(page: Page, title: string, government: string): Promise<string> {
  await page.goto("/agreements/new");
  await main(page).getByLabel("提携・協定の名称").fill(title);
  await main(page).getByLabel("自治体の名前またはコード（1）").fill(government);
  await main(page).getByLabel("名前または海外側の番号（1）").fill("大韓民国全羅北道");
  await main(page).getByRole("button", { name: "保存する", exact: true }).click();
  expect(await titleOf(page)).toBe(title);
  return new URL(page.url()).pathname;
}

const editLink = (page: Page) => main(page).getByRole("link", { name: /^(編集する|変更を提案する)$/u });

it("sees and edits what belongs to the body worked for, and nothing else of the other", async () => {
  const page = await visitAs("secondee");
  await workFor(page, "鹿児島県");
  const ofPrefecture = await writeAgreement(page, "県の交流に関する覚書", "鹿児島県");
  expect(await editLink(page).count()).toBe(1);

  await workFor(page, "鹿児島市");
  await page.goto(ofPrefecture);
  expect(await editLink(page).count()).toBe(0);
  expect((await page.goto(`${ofPrefecture}/edit`))?.status()).toBe(403);
  await page.goto("/bodies");
  expect(await main(page).getByRole("table").innerText()).not.toContain("鹿児島県");
  const ofCity = await writeAgreement(page, "市の交流に関する覚書", "鹿児島市");
  expect(await editLink(page).count()).toBe(1);
  expect(await main(page).innerText()).toContain("下書き");

  await workFor(page, "鹿児島県");
  await page.goto(ofPrefecture);
  expect(await editLink(page).count()).toBe(1);
  await page.goto("/bodies");
  expect(await main(page).getByRole("table").innerText()).toContain("鹿児島県");
  const drafts = await visitAs("other-city-editor");
  expect((await drafts.goto(ofCity))?.status()).toBe(404);
});

it("the administrator of one body sees where else the person works, and cannot lock the person out of it", async () => {
  const page = await visitAs("body-administrator");
  await page.goto("/bodies");
  await main(page).getByRole("link", { name: "鹿児島市", exact: true }).click();
  await main(page).getByRole("link", { name: "職員と役割", exact: true }).click();
  await main(page).getByRole("link", { name: "見本 六花" }).click();
  expect(await main(page).innerText()).toContain("都道府県の取りまとめ担当");
  await main(page).getByRole("link", { name: "アカウントの利用を止める" }).click();
  await main(page).getByLabel("理由").fill("異動のため");
  await main(page).getByRole("button", { name: "利用を止める" }).click();
  expect(await main(page).innerText()).toContain("ほかの団体でも仕事をしています");
  const secondee = await visitAs("secondee");
  expect((await secondee.goto("/today"))?.status()).toBe(200);
});

it("a role is given from a day in the era and cancelled before it begins", async () => {
  const page = await visitAs("body-administrator");
  await page.goto("/bodies");
  await main(page).getByRole("link", { name: "鹿児島市", exact: true }).click();
  await main(page).getByRole("link", { name: "職員と役割", exact: true }).click();
  await main(page).getByRole("link", { name: "見本 一郎" }).click();
  await main(page).getByRole("combobox").selectOption({ label: "審査員" });
  await main(page).getByLabel("始まりの日").fill("令和60年4月1日");
  await main(page).getByRole("button", { name: "この役割を付ける" }).click();
  expect(await main(page).innerText()).toContain("令和60年4月1日から");
  await main(page)
    .getByRole("link", { name: /役割を終える.*審査員/u })
    .click();
  await main(page).getByRole("button", { name: "取り消す" }).click();
  expect(await main(page).innerText()).toContain("役割を取り消しました");
});
