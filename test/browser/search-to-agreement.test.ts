/** An officer looks for agreements with Korea, and follows one to its people, its country and its numbers. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForJourneys, numberIn, titleOf, visitAsPublic } from "./visit.ts";

browserForJourneys();

const search = async (page: Page, words: string): Promise<void> => {
  await page.getByRole("search").getByRole("searchbox").fill(words);
  await page.getByRole("search").getByRole("button", { name: "検索する" }).click();
};
const found = async (page: Page): Promise<number> => numberIn(await page.locator("#results").innerText());
const facet = (page: Page, group: string) =>
  page.locator(".facets > details").filter({ has: page.locator("summary", { hasText: group }) });
const rows = (page: Page) => page.getByRole("table", { name: "条件に合う提携・協定" }).locator("tbody tr");

describe("from a word to an agreement, without JavaScript", () => {
  it("finds 韓国 under its full name, narrows by field, sorts, and follows an agreement to its party and country", async () => {
    const page = await visitAsPublic();
    await page.goto("/");
    await search(page, "韓国");
    expect(await page.getByText("「韓国」は").innerText()).toBe("「韓国」は、国・地域「大韓民国」でもさがしました。");
    const all = await found(page);

    const education = facet(page, "分野").getByRole("link", { name: "①教育交流" });
    const promised = numberIn((await education.innerText()).replace("①教育交流", ""));
    await education.click();
    expect(new URL(page.url()).searchParams.get("q")).toBe("韓国");
    expect(await rows(page).count()).toBe(promised);
    expect(promised).toBeLessThan(all);

    await page.locator("summary", { hasText: "並び順" }).click();
    await page.getByRole("link", { name: "締結日が古い順" }).click();
    const years = await rows(page)
      .locator("time")
      .evaluateAll((dates) => dates.map((date) => date.getAttribute("datetime")));
    expect(years).toEqual([...years].sort());
    expect(await rows(page).count()).toBe(promised);

    const title = await rows(page).first().getByRole("rowheader").getByRole("link").innerText();
    await page.getByRole("link", { name: title, exact: true }).first().click();
    expect(await titleOf(page)).toBe(title);

    const counterpart = page.locator(".parties > div").last();
    const name = await counterpart.locator(".name a").first().innerText();
    await counterpart.locator(".name a").first().click();
    expect(page.url()).toContain("/counterparts/");
    expect(await page.getByRole("main").innerText()).toContain(title);
    expect(name).toContain(await titleOf(page));

    await page.getByRole("main").getByRole("link", { name: "大韓民国", exact: true }).first().click();
    expect(await titleOf(page)).toBe("大韓民国");
    await page.goBack();
    await page.goBack();
    expect(await titleOf(page)).toBe(title);
  });

  it.each([
    ["哈爾濱", "ハルビン"],
    ["韓国", "大韓民国"],
  ])("finds the same agreements by %s and by %s", async (one, other) => {
    const page = await visitAsPublic();
    const titles: string[][] = [];
    for (const word of [one, other]) {
      await page.goto(`/agreements?q=${word}`);
      titles.push(await rows(page).getByRole("rowheader").locator("a").allInnerTexts());
    }
    expect(titles[0]?.length).toBeGreaterThan(0);
    expect(titles[1]).toEqual(titles[0]);
  });

  it("finds a two-character word in titles and fields, and an office by its code", async () => {
    const page = await visitAsPublic();
    await page.goto("/agreements?q=教育");
    expect(await found(page)).toBeGreaterThan(10);
    await search(page, "02201");
    expect(await page.getByText("自治体の「").innerText()).toContain("青森市");
    for (const japan of await rows(page).locator("[data-label=日本側]").allInnerTexts())
      expect(japan).toContain("青森市");
    await search(page, "022012");
    expect(await found(page)).toBeGreaterThan(0);
  });

  it("leaves a way out of a search without hits", async () => {
    const page = await visitAsPublic();
    await page.goto("/agreements?q=教育&country=TR");
    expect(await page.getByRole("main").innerText()).toContain("「教育」の協定は見つかりませんでした");
    const loosened = page.getByRole("main").getByRole("link", { name: "相手「トルコ共和国」の条件を外す" });
    const promised = numberIn(await loosened.locator("xpath=ancestor::li").innerText());
    await loosened.click();
    expect(await found(page)).toBe(promised);
    await search(page, "存在しない協定");
    await page.getByRole("main").getByRole("link", { name: "条件をすべて外す" }).last().click();
    expect(await found(page)).toBeGreaterThan(promised);
  });

  it("opens behind the numbers of the cross tables exactly as many listings", async () => {
    const page = await visitAsPublic();
    for (const table of ["by-field", "by-country"]) {
      await page.goto(`/tables/${table}`);
      const cells = await page
        .locator("table.cross td a")
        .evaluateAll((links) =>
          links.map((link) => ({ text: link.textContent ?? "", href: link.getAttribute("href") ?? "" })),
        );
      expect(cells.length).toBeGreaterThan(20);
      const opened = await Promise.all(
        cells
          .filter((_, index) => index % 3 === 0)
          .map(async ({ text, href }) => {
            const list = await (await page.request.get(href)).text();
            return { href, printed: numberIn(text), listed: Number(/data-listings="(\d+)"/u.exec(list)?.[1]) };
          }),
      );
      for (const { href, printed, listed } of opened) expect(listed, href).toBe(printed);
    }
  });

  it("stays on the same page when the language changes, there and back", async () => {
    const page = await visitAsPublic();
    await page.goto("/agreements?q=韓国&field=①");
    const all = await found(page);
    await page.getByRole("banner").getByRole("link", { name: "English" }).click();
    expect(new URL(page.url()).pathname).toBe("/en/agreements");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await found(page)).toBe(all);
    await page.getByRole("banner").getByRole("link", { name: "日本語" }).click();
    expect(decodeURIComponent(new URL(page.url()).search)).toBe("?q=韓国&field=①");
    expect(await found(page)).toBe(all);
  });
});
