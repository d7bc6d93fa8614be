import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsDay, fiscalYearOf, formatFiscalYear, parseFiscalYear, spanOf } from "./fiscal-year.ts";

describe("a fiscal year", () => {
  it.each([
    ["令和5年度", 2023],
    ["R5年度", 2023],
    ["Ｒ５年度", 2023],
    ["2023年度", 2023],
    ["令和 5 年度", 2023],
    ["令和5（2023）年度", 2023],
    ["平成31年度", 2019],
    ["令和元年度", 2019],
    ["昭和63年度", 1988],
  ])("%s begins in April %i", (text, year) => {
    expect(parseFiscalYear(text)).toEqual({ ok: true, value: year });
  });

  it.each([
    ["令和5年", "fiscal_year_not_recognised"],
    ["2023", "fiscal_year_not_recognised"],
    ["平成22～24年度", "fiscal_year_not_recognised"],
    ["平成40年度", "fiscal_year_not_recognised"],
    ["", "fiscal_year_not_recognised"],
    ["令和5（2024）年度", "fiscal_year_conflict"],
  ])("is not said by 「%s」", (text, code) => {
    expect(parseFiscalYear(text)).toEqual({ ok: false, problem: { code, text } });
  });

  it("runs from April to March", () => {
    expect(spanOf(2023)).toEqual({ from: "2023-04-01", to: "2024-03-31" });
    expect(["2023-03-31", "2023-04-01", "2024-03-31", "2024-04-01"].map((day) => containsDay(2023, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(fiscalYearOf("2024-03-31")).toBe(2023);
  });

  it("is read again as it was printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1868, max: 2116 }), (year) => {
        expect(parseFiscalYear(formatFiscalYear(year))).toEqual({ ok: true, value: year });
      }),
    );
  });
});
