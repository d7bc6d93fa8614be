import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDateStatement } from "./date-statement.ts";

/** Role, date, printed wording and party of every mention, in a line each. */
function told(text: string): readonly string[] {
  return readDateStatement(text).map(({ role, date, asPrinted, party }) =>
    [role, date ?? "?", asPrinted, ...(party === null ? [] : [party])].join(" | "),
  );
}

describe("a date cell with one date", () => {
  it.each([
    ["平成16（2004）年12月24日", ["signed | 2004-12-24 | 平成16（2004）年12月24日"]],
    ["平成 1 1 （ 1 9 9 9 ） 年 8 月 3 日", ["signed | 1999-08-03 | 平成 1 1 （ 1 9 9 9 ） 年 8 月 3 日"]],
    ["平成4（1992）年から開始", ["started | 1992 | 平成4（1992）年から開始"]],
    ["平成5年～", ["started | 1993 | 平成5年～"]],
    ["締結日：2008年11月4日", ["signed | 2008-11-04 | 2008年11月4日"]],
    ["平成20年4月1日から3年間", ["signed | 2008-04-01 | 平成20年4月1日"]],
    ["昭和60年11月～12月", ["unlabelled | 1985-11 | 昭和60年11月～12月"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each(["", "  ", "--", "―", "未定", "不明", "調整中"])("「%s」 mentions no date", (text) => {
    expect(readDateStatement(text)).toEqual([]);
  });

  it("carries the years that disagree", () => {
    expect(readDateStatement("平成20（2010）年11月4日")).toMatchObject([
      { date: "2008-11-04", precision: "day", conflict: { eraYear: "2008", westernYear: "2010" }, problem: null },
    ]);
  });

  it("mentions an impossible date with its problem", () => {
    expect(readDateStatement("平成40年2月3日")).toMatchObject([
      { date: null, precision: "none", asPrinted: "平成40年2月3日", problem: { code: "era_year_out_of_range" } },
    ]);
  });
});

describe("a date cell with several dates", () => {
  it.each([
    [
      "平成13(2001)年5月26日 (・・・旧 八日市市)\n(※東近江市合併後、平成18年(2006)年3月16日に改めて締結した)",
      ["signed | 2001-05-26 | 平成13(2001)年5月26日 | 旧八日市市", "resigned | 2006-03-16 | 平成18年(2006)年3月16日"],
    ],
    [
      "平成18（2006）年11月2日（※更新：平成23（2011）年10月17日）",
      ["signed | 2006-11-02 | 平成18（2006）年11月2日", "renewed | 2011-10-17 | 平成23（2011）年10月17日"],
    ],
    [
      "平成22(2010)年11月8日 (※有効期間：平成24(2012)年の末まで)",
      ["signed | 2010-11-08 | 平成22(2010)年11月8日", "expires | 2012 | 平成24(2012)年"],
    ],
    [
      "平成20（2008）年4月23日、平成24（2012）年6月12日",
      ["signed | 2008-04-23 | 平成20（2008）年4月23日", "unlabelled | 2012-06-12 | 平成24（2012）年6月12日"],
    ],
    [
      "平成18年11月2日締結、平成23年10月17日更新",
      ["signed | 2006-11-02 | 平成18年11月2日", "renewed | 2011-10-17 | 平成23年10月17日"],
    ],
    [
      "平成22年7月18日（平成25年7月17日まで）",
      ["signed | 2010-07-18 | 平成22年7月18日", "expires | 2013-07-17 | 平成25年7月17日"],
    ],
    [
      "平成22年7月18日 有効期間：平成22年8月1日～平成25年7月31日",
      ["signed | 2010-07-18 | 平成22年7月18日", "expires | 2013-07-31 | 平成22年8月1日～平成25年7月31日"],
    ],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    "当初：平成4(1992)年9月3日 現行：平成20(2008)年2月18日",
    "当初：平成4(1992)年9月3日\n現行：平成20(2008)年2月18日",
    "（当初）平成4(1992)年9月3日（現行）平成20(2008)年2月18日",
    "（当初）平成4(1992)年9月3日\n（現行）平成20(2008)年2月18日",
    "平成4(1992)年9月3日（当初）平成20(2008)年2月18日（現行）",
    "平成4(1992)年9月3日（当初）、平成20(2008)年2月18日（現行）",
    "当初 平成4(1992)年9月3日、現行 平成20(2008)年2月18日",
  ])("tells the first agreement from the present one in 「%s」", (text) => {
    expect(told(text)).toEqual([
      "original | 1992-09-03 | 平成4(1992)年9月3日",
      "current | 2008-02-18 | 平成20(2008)年2月18日",
    ]);
  });

  it.each([
    "黒竜江省：平成元(1989)年11月11日 吉林省：平成元(1989)年11月13日 遼寧省：平成元(1989)年11月15日",
    "黒竜江省：平成元(1989)年11月11日\n吉林省：平成元(1989)年11月13日\n遼寧省：平成元(1989)年11月15日",
    "平成元(1989)年11月11日（黒竜江省）\n平成元(1989)年11月13日（吉林省）\n平成元(1989)年11月15日（遼寧省）",
    "平成元(1989)年11月11日（黒竜江省）、平成元(1989)年11月13日（吉林省）、平成元(1989)年11月15日（遼寧省）",
    "黒竜江省 平成元(1989)年11月11日 吉林省 平成元(1989)年11月13日 遼寧省 平成元(1989)年11月15日",
  ])("gives every party its own date in 「%s」", (text) => {
    expect(told(text)).toEqual([
      "signed | 1989-11-11 | 平成元(1989)年11月11日 | 黒竜江省",
      "signed | 1989-11-13 | 平成元(1989)年11月13日 | 吉林省",
      "signed | 1989-11-15 | 平成元(1989)年11月15日 | 遼寧省",
    ]);
  });
});

describe("whatever a cell holds", () => {
  it("quotes every date exactly as it stands there", () => {
    const pieces = fc.constantFrom(
      "平成20（2008）年",
      "4月",
      "23日",
      "、",
      "（",
      "）",
      "更新：",
      "当初",
      "～",
      "H9.12.12",
      "\n",
      "　",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join("");
        for (const { asPrinted } of readDateStatement(text)) expect(text).toContain(asPrinted);
      }),
    );
  });
});
