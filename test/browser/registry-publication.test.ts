/** From an editor's draft to the public page, through another person's approval: the whole way without JavaScript. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { browserForJourneys, titleOf, visitAs, visitAsPublic } from "./visit.ts";

browserForJourneys();

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => main(page).getByRole("link", { name, exact: true }).click();

let address: string;

it("an editor writes a draft and asks for approval; the public finds nothing", async () => {
  const editor = await visitAs("municipal-editor");
  await editor.goto("/agreements/new");
  await main(editor).getByLabel("提携・協定の名称").fill("青少年の交流に関する覚書");
  await main(editor).getByLabel("自治体の名前またはコード（1）").fill("鹿児島市");
  await main(editor).getByLabel("名前または海外側の番号（1）").fill("中華人民共和国湖南省長沙市");
  await press(editor, "保存する");
  expect(await main(editor).innerText()).toContain("下書きとして保存しました");
  address = new URL(editor.url()).pathname;
  const citizen = await visitAsPublic();
  expect((await citizen.goto(address))?.status()).toBe(404);

  await follow(editor, "編集する");
  await main(editor).getByLabel("取組の内容").fill("参加した高校生の山田太郎さんが発表した。");
  await press(editor, "保存する");
  expect(await main(editor).innerText()).toContain("若い参加者の名前とみられるもの「山田太郎さん」");
  await follow(editor, "承認を依頼する");
  await main(editor).getByLabel("承認者への連絡").fill("来月の訪問の前にお願いします");
  await press(editor, "承認を依頼する");
  expect(await main(editor).innerText()).toContain("承認を待っています");
});

it("the approver returns it with a reason; the editor corrects it and sends it again", async () => {
  const approver = await visitAs("municipal-approver");
  await approver.goto("/agreements/drafts?state=waiting");
  await follow(approver, "青少年の交流に関する覚書");
  expect(await main(approver).innerText()).toContain("来月の訪問の前にお願いします");
  await press(approver, "差し戻す");
  expect(await main(approver).innerText()).toContain("理由を入力してください。");
  await main(approver).getByLabel("差し戻しの理由").fill("名前を消してください");
  await press(approver, "差し戻す");

  const editor = await visitAs("municipal-editor");
  await editor.goto("/agreements/drafts?state=returned");
  await follow(editor, "青少年の交流に関する覚書");
  expect(await main(editor).innerText()).toContain("名前を消してください");
  await follow(editor, "編集する");
  await main(editor).getByLabel("取組の内容").fill("高校生が発表した。");
  await press(editor, "保存する");
  await follow(editor, "承認を依頼し直す");
  await press(editor, "承認を依頼する");
});

it("approved, everybody reads it; a later change waits while the old wording stays", async () => {
  const approver = await visitAs("municipal-approver");
  await approver.goto(address);
  await follow(approver, "内容を確かめて決める");
  await press(approver, "承認して公開する");
  expect(await main(approver).innerText()).toContain("承認して公開しました");
  const citizen = await visitAsPublic();
  await citizen.goto(address);
  expect(await titleOf(citizen)).toBe("青少年の交流に関する覚書");

  const editor = await visitAs("municipal-editor");
  await editor.goto(address);
  await follow(editor, "変更を提案する");
  await main(editor).getByLabel("提携・協定の名称").fill("青少年の相互交流に関する覚書");
  await press(editor, "承認を依頼する");
  await citizen.reload();
  expect(await titleOf(citizen)).toBe("青少年の交流に関する覚書");
  await approver.goto(`${address}/review`);
  expect(await main(approver).getByRole("table").innerText()).toContain("青少年の相互交流に関する覚書");
  await press(approver, "承認して公開する");
  await citizen.reload();
  expect(await titleOf(citizen)).toBe("青少年の相互交流に関する覚書");
});

it("an officer of another city reads it and is offered nothing to change", async () => {
  const stranger = await visitAs("other-city-editor");
  await stranger.goto(address);
  expect(await main(stranger).getByRole("navigation", { name: "この記録の編集" }).count()).toBe(0);
  expect((await stranger.goto(`${address}/edit`))?.status()).toBe(403);
});
