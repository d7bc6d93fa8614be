/**
 * Every fact of a programme by form: posts, figures, あゆみ, mistakes said at their fields, and what was removed put back.
 * Once without JavaScript and once with it; each page in its worst state is judged on a desk and on a phone.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, visitAs } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const field = (page: Page, id: string) => main(page).locator(`[id="${id}"]`);
const openPart = (page: Page, part: string) => main(page).locator(`#part-${part} > summary`).click();
const text = (page: Page) => main(page).innerText();

/** 札幌市 asks no approval: what is saved is public at once. */
async function newProgramme(page: Page, title: string): Promise<string> {
  await page.goto("/programmes/new");
  await field(page, "title").fill(title);
  await field(page, "start").fill("令和2年度");
  // Enter in a line saves, although other buttons stand before.
  await field(page, "start").press("Enter");
  expect(await text(page)).toContain("新しい事業を記録しました");
  return new URL(page.url()).pathname;
}

describe.each([
  ["without JavaScript", { javaScriptEnabled: false }],
  ["with JavaScript", { javaScriptEnabled: true }],
])("%s", (how, options) => {
  const title = `札幌市の国際交流員（${how}）`;
  let own: string;

  it("three fields make a programme; あゆみ is added row by row, and nothing typed is lost", async () => {
    const page = await visitAs("other-city-editor", options);
    own = await newProgramme(page, title);
    await page.goto(`${own}/edit`);
    await openPart(page, "relations");
    await field(page, "relations.0.kind").selectOption("signed");
    await field(page, "relations.0.date").fill("平成5年6月");
    await field(page, "relations.0.text").fill("友好の協定を締結");
    await press(page, "あゆみの行を追加");
    expect(new URL(page.url()).hash).toBe("#relations.1");
    expect(await field(page, "relations.0.text").inputValue()).toBe("友好の協定を締結");
    await field(page, "relations.1.date").fill("昭和50年代");
    await field(page, "relations.1.text").fill("市民の交流が始まる");
    await press(page, "保存する");
    expect(await text(page)).toContain("何があったのかを選んでください");
    await field(page, "relations.1.kind").selectOption("started");
    await press(page, "保存する");
    expect(await text(page)).toContain("「昭和50年代」から日付を読み取れません");
    await main(page).getByLabel("確かめたので、このまま保存する").check();
    await press(page, "保存する");
    expect(await text(page)).toMatch(/平成5年6月　締結　友好の協定を締結/u);
    expect(await text(page)).toContain("昭和50年代");
  });

  it("an agreement is found by a word, ticked, shown by its title and taken away again", async () => {
    const page = await visitAs("other-city-editor", options);
    await page.goto(`${own}/edit`);
    await openPart(page, "agreements");
    await field(page, "overview").fill("まだ保存していない概要");
    await field(page, "agreementSearch").fill("瀋陽");
    await field(page, "agreementSearch").press("Enter");
    expect(await text(page)).toContain("「瀋陽」で見つかった提携・協定");
    expect(await field(page, "overview").inputValue()).toBe("まだ保存していない概要");
    await page.locator('[name="agreements"]:focus').waitFor();
    await main(page).getByRole("checkbox", { name: "水道局と瀋陽市" }).check();
    await press(page, "保存する");
    expect(await text(page)).toContain("札幌市水道局と瀋陽市自來水總公司の友好合作協議書");
    await page.goto(`${own}/edit`);
    await main(page).getByRole("checkbox", { name: "水道局と瀋陽市" }).uncheck();
    await press(page, "保存する");
    expect(await text(page)).not.toContain("友好合作協議書");
  });

  it("posts, an inner count and funding sources are entered, and mistakes are said at their fields", async () => {
    const page = await visitAs("other-city-editor", options);
    await page.goto(`${own}/years/2023/result`);
    await field(page, "status").selectOption("held");
    await openPart(page, "posts");
    await field(page, "posts.0.title").fill("CIR");
    await field(page, "posts.0.nationality").fill("中国");
    await field(page, "posts.0.status").selectOption("reappointed");
    await field(page, "posts.0.yearOfService").fill("2");
    await press(page, "保存する");
    await page.goto(`${own}/years/2024/result`);
    await field(page, "status").selectOption("held");
    await openPart(page, "posts");
    await field(page, "posts.0.title").fill("CIR");
    await field(page, "posts.0.nationality").fill("中国");
    await field(page, "posts.0.status").selectOption("reappointed");
    await field(page, "posts.0.yearOfService").fill("4");
    await openPart(page, "quantities");
    await field(page, "quantities.0.label").fill("利用者");
    await field(page, "quantities.0.value").fill("1,983");
    await press(page, "数の行を追加");
    await field(page, "quantities.1.label").fill("利用者（外国人）");
    await field(page, "quantities.1.value").fill("11,349");
    await main(page).locator('[id="quantities.1"] summary').click();
    await field(page, "quantities.1.subsetOf").selectOption({ label: "1行目　利用者" });
    await press(page, "保存する");
    expect(await text(page)).toContain("内数が、もとの数より大きくなっています");
    expect(await text(page)).toContain("中国の任用が、2年目から4年目にとんでいます");
    await field(page, "quantities.0.value").fill("11,349");
    await field(page, "quantities.1.value").fill("1,983");
    await field(page, "posts.0.yearOfService").fill("3");
    await press(page, "保存する");
    expect(await text(page)).toContain("計画・実績を保存しました");
    expect(await text(page)).toMatch(/利用者（外国人）\s*1,983/u);
    expect(await text(page)).toContain("利用者の内数");
  });

  it("a row is moved with the keyboard, which stays with it, and the order is kept", async () => {
    const page = await visitAs("other-city-editor", options);
    await page.goto(`${own}/years/2024/result`);
    const up = main(page).getByRole("button", { name: /^上へ.*利用者（外国人）/u });
    await up.focus();
    await page.keyboard.press("Enter");
    await field(page, "quantities.moved").waitFor();
    const focused = page.locator(":focus");
    expect(await focused.getAttribute("value")).toBe("down:quantities:b1");
    expect(await focused.evaluate((button) => button.closest("fieldset")?.id)).toBe("quantities.0");
    expect(await focused.getAttribute("aria-describedby")).toBe("quantities.moved");
    await press(page, "保存する");
    const shown = await text(page);
    expect(shown.indexOf("利用者（外国人）")).toBeLessThan(shown.indexOf("11,349"));
    await page.goto(`${own}/history`);
    expect(await text(page)).toContain("令和6年度の実績（順番だけ）");
    await page.goto(`${own}/years/2024/result`);
    await main(page)
      .getByRole("button", { name: /^下へ.*利用者（外国人）/u })
      .press("Enter");
    await field(page, "quantities.moved").waitFor();
    await press(page, "保存する");
  });

  it("a row and a whole year are removed, and the history puts them back", async () => {
    const page = await visitAs("other-city-editor", options);
    await page.goto(`${own}/years/2024/result`);
    await field(page, "posts.0.remove").check();
    await press(page, "保存する");
    await page.goto(`${own}/years/2023/result`);
    await main(page).getByText("この欄の記録を消す", { exact: true }).click();
    await press(page, "消す内容を確かめる");
    await press(page, "この欄の記録を消す");
    expect(await text(page)).toContain("変更の履歴から元に戻せます");
    await main(page).getByRole("link", { name: "変更の履歴を見る・前の版に戻す" }).click();
    await main(page).getByRole("link", { name: "第8版を見る・この版に戻す" }).click();
    expect(await text(page)).toContain("第8版（");
    await main(page).getByRole("link", { name: "この版に戻す" }).click();
    expect(await text(page)).toContain("消えているものが元に戻ります");
    await field(page, "reason").fill("まちがえて消したため");
    await press(page, "選んだところを戻す");
    expect(await text(page)).toContain("前の版の内容に戻しました");
    expect(await text(page)).toContain("中国籍CIR");
    expect(await text(page)).toContain("令和5年度（2023年度）");
  });
});

it("the forms have no barrier while they say what is wrong, nor do the pages of earlier versions", async () => {
  const page = await visitAs("other-city-editor", WITH_AXE);
  const own = await newProgramme(page, "札幌市の直しやすい事業");
  await page.goto(`${own}/edit`);
  await openPart(page, "relations");
  await field(page, "relations.0.date").fill("昭和50年代");
  await openPart(page, "partners");
  await field(page, "partners.0.country").fill("ない国");
  await press(page, "保存する");
  await judge(page, "the programme's form with errors and doubts");
  await page.goto(`${own}/years/2019/result`);
  await field(page, "status").selectOption("held");
  await field(page, "events.0.name").fill("訪問団");
  await field(page, "events.0.date").fill("7月10日（日）");
  for (const part of ["people", "money"]) await openPart(page, part);
  await field(page, "people.0.count").fill("-3");
  await field(page, "planned").fill("三百万");
  await press(page, "保存する");
  await judge(page, "a year's form with errors and doubts");
  await page.goto(`${own}/years/2023/result`);
  await field(page, "status").selectOption("held");
  await press(page, "保存する");
  for (const path of [`${own}/history`, `${own}?version=1`, `${own}/history?on=1990`, `${own}/restore?version=1`]) {
    await page.goto(path);
    await judge(page, path);
  }
  await press(page, "選んだところを戻す");
  await judge(page, "putting back without a reason");
  await page.goto(`${own}/years/2023/result`);
  await main(page).getByText("この欄の記録を消す", { exact: true }).click();
  await press(page, "消す内容を確かめる");
  await judge(page, "taking an entry away");
});
