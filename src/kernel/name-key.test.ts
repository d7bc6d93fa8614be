import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mixedScripts } from "./mixed-script.ts";
import { bigrams, matchKey } from "./name-key.ts";

describe("names that are the same to a reader", () => {
  it.each([
    ["哈爾濱", "哈尔滨"],
    ["經濟交流", "経済交流"],
    ["经济交流", "経済交流"],
    ["黒龍江省", "黒竜江省"],
    ["黑龙江省", "黒竜江省"],
    ["台北縣", "台北県"],
    ["臺灣", "台湾"],
    ["云南省", "雲南省"],
    ["广州市", "広州市"],
    ["陕西省", "陝西省"],
    ["沈阳市", "瀋陽市"],
    ["順德", "顺德"],
    ["團體", "团体"],
    ["髙﨑市", "高崎市"],
    ["六ヶ所村", "六ケ所村"],
    ["クイーンズランド州", "クィーンズランド州"],
    ["アヴェイロ市", "アベイロ市"],
    ["イッシー・レ・ムリノー市", "イッシー レ ムリノー市"],
    ["モン・サン＝ミッシェル", "モン・サン・ミッシェル"],
    ["バス・ノルマンディ州", "バス－ノルマンディ州"],
    ["コンピューター", "コンピュータ"],
    ["はままつ", "ハママツ"],
    ["ｶﾞｲﾄﾞ", "ガイド"],
    ["ＪＩＣＡ", "jica"],
    ["São Paulo", "sao paulo"],
    ["「日韓海峡海岸漂着ごみ一斉清掃」", "日韓海峡海岸漂着ごみ一斉清掃"],
  ])("%s is %s", (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
  });

  it.each([
    ["ビール", "ビル"],
    ["ハルビン", "ハルピン"],
    ["午後", "午后宮"],
    ["福岡", "福山"],
    ["裏", "里"],
  ])("%s is not %s", (a, b) => {
    expect(matchKey(a)).not.toBe(matchKey(b));
  });

  it("have one key: the key of a key is itself", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => matchKey(matchKey(text)) === matchKey(text)));
  });
});

describe("bigrams", () => {
  it("are the distinct pairs of the key", () => {
    expect(bigrams("教育・教育委員会")).toEqual(["教育", "育教", "育委", "委員", "員会"]);
  });

  it("of one character are that character, of nothing none", () => {
    expect(bigrams("縣")).toEqual(["県"]);
    expect(bigrams("・")).toEqual([]);
  });

  it("of a part of a text are bigrams of the text", () => {
    const kana = fc.string({
      unit: fc.constantFrom("福", "岡", "ビ", "ー", "ル", "ヴ", "ァ", "、", "a"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(kana, kana, (before, after) => {
        const whole = new Set(bigrams(`${before}教育委員会${after}`));
        for (const pair of bigrams("教育委員会")) expect(whole.has(pair)).toBe(true);
      }),
    );
  });
});

describe("a script that does not belong", () => {
  it("is found with its place", () => {
    expect(mixedScripts("大韓民国全羅南道順천시")).toEqual([{ script: "Hangul", text: "천시", start: 9 }]);
    expect(mixedScripts("ウラジオストクская市")).toEqual([{ script: "Cyrillic", text: "ская", start: 7 }]);
  });

  it.each(["全羅南道順天市", "北九州市Ｐ＆Ｇ", "순천시", "モン・サン＝ミッシェル", "αリポ酸", "々〆ヶー", "髙﨑"])(
    "is not in %s",
    (text) => {
      expect(mixedScripts(text)).toEqual([]);
    },
  );
});
