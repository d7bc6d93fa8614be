import { describe, expect, it } from "vitest";
import type { AgreementFacts } from "../../registry/index.ts";
import { readTyped, typedFrom, typedFromForm } from "./facts-form.ts";

const facts: AgreementFacts = {
  title: "学校交流に関する覚書",
  japan: [{ name: "青森県青森市", governmentCode: "02201" }],
  foreign: [
    { name: "中華人民共和国大連市", country: "CN", counterpartId: null },
    { name: "どこかの市", country: null, counterpartId: null },
  ],
  dates: [
    {
      asPrinted: "平成20（2010）年11月4日",
      date: "2008-11-04",
      precision: "day",
      role: "signed",
      party: "旧粟野町",
      conflict: { eraYear: "2008", westernYear: "2010" },
    },
    { asPrinted: "平成40年", date: null, precision: "none", role: "renewed", party: null, conflict: null },
    { asPrinted: "令和5年度", date: "2023", precision: "fiscalYear", role: "started", party: null, conflict: null },
  ],
  listings: ["②", "①"],
  background: "一行目\n二行目",
  activities: null,
  outcomes: null,
  urls: ["http://www.example.jp/"],
  departments: ["国際課", "教育課"],
  phones: ["017-000-0000"],
  sources: [],
};

describe("the form of a draft", () => {
  it("says the same facts when nothing was changed", () => {
    expect(readTyped(typedFrom(facts), facts)).toEqual({ facts: { ...facts, listings: ["②", "①"] }, problems: [] });
  });

  it("keeps the printed wording and the conflict when a person decides for one of the years", () => {
    const typed = typedFrom(facts);
    const [first, ...rest] = typed.dates;
    const { facts: read, problems } = readTyped(
      { ...typed, dates: [{ ...first!, read: "2010年11月4日" }, ...rest] },
      facts,
    );
    expect(problems).toEqual([]);
    expect(read.dates[0]).toEqual({ ...facts.dates[0], date: "2010-11-04" });
  });

  it("names every entry it cannot read and loses none", () => {
    const typed = {
      ...typedFrom(facts),
      foreign: [{ name: "大連市", country: "ない国" }],
      dates: [
        { printed: "", read: "2010年", role: "signed" },
        { printed: "平成22年", read: "13月", role: "signed" },
      ],
    };
    const { facts: read, problems } = readTyped(typed, facts);
    expect(problems).toEqual([
      { code: "country_unknown", index: 0, text: "ない国" },
      { code: "date_without_printed", index: 0 },
      { code: "date_unreadable", index: 1, text: "13月" },
    ]);
    expect(read.foreign).toEqual([{ name: "大連市", country: null, counterpartId: null }]);
    expect(read.dates).toHaveLength(2);
  });

  it("passes over empty rows and reads line ends of browsers", () => {
    const form = new FormData();
    for (const [name, value] of [
      ["title", " 覚書 "],
      ["main", "③"],
      ["further", "③"],
      ["further", "①"],
      ["japan", "青森県青森市\r\n\r\n青森県"],
      ["foreignName", "大連市"],
      ["foreignCountry", "中国"],
      ["foreignName", ""],
      ["foreignCountry", ""],
      ["datePrinted", ""],
      ["dateRead", ""],
      ["dateRole", "signed"],
    ] as const) {
      form.append(name, value);
    }
    const { facts: read, problems } = readTyped(typedFromForm(form), facts);
    expect(problems).toEqual([]);
    expect(read).toMatchObject({ title: "覚書", listings: ["③", "①"], dates: [], background: null });
    expect(read.japan.map(({ governmentCode }) => governmentCode)).toEqual(["02201", "02000"]);
    expect(read.foreign).toEqual([{ name: "大連市", country: "CN", counterpartId: null }]);
  });
});
