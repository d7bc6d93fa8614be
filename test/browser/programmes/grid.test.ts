/** A year's programmes in one table: by keys and paste with a script, by form and text without one; saved, undone, approved. */
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, NARROW, origin, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const WITH_SCRIPT = { javaScriptEnabled: true, permissions: ["clipboard-read", "clipboard-write"] };
const ROWS = 210;
/** The national body has no programmes in the sample, and no other journey records any. */
const TABLE = "/programmes/grid?year=2031&column=plan";

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const check = (page: Page) => press(page, "違いを確かめる");
const cell = (page: Page, row: number, column: string) =>
  page.locator(`.gridtable tbody tr:nth-child(${row}) [name$=".${column}"]`);
const count = (page: Page) => page.locator("[data-count]").innerText();
const told = (page: Page) => page.locator("[data-told]").innerText();
const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};

async function copied(page: Page, text: string): Promise<void> {
  await page.evaluate((said) => navigator.clipboard.writeText(said), text);
}

async function recorded(page: Page, owner: string, number: number, title: string): Promise<void> {
  const answer = await page.request.post("/programmes/new", {
    ...{ headers: { origin }, multipart: { owner, title, number: String(number) }, maxRedirects: 0 },
  });
  expect(answer.status(), await answer.text()).toBe(303);
}

beforeAll(async () => {
  const editor = await visitAs("national-officer");
  for (let number = 1; number <= ROWS; number += 7) {
    const batch = Array.from({ length: Math.min(7, ROWS - number + 1) }, (_, at) => number + at);
    await Promise.all(batch.map((one) => recorded(editor, "全国の機関", one, `雪の交流事業 第${one}号`)));
  }
  const approving = await visitAs("municipal-editor");
  await recorded(approving, "46201", 1, "桜島の交流事業");
}, 300_000);

it("an officer enters a plan by keys alone: typing, filling down, undoing, and leaves nothing behind by mistake", async () => {
  const page = await visitAs("national-officer", WITH_SCRIPT);
  await page.goto(TABLE);
  expect(await count(page)).toBe("変更はありません");
  await cell(page, 1, "status").focus();
  await cell(page, 1, "status").selectOption("調整中");
  await keys(page, "ArrowRight");
  await page.keyboard.type("相手の都合による");
  await keys(page, "Enter");
  expect(await cell(page, 1, "reason").inputValue()).toBe("相手の都合による");
  expect(await count(page)).toBe("変更 2か所（1事業）");
  await keys(page, "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowLeft", "Control+d");
  expect(await count(page)).toBe("変更 2か所（1事業）");
  await keys(page, "Control+Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  expect(await cell(page, 3, "status").inputValue()).toBe("調整中");
  expect(await cell(page, 3, "reason").inputValue()).toBe("相手の都合による");
  expect(await count(page)).toBe("変更 6か所（3事業）");
  await keys(page, "Control+z");
  expect(await cell(page, 3, "reason").inputValue()).toBe("");
  await keys(page, "Control+y");
  expect(await count(page)).toBe("変更 6か所（3事業）");
  await keys(page, "F2");
  await page.keyboard.type("消える");
  await keys(page, "Escape", "ArrowRight", "F2");
  await page.keyboard.type("途中");
  await keys(page, "Escape");
  expect(await cell(page, 1, "event").inputValue()).toBe("");
  await keys(page, "Control+Home", "ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowRight", "Delete");
  expect(await told(page)).toBe("2か所を空にしました。");
  expect(await count(page)).toBe("変更 4か所（2事業）");
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await page.goto("/today").catch(() => null);
  expect(asked).toEqual(["beforeunload"]);
  expect(new URL(page.url()).pathname).toBe("/programmes/grid");
  await keys(page, "Escape");
  expect(await told(page)).toBe("Tabで表の外に出ます。");
  await keys(page, "Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("table"))).toBeNull();
});

it("a cell says at once what is wrong with it, in the words of the check that follows", async () => {
  const page = await visitAs("national-officer", WITH_SCRIPT);
  await page.goto(TABLE);
  await cell(page, 2, "sent").focus();
  await page.keyboard.type("-３");
  await keys(page, "Tab", "Tab");
  expect(await cell(page, 2, "sent").getAttribute("aria-invalid")).toBe("true");
  const sentence = "「-3」は0より小さい数です。";
  expect(await page.locator(".gridtable tbody tr:nth-child(2)").innerText()).toContain(sentence);
  expect(await count(page)).toContain("直すところ 2か所");
  await check(page);
  expect(await main(page).innerText()).toContain(`2行目・派遣（人）　雪の交流事業 第2号　${sentence}`);
  expect(await cell(page, 2, "sent").inputValue()).toBe("-3");
});

it("two hundred rows copied in Excel are pasted, looked at, saved at once, and taken back", async () => {
  const page = await visitAs("national-officer", WITH_SCRIPT);
  await page.goto(TABLE);
  const lines = Array.from(
    { length: ROWS + 3 },
    (_, at) => `計画\t理由 ${at + 1}\t"雪の会議\r\n第${at + 1}回"\t１１月２２日\t札幌市\t１２\t\t1,234,567`,
  );
  await copied(page, `${lines.join("\r\n")}\r\n`);
  await cell(page, 1, "status").focus();
  await keys(page, "Control+v");
  expect(await told(page)).toContain("3行は、表の下にはみ出すため貼り付けていません。");
  expect(await cell(page, ROWS, "event").inputValue()).toBe(`雪の会議\n第${ROWS}回`);
  expect(await cell(page, 1, "sent").inputValue()).toBe("12");
  expect(await count(page)).toBe(`変更 ${ROWS * 7}か所（${ROWS}事業）`);
  await keys(page, "Control+z");
  expect(await count(page)).toBe("変更はありません");
  await keys(page, "Control+y");
  await check(page);
  expect(await main(page).innerText()).toContain(`${ROWS}事業`);
  await press(page, `この${ROWS}事業の変更を保存する`);
  expect(await main(page).innerText()).toContain(`${ROWS}事業を保存しました`);
  expect(await cell(page, 200, "planned").inputValue()).toBe("1,234,567");
  const citizen = await visitAsPublic();
  await citizen.goto("/programmes?year=2031&status=planned");
  expect(await main(citizen).innerText()).toContain(`${ROWS}`);
  await press(page, "この保存を元に戻す");
  expect(await main(page).innerText()).toContain(`${ROWS}事業を元に戻しました`);
  expect(await cell(page, 200, "planned").inputValue()).toBe("");
});

it("a range goes to the clipboard as Excel writes it, and comes back elsewhere", async () => {
  const page = await visitAs("national-officer", WITH_SCRIPT);
  await page.goto(TABLE);
  await cell(page, 1, "place").focus();
  await page.keyboard.type("札幌市");
  await keys(page, "Enter");
  await page.keyboard.type("ポートランド");
  await keys(page, "Enter", "ArrowUp", "Shift+ArrowUp", "Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^札幌市\r?\nポートランド\r?\n$/u);
  await keys(page, "ArrowDown", "ArrowDown", "ArrowDown", "Control+v");
  expect(await cell(page, 5, "place").inputValue()).toBe("ポートランド");
  await cell(page, 4, "place").click();
  await cell(page, 6, "place").click({ modifiers: ["Shift"] });
  const selected = page.locator('.gridtable [aria-selected="true"]');
  expect(await selected.count()).toBe(3);
  await cell(page, 1, "date").hover();
  await page.mouse.down();
  await cell(page, 2, "place").hover();
  await page.mouse.up();
  expect(await selected.count()).toBe(4);
  await cell(page, 3, "place").dblclick();
  await page.keyboard.type("にて");
  await keys(page, "Enter");
  expect(await cell(page, 3, "place").inputValue()).toContain("にて");
});

it("without a script the same is a form: an error at its cell, a text from Excel, saved and taken back", async () => {
  const page = await visitAs("national-officer");
  await page.goto(TABLE);
  await cell(page, 1, "status").selectOption("計画");
  await cell(page, 1, "date").fill("そのうち");
  await check(page);
  expect(await main(page).innerText()).toContain("1行目・日付　雪の交流事業 第1号　「そのうち」は読めません。");
  expect(await cell(page, 1, "status").inputValue()).toBe("計画");
  await cell(page, 1, "event").fill("雪像の会議");
  await cell(page, 1, "date").fill("２月１１日");
  await main(page).locator("summary", { hasText: "Excelから貼り付ける" }).click();
  await page.locator("#paste").fill("事業名\t状況\t予算額\n雪の交流事業 第2号\tやった\t５００円");
  await check(page);
  expect(await main(page).innerText()).toContain("「やった」という状況はありません。");
  await cell(page, 2, "status").selectOption("計画");
  await check(page);
  const preview = await main(page).innerText();
  for (const said of ["2事業の5か所を保存します", "雪像の会議", "500"]) expect(preview).toContain(said);
  await main(page).getByLabel("変更の理由").fill("予算の成立");
  await press(page, "この2事業の変更を保存する");
  expect(await main(page).innerText()).toContain("2事業を保存しました");
  expect(await cell(page, 1, "event").inputValue()).toBe("雪像の会議");
  await press(page, "この保存を元に戻す");
  expect(await cell(page, 1, "event").inputValue()).toBe("");
});

it("an office's own list, with its figure in the headers, is pasted as text without a script", async () => {
  const page = await visitAs("national-officer");
  await page.goto("/programmes/grid?year=2030&column=result");
  await main(page).getByText("Excelから貼り付ける", { exact: true }).click();
  const list = [
    ["番号", "状況", "参加者数(計画)", "参加者数(実績)", "予算額", "決算額", "小項目の状況"],
    ["1", "実施", "30", "1,028", "1,500,000", "1,432,100", "雪像：実施"],
    ["2", "中止", "20", "", "500,000", "", ""],
  ];
  await page.getByLabel("Excelから貼り付け").fill(list.map((cells) => cells.join("\t")).join("\r\n"));
  await check(page);
  for (const said of ["数の項目", "参加者数", "1,028", "小項目の状況", "雪像：実施"]) {
    expect(await main(page).innerText()).toContain(said);
  }
  await press(page, "この2事業の変更を保存する");
  expect(await cell(page, 1, "figure").inputValue()).toBe("参加者数");
  expect(await cell(page, 1, "figureActual").inputValue()).toBe("1,028");
  expect(await cell(page, 2, "figureActual").inputValue()).toBe("");
  await cell(page, 2, "figureActual").fill("多数");
  await check(page);
  expect(await main(page).innerText()).toContain("2行目・実績の数");
});

it("where a body asks for approval, the table writes a draft that another person approves", async () => {
  const editor = await visitAs("municipal-editor", WITH_SCRIPT);
  await editor.goto("/programmes/grid?owner=46201&year=2031&column=plan");
  await editor.locator(".gridtable tr", { hasText: "桜島の交流事業" }).locator("select").selectOption("計画");
  await check(editor);
  expect(await main(editor).innerText()).toContain("この団体では承認が必要です");
  await press(editor, "この1事業の変更を保存する");
  await main(editor).getByRole("link", { name: "桜島の交流事業", exact: true }).click();
  const address = new URL(editor.url()).pathname;
  await main(editor).getByRole("link", { name: "承認を頼む", exact: true }).first().click();
  await press(editor, "承認を頼む");
  await editor.goto("/programmes/grid?owner=46201&year=2031&column=plan");
  expect(await main(editor).innerText()).toContain("承認待ち");
  expect((await (await visitAsPublic()).goto(address))?.status()).toBe(404);
  const approver = await visitAs("municipal-approver");
  await approver.goto(`${address}/review`);
  await press(approver, "承認して公開する");
  const citizen = await visitAsPublic();
  await citizen.goto(address);
  expect(await main(citizen).innerText()).toContain("令和13年度");
});

it("has no barrier in any of its states", async () => {
  const page = await visitAs("prefecture-coordinator", WITH_AXE);
  const table = "/programmes/grid?owner=46000&year=2024&column=plan_including_results";
  await page.goto(table);
  await judge(page, "the table of eighteen programmes");
  await page.setViewportSize({ width: 1280, height: 900 });
  await cell(page, 1, "reason").focus();
  await page.keyboard.type("台風のため");
  await keys(page, "Enter", "Shift+ArrowDown");
  await cell(page, 2, "sent").fill("x");
  await keys(page, "Tab");
  await judge(page, "the table with a change, a selection and an error");
  await check(page);
  await judge(page, "the table that came back");
  await cell(page, 2, "sent").fill("");
  await check(page);
  await judge(page, "the differences");
  page.on("dialog", (dialog) => dialog.accept());
  for (const path of ["/en/programmes/grid?year=2023&column=result", `${table}&status=cancelled`]) {
    await page.goto(path);
    await judge(page, path);
  }
});

it("on a phone every row is a card whose fields can be filled in", async () => {
  const page = await visitAs("prefecture-coordinator", { ...WITH_SCRIPT, viewport: NARROW });
  await page.goto("/programmes/grid?owner=46000&year=2024&column=plan_including_results");
  await cell(page, 1, "place").fill("香港（中環）");
  await cell(page, 2, "reason").focus();
  expect(await count(page)).toBe("変更 1か所（1事業）");
  const { width, x } = (await cell(page, 1, "place").boundingBox()) ?? { width: 0, x: -1 };
  expect(x + width).toBeLessThanOrEqual(NARROW.width);
});
