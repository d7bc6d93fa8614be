/** `kakehashi user`: accounts from the machine itself. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepDatabaseRunning } from "../support/kept-database.ts";
import { copyOfPreparedData } from "../support/own-application.ts";

let folder: string;
let stopDatabase: () => Promise<void>;
beforeAll(async () => {
  folder = copyOfPreparedData();
  stopDatabase = await keepDatabaseRunning(folder);
});
afterAll(async () => {
  await stopDatabase();
  rmSync(folder, { recursive: true, force: true });
});

function user(...args: readonly string[]): Promise<Readonly<{ code: number | null; out: string; said: string }>> {
  const env = { ...process.env, DATABASE_URL: "", KAKEHASHI_DATA_DIR: folder, PORT: "3999", KAKEHASHI_URL: "" };
  const child = spawn(process.execPath, ["dist/server/cli.js", "user", ...args], { env });
  let out = "";
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, out, said })));
}

type Listed = Readonly<{ email: string; roles: readonly string[]; isDisabled: boolean }>;

it("lists the accounts of the sample with the roles of today", async () => {
  const { code, out } = await user("list", "--json");
  expect(code).toBe(0);
  const accounts = JSON.parse(out) as readonly Listed[];
  expect(accounts).toHaveLength(10);
  const secondee = accounts.find(({ email }) => email.startsWith("secondee"));
  expect(secondee?.roles).toEqual(["46201:municipal_editor", "46000:prefecture_coordinator"]);
});

it("invites with a link on stdout, and refuses what it does not know", async () => {
  const asked = ["invite", "first@office.example.jp", "--body", "46000", "--role", "system_administrator"];
  expect(await user(...asked)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^http:\/\/localhost:3999\/invitation\?token=[\w-]{43}\n$/),
  });
  expect(await user("invite", "x@y.example", "--body", "99999", "--role", "judge")).toMatchObject({ code: 2, out: "" });
  expect(await user("invite", "x@y.example", "--body", "46000", "--role", "emperor")).toMatchObject({
    code: 2,
    out: "",
  });
  expect(await user("invite", "nobody", "--body", "46000", "--role", "judge")).toMatchObject({ code: 2, out: "" });
  expect((await user("promote", "x@y.example")).said).toContain("user invite");
});

it("disables an account and takes second factors away", async () => {
  expect((await user("disable", "judge@sample.example")).code).toBe(0);
  expect((await user("reset-second-factor", "researcher@sample.example")).code).toBe(0);
  expect((await user("disable", "nobody@sample.example")).code).toBe(2);
  const accounts = JSON.parse((await user("list", "--json")).out) as readonly Listed[];
  expect(accounts.filter(({ isDisabled }) => isDisabled).map(({ email }) => email)).toEqual(["judge@sample.example"]);
});
