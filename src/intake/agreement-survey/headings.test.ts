import { expect, it } from "vitest";
import { bareLine, cleanParagraphs, joinParagraphs } from "./clean-text.ts";
import { readFieldMark, readNumberHeading, readSectionHeading, takeRelistingMark } from "./headings.ts";

it.each([
  ["(1) 自治体名", 1],
  ["（１） 自治体名", 1],
  ["⑵提携年月日", 2],
  ["( 3 ) 提携に至った 経緯", 3],
  ["**(4) 提携後の取組内容**", 4],
  ["### (5) 取組による成果・課題等", 5],
  ["<p>(6) 取組を紹介しているホームページのURL</p>", 6],
  ["(7) 問い合わせ先(担当課)", 7],
])("「%s」 is the heading of section %i", (line, section) => {
  expect(readSectionHeading(bareLine(line))).toMatchObject({ section, numbered: true, rest: "" });
});

it.each([
  "(1) 相互交流の促進と訪問団への支援",
  "(4) 教育分野での交流強化",
  "(1)平成21年10月23～25日 市議会の訪問",
  "(2) 提携年月日から三年を有効とする",
  "問い合わせ先は市役所である。",
])("「%s」 is text", (line) => {
  expect(readSectionHeading(line)).toBeNull();
});

it.each([
  ["1. 友好協定", 1, false],
  ["10.友好協定", 10, false],
  ["1 1. 友好協定", 11, true],
  ["１０．友好協定", 10, true],
  ["10 ．友好協定", 10, true],
  ["5.\t友好協定", 5, false],
])("「%s」 has the number %i", (line, number, damaged) => {
  expect(readNumberHeading(line)).toMatchObject({ number, damaged, title: "友好協定" });
});

it("reads field marks alone on a line, not rows of a table", () => {
  expect(readFieldMark("⑤ 經濟交流 (農業等)")).toEqual({ mark: "⑤", label: "經濟交流 (農業等)" });
  expect(readFieldMark("①教育交流\t小学生の交流")).toBeNull();
  expect(readFieldMark("①教育 ②文化")).toBeNull();
});

it.each(["友好協定【再掲】", "友好協定 [再掲]", "友好協定（再 掲）", "友好協定 再掲"])(
  "「%s」 carries the mark",
  (title) => {
    expect(takeRelistingMark(title)).toEqual({ title: "友好協定", relisted: true });
  },
);

it("running text keeps its words and loses its marks", () => {
  const clean = (text: string) =>
    joinParagraphs(cleanParagraphs(text.split("\n").map((words, index) => ({ line: index + 1, text: words }))));
  expect(clean('<ul style="list-style-type: none">・訪問・受入れ・小・中の交換')).toBe("・訪問・受入れ・小・中の交換");
  expect(clean("<p>【成果】</p> <p>国際&amp;感覚<br/>の醸成</p>\n--")).toBe("【成果】\n国際&感覚\nの醸成");
  expect(clean("- (1) 訪問\n- ・受入\n- 発表\n* ア 補助")).toBe("(1) 訪問\n・受入\n・発表\nア 補助");
  expect(clean("> **太字** と <成果> は残る")).toBe("太字 と <成果> は残る");
  expect(clean("連絡は taro.yamada@city.example.jp へ")).not.toMatch(/yamada/u);
  expect(clean("--\n----\n－")).toBeNull();
});
