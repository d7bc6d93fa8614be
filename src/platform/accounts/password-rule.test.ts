import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPassword, normalisePassword } from "./password-rule.ts";

const AROUND = ["taro.yamada@city.kagoshima.example.jp", "山田 太郎", "鹿児島市", "国際交流課"];
const problemOf = (password: string) => checkPassword(password, AROUND)?.code;

describe("a password is taken when it is long and nobody guesses it", () => {
  test.each([
    "correct horse battery staple",
    "うみ山のあいだの汽車 7両",
    "朝は四時に起きて海へ行く",
    "vhqzmwtkbrxn",
    "Tr0ub4dor&3-and-more",
    "AAAbread with plum jam",
  ])("%s", (password) => {
    expect(problemOf(password)).toBeUndefined();
  });
});

describe("a password is refused", () => {
  test.each([
    ["elevenchars", "password_too_short"],
    ["ｐａｓｓｗｏｒｄ", "password_too_short"],
    ["x".repeat(129), "password_too_long"],
    ["password1234", "password_known"],
    ["!!Password2024", "password_known"],
    ["ｐａｓｓｗｏｒｄ１２３４", "password_known"],
    ["123456789012", "password_known"],
    ["abcdefghijkl", "password_guessable"],
    ["qwertyuiop12", "password_known"],
    ["aaaaaaaaaaaa", "password_guessable"],
    ["abc1abc1abc1abc1", "password_guessable"],
    ["kakehashi2026", "password_guessable"],
    ["架け橋架け橋架け橋架け橋", "password_guessable"],
    ["鹿児島市国際交流課鹿児島市", "password_guessable"],
    ["taro.yamada-123", "password_guessable"],
    ["yamada太郎山田taro", "password_guessable"],
  ])("%s: %s", (password, code) => {
    expect(problemOf(password)).toBe(code);
  });
});

test("length counts characters, not the bytes behind them", () => {
  expect(problemOf("𠮷野家で牛丼を食べた")).toBe("password_too_short");
  expect(problemOf("𠮷野家で牛丼を二杯も食べた")).toBeUndefined();
});

test("full width and half width are the same password, and normalising twice changes nothing", () => {
  expect(normalisePassword("ＡＢＣ　１２３ ｶﾞ")).toBe("ABC 123 ガ");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      expect(normalisePassword(normalisePassword(typed))).toBe(normalisePassword(typed));
    }),
  );
});

test("whatever is typed is answered, and what is around a person never makes a password better", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 140 }), fc.array(fc.string()), (typed, around) => {
      const alone = checkPassword(typed, []);
      const withWords = checkPassword(typed, around);
      if (alone !== undefined) expect(withWords?.code).toBe(alone.code);
    }),
  );
});
