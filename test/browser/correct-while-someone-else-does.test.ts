/** Two officers correct the same agreement at the same time: nothing is overwritten in silence, and nothing is lost. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForJourneys, titleOf, visitAsOperator, visitAsPublic } from "./visit.ts";

browserForJourneys();

const RECORD = "/agreements/A000120";
const main = (page: Page) => page.getByRole("main");
const save = (page: Page) => page.getByRole("button", { name: "保存する", exact: true }).click();

async function openForm(page: Page): Promise<void> {
  await page.goto(RECORD);
  await main(page).getByRole("link", { name: "編集する" }).click();
}

describe("two officers and one agreement", () => {
  it("shows the second only what differs, and saves what that officer chooses", async () => {
    const [first, second] = [await visitAsOperator(), await visitAsOperator()];
    await openForm(first);
    await openForm(second);

    await first.getByLabel("取組の内容").fill("隔年で訪問団を送る。");
    await first.getByLabel("成果・課題").fill("費用の確保が課題である。");
    await first.getByLabel("変更の理由").fill("照会への回答");
    await save(first);
    expect(await first.getByRole("status").innerText()).toContain("保存しました");

    await second.getByLabel("取組の内容").fill("毎年、訪問団を送る。");
    await second.getByLabel("変更の理由").fill("担当課からの電話");
    const answer = second.waitForResponse((response) => response.request().method() === "POST");
    await save(second);
    expect((await answer).status()).toBe(409);
    expect(await titleOf(second)).toBe("同じ記録が、先に変更されています");
    expect(await main(second).innerText()).toContain("あなたの変更はまだ保存していません。消えてもいません。");
    const asked = second.getByRole("table").locator("tbody tr").filter({ hasText: "訪問団" });
    expect(await asked.count()).toBe(1);
    expect(await asked.innerText()).toContain("隔年で訪問団を送る。");
    expect(await asked.innerText()).toContain("毎年、訪問団を送る。");

    await asked.getByLabel("あなたの内容").check();
    await second.getByRole("button", { name: "選んだ内容で保存する" }).click();
    const text = await main(second).innerText();
    expect(text).toContain("毎年、訪問団を送る。");
    expect(text).toContain("費用の確保が課題である。");
  });

  it("keeps both changes in the history, and an older version can be read", async () => {
    const page = await visitAsOperator();
    await page.goto(RECORD);
    await page.getByRole("link", { name: "変更の履歴を見る" }).click();
    const versions = main(page).getByRole("listitem");
    expect(await versions.nth(0).innerText()).toMatch(/第3版[\s\S]*この端末の担当者[\s\S]*担当課からの電話/u);
    expect(await versions.nth(1).innerText()).toMatch(/第2版[\s\S]*照会への回答/u);
    await page.getByRole("link", { name: "第2版を見る" }).click();
    const older = await main(page).innerText();
    expect(older).toContain("第2版の内容を表示しています");
    expect(older).toContain("隔年で訪問団を送る。");
    await page.getByRole("link", { name: "いまの記録を見る" }).click();
    expect(await main(page).innerText()).toContain("毎年、訪問団を送る。");
  });

  it("shows the public that and when, not who and why", async () => {
    const page = await visitAsPublic();
    await page.goto(`${RECORD}/history`);
    const text = await main(page).innerText();
    expect(text).toContain("第3版");
    expect(text).not.toContain("担当課からの電話");
    expect(await page.getByRole("link", { name: "第2版を見る" }).count()).toBe(0);
  });
});

describe("two records of one agreement", () => {
  it("become one, and two again when that was wrong", async () => {
    const page = await visitAsOperator();
    const made: string[] = [];
    for (const title of ["架空友好交流協定", "架空友好交流に関する協定書"]) {
      await page.goto("/agreements/new");
      await page.getByLabel("提携・協定の名称").fill(title);
      await page.getByLabel("自治体の名前またはコード（1）").fill("青森県青森市");
      await page.getByLabel("名前または海外側の番号（1）").fill("大韓民国京畿道平澤市");
      await save(page);
      await settleWhoIsMeant(page);
      made.push(new URL(page.url()).pathname);
    }
    const [kept = "", absorbed = ""] = made;

    await page.goto(kept);
    await main(page).getByRole("link", { name: "別の記録と統合する" }).click();
    await main(page).getByRole("searchbox").fill("架空友好交流に関する協定書");
    await page.getByRole("button", { name: "検索する" }).click();
    await main(page)
      .getByRole("link", { name: `この記録とくらべる ${absorbed.slice(-7)}` })
      .first()
      .click();
    await page.getByRole("button", { name: "一つの記録に統合する" }).click();
    expect(await main(page).innerText()).toContain("理由を入力してください。");
    await page.getByLabel("統合の理由").fill("同じ文書の二つの登録");
    await page.getByRole("button", { name: "一つの記録に統合する" }).click();
    expect(await page.getByRole("status").innerText()).toContain("二つの記録を一つに統合しました。");

    const citizen = await visitAsPublic();
    await citizen.goto(absorbed);
    expect(new URL(citizen.url()).pathname).toBe(kept);

    await page.getByRole("link", { name: "変更の履歴を見る" }).click();
    await page.getByRole("button", { name: "この統合を取り消す" }).click();
    expect(await page.getByRole("status").innerText()).toContain("二つの記録に戻っています。");
    await citizen.goto(absorbed);
    expect(await titleOf(citizen)).toBe("架空友好交流に関する協定書");
  });
});

/** The form asks when a name may be a counterpart that is already recorded. */
async function settleWhoIsMeant(page: Page): Promise<void> {
  const known = page.getByRole("radio").first();
  if (!page.url().endsWith("/new") || (await known.count()) === 0) return;
  await known.check();
  await save(page);
}
