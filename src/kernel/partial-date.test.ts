import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysInMonth, isoDay } from "./calendar.ts";
import { ERAS, firstYear, LAST_READABLE_YEAR } from "./era.ts";
import { datumOf, formatWareki, formatWestern, parsePartialDate } from "./partial-date.ts";

function read(text: string) {
  const outcome = parsePartialDate(text);
  if (!outcome.ok) throw new Error(`${text}: ${outcome.problem.code}`);
  return outcome.value;
}

function problemOf(text: string): string | null {
  const outcome = parsePartialDate(text);
  return outcome.ok ? null : outcome.problem.code;
}

describe("a date as offices write it", () => {
  it.each([
    ["平成16（2004）年12月24日", "2004-12-24", "day"],
    ["平成18年(2006)年3月16日", "2006-03-16", "day"],
    ["平成18年（2006年）3月16日", "2006-03-16", "day"],
    ["平成18（2006年）3月16日", "2006-03-16", "day"],
    ["平成元(1989)年11月11日", "1989-11-11", "day"],
    ["平成 1 1 （ 1 9 9 9 ） 年 8 月 3 日", "1999-08-03", "day"],
    ["平成１６（２００４）年　１２月２４日", "2004-12-24", "day"],
    ["平成11（1999）年8月", "1999-08", "month"],
    ["平成7（1995）年", "1995", "year"],
    ["昭和54年5月", "1979-05", "month"],
    ["昭和六十二年十一月三日", "1987-11-03", "day"],
    ["二〇〇八年十一月四日", "2008-11-04", "day"],
    ["令和元年5月1日", "2019-05-01", "day"],
    ["㍻20年11月4日", "2008-11-04", "day"],
    ["H7", "1995", "year"],
    ["R5", "2023", "year"],
    ["Ｒ５", "2023", "year"],
    ["S56.7.1", "1981-07-01", "day"],
    ["H9.12.12", "1997-12-12", "day"],
    ["H22.4", "2010-04", "month"],
    ["1991/7/9（H3）", "1991-07-09", "day"],
    ["2008-11-04", "2008-11-04", "day"],
    ["2008年11月4日", "2008-11-04", "day"],
    ["2008（平成20）年11月4日", "2008-11-04", "day"],
    ["2008年（平成20年）11月4日", "2008-11-04", "day"],
    ["1995", "1995", "year"],
    ["令和6年度", "2024", "fiscalYear"],
    ["R6年度", "2024", "fiscalYear"],
    ["2023年度", "2023", "fiscalYear"],
    ["令和5（2023）年度", "2023", "fiscalYear"],
    ["平成31年度", "2019", "fiscalYear"],
  ])("reads %s", (text, datum, precision) => {
    const date = read(text);
    expect([datumOf(date), date.precision, date.conflict]).toEqual([datum, precision, null]);
    expect(date.asPrinted).toBe(text);
  });

  it("keeps both years when the era year and the western year disagree, and follows the era year", () => {
    const date = read("平成20（2010）年11月4日");
    expect(datumOf(date)).toBe("2008-11-04");
    expect(date.conflict).toEqual({ eraYear: "2008", westernYear: "2010" });
    expect(read("1991/7/9（H4）").conflict).toEqual({ eraYear: "1992", westernYear: "1991" });
  });

  it("counts a fiscal year from April to March", () => {
    expect(read("令和6年度")).toMatchObject({ from: "2024-04-01", to: "2025-03-31" });
    expect(read("平成7（1995）年")).toMatchObject({ from: "1995-01-01", to: "1995-12-31" });
  });
});

describe("a period", () => {
  it.each([
    ["昭和60年11月～12月", "1985-11-01", "1985-12-31", "month"],
    ["平成22年10月5日〜8日", "2010-10-05", "2010-10-08", "day"],
    ["平成22年10月30日～11月3日", "2010-10-30", "2010-11-03", "day"],
    ["平成7年～平成11年", "1995-01-01", "1999-12-31", "year"],
    ["平成7年～11年", "1995-01-01", "1999-12-31", "year"],
    ["平成22～24年度", "2010-04-01", "2013-03-31", "fiscalYear"],
    ["平成4年から平成6年まで", "1992-01-01", "1994-12-31", "year"],
    ["昭和63年度～平成2年度", "1988-04-01", "1991-03-31", "fiscalYear"],
    ["2010/10/30-2010/11/3", "2010-10-30", "2010-11-03", "day"],
    ["平成5年～", "1993-01-01", null, "year"],
    ["～平成6年", null, "1994-12-31", "year"],
  ])("reads %s", (text, from, to, precision) => {
    expect(read(text)).toMatchObject({ from, to, precision, asPrinted: text });
  });

  it("prints both ends in full", () => {
    expect(formatWareki(read("昭和60年11月～12月"))).toBe("昭和60年11月～昭和60年12月");
    expect(formatWareki(read("平成5年～"))).toBe("平成5年～");
  });

  it("is dated by its beginning", () => {
    expect(datumOf(read("昭和60年11月～12月"))).toBe("1985-11");
    expect(datumOf(read("～平成6年"))).toBeNull();
  });
});

describe("what cannot be a date", () => {
  it.each([
    ["", "date_empty"],
    ["未定", "date_not_recognised"],
    ["平成23年春", "date_not_recognised"],
    ["平成20年4月1日から2年間", "date_not_recognised"],
    ["平成23年10月下旬", "date_not_recognised"],
    ["平成4（1992）年から開始", "date_not_recognised"],
    ["平成40年", "era_year_out_of_range"],
    ["平成0年", "era_year_out_of_range"],
    ["平成21年2月30日", "day_out_of_range"],
    ["平成21年2月29日", "day_out_of_range"],
    ["平成21年13月", "month_out_of_range"],
    ["平成21年0月", "month_out_of_range"],
    ["2021/13/1", "month_out_of_range"],
    ["平成元年1月3日", "date_outside_era"],
    ["平成31年5月1日", "date_outside_era"],
    ["昭和64年2月", "date_outside_era"],
    ["9999年", "year_out_of_range"],
    ["平成11年～平成7年", "period_reversed"],
  ])("%s is a problem", (text, code) => {
    expect(problemOf(text)).toBe(code);
  });

  it("keeps the wording it could not read", () => {
    expect(parsePartialDate(" 平成40年 ")).toEqual({
      ok: false,
      problem: { code: "era_year_out_of_range", text: "平成40年" },
    });
  });

  it("is refused, whatever the text, without throwing", () => {
    const pieces = fc.constantFrom(
      "平成",
      "令和",
      "H",
      "元",
      "年",
      "月",
      "日",
      "度",
      "～",
      "(",
      "）",
      "2",
      "10",
      " ",
      "/",
      "1999",
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => void parsePartialDate(parts.join(""))));
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void parsePartialDate(text)));
  });
});

const eraDay = fc.constantFrom(...ERAS).chain((era) => {
  const last = era.lastDay ?? isoDay(LAST_READABLE_YEAR, 12, 31);
  return fc
    .tuple(fc.integer({ min: firstYear(era), max: Number(last.slice(0, 4)) }), fc.integer({ min: 1, max: 12 }))
    .chain(([year, month]) => fc.integer({ min: 1, max: daysInMonth(year, month) }).map((d) => isoDay(year, month, d)))
    .filter((day) => day >= era.firstDay && day <= last)
    .map((day) => ({ era, day }));
});

describe("printing and reading again", () => {
  it("gives the same day in every era and both notations", () => {
    fc.assert(
      fc.property(eraDay, ({ day, era }) => {
        const date = { from: day, to: day, precision: "day" as const, asPrinted: "", conflict: null };
        const wareki = formatWareki(date);
        expect(wareki.startsWith(era.name)).toBe(true);
        expect(read(wareki)).toEqual({ ...date, asPrinted: wareki });
        expect(datumOf(read(formatWestern(date)))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same month, year and fiscal year", () => {
    fc.assert(
      fc.property(eraDay, fc.constantFrom("年", "月", "年度"), ({ day }, unit) => {
        const [year, month] = day.split("-").map(Number);
        const printed = unit === "月" ? `${year}年${month}月` : `${year}${unit}`;
        const { asPrinted: _, ...facts } = read(printed);
        expect(read(formatWareki(read(printed)))).toMatchObject(facts);
        expect(formatWestern(read(printed))).toBe(printed);
      }),
      { numRuns: 1000 },
    );
  });

  it("reads every notation of one day alike", () => {
    fc.assert(
      fc.property(eraDay, ({ era, day }) => {
        const [year = 0, month, date] = day.split("-").map(Number);
        const eraYear = year - firstYear(era) + 1;
        for (const text of [
          `${era.name}${eraYear}（${year}）年${month}月${date}日`,
          `${era.name} ${eraYear} 年 ${month} 月 ${date} 日`,
          `${era.letter}${eraYear}.${month}.${date}`,
          `${year}/${month}/${date}（${era.letter}${eraYear}）`,
        ]) {
          expect([text, datumOf(read(text)), read(text).conflict]).toEqual([text, day, null]);
        }
      }),
    );
  });
});
