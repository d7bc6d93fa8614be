import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForeignParties, readJapaneseParties, startsInJapan } from "./parties.ts";

const foreign = (cell: string) => readForeignParties(cell).map(({ name, country }) => `${country ?? "?"} ${name}`);

describe("parties abroad", () => {
  it.each([
    ["中華人民共和国大連市", ["CN 中華人民共和国大連市"]],
    ["台湾台北縣、高雄縣、高雄市", ["TW 台湾台北縣", "TW 高雄縣", "TW 高雄市"]],
    ["台湾台北縣 高雄縣 高雄市", ["TW 台湾台北縣", "TW 高雄縣", "TW 高雄市"]],
    ["台湾花蓮県 花蓮市", ["TW 台湾花蓮県 花蓮市"]],
    ["大韓民国江原道春川市 台湾雲林県", ["KR 大韓民国江原道春川市", "TW 台湾雲林県"]],
    ["フランス共和国セーヌ・エ・マルヌ県バビルゾン市", ["FR フランス共和国セーヌ・エ・マルヌ県バビルゾン市"]],
    ["インド共和国タミル・ナドゥ州", ["IN インド共和国タミル・ナドゥ州"]],
    ["フランス共和国モン・サン＝ミッシェル", ["FR フランス共和国モン・サン＝ミッシェル"]],
    ["フランス共和国ニューカレドニア ヌメア市", ["FR フランス共和国ニューカレドニア ヌメア市"]],
    ["カナダ ブリティッシュコロンビア州", ["CA カナダ ブリティッシュコロンビア州"]],
    ["ルクセンブルク大公国", ["LU ルクセンブルク大公国"]],
    [
      "スペイン カステリョン市・セビリア市 大韓民国利川市・康津郡",
      ["ES スペイン カステリョン市", "ES セビリア市", "KR 大韓民国利川市", "KR 康津郡"],
    ],
    [
      "シンガポール共和国駐アモイ シンガポール総領事館 大韓民国利川市",
      ["SG シンガポール共和国駐アモイ シンガポール総領事館", "KR 大韓民国利川市"],
    ],
    [
      "中華人民共和国：青島市、大連市 大韓民国：釜山広域市、仁川広域市",
      ["CN 青島市", "CN 大連市", "KR 釜山広域市", "KR 仁川広域市"],
    ],
    [
      "ドイツ連邦共和国チュウリンゲン州プンパルツ協議会を構成する市町村 (シュバイナ町、ガイサ市、バ\nートランゲンザルツァ市、プンパルツ協議会)",
      ["DE シュバイナ町", "DE ガイサ市", "DE バートランゲンザルツァ市", "DE プンパルツ協議会"],
    ],
    ["在日デンマーク王国大使館", ["DK 在日デンマーク王国大使館"]],
    ["ベトナム社会主義共和国（計画投資省）", ["VN ベトナム社会主義共和国（計画投資省）"]],
    ["アトランティス共和国海底省", ["? アトランティス共和国海底省"]],
    [
      "ロシア連邦ハバロフスク地方・沿海地方・サハリン州",
      ["RU ロシア連邦ハバロフスク地方", "RU 沿海地方", "RU サハリン州"],
    ],
    ["フラ\nンス共和国リモージュ市・オーバーニュ 市", ["FR フランス共和国リモージュ市", "FR オーバーニュ市"]],
    ["", []],
  ])("of 「%s」", (cell, expected) => {
    expect(foreign(cell)).toEqual(expected);
  });
});

describe("parties in Japan", () => {
  it.each([
    ["青森県青森市", ["青森県青森市"]],
    ["青森県 青森市", ["青森県 青森市"]],
    ["京都府\n舞鶴市", ["京都府", "舞鶴市"]],
    ["三重県、三重県津市、財団 法人三重県産業支援センター", ["三重県", "三重県津市", "財団法人三重県産業支援センター"]],
    ["愛知県瀬戸市・石川県加賀市・佐賀県有田 町", ["愛知県瀬戸市", "石川県加賀市", "佐賀県有田町"]],
    ["京都府 大阪府 兵庫県", ["京都府", "大阪府", "兵庫県"]],
    ["日本国静岡県", ["日本国静岡県"]],
  ])("of 「%s」", (cell, expected) => {
    expect(readJapaneseParties(cell)).toEqual(expected);
  });

  it("begin with a prefecture or a municipality in force", () => {
    expect(["青森県", "日本国静岡県浜松市", "舞鶴市、京都府"].map(startsInJapan)).toEqual([true, true, true]);
    expect(["ス・オン・トレント市", "州チェリャビンスク市", ""].map(startsInJapan)).toEqual([false, false, false]);
  });
});

it("no cell makes a party without a name", () => {
  const cell = fc.array(
    fc.constantFrom(
      "台湾",
      "大韓民国",
      "市",
      "県",
      "州",
      "、",
      "・",
      " ",
      "\n",
      "（",
      "）",
      "：",
      "ー",
      "アモイ",
      "駐",
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(cell, (parts) => {
      const names = [
        ...readForeignParties(parts.join("")).map(({ name }) => name),
        ...readJapaneseParties(parts.join("")),
      ];
      expect(names.every((name) => name.trim() !== "")).toBe(true);
    }),
  );
});
