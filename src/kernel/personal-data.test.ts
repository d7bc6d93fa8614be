import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { processorMs } from "../../test/support/processor-time.ts";
import { findPersonalData } from "./personal-data.ts";

const found = (text: string) => findPersonalData(text).map((one) => one.text);

describe("mobile numbers are seen however they are written", () => {
  test.each([
    ["担当 090-1234-5678 まで", "090-1234-5678"],
    ["０９０－１２３４－５６７８", "０９０－１２３４－５６７８"],
    ["０８０ー１２３４ー５６７８", "０８０ー１２３４ー５６７８"],
    ["070 1234 5678", "070 1234 5678"],
    ["09012345678", "09012345678"],
    ["(090)1234-5678", "(090)1234-5678"],
    ["+81 90-1234-5678", "+81 90-1234-5678"],
    ["＋81(0)80−1234−5678", "＋81(0)80−1234−5678"],
  ])("%s", (text, number) => {
    expect(found(text)).toEqual([number]);
    expect(findPersonalData(text)[0]?.kind).toBe("mobile_number");
  });
  test.each(["099-286-2306", "0800-123-4567", "03-5213-1730", "平成20年8月0123", "10901234567890", "A090-1"])(
    "an office's number is none: %s",
    (text) => expect(found(text)).toEqual([]),
  );
});

describe("names of young people who take part", () => {
  test.each([
    ["参加した高校生の山田太郎さんが感想を述べた", "山田太郎さん"],
    ["参加者：鹿児 花子、試験 一郎", "鹿児 花子"],
    ["派遣した生徒は山田太郎（高校2年）ほか", "山田太郎"],
    ["中学生 佐藤はな君", "佐藤はな君"],
  ])("%s", (text, name) => expect(found(text)).toContain(name));
  test.each([
    "中学生20名が長沙市を訪問し、生徒の皆さんと交流した",
    "参加者：鹿児島市 長沙市",
    "留学生さんとの懇談会を開いた",
    "山田太郎市長が大連市を訪問した",
    "生徒は第一高校（高校2年）の教室を見学した",
    "保護者さんと児童が参加した",
    "高校生の派遣\n期 間：8月1日から、人　数：12名、会 場：みどり市民会館",
  ])("none in: %s", (text) => expect(found(text)).toEqual([]));
});

test("places are those of the text as written, whatever stands around", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const text = `${before}、０９０-1234ー5678、${after}`;
      for (const one of findPersonalData(text)) expect(text.slice(one.from, one.to)).toBe(one.text);
      expect(found(text)).toContain("０９０-1234ー5678");
    }),
  );
});

test.each(["-", "0", "+81-", "090-", "山田太郎さん、生徒", "中学生 山田 太郎（高2）", "一", "（"])(
  "a long text of %s is read in passing",
  async (part) => {
    // Twice as long each time, so that a pattern that tries every way to match is told instead of running for hours.
    for (let length = 8; length <= 65_536; length *= 2) {
      const text = `生徒、090${part.repeat(Math.ceil(length / part.length))}`;
      expect(await processorMs(() => findPersonalData(text)), `${length} characters`).toBeLessThan(2_000);
    }
  },
);
