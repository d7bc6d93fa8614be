import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIncluding, readInterleavedKey, readKey } from "./keys.ts";
import { joinLines } from "./logical-lines.ts";

describe("keys of a box", () => {
  it.each([
    ["１ 事業名 香港との交流", { kind: "title", number: 1 }, "香港との交流"],
    ["10 事 業 名", { kind: "title", number: 10 }, ""],
    ["（３） 事業名：香港", { kind: "title", number: 3 }, "香港"],
    ["開始年度 昭和54年度", { kind: "start" }, "昭和54年度"],
    ["事業概要 会議を開く。", { kind: "overview" }, "会議を開く。"],
    ["令和５年度実績 未定", { kind: "year", fiscalYear: 2023, column: "result" }, "未定"],
    ["令和 ６ 年 度 計 画", { kind: "year", fiscalYear: 2024, column: "plan" }, ""],
    ["令和元年度事業実績", { kind: "year", fiscalYear: 2019, column: "result" }, ""],
    ["R7年度計画（実績を含む） 調整中", { kind: "year", fiscalYear: 2025, column: "plan_including_results" }, "調整中"],
    ["令和６年度実績（見込み）", { kind: "year", fiscalYear: 2024, column: "plan_including_results" }, ""],
    ["2024年度の予定", { kind: "year", fiscalYear: 2024, column: "plan" }, ""],
  ])("%s", (line, key, rest) => {
    expect(readKey(line)).toEqual({ key, rest });
  });

  it.each(["事業名簿", "令和５年度はＭＯＵの終期", "開始年度は未定", "令和５年実績", "実績"])("%s is none", (line) => {
    expect(readKey(line)).toBeNull();
  });

  it("stand in a narrow column beside their text", () => {
    expect(readInterleavedKey("令和５年度 第１回会議", "実績 開催日：５月")).toEqual({
      key: { kind: "year", fiscalYear: 2023, column: "result" },
      rest: "第１回会議\n開催日：５月",
    });
    expect(readIncluding("（実績を 含む） 未定")).toBe("未定");
  });

  it("are read alike in any width, with any gaps, for every year of an era", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.constantFrom("", " ", "　"),
        (year, isWide, gap) => {
          const digits = isWide
            ? `${year}`.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
            : `${year}`;
          expect(readKey(["令和", digits, "年", "度", "実績"].join(gap))?.key).toEqual({
            kind: "year",
            fiscalYear: 2018 + year,
            column: "result",
          });
        },
      ),
    );
  });
});

describe("lines that the page broke", () => {
  const join = (width: number | null, ...lines: string[]) =>
    joinLines(
      lines.map((text, index) => ({ text, at: { line: index + 1 } })),
      width,
    ).map(({ text }) => text);

  it("are joined where the column was full", () => {
    expect(join(20, "二十字の幅をもつ欄に", "続く文", "短い行", "次の行")).toEqual([
      "二十字の幅をもつ欄に続く文",
      "短い行",
      "次の行",
    ]);
    expect(join(20, "県民と日本人の学生", "・外国人の交流")).toEqual(["県民と日本人の学生・外国人の交流"]);
  });

  it("begin anew at a mark, a key or a note, and go on inside a bracket", () => {
    expect(join(20, "二十字の幅をもつ欄に", "開催日：５月", "※注", "（２）派遣")).toHaveLength(4);
    expect(join(null, "名称（旧", "名）", "次")).toEqual(["名称（旧名）", "次"]);
    expect(join(null, "・出展等", "（２月）")).toEqual(["・出展等（２月）"]);
  });
});
