import { expect, test } from "vitest";
import { hashRecoveryCode, makeRecoveryCodes, sealRecoveryCodes } from "./recovery-codes.ts";

test("ten codes, each unlike the others, without letters that look alike", () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
});

test("what is stored says nothing about the codes, and changes with the key", () => {
  const codes = makeRecoveryCodes();
  const sealed = sealRecoveryCodes(JSON.stringify(codes), "key");
  for (const code of codes) expect(sealed).not.toContain(code);
  expect(sealRecoveryCodes(JSON.stringify(codes), "other key")).not.toBe(sealed);
});

test("codes that are left when one was spent stay the same hashes", () => {
  const sealed = sealRecoveryCodes(JSON.stringify(makeRecoveryCodes()), "key");
  const left = JSON.stringify((JSON.parse(sealed) as string[]).slice(1));
  expect(sealRecoveryCodes(left, "key")).toBe(left);
});

test("a code is known however it is typed", () => {
  const hash = hashRecoveryCode("abcde-fgh23", "key");
  for (const typed of ["ABCDE-FGH23", " abcdefgh23 ", "ａｂｃｄｅ－ｆｇｈ２３", "abcde fgh23"]) {
    expect(hashRecoveryCode(typed, "key")).toBe(hash);
  }
});
