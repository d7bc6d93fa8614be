/** An officer brings a legacy report in, settles what was noticed, and the public reads the records that come of it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForJourneys, dataFolder, numberIn, titleOf, visitAsOperator, visitAsPublic } from "./visit.ts";

browserForJourneys();

const REPORT = "test/fixtures/agreement-survey/invented-report.txt";
const MEGABYTE = 1024 * 1024;
let document = "";

type Upload = string | Readonly<{ name: string; mimeType: string; buffer: Buffer }>;

async function upload(page: Page, file: Upload): Promise<void> {
  await page.goto("/imports");
  await page.getByRole("link", { name: "ファイルを取り込む" }).first().click();
  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "読み取る" }).click();
}

/** Leaves the page on the sheet with that title, reached from the list of the document. */
async function openSheet(page: Page, title: string, nth = 0): Promise<void> {
  await page.goto(document);
  await page
    .getByRole("table", { name: "個票の一覧" })
    .getByRole("link", { name: title, exact: true })
    .nth(nth)
    .click();
  expect(await titleOf(page)).toBe(title);
}

/** Listings of the cross table, as the public reads it. */
async function publicListings(): Promise<number> {
  const page = await visitAsPublic();
  await page.goto("/tables/by-field");
  return numberIn(await page.locator("table.cross tbody tr:last-child td:last-child a").first().innerText());
}

const actions = (page: Page) => page.getByRole("region", { name: "この個票の操作" });
const main = (page: Page) => page.getByRole("main");

async function openRecord(page: Page): Promise<string> {
  await main(page)
    .getByRole("link", { name: /^記録を開く A/u })
    .first()
    .click();
  return new URL(page.url()).pathname;
}

async function importsListed(page: Page): Promise<number> {
  await page.goto("/imports");
  return main(page).locator("tbody tr").count();
}

describe("a survey report becomes records", () => {
  it("is closed to the public", async () => {
    const page = await visitAsPublic();
    for (const path of ["/imports", "/imports/new", "/imports/I000001"]) {
      expect((await page.goto(path))?.status(), path).toBe(403);
      expect(await titleOf(page)).toBe("この記録を開く権限がありません");
    }
  });

  it("reads all sheets and accepts nothing by itself", async () => {
    const before = await publicListings();
    const page = await visitAsOperator();
    await upload(page, REPORT);
    document = new URL(page.url()).pathname;
    expect(await page.getByRole("status").innerText()).toContain("個票は16件です。まだ何も確定していません。");
    expect(await main(page).innerText()).toContain("個人のものとみられるメールアドレスがあるため、原本は保管せず");
    expect(await page.content()).not.toContain("taro.yamada");
    expect(await publicListings()).toBe(before);
  });

  it("shows one finding at a time, and accepts a blocked sheet once it is settled with a reason", async () => {
    const page = await visitAsOperator();
    await page.goto(document);
    await page.getByRole("link", { name: /^取り込めません/u }).click();
    await main(page).getByRole("link", { name: "相互交流協定", exact: true }).click();
    expect(await page.locator(".finding").count()).toBe(1);
    expect(await page.locator("ol.src .here").innerText()).toContain("個人のものとみられるメールアドレス");

    expect(await actions(page).innerText()).toContain("「取り込めません」が1件あるので、先に決めてください。");
    await page.getByRole("button", { name: "この内容で確定する" }).press("Enter");
    await page.waitForURL("**/accept");
    expect(await main(page).innerText()).toContain("「取り込めません」の確認事項が残っています。先に決めてください。");

    await openSheet(page, "相互交流協定");
    await page.getByText("この確認事項を決定する").click();
    await page.getByRole("button", { name: "この内容で決定する" }).click();
    expect(await main(page).innerText()).toContain("理由を入力してください。");
    await page.getByLabel("決めた内容と理由").fill("アドレスを除いて記録することを担当課と確かめた。");
    await page.getByRole("button", { name: "この内容で決定する" }).click();
    expect(await page.getByRole("status").innerText()).toContain("確認事項を決定しました。");
    await page.getByRole("button", { name: "この内容で確定する" }).click();
    expect(await page.getByRole("status").innerText()).toContain("確定しました。");

    const record = await openRecord(page);
    const citizen = await visitAsPublic();
    await citizen.goto(record);
    expect(await titleOf(citizen)).toBe("相互交流協定");
    expect(await main(citizen).innerText()).toContain("invented-report.txt");
  });

  it("corrects a sheet before it is accepted", async () => {
    const page = await visitAsOperator();
    await openSheet(page, "わかば町・南原市生徒交流に関する合意書");
    await actions(page).getByRole("link", { name: "直してから確定する" }).click();
    const reading = page.getByLabel("読み方（1）");
    expect(await reading.inputValue()).toBe("2008年8月3日");
    await reading.fill("2010年13月3日");
    await page.getByRole("button", { name: "日本側の行を増やす" }).click();
    expect(await reading.inputValue()).toBe("2010年13月3日");
    await page.getByRole("button", { name: "直した内容で確定する" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("1か所を直してください");
    expect(await page.getByRole("alert").innerText()).toContain("13月という月はありません。");
    await reading.fill("2010年8月3日");
    await page.getByRole("button", { name: "直した内容で確定する" }).click();
    const record = await openRecord(page);
    const { dates } = await (await page.request.get(`${record}.json`)).json();
    expect(dates).toMatchObject([{ asPrinted: "平成20（2010）年8月3日", date: "2010-08-03", role: "signed" }]);
  });

  it("skips a sheet with a reason, and can take it up again", async () => {
    const page = await visitAsOperator();
    await openSheet(page, "友好協定");
    await actions(page).getByRole("link", { name: "この個票をとばす" }).click();
    await page.getByLabel("理由").fill("当事者を照会している。");
    await page.getByRole("button", { name: "とばす", exact: true }).click();
    expect(await page.getByRole("status").innerText()).toContain("とばしました。あとで確認待ちに戻せます。");
    await openSheet(page, "友好協定");
    expect(await main(page).innerText()).toContain("とばした理由：当事者を照会している。");
    expect(await actions(page).getByRole("link", { name: "確認待ちに戻す" }).count()).toBe(1);
  });

  it("links a second listing of an agreement to its record instead of making another", async () => {
    const page = await visitAsOperator();
    await openSheet(page, "相互交流協定", 1);
    const candidate = page.locator("#candidates, [aria-labelledby=candidates]").getByRole("listitem").first();
    expect(await candidate.innerText()).toContain("協定名が同じ");
    await candidate.getByRole("link", { name: "違いを見て、この記録に結びつける" }).click();
    expect(await main(page).innerText()).toContain("②文化交流");
    await page.getByRole("button", { name: "この記録に結びつける" }).click();
    expect(await page.getByRole("status").innerText()).toContain("既存の記録に結びつけました。");
    await openRecord(page);
    expect(await main(page).locator(".tag.re").first().innerText()).toContain("②文化交流（再掲）");
  });

  it("accepts the sheets without findings together, and the public tables count them", async () => {
    const before = await publicListings();
    const page = await visitAsOperator();
    await page.goto(document);
    const button = page.getByRole("button", { name: /^確認事項のない個票をまとめて確定する/u });
    const promised = numberIn(await button.innerText());
    await button.click();
    const [accepted, linked] = [...(await page.getByRole("status").innerText()).matchAll(/(\d+)件を/gu)].map(
      ([, digits]) => Number(digits),
    );
    expect(promised).toBeGreaterThan(0);
    expect(accepted).toBeGreaterThan(0);
    expect((accepted ?? 0) + (linked ?? 0)).toBeLessThanOrEqual(promised);
    expect(await publicListings()).toBe(before + (accepted ?? 0) + (linked ?? 0));
    const citizen = await visitAsPublic();
    await citizen.goto("/agreements?q=世界の窯");
    expect(await citizen.locator("#results").innerText()).toBe("1件の提携・協定");
  });

  it("takes them back together with a reason, and accepts them again", async () => {
    const page = await visitAsOperator();
    const before = await publicListings();
    await page.goto(document);
    const counted = page.getByRole("table", { name: "確定の取り消し" });
    await counted
      .getByRole("row", { name: /記録にした(?!1件)/u })
      .getByRole("link")
      .click();
    const button = page.getByRole("button", { name: /件の確定を取り消す$/u });
    const promised = numberIn(await button.innerText());
    await button.press("Enter");
    expect(await main(page).innerText()).toContain("理由を入力してください。");
    await page.getByLabel("取り消す理由").fill("別の年の報告書と取り違えた。");
    await button.click();
    expect(await page.getByRole("status").innerText()).toContain(`${promised}件の確定を取り消し`);
    expect(await publicListings()).toBe(before - promised);
    const citizen = await visitAsPublic();
    await citizen.goto("/agreements?q=世界の窯");
    expect(await citizen.locator("#results").innerText()).toBe("0件の提携・協定");
    await page.getByRole("button", { name: /^確認事項のない個票をまとめて確定する/u }).click();
    expect(await page.getByRole("status").getByRole("link", { name: "この確定を取り消す" }).count()).toBe(1);
    expect(await publicListings()).toBe(before);
  });

  it("makes nothing of the same file a second time", async () => {
    const before = await publicListings();
    const page = await visitAsOperator();
    const listed = await importsListed(page);
    await upload(page, REPORT);
    expect(new URL(page.url()).pathname).toBe(document);
    expect(await page.getByRole("status").innerText()).toContain("新しくは何も作っていません。");
    expect(await importsListed(page)).toBe(listed);
    expect(await publicListings()).toBe(before);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["a broken Word file", "kyotei.docx", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]), 422, "読み込めません"],
    ["a Word file cut off in the middle", "cut.docx", Buffer.from("PK\u0003\u0004\u0014broken"), 422, "読み"],
    ["an empty file", "kara.txt", Buffer.alloc(0), 422, "文字がありません"],
    ["a letter of another kind", "tegami.txt", Buffer.from("本日は晴天です。\n"), 422, "様式が分かりませんでした"],
    ["a file a little over 20 MB", "big.txt", Buffer.alloc(20 * MEGABYTE + 10, "a"), 413, "大きすぎます"],
    ["a file of 45 MB", "huge.txt", Buffer.alloc(45 * MEGABYTE, "a"), 413, "大きすぎます"],
  ])("says in words why %s is refused, and keeps the way open", async (_what, name, buffer, status, words) => {
    const page = await visitAsOperator();
    const listed = await importsListed(page);
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await upload(page, inFolder(name, buffer));
    expect((await answer).status()).toBe(status);
    expect(await main(page).innerText()).toContain(words);
    expect(await importsListed(page)).toBe(listed);
  });
});

describe("a table of agreements", () => {
  it("is read after its columns were confirmed, and the columns keep their meaning for the next one", async () => {
    const page = await visitAsOperator();
    await upload(
      page,
      await workbook("kyotei.xlsx", [["架空港湾協定", "神奈川県横浜市", "大韓民国", "釜山広域市", "2019年4月5日"]]),
    );
    expect(await main(page).innerText()).toContain("列の対応を確認してください");
    await main(page).getByRole("link", { name: "列の対応を確認する" }).click();
    await page.getByLabel("C この列の内容").selectOption({ label: "国・地域" });
    await page.getByLabel("名前を付けて保存する（任意）").fill("港湾課の表");
    await page.getByRole("button", { name: "この対応で読み取る" }).click();
    await main(page).getByRole("link", { name: "架空港湾協定" }).click();
    await page.getByRole("button", { name: "この内容で確定する" }).click();
    await openRecord(page);
    expect(await main(page).locator(".parties").innerText()).toContain("大韓民国");
    expect(await main(page).locator(".facts time").first().getAttribute("datetime")).toBe("2019-04-05");

    await upload(
      page,
      await workbook("tsugi.xlsx", [["架空航路協定", "福岡県福岡市", "中華人民共和国", "上海市", "2020年1月6日"]]),
    );
    await main(page).getByRole("link", { name: "列の対応を確認する" }).click();
    await page.getByLabel("保存した対応").selectOption("港湾課の表");
    await page.getByRole("button", { name: "保存した対応を当てはめる" }).click();
    expect(await page.getByLabel("C この列の内容").locator("option:checked").innerText()).toBe("国・地域");
  });
});

/** By its path, as a person chooses it: the browser reads it while sending. */
function inFolder(name: string, bytes: Buffer): string {
  const path = join(dataFolder, name);
  writeFileSync(path, bytes);
  return path;
}

async function workbook(name: string, rows: readonly (readonly string[])[]): Promise<Upload> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("一覧");
  sheet.addRow(["協定名", "日本の自治体", "相手国等", "相手都市", "締結日"]);
  for (const row of rows) sheet.addRow([...row]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, mimeType, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}
