import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { findRecoveryCode, makeRecoveryCodes, sealRecoveryCodes } from "./recovery-codes.ts";

const listOf = (sealed: string) => JSON.parse(sealed) as string[];

test("ten codes, each unlike the others, without letters that look alike", () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
});

test("what is stored is slow to try out, says nothing about the codes, and changes with the salt and the key", async () => {
  const codes = JSON.stringify(makeRecoveryCodes());
  const [sealed, again] = [await sealRecoveryCodes(codes, "key"), await sealRecoveryCodes(codes, "key")];
  for (const hash of listOf(sealed)) expect(hash).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}$/);
  for (const code of JSON.parse(codes) as string[]) expect(sealed).not.toContain(code);
  expect(again).not.toBe(sealed);
  const [code = ""] = JSON.parse(codes) as string[];
  expect(await findRecoveryCode(sealed, code, "another key")).toBe("none");
});

test("codes that are left when one was spent stay the same hashes", async () => {
  const left = JSON.stringify(listOf(await sealRecoveryCodes(JSON.stringify(makeRecoveryCodes()), "key")).slice(1));
  expect(await sealRecoveryCodes(left, "key")).toBe(left);
});

test("a code is known however it is typed, and no other is", async () => {
  const sealed = await sealRecoveryCodes(JSON.stringify(["zzzzz-zzzzz", "abcde-fgh23"]), "key");
  for (const typed of ["ABCDE-FGH23", " abcdefgh23 ", "ａｂｃｄｅ－ｆｇｈ２３", "abcde fgh23"]) {
    expect(await findRecoveryCode(sealed, typed, "key")).toBe(listOf(sealed)[1]);
  }
  for (const typed of ["", "abcde-fgh24", listOf(sealed)[1] ?? ""]) {
    expect(await findRecoveryCode(sealed, typed, "key")).toBe("none");
  }
});

test("a list from before the slow hash goes on working", async () => {
  const old = `hmac:${createHmac("sha256", "recovery-code:key").update("abcdefgh23").digest("base64url")}`;
  expect(await findRecoveryCode(JSON.stringify([old]), "ABCDE-FGH23", "key")).toBe(old);
});
