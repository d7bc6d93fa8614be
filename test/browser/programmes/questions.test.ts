/**
 * The questions a coordinator, a councillor or a citizen asks of a year, answered from the sample through the menus, by
 * filters and totals and without reading a report. The facts expected here are stated by hand from the source document.
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { browserForJourneys, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const follow = (page: Page, name: string) => main(page).getByRole("link", { name, exact: true }).first().click();

/** From the home page to the programmes, and on to one of their views. */
async function openView(page: Page, view: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "事業", exact: true }).click();
  await page.getByRole("navigation", { name: "事業の見かた" }).getByRole("link", { name: view, exact: true }).click();
}

/** Other journeys record programmes of other bodies. */
async function ofKagoshimaPrefecture(page: Page): Promise<void> {
  const fold = main(page).locator("details.disc > summary", { hasText: "しぼり込む" });
  if ((await fold.count()) > 0) await fold.click();
  const bodies = main(page)
    .locator("aside details", { has: page.locator("summary", { hasText: /^団体$/u }) })
    .last();
  await bodies.getByRole("link", { name: /^鹿児島県\s*\d+/u }).click();
}

/** Cells of the rows of a table, spaces and line breaks as one. */
async function rowsIn(page: Page, table: string): Promise<readonly (readonly string[])[]> {
  const rows = await page.locator(`${table} tbody tr`).all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator("th, td").allInnerTexts()).map((text) => text.replace(/\s+/gu, " ").trim()),
    ),
  );
}

async function chooseYear(page: Page, year: string): Promise<void> {
  await main(page).getByLabel("年度", { exact: true }).selectOption({ label: year });
  await main(page).getByRole("button", { name: "表示する" }).click();
}

it("which events fall in fiscal year 2024, and where", async () => {
  const page = await visitAsPublic();
  await openView(page, "予定表");
  await follow(page, "年度で見る");
  await chooseYear(page, "令和6年度（2024年度）");
  await ofKagoshimaPrefecture(page);
  const events = (await rowsIn(page, "main .cards table")).map(([name, date, place]) => [name, date, place]);
  expect(events).toEqual([
    ["県費留学生受入事業", "令和6年4月～令和7年2月", "鹿児島大学"],
    [
      "薩摩スチューデント派遣",
      "令和6年7月23日（火）～令和6年8月5日（月）",
      "ユニバーシティ・カレッジ・ロンドン（UCL）等",
    ],
    ["屏東県知事の鹿児島県訪問", "令和6年9月", "鹿児島県"],
    ["海外技術研修員受入事業", "令和6年9月～令和7年2月", "場所の記載なし"],
    ["「アジアん・鹿児島 2024」における屏東県の紹介", "令和6年10月", "場所の記載なし"],
    ["第24回鹿児島・香港交流会議", "令和6年11月22日（金）", "香港"],
    ["鹿児島県知事の屏東県訪問", "令和7年1月", "屏東県"],
    ["第27回鹿児島県・江蘇省交流協議会", "令和7年1月15日（水）", "江蘇省"],
  ]);
});

it("what did not take place in fiscal year 2023, and why", async () => {
  const page = await visitAsPublic();
  await openView(page, "実施しなかったもの");
  await chooseYear(page, "令和5年度（2023年度）");
  await ofKagoshimaPrefecture(page);
  const rows = await rowsIn(page, "main .cards table");
  expect(
    rows.map(([title, part, status, reason]) => [title?.replace(/ 鹿児島県$/u, ""), part, status, reason]),
  ).toEqual([
    ["鹿児島・香港交流会議", "事業の全体", "隔年のためなし", "隔年実施のため計画なし"],
    ["アジア地域との交流：中国・江蘇省との交流", "専門家派遣", "実績なし", "江蘇省から派遣依頼がなく，実績なし"],
    [
      ...["米国ジョージア州との交流", "事業の全体", "中止"],
      "新型コロナウイルス感染症の影響や相手方との調整の結果，中止",
    ],
    ["英国自治体との交流促進事業", "英国青少年等受入", "中止", "相手方申出等により中止"],
    ["外国青年招致事業", "中国籍CIR", "未着任", "新型コロナウイルス感染症の影響により未着任"],
  ]);
});

it("how many people were received in fiscal year 2023, by country, and from which records", async () => {
  const page = await visitAsPublic();
  await openView(page, "派遣・受入");
  await ofKagoshimaPrefecture(page);
  const heading = await page.locator("[aria-labelledby=received] thead th").allInnerTexts();
  expect(heading.map((text) => text.replace(/\s+/gu, " "))).toEqual([
    "国・地域",
    "令和6年度 計画の数を含む",
    "令和5年度",
  ]);
  const rows = await rowsIn(page, "[aria-labelledby=received] table");
  expect(rows.map(([country, , people]) => [country, people])).toEqual([
    ["ブラジル連邦共和国", "3人"],
    ["中華人民共和国", "1人"],
    ["ペルー共和国", "1人"],
    ["アルゼンチン共和国", "記録なし"],
    ["パラグアイ共和国", "1人"],
  ]);
  const total = page.locator("[aria-labelledby=received] tfoot td").nth(1);
  expect(await total.innerText()).toBe("6人");
  await total.getByRole("link").click();
  const behind = await rowsIn(page, "#entries table");
  expect(behind.map((cells) => [cells[0], cells[3], cells[5]])).toEqual([
    ["海外技術協力等推進事業：県費留学生受入事業", "ブラジル", "2人（実績）"],
    ["海外技術協力等推進事業：県費留学生受入事業", "ペルー", "1人（実績）"],
    ["海外技術協力等推進事業：海外技術研修員受入事業", "ブラジル", "1人（実績）"],
    ["海外技術協力等推進事業：海外技術研修員受入事業", "パラグアイ", "1人（実績）"],
    ["海外技術協力等推進事業：海外技術研修員受入事業", "中国", "1人（実績）"],
  ]);
});

it("which programmes began in 令和2年度", async () => {
  const page = await visitAsPublic();
  await openView(page, "一覧");
  await ofKagoshimaPrefecture(page);
  const years = page.locator("aside details", { has: page.locator("summary", { hasText: /^開始年度$/u }) }).last();
  await years.locator("summary").first().click();
  await years.getByRole("link", { name: /^令和2年度/u }).click();
  const rows = await rowsIn(page, "main .cards table");
  expect(rows.map(([title]) => title)).toEqual([
    "ベトナム・ハイズオン省との交流",
    "米国ジョージア州との交流",
    "鹿児島県国際交流センター管理運営事業",
  ]);
});

it("when and where each biennial meeting is next, as an estimate from the last one on record", async () => {
  const page = await visitAsPublic();
  await openView(page, "派遣・受入");
  await ofKagoshimaPrefecture(page);
  const rows = await rowsIn(page, "[aria-labelledby=meetings] table");
  const first = new Map<string, readonly string[]>();
  for (const row of rows) if (!first.has(row[0]!)) first.set(row[0]!, row);
  const next = [...first.values()].map(([, year, name, place, basis]) => [year!.split(" ")[0], name, place, basis]);
  expect(next).toEqual([
    ["令和8年度", "第25回鹿児島・香港交流会議", "鹿児島", "令和6年度 香港"],
    ["令和7年度", "第22回鹿児島・シンガポール交流会議", "シンガポール", "令和5年度 鹿児島"],
    ["令和7年度", "第９回鹿児島県・全羅北道交流協議会", "鹿児島県", "令和5年度 全北特別自治道全州市"],
  ]);
  expect(await page.locator("[aria-labelledby=meetings]").innerText()).toContain("決まったことではありません");
});

it("a coordinator of the prefecture narrows to one body, and it stays chosen from view to view", async () => {
  const page = await visitAs("prefecture-coordinator");
  await openView(page, "実施しなかったもの");
  await ofKagoshimaPrefecture(page);
  for (const view of ["派遣・受入", "年度別", "周年", "一覧", "予定表"]) {
    await page.getByRole("navigation", { name: "事業の見かた" }).getByRole("link", { name: view, exact: true }).click();
    expect(await main(page).locator(".chips").innerText(), view).toMatch(/団体\s*鹿児島県/u);
  }
});

it("who does not know a code finds the report of a body by its name", async () => {
  const page = await visitAsPublic();
  await openView(page, "年次報告");
  await main(page).getByRole("textbox", { name: "団体" }).fill("鹿児島県");
  await main(page).getByRole("textbox", { name: "年度" }).fill("令和6年度");
  await main(page).getByRole("button", { name: "内容を見る" }).click();
  expect(await main(page).innerText()).toContain("鹿児島県の年次報告（記録 18事業）");
});

it("a citizen takes the events of a year along as data", async () => {
  const page = await visitAsPublic();
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "データ", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    main(page)
      .getByRole("link", { name: /^CSV 行事/u })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe("事業の行事.csv");
});
