/** The whole way of a new approver: invited by the body's administrator, two factors, approval, the public page. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { codeFor, secretOn } from "../../support/authenticator.ts";
import { browserForJourneys, dataFolder, titleOf, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const EMAIL = "new-approver@city.example.jp";
const PASSWORD = "ひばりが三羽 麦畑のうえ";
const TITLE = "港まつりの相互参加に関する覚書";
const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true }).click();

it("an invited approver sets up two factors and approves what an editor wrote, and everybody reads it", async () => {
  const administrator = await visitAs("body-administrator");
  await administrator.goto("/bodies");
  await main(administrator).getByRole("link", { name: "鹿児島市" }).first().click();
  await administrator.goto(`${new URL(administrator.url()).pathname}/members/invite`);
  await main(administrator).getByLabel("メールアドレス").fill(EMAIL);
  await main(administrator).getByLabel("役割").selectOption({ label: "自治体の承認担当" });
  await press(administrator, "招待を送る");
  expect(await main(administrator).innerText()).toContain("招待を用意しました");

  const approver = await visitAsPublic();
  await approver.goto(linkInLetterTo(EMAIL));
  await approver.getByLabel("氏名").fill("新任 承子");
  await approver.getByLabel("パスワード", { exact: false }).fill(PASSWORD);
  await press(approver, "アカウントを作って始める");
  const secret = await setUpApp(approver);
  await approver.goto("/account");
  await press(approver, "サインアウトする");
  await approver.goto("/sign-in");
  await approver.getByLabel("メールアドレス").fill(EMAIL);
  await approver.getByLabel("パスワード").fill(PASSWORD);
  await press(approver, "サインインする");
  await approver.getByLabel("確認コード").fill(codeFor(secret, 1)); // that of setting up was used
  await press(approver, "確認する");

  const address = await sendForApproval(await visitAs("municipal-editor"));
  expect((await (await visitAsPublic()).goto(address))?.status()).toBe(404);
  await approver.goto("/agreements/drafts?state=waiting");
  await main(approver).getByRole("link", { name: TITLE }).click();
  await press(approver, "承認して公開する");
  const citizen = await visitAsPublic();
  await citizen.goto(address);
  expect(await titleOf(citizen)).toBe(TITLE);
  expect(await citizen.getByRole("main").innerText()).not.toContain("新任 承子");

  await administrator.goto("/audit");
  const told = await main(administrator).innerText();
  expect(told).toContain("新任 承子");
  expect(told).toContain(`提携・協定「${TITLE}」`);
});

async function sendForApproval(editor: Page): Promise<string> {
  await editor.goto("/agreements/new");
  await main(editor).getByLabel("提携・協定の名称").fill(TITLE);
  await main(editor).getByLabel("自治体の名前またはコード（1）").fill("鹿児島市");
  await main(editor).getByLabel("名前または海外側の番号（1）").fill("オーストラリア連邦パース市");
  await press(editor, "保存する");
  const address = new URL(editor.url()).pathname;
  await main(editor).getByRole("link", { name: "承認を依頼する", exact: true }).click();
  await press(editor, "承認を依頼する");
  return address;
}

async function setUpApp(page: Page): Promise<string> {
  await page.goto("/account/totp");
  await page.getByLabel("パスワード").fill(PASSWORD);
  await press(page, "次へ進む");
  const secret = secretOn(await page.locator("main code").innerText());
  await page.getByLabel("アプリに表示されたコード").fill(codeFor(secret));
  await press(page, "確かめて使い始める");
  return secret;
}

/** Without a mail server letters lie in the outbox, one file each. */
function linkInLetterTo(email: string): string {
  const outbox = join(dataFolder, "outbox");
  const letters = existsSync(outbox) ? readdirSync(outbox).map((name) => readFileSync(join(outbox, name), "utf8")) : [];
  const letter = letters.find((text) => text.includes(email)) ?? "";
  const link = /https?:\/\/\S+\/invitation\?token=[\w-]+/u.exec(letterBody(letter))?.[0];
  if (link === undefined) throw new Error(`no invitation for ${email} among ${letters.length} letters`);
  return link;
}

function letterBody(letter: string): string {
  const [head = "", body = ""] = letter.split(/\r?\n\r?\n([\s\S]*)/u);
  return /base64/iu.test(head) ? Buffer.from(body, "base64").toString("utf8") : body;
}
