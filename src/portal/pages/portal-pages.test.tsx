import { describe, expect, it } from "vitest";
import { viewDay } from "../../ui/index.ts";
import { agreementsHref } from "../agreement-links.ts";
import type { HomePageProps } from "../home-content.ts";
import { AboutPage } from "./about-page.tsx";
import { HomePage } from "./home-page.tsx";

const content: HomePageProps = {
  lang: "ja",
  figures: { agreements: 149, listings: { n: 175, relisted: 26 }, countries: 24, several: 19, programmes: 18 },
  byPrefecture: { "13": 6 },
  byCountry: [{ country: "CN", label: "中華人民共和国", count: 56 }],
  byField: [{ field: "②", label: "②文化交流", tally: { n: 25, relisted: 4 } }],
  byDecade: [{ decade: 1990, count: 30 }],
  latest: [
    {
      id: "A000001",
      title: "見本市と試験郡の協定",
      japan: ["見本県見本市"],
      foreign: ["大韓民国試験郡", "大韓民国第二郡"],
      date: viewDay("2012-08-21"),
    },
  ],
  source: "自治体国際化協会の調査（平成24年8月）によります。",
};

describe("the home page", () => {
  const page = (<HomePage {...content} />).toString();

  it("opens the rows behind every number", () => {
    const numbers = ["/agreements", "/tables/by-field", "/tables/by-country", "/agreements?parties=several"];
    const charts = [
      agreementsHref("ja", { prefecture: "13" }),
      agreementsHref("ja", { country: "CN" }),
      agreementsHref("ja", { field: "②" }),
      agreementsHref("ja", { decade: "1990" }),
    ];
    for (const href of [...numbers, ...charts, "/agreements/A000001"]) expect(page).toContain(`href="${href}"`);
  });

  it("names the unit of agreements and of listings, and the relistings inside", () => {
    expect(page).toContain("149<small>協定</small>");
    expect(page).toContain("175<small>掲載</small>");
    expect(page).toContain("掲載（うち再掲 26）");
  });

  it("says where the records come from", () => {
    expect(page).toContain(content.source);
  });

  it("joins both sides of an agreement with all their parties", () => {
    expect(page).toContain("見本県見本市と大韓民国試験郡、大韓民国第二郡");
  });

  it("speaks of nothing that does not exist yet", () => {
    for (const word of ["支援メニュー", "/support", "/cases", "表彰"]) expect(page).not.toContain(word);
  });

  it("leads to English pages on the English one", () => {
    const english = (<HomePage {...content} lang="en" />).toString();
    expect(english).toContain('href="/en/agreements?country=CN"');
    expect(english).toContain("Local ties with the world,");
    expect(english).toContain('action="/en/agreements"');
  });

  it("shows how to begin while there are no records", () => {
    const none = { agreements: 0, listings: { n: 0, relisted: 0 }, countries: 0, several: 0, programmes: 0 };
    const empty = (<HomePage {...content} figures={none} latest={[]} />).toString();
    expect(empty).toContain("まだ提携・協定の記録がありません");
    expect(empty).not.toContain("home-numbers");
  });
});

describe("the page of sources and terms", () => {
  it("says so when a document states no terms", () => {
    const source = { title: "見本の調査", publisher: "見本協会", asOf: "平成24年8月（2012年）", terms: null };
    const page = (<AboutPage lang="ja" sources={[source]} />).toString();
    expect(page).toMatch(/<dt>利用条件<\/dt><dd class="sub">記載なし<\/dd>/u);
  });

  it("has a place for accessibility that the site map can lead to", () => {
    expect((<AboutPage lang="en" sources={[]} />).toString()).toContain('id="accessibility"');
  });
});

describe("the address of a filtered list", () => {
  it("keeps the language and escapes values", () => {
    expect(agreementsHref("en", { q: "大連 & 瀋陽" })).toBe(
      "/en/agreements?q=%E5%A4%A7%E9%80%A3+%26+%E7%80%8B%E9%99%BD",
    );
    expect(agreementsHref("ja")).toBe("/agreements");
  });
});
