/** The same tasks without a mouse: every step is a key, and the focus can be seen wherever it stands. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForJourneys, titleOf, visitAsOperator, visitAsPublic } from "./visit.ts";

browserForJourneys();

/** Reading the focus needs a script of the test's own; the pages ship none. */
const WITH_SCRIPT = { javaScriptEnabled: true };
const MOST_STOPS = 120;

type Stop = Readonly<{ text: string; id: string; visible: boolean }>;

const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement; // something always has the focus, if only the body
    const look = getComputedStyle(element);
    const isOutlined = look.outlineStyle !== "none" && Number.parseFloat(look.outlineWidth) >= 2;
    const box = element.getBoundingClientRect();
    const isInView = box.bottom > 0 && box.top < innerHeight && box.width > 0;
    return {
      text: (element.innerText ?? "").trim(),
      id: element.id,
      visible: isInView && (isOutlined || look.boxShadow !== "none"),
    };
  });

/** Tabs on until the focus stands there; each stop on the way has to be seen. */
async function tabTo(page: Page, isThere: (stop: Stop) => boolean): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    expect(stop.visible, `focus on 「${stop.text || stop.id}」`).toBe(true);
    if (isThere(stop)) return;
  }
  throw new Error("the focus never came there");
}

const follow = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
};

describe("without a mouse", () => {
  it("skips to the content, searches, narrows and opens an agreement", async () => {
    const page = await visitAsPublic(WITH_SCRIPT);
    await page.goto("/agreements");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ text: "本文へ移動", visible: true });
    await page.keyboard.press("Enter");
    expect((await focused(page)).id).toBe("main");

    await tabTo(page, ({ id }) => id === "q");
    await page.keyboard.type("韓国");
    await follow(page);
    await tabTo(page, ({ text }) => text.startsWith("②文化交流"));
    await follow(page);
    expect(new URL(page.url()).searchParams.get("field")).toBe("②");

    await tabTo(page, ({ text }) => text.startsWith("並び順"));
    await page.keyboard.press("Enter");
    await tabTo(page, ({ text }) => text === "名称の順");
    await follow(page);
    expect(new URL(page.url()).searchParams.get("sort")).toBe("title");

    const title = await page.getByRole("main").getByRole("rowheader").first().getByRole("link").innerText();
    await tabTo(page, ({ text }) => text === title);
    await follow(page);
    expect(await titleOf(page)).toBe(title.replaceAll("\n", ""));
  });

  it("scrolls a wide table on a small screen", async () => {
    const page = await visitAsPublic({ ...WITH_SCRIPT, viewport: { width: 320, height: 640 } });
    await page.goto("/tables/by-field");
    const region = page.getByRole("region", { name: "分野別の掲載数の表" });
    await region.focus();
    for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  it("is led from the error summary to the field, and keeps what was typed", async () => {
    const page = await visitAsOperator(WITH_SCRIPT);
    await page.goto("/agreements/A000118");
    await tabTo(page, ({ text }) => text === "編集する");
    await follow(page);
    await tabTo(page, ({ id }) => id === "dates.0.asPrinted");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("令和6年13月15日");
    await tabTo(page, ({ id }) => id === "activities");
    await page.keyboard.type("雪の学校を開く。");
    await tabTo(page, ({ id }) => id === "reason");
    await follow(page);

    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("13月という月はありません。");
    expect(await alert.innerText()).toContain("入力した内容は残っています。");
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    await tabTo(page, ({ text }) => text.includes("13月"));
    await page.keyboard.press("Enter");
    expect((await focused(page)).id).toBe("dates.0.asPrinted");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("令和6年12月15日");
    await follow(page);
    expect(await page.getByRole("status").innerText()).toContain("変更を保存しました。");
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("令和6年12月15日");
    expect(text).toContain("雪の学校を開く。");
  });
});
