import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countryKana,
  countryName,
  countryVariants,
  embeddedCountry,
  findCountry,
  leadingCountry,
  listCountries,
} from "./country.ts";

describe("a country is found by", () => {
  it.each([
    ["大韓民国", "KR"],
    ["韓国", "KR"],
    ["大韓民國", "KR"],
    ["イギリス", "GB"],
    ["英国", "GB"],
    ["連合王国", "GB"],
    ["グレートブリテン", "GB"],
    ["アメリカ合衆国", "US"],
    ["米国", "US"],
    ["アメリカ", "US"],
    ["ｱﾒﾘｶ", "US"],
    ["United States of America", "US"],
    ["豪州", "AU"],
    ["台湾", "TW"],
    ["臺灣", "TW"],
    ["カナダ国", "CA"],
    ["ハンガリー共和国", "HU"],
    ["ハンガリー", "HU"],
    ["モンゴル国", "MN"],
    ["ベトナム社会主義共和国", "VN"],
    ["ヴェトナム", "VN"],
    ["スペイン", "ES"],
    ["インド共和国", "IN"],
  ])("%s", (name, code) => {
    expect(findCountry(name)?.code).toBe(code);
  });

  it("no name that is not one", () => {
    expect(findCountry("ペルージャ")).toBeUndefined();
    expect(findCountry("")).toBeUndefined();
  });

  it("each of its own names, and no name belongs to two", () => {
    for (const { code } of listCountries()) {
      for (const name of countryVariants(code)) expect([name, findCountry(name)?.code]).toEqual([name, code]);
    }
  });
});

describe("a country at the start of a place name", () => {
  it.each([
    ["中華人民共和国黒龍江省哈爾濱市", "CN", "中華人民共和国", "黒龍江省哈爾濱市"],
    ["フランス共和国ニューカレドニア ヌメア市", "FR", "フランス共和国", "ニューカレドニア ヌメア市"],
    ["カナダ ブリティッシュコロンビア州", "CA", "カナダ", "ブリティッシュコロンビア州"],
    ["カナダ・ケベック州", "CA", "カナダ", "ケベック州"],
    ["イギリス ストーン・オン・トレント市", "GB", "イギリス", "ストーン・オン・トレント市"],
    ["ブータン王国（王立ブータン研究所）", "BT", "ブータン王国", "（王立ブータン研究所）"],
    ["シンガポール共和国駐アモイ シンガポール総領事館", "SG", "シンガポール共和国", "駐アモイ シンガポール総領事館"],
    ["ルクセンブルク大公国", "LU", "ルクセンブルク大公国", ""],
    ["台湾台北縣", "TW", "台湾", "台北縣"],
    ["　ﾛｼｱ連邦沿海地方ナホトカ市", "RU", "ﾛｼｱ連邦", "沿海地方ナホトカ市"],
    ["韓国釜山広域市", "KR", "韓国", "釜山広域市"],
  ])("%s", (text, country, printed, rest) => {
    expect(leadingCountry(text)).toEqual({ country, printed, rest });
  });

  it.each([
    "ニューヨーク市",
    "ペルージャ県",
    "アルバータ州",
    "ジョージア州アトランタ市",
    "インディアナ州",
    "チリワック市",
    "マリボル市",
    "全羅南道",
    "タイペイ市",
    "在日デンマーク王国大使館",
    "",
  ])("is not said by %s", (text) => {
    expect(leadingCountry(text)).toBeNull();
  });

  it("parts the text without losing or adding a character", () => {
    const names = fc.constantFrom("大韓民国", "カナダ", "英国", "中国", "タイ", "ペルージャ", "市", "・", "　", "ー");
    fc.assert(
      fc.property(fc.array(names, { maxLength: 6 }), (parts) => {
        const text = parts.join("");
        const found = leadingCountry(text);
        if (found === null) return;
        expect(text.trimStart().startsWith(found.printed)).toBe(true);
        expect(text.endsWith(found.rest)).toBe(true);
      }),
    );
  });
});

describe("a country inside a name", () => {
  it.each([
    ["在日デンマーク王国大使館", "DK"],
    ["在日本デンマーク王国日本大使館", "DK"],
    ["駐福岡大韓民国総領事館", "KR"],
    ["ノボシビルスク市", null],
    ["南アメリカ協会", null],
    ["日本・デンマーク・フランス委員会", null],
  ])("%s", (text, code) => {
    expect(embeddedCountry(text)).toBe(code);
  });
});

describe("names and order of countries", () => {
  it("shows the formal name, and an unknown code as it is", () => {
    expect([countryName("CN", "ja"), countryName("CN", "en"), countryName("ZZ", "ja")]).toEqual([
      "中華人民共和国",
      "China",
      "ZZ",
    ]);
  });

  it("orders as Japanese tables do, long marks as vowels", () => {
    const codes = ["FI", "HU", "DK", "TW", "GB", "IT"].sort((a, b) => (countryKana(a) < countryKana(b) ? -1 : 1));
    expect(codes).toEqual(["IT", "GB", "TW", "DK", "HU", "FI"]);
    expect(countryKana("AU") < countryKana("NL")).toBe(true);
    expect(countryKana("GH") < countryKana("CA")).toBe(true);
  });

  it("gives every country a reading of its own", () => {
    const readings = listCountries().map(({ code }) => countryKana(code));
    expect(new Set(readings).size).toBe(readings.length);
    expect(readings.every((reading) => /^[ぁ-ん]+$/u.test(reading))).toBe(true);
  });
});
