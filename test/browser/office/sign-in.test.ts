/** From the invitation to working with two factors, as a person does it: without JavaScript, except for the passkey. */
import { spawn } from "node:child_process";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { codeFor, secretOn } from "../../support/authenticator.ts";
import { judge, WITH_AXE } from "../judge.ts";
import { browserForJourneys, dataFolder, NARROW, origin, titleOf, visitAs, visitAsPublic } from "../visit.ts";

browserForJourneys();

const PASSWORD = "うみ山のあいだの汽車 7両";

describe("an invited officer", () => {
  it("accepts, sets up the app, signs in with it, and with a recovery code when it is not at hand", async () => {
    const link = await invite("journey@city.example.jp");
    const page = await visitAsPublic();
    await page.goto(link);
    expect(await page.getByRole("main").innerText()).toContain("鹿児島市 の「自治体の承認担当」として招待されています");
    await page.getByLabel("氏名").fill("旅路 花子");
    await page.getByLabel("パスワード", { exact: false }).fill(PASSWORD);
    await page.getByRole("button", { name: "アカウントを作って始める" }).click();
    expect(await titleOf(page)).toBe("アカウント");

    const { secret, recoveryCodes } = await setUpApp(page);
    expect(recoveryCodes).toHaveLength(10);
    await page.getByRole("link", { name: "控えました" }).click();
    await page.getByRole("button", { name: "サインアウトする" }).click();

    await signIn(page, "journey@city.example.jp");
    expect(await titleOf(page)).toBe("確認コードの入力");
    await page.getByLabel("確認コード").fill("000000");
    await page.getByRole("button", { name: "確認する" }).click();
    expect(await page.getByRole("main").innerText()).toContain("コードが違います");
    const used = codeFor(secret, 1); // that of setting up was used, and clocks may differ by one step
    await page.getByLabel("確認コード").fill(used);
    await page.getByRole("button", { name: "確認する" }).click();
    expect(await titleOf(page)).toBe("アカウント");
    await page.getByRole("button", { name: "サインアウトする" }).click();

    await signIn(page, "journey@city.example.jp");
    await page.getByLabel("確認コード").fill(used);
    await page.getByRole("button", { name: "確認する" }).click();
    expect(await page.getByRole("main").innerText()).toContain("そのコードは使用済みです");
    await page.getByRole("link", { name: "認証アプリが手元にないとき" }).click();
    await page.getByLabel("回復コード").fill(recoveryCodes[0]!);
    await page.getByRole("button", { name: "確認する" }).click();
    expect(await page.getByRole("main").innerText()).toContain("パスワードと回復コード");
    await page.getByRole("button", { name: "サインアウトする" }).click();
    await page.goto("/account");
    expect(await titleOf(page)).not.toBe("アカウント");
  });

  it("reads what to do when the link is wrong or was used", async () => {
    const page = await visitAsPublic({ viewport: NARROW });
    expect((await page.goto("/invitation?token=cut-off"))?.status()).toBe(404);
    expect(await page.getByRole("main").innerText()).toContain("途中で切らずに開いてください");
    const link = await invite("twice@city.example.jp");
    await page.goto(link);
    await page.getByLabel("氏名").fill("旅路 次郎");
    await page.getByLabel("パスワード", { exact: false }).fill(PASSWORD);
    await page.getByRole("button", { name: "アカウントを作って始める" }).click();
    const late = await visitAsPublic();
    expect((await late.goto(link))?.status()).toBe(410);
  });
});

describe("a passkey", () => {
  it("is added on the account page and opens the account without a password", async () => {
    const page = await visitAsPublic({ javaScriptEnabled: true });
    const device = await page.context().newCDPSession(page);
    await device.send("WebAuthn.enable");
    await device.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(await invite("passkey@city.example.jp"));
    await page.getByLabel("氏名").fill("旅路 三郎");
    await page.getByLabel("パスワード", { exact: false }).fill(PASSWORD);
    await page.getByRole("button", { name: "アカウントを作って始める" }).click();
    await page.getByRole("link", { name: "パスキーの登録と取り外し" }).click();
    await page.getByLabel("パスキーの名前").fill("執務室のノートPC");
    await page.getByRole("button", { name: "パスキーを登録する" }).click();
    await page.getByText("パスキーを追加しました。").waitFor();
    expect(await page.getByRole("main").innerText()).toContain("執務室のノートPC");
    await page.getByRole("button", { name: "サインアウトする" }).click();

    await page.goto("/sign-in");
    await page.getByRole("button", { name: "パスキーでサインインする" }).click();
    await page.waitForURL("**/account");
    const said = await page.getByRole("main").innerText();
    expect(said).toContain("旅路 三郎");
    expect(said).toMatch(/確かめ方\s+パスキー|パスキー/);
  });

  it("says what to do to who has no script", async () => {
    const page = await visitAsPublic();
    await page.goto("/sign-in");
    expect(await page.getByRole("main").innerText()).toContain("JavaScriptを使える設定のブラウザーで使えます");
    expect(await page.getByRole("button", { name: "パスキーでサインインする" }).count()).toBe(0);
  });
});

describe("a secondee of the sample", () => {
  it("switches the body and acts for the other one", async () => {
    const page = await visitAs("secondee");
    await page.goto("/account");
    const bar = page.getByRole("navigation", { name: "職員メニュー" });
    const [first, second] = (await bar.innerText()).startsWith("鹿児島県")
      ? ["鹿児島県", "鹿児島市"]
      : ["鹿児島市", "鹿児島県"];
    expect(await bar.innerText()).toContain(`${first} 国際交流担当 として作業中`);
    await page.getByRole("button", { name: `${second} 国際交流担当 の仕事をする` }).click();
    expect(await bar.innerText()).toContain(`${second} 国際交流担当 として作業中`);
  });
});

describe("every page on the way in", () => {
  it("is readable for everybody, on a desk and on a phone", async () => {
    const email = "judged@city.example.jp";
    const page = await visitAsPublic(WITH_AXE);
    for (const path of [
      "/sign-in",
      "/en/sign-in",
      "/sign-in/forgotten",
      "/sign-in/second-factor",
      "/invitation?token=x",
    ]) {
      await page.goto(path);
      await judge(page, path);
    }
    await page.goto(await invite(email));
    await judge(page, "invitation");
    await page.getByRole("button", { name: "アカウントを作って始める" }).click();
    await judge(page, "refused invitation");
    await page.getByLabel("氏名").fill("旅路 四郎");
    await page.getByLabel("パスワード", { exact: false }).fill(PASSWORD);
    await page.getByRole("button", { name: "アカウントを作って始める" }).click();
    await judge(page, "new account");
    await setUpApp(page, (name) => judge(page, name));
    for (const path of ["/account", "/account/password", "/account/totp", "/account/passkeys", "/en/account"]) {
      await page.goto(path);
      await judge(page, path);
    }
    await page.goto("/account");
    await page.getByRole("button", { name: "サインアウトする" }).click();
    await signIn(page, email);
    await judge(page, "second factor");
  });
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "サインインする", exact: true }).click();
}

async function setUpApp(page: Page, look: (name: string) => Promise<void> = async () => undefined) {
  await page.goto("/account/totp");
  await page.getByLabel("パスワード").fill(PASSWORD);
  await page.getByRole("button", { name: "次へ進む" }).click();
  await page.getByRole("img", { name: "認証アプリに登録するためのQRコード" }).waitFor();
  await look("set-up of the app");
  const secret = secretOn(await page.locator("main code").innerText());
  await page.getByLabel("アプリに表示されたコード").fill(codeFor(secret));
  await page.getByRole("button", { name: "確かめて使い始める" }).click();
  await look("recovery codes");
  return { secret, recoveryCodes: await page.locator("main ol code").allInnerTexts() };
}

/** By the command line beside the running server, as the first administrator is invited. */
async function invite(email: string): Promise<string> {
  const args = ["dist/server/cli.js", "user", "invite", email, "--body", "46201", "--role", "municipal_approver"];
  const env = { ...process.env, DATABASE_URL: "", KAKEHASHI_DATA_DIR: dataFolder, KAKEHASHI_URL: origin };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  expect(code).toBe(0);
  return output.trim();
}
