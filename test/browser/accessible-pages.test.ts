/**
 * Every page and state, at the width of a desk and of a phone (320 px, which is also 400 % zoom): no violation of
 * WCAG 2.2 A and AA that axe can find, and nothing that has to be scrolled sideways.
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { judge, problemsOf, WITH_AXE } from "./judge.ts";
import { browserForJourneys, visitAs, visitAsOperator, visitAsPublic } from "./visit.ts";

browserForJourneys();

/** Other bytes than those of the upload's journey, which must be the first to bring its file. */
const REPORT = {
  name: "invented-report-again.txt",
  mimeType: "text/plain",
  buffer: Buffer.concat([readFileSync("test/fixtures/agreement-survey/invented-report.txt"), Buffer.from("\n")]),
};

const PUBLIC_PAGES: readonly (readonly [string, string, number])[] = [
  ["home", "/", 200],
  ["list", "/agreements?q=韓国&field=②", 200],
  ["list of many parties", "/agreements?parties=several", 200],
  ["nothing found", "/agreements?q=教育&country=TR", 200],
  ["agreement", "/agreements/A000001", 200],
  ["agreement with a year in conflict", "/agreements/A000035", 200],
  ["history", "/agreements/A000001/history", 200],
  ["local government", "/governments/02000", 200],
  ["counterpart", "/counterparts/C000001", 200],
  ["country", "/countries/CN", 200],
  ["table by field", "/tables/by-field", 200],
  ["table by field as data", "/tables/by-field?view=data", 200],
  ["open data", "/data", 200],
  ["sources", "/about", 200],
  ["gallery of parts", "/styleguide", 200],
  ["operator link used up", "/operator?token=used", 403],
  ["not found", "/nowhere", 404],
  ["forbidden", "/imports", 403],
  ["home in English", "/en", 200],
  ["list in English", "/en/agreements?q=Korea", 200],
  ["agreement in English", "/en/agreements/A000035", 200],
  ["table in English", "/en/tables/by-country", 200],
  ["not found in English", "/en/nowhere", 404],
];

const OPERATOR_PAGES: readonly (readonly [string, string])[] = [
  ["agreement", "/agreements/A000001"],
  ["new agreement", "/agreements/new"],
  ["edit form", "/agreements/A000001/edit"],
  ["edit form in English", "/en/agreements/A000001/edit"],
  ["history", "/agreements/A000001/history"],
  ["merge", "/agreements/A000001/merge?with=A000002"],
  ["withdrawal", "/agreements/A000001/withdraw"],
  ["records in work", "/agreements/drafts"],
  ["imports", "/imports"],
  ["upload", "/imports/new"],
  ["correction of a counterpart", "/counterparts/C000001/edit"],
  ["merge of counterparts", "/counterparts/C000001/merge?with=C000002"],
  ["session", "/operator"],
];

describe("the check itself", () => {
  it("notices a field without a name and pale text", async () => {
    const page = await visitAsPublic(WITH_AXE);
    await page.goto("/about");
    await page.evaluate(() => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", '<input type="text"><p class="pale">薄い字</p>');
      document.querySelector<HTMLElement>(".pale")?.style.setProperty("color", "#ccc");
    });
    const ids = (await problemsOf(page)).map((problem) => problem.split(":")[0]);
    expect(ids.sort()).toEqual(["color-contrast", "label"]);
  });
});

describe("a page everyone may read", () => {
  it.each(PUBLIC_PAGES)("has no barrier: %s", async (name, path, status) => {
    const page = await visitAsPublic(WITH_AXE);
    expect((await page.goto(path))?.status()).toBe(status);
    await judge(page, name);
  });
});

describe("a page of the officers", () => {
  it.each(OPERATOR_PAGES)("has no barrier: %s", async (name, path) => {
    const page = await visitAsOperator(WITH_AXE);
    expect((await page.goto(path))?.status()).toBe(200);
    await judge(page, name);
  });

  it("has no barrier: form with an error, and the conflict of two officers", async () => {
    const page = await visitAsOperator(WITH_AXE);
    await page.goto("/agreements/A000110/edit");
    await page.getByLabel("提携・協定の名称").fill("");
    await page.locator("#dates\\.0\\.asPrinted").fill("令和6年13月15日");
    await page.getByRole("button", { name: "保存する", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await judge(page, "form with an error");

    const [first, second] = [await visitAsOperator(), await visitAsOperator(WITH_AXE)];
    for (const [officer, text] of [
      [first, "隔年で送る。"],
      [second, "毎年、送る。"],
    ] as const) {
      await officer.goto("/agreements/A000111/edit");
      await officer.getByLabel("取組の内容").fill(text);
    }
    for (const officer of [first, second]) {
      await officer.getByRole("button", { name: "保存する", exact: true }).click();
      await officer.waitForLoadState();
    }
    await second.getByText("同じ記録が、先に変更されています").first().waitFor();
    await judge(second, "conflict");
  });

  it("has no barrier: draft, request, review with an error, what was returned, its history and the list", async () => {
    const editor = await visitAs("municipal-editor", WITH_AXE);
    const approver = await visitAs("municipal-approver", WITH_AXE);
    const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
    await editor.goto("/agreements/new");
    await editor.getByLabel("提携・協定の名称").fill("承認の画面のための覚書");
    await editor.getByLabel("自治体の名前またはコード（1）").fill("鹿児島市");
    await editor.getByLabel("名前または海外側の番号（1）").fill("大韓民国全州市");
    await press(editor, "保存する");
    const address = new URL(editor.url()).pathname;
    await editor.goto(`${address}/edit`);
    await editor.getByLabel("取組の内容").fill("高校生の山田太郎さんが参加した。");
    await press(editor, "保存する");
    await judge(editor, "draft");
    await editor.goto(`${address}/approval`);
    await judge(editor, "request for approval");
    await press(editor, "承認を依頼する");
    await judge(editor, "waiting for approval");
    await approver.goto(`${address}/review`);
    await press(approver, "承認して公開する");
    await approver.getByText("公開してよい理由を入力するか").waitFor();
    await judge(approver, "review with an error");
    await approver.getByLabel("差し戻しの理由").fill("名前を消してください");
    await press(approver, "差し戻す");
    await editor.goto(address);
    await judge(editor, "returned");
    await editor.goto(`${address}/history`);
    await judge(editor, "history with requests");
    await editor.goto("/agreements/drafts");
    await judge(editor, "records in work");
  });

  describe("about an imported report", () => {
    let document = "";
    beforeAll(async () => {
      const page = await visitAsOperator();
      await page.goto("/imports/new");
      await page.locator("#file").setInputFiles(REPORT);
      await page.getByRole("button", { name: "読み取る" }).click();
      await page.getByRole("status").waitFor();
      document = new URL(page.url()).pathname;
    });

    it.each([
      ["document", ""],
      ["sheet with a blocking finding", "/drafts/3"],
      ["sheet with warnings", "/drafts/2"],
      ["sheet with many parties", "/drafts/9"],
      ["correction of a sheet", "/drafts/12/edit"],
      ["linking", "/drafts/12/link?agreement=A000001"],
      ["skipping", "/drafts/12/skip"],
      ["findings that say the same", "/findings"],
      ["look-alikes", "/look-alikes"],
    ])("has no barrier: %s", async (name, path) => {
      const page = await visitAsOperator(WITH_AXE);
      expect((await page.goto(`${document}${path}`))?.status()).toBe(200);
      expect(page.url()).toContain(path);
      await judge(page, name);
    });

    it("has no barrier: taking an acceptance back", async () => {
      const page = await visitAsOperator(WITH_AXE);
      await page.goto(document);
      await page.getByRole("button", { name: /^確認事項のない個票をまとめて確定する/u }).click();
      await judge(page, "accepted together");
      await page.getByRole("status").getByRole("link", { name: "この確定を取り消す" }).click();
      await page.getByRole("button", { name: /件の確定を取り消す$/u }).click();
      await judge(page, "undo without a reason");
      // the journey of an upload may come next, and its sheets are to look like no record
      await page.getByLabel("取り消す理由").fill("画面を確かめるために確定した。");
      await page.getByRole("button", { name: /件の確定を取り消す$/u }).click();
      expect(await page.getByRole("status").innerText()).toContain("件の確定を取り消し");
    });

    it("has no barrier: correction of a sheet with an error and more rows, and one that a finding blocks", async () => {
      const page = await visitAsOperator(WITH_AXE);
      await page.goto(`${document}/drafts/2/edit`);
      await page.getByLabel("自治体の名前またはコード（2）").fill("府中市");
      await page.getByLabel("読み方（1）").fill("2010年13月3日");
      await page.getByRole("button", { name: "日付の行を増やす" }).click();
      await page.getByRole("button", { name: "直した内容で確定する" }).click();
      await page.getByRole("alert").waitFor();
      expect(await page.getByRole("group", { name: "「府中市」はどれですか" }).getByRole("radio").count()).toBe(3);
      await judge(page, "correction with an error");
      await page.goto(`${document}/drafts/3/edit`);
      await page.getByLabel("提携・協定の名称").press("Enter");
      await page.getByRole("alert").waitFor();
      await judge(page, "correction of a blocked sheet");
    });
  });
});

describe("on paper and in forced colours", () => {
  it("prints an agreement with its source and address, without menus and buttons", async () => {
    const page = await visitAsPublic();
    await page.goto("/agreements/A000035");
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "主なメニュー" }).isVisible()).toBe(false);
    expect(await page.getByText("このページのアドレス").first().isVisible()).toBe(true);
    expect(await page.getByRole("heading", { name: "出典" }).isVisible()).toBe(true);
    const paper = await page.pdf({ format: "A4" });
    expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
    expect(paper.length).toBeGreaterThan(10_000);
  });

  it.each(["/", "/agreements/A000035", "/tables/by-field"])(
    "keeps every text visible in forced colours: %s",
    async (path) => {
      const page = await visitAsPublic({ javaScriptEnabled: true, forcedColors: "active" });
      await page.goto(path);
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll("main *")].flatMap((element) => {
          const look = getComputedStyle(element);
          const own = [...element.childNodes].some(
            (node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "",
          );
          return own && look.color === look.backgroundColor ? [element.outerHTML.slice(0, 120)] : [];
        }),
      );
      expect(hidden).toEqual([]);
      expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    },
  );
});
