import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalMailboxes, MASKED_MAILBOX, maskPersonalMailboxes } from "./mailbox.ts";

const isPersonal = (local: string) => findPersonalMailboxes(`${local}@city.example.jp`).length === 1;

describe("a mailbox of a person", () => {
  it.each([
    "taro.yamada",
    "yamada.taro",
    "YAMADA.Taro",
    "yamada_taro01",
    "hanako-suzuki",
    "t-yamada",
    "t.suzuki",
    "yamada-t",
    "k_satoh",
    "h.ohno",
    "syunji.saitou",
    "zenbei.yamada",
    "motojuro_kawahara",
    "taro.fukushima",
    "yamadataro",
    "kokusai.yamada.taro",
    "junko_tanabe02",
    "ta-suzuki",
    "jun'ichi.mori",
  ])("is %s@", (local) => {
    expect(isPersonal(local)).toBe(true);
  });

  it.each([
    ["担当：山田 taro.yamada@city.example.jp まで", "taro.yamada@city.example.jp"],
    ["taro.yamada＠city.example.jp", "taro.yamada@city.example.jp"],
    ["ｔａｒｏ．ｙａｍａｄａ＠ｃｉｔｙ．ｅｘａｍｐｌｅ．ｊｐ", "taro.yamada@city.example.jp"],
    ["taro.yamada @ city.example.jp", "taro.yamada@city.example.jp"],
    ["taro.yamada[at]city.example.jp", "taro.yamada@city.example.jp"],
    ["t-yamada@", "t-yamada@"],
    ['<a href="mailto:t-yamada@city.example.jp">', "t-yamada@city.example.jp"],
  ])("is found in %s", (text, address) => {
    expect(findPersonalMailboxes(text).map((found) => found.address)).toEqual([address]);
  });
});

describe("a mailbox of an office", () => {
  it.each([
    "kokusai",
    "kikaku",
    "soumu",
    "kokusaikouryu",
    "sec-kouryuu",
    "ken-kokusai",
    "sui-keikaku",
    "SEC-KODOMO0",
    "m-tachikawacho0120",
    "seikatsu20",
    "gb0002",
    "150301",
    "30keisu",
    "90keikan",
    "sskikaku",
    "abpu",
    "koryu",
    "sports",
    "kankou_300",
    "s40510",
    "bousai01",
    "international",
    "santo",
    "kokusai.koryu",
    "bunka_shinkou",
    "city-office",
    "kanagawa-kokusai",
    "regional.desk",
    "kaigaikeizai",
    "toyamashi",
    "business-support",
    "info",
  ])("is %s@", (local) => {
    expect(isPersonal(local)).toBe(false);
  });
});

describe("masking", () => {
  it("takes out persons and leaves offices and every other character as printed", () => {
    expect(maskPersonalMailboxes("問：kokusai@city.example.jp、ｔ-yamada＠city.example.jp（内線５）")).toBe(
      `問：kokusai@city.example.jp、${MASKED_MAILBOX}（内線５）`,
    );
  });

  it("leaves no personal mailbox behind", () => {
    const pieces = fc.constantFrom(
      "taro",
      ".",
      "yamada",
      "@",
      "＠",
      " ",
      "city.example.jp",
      "担当",
      "_",
      "01",
      "、",
      "kokusai",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
        expect(findPersonalMailboxes(maskPersonalMailboxes(parts.join("")))).toEqual([]);
      }),
    );
  });
});
