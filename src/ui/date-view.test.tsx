import { describe, expect, it } from "vitest";
import { DateText } from "./date-text.tsx";
import { viewDate, viewDay } from "./date-view.ts";
import { LangProvider } from "./lang.ts";

const none = { conflict: null } as const;

describe("a date for reading", () => {
  it("is as precise as it is known", () => {
    const day = viewDate({ asPrinted: "H24.5.23", date: "2012-05-23", precision: "day", ...none });
    expect(day).toMatchObject({ wareki: "平成24年5月23日", western: "2012年5月23日", english: "23 May 2012" });
    const month = viewDate({ asPrinted: "平成11年8月", date: "1999-08", precision: "month", ...none });
    expect(month).toMatchObject({ wareki: "平成11年8月", western: "1999年8月", english: "August 1999" });
    const year = viewDate({ asPrinted: "平成4年", date: "1992", precision: "year", ...none });
    expect(year).toMatchObject({ wareki: "平成4年", western: "1992年", english: "1992", datetime: "1992" });
    const fiscal = viewDate({ asPrinted: "R6年度", date: "2024", precision: "fiscalYear", ...none });
    expect(fiscal).toMatchObject({ wareki: "令和6年度", western: "2024年度", english: "FY2024", datetime: undefined });
  });

  it("keeps a wording that could not be read", () => {
    const view = viewDate({ asPrinted: "平成の末ごろ", date: null, precision: "none", ...none });
    const page = (<DateText date={view} />).toString();
    expect(page).toContain("平成の末ごろ");
    expect(page).not.toContain("（）");
  });

  it("puts the era first in Japanese and the western form first in English", () => {
    expect((<DateText date={viewDay("2012-05-23")} />).toString()).toBe(
      '<time datetime="2012-05-23"><span class="nowrap">平成24年5月23日</span><span class="western">（2012年）</span></time>',
    );
    const english = (
      <LangProvider value="en">
        <DateText date={viewDay("2012-05-23")} />
      </LangProvider>
    ).toString();
    expect(english).toContain('<span class="nowrap">23 May 2012</span><span class="western"> (平成24年5月23日)</span>');
  });

  it("says in words that two years disagree, and that nothing is stated", () => {
    const conflict = { eraYear: "2008", westernYear: "2010" };
    const view = viewDate({ asPrinted: "平成20（2010）年", date: "2008", precision: "year", conflict });
    expect((<DateText date={view} />).toString()).toContain("年の食い違い");
    expect((<DateText date={null} />).toString()).toContain("記載なし");
  });
});
