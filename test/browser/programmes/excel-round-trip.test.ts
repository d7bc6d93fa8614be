/**
 * A year's plan and result by way of a spreadsheet: the workbook is downloaded, edited by a library that knows nothing of
 * ours (it drops what it does not know, as other programs do), sent, looked at, saved. With a script and without.
 */
import ExcelJS from "exceljs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const textOf = (page: Page) => main(page).innerText();
const press = (page: Page, name: string | RegExp) => main(page).getByRole("button", { name }).click();

/** 札幌市 asks nobody for approval: what is saved is public at once. */
async function aRecordedProgramme(title: string): Promise<string> {
  const editor = await visitAs("other-city-editor");
  await editor.goto("/programmes/new");
  await main(editor).getByLabel("事業名", { exact: false }).first().fill(title);
  await press(editor, "保存する");
  const address = new URL(editor.url()).pathname;
  await editor.goto(`${address}/years/2024/plan`);
  await main(editor).locator("#status").selectOption("planned");
  await main(editor).locator('[id="events.0.name"]').fill("第3回冬の都市会議");
  await main(editor).locator('[id="events.0.date"]').fill("令和6年11月22日");
  await main(editor).locator('[id="events.0.place"]').fill("札幌市");
  await press(editor, "保存する");
  expect(await textOf(editor)).toContain("第3回冬の都市会議");
  await editor.close();
  return address;
}

/** From the list of programmes, as an officer finds it. */
async function downloaded(page: Page): Promise<ExcelJS.Workbook> {
  await page.goto("/programmes");
  await main(page).getByRole("link", { name: "Excelの記入表で直す" }).click();
  const waiting = page.waitForEvent("download");
  await main(page).getByRole("link", { name: "記入表（Excel）を受け取る" }).click();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await (await waiting).path());
  return workbook;
}

async function send(page: Page, workbook: ExcelJS.Workbook): Promise<void> {
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await page.goto("/programmes/workbook");
  await page.locator("#file").setInputFiles({ name: "記入表.xlsx", mimeType: "application/octet-stream", buffer });
  await press(page, "違いを見る");
}

/** The cell under a header, in the first row of the programme on the sheet. */
function cellOf(workbook: ExcelJS.Workbook, sheet: string, title: string, header: string): ExcelJS.Cell {
  const found = workbook.getWorksheet(sheet);
  const headers = (found?.getRow(1).values ?? []) as unknown[];
  const titles = (found?.getColumn(headers.indexOf("事業名")).values ?? []) as unknown[];
  const cell = found?.getCell(titles.indexOf(title), headers.indexOf(header));
  if (cell === undefined) throw new Error(`${sheet} ${title} ${header}`);
  return cell;
}

/** What, before, after and cell of every row of the preview. */
const differences = (page: Page) =>
  main(page)
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell as HTMLElement).innerText.trim())),
    );

describe.each([
  ["with a script", true],
  ["without a script", false],
])("the workbook of programmes %s", (how, javaScriptEnabled) => {
  const title = `冬の都市会議（${how}）`;
  let address: string;

  it("comes back as it went out, and nothing differs", async () => {
    address = await aRecordedProgramme(title);
    const editor = await visitAs("other-city-editor", { javaScriptEnabled });
    await send(editor, await downloaded(editor));
    expect(await textOf(editor)).toContain("違いはありません");
    expect(
      await main(editor)
        .getByRole("button", { name: /保存する/u })
        .count(),
    ).toBe(0);
  });

  it("comes back edited: exactly the differences are shown, saved when confirmed, read by everybody, and kept", async () => {
    const editor = await visitAs("other-city-editor", { ...WITH_AXE, javaScriptEnabled });
    const workbook = await downloaded(editor);
    cellOf(workbook, "年度別", title, "状況").value = "中止";
    cellOf(workbook, "年度別", title, "理由").value = "大雪のため中止";
    const [place, date] = ["場所", "日付"].map((header) => cellOf(workbook, "行事", title, header));
    Object.assign(place ?? {}, { value: "小樽市" });
    Object.assign(date ?? {}, { value: new Date(Date.UTC(2025, 1, 7)), numFmt: "yyyy/m/d" });
    await send(editor, workbook);
    expect((await differences(editor)).map((row) => row.slice(0, 3))).toEqual([
      ["状況", "計画", "中止"],
      ["理由", "（なし）", "大雪のため中止"],
      ["第3回冬の都市会議：日付", "令和6年11月22日", "令和7年2月7日"],
      ["第3回冬の都市会議：場所", "札幌市", "小樽市"],
    ]);
    expect(await textOf(editor)).toMatch(/「行事」シートの[A-Z]+\d+/u);
    if (javaScriptEnabled) await judge(editor, "preview of the workbook");
    const citizen = await visitAsPublic();
    await citizen.goto(address);
    expect(await textOf(citizen)).not.toContain("小樽市");
    await main(editor).getByLabel("変更の理由", { exact: false }).fill("会場と日程の変更");
    await press(editor, /事業の変更を保存する/u);
    expect(await textOf(editor)).toContain("1事業を保存しました");
    await citizen.goto(address);
    for (const words of ["小樽市", "令和7年2月7日", "大雪のため中止"]) expect(await textOf(citizen)).toContain(words);
    await editor.goto(`${address}/history`);
    expect(await textOf(editor)).toContain("理由: 会場と日程の変更");
  });

  it("is refused with the cell where it says what cannot be, and takes everything back by being edited again", async () => {
    const editor = await visitAs("other-city-editor", { javaScriptEnabled });
    const workbook = await downloaded(editor);
    const cell = cellOf(workbook, "行事", title, "日付");
    cell.value = "令和7年2月7日（月）";
    await send(editor, workbook);
    expect(await textOf(editor)).toContain(`「行事」シートの${cell.address}`);
    expect(await textOf(editor)).toContain("曜日が日付と合いません");
    expect(
      await main(editor)
        .getByRole("button", { name: /保存する/u })
        .count(),
    ).toBe(0);
    cell.value = "令和6年11月22日";
    cellOf(workbook, "行事", title, "場所").value = "札幌市";
    cellOf(workbook, "年度別", title, "状況").value = "計画";
    cellOf(workbook, "年度別", title, "理由").value = null;
    await send(editor, workbook);
    expect((await differences(editor)).map(([what]) => what)).toHaveLength(4);
    await press(editor, /事業の変更を保存する/u);
    await editor.goto(address);
    expect(await textOf(editor)).not.toContain("小樽市");
    await send(editor, workbook);
    expect(await textOf(editor)).toContain("新しい表を書き出してください");
  });
});
