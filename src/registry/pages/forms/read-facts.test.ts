import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AgreementDate, AgreementFacts } from "../../agreement.ts";
import { readingText, readWording } from "./date-reading.ts";
import { type DateInput, type FormInput, inputOfFacts, readAgreementInput, withRoom } from "./form-input.ts";
import { NO_BASE, readFacts } from "./read-facts.ts";

const NOBODY = { byId: new Map(), byName: new Map() };

const conflicting: AgreementDate = {
  asPrinted: "平成20（2010）年11月4日",
  date: "2008-11-04",
  precision: "day",
  role: "signed",
  party: "旧粟野町",
  conflict: { eraYear: "2008", westernYear: "2010" },
};
const unreadable: AgreementDate = {
  ...{ asPrinted: "平成40年", date: null, precision: "none", role: "renewed", party: null, conflict: null },
};
const facts: AgreementFacts = {
  title: "学校交流に関する覚書",
  japan: [
    { name: "青森県青森市", governmentCode: "02201" },
    { name: "府中市", governmentCode: null },
  ],
  foreign: [
    { name: "中華人民共和国大連市", country: "CN", counterpartId: null },
    { name: "どこかの市", country: null, counterpartId: null },
  ],
  dates: [
    conflicting,
    unreadable,
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

const opened = inputOfFacts(facts, 1, "ja");
const read = (input: FormInput) => readFacts(input, facts, NOBODY);
/** The form with one date typed otherwise than it was opened. */
const withDate = (index: number, change: Partial<DateInput>): FormInput => ({
  ...opened,
  dates: opened.dates.map((date, at) => (at === index ? { ...date, ...change } : date)),
});

describe("the form left as it was opened", () => {
  test.each(["ja", "en"] as const)("says the same facts (%s)", (lang) => {
    expect(readFacts(withRoom(inputOfFacts(facts, 1, lang)), facts, NOBODY)).toEqual({ facts, problems: [] });
  });

  test("reads what a browser sends: line ends as CR LF, empty rows, spaces around", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      title: " 覚書 ",
      "listings.0": "③",
      "listings.1": "①",
      "japan.0.name": "青森県青森市",
      "japan.1.name": "",
      "japan.2.name": "青森県",
      "foreign.0.name": "大連市",
      "foreign.0.country": "中国",
      "foreign.1.name": "",
      "dates.0.asPrinted": "",
      "dates.0.role": "signed",
      departments: "国際課\r\n\r\n総務課",
    })) {
      form.append(name, value);
    }
    const { facts: said, problems } = readFacts(readAgreementInput(form), NO_BASE, NOBODY);
    expect(problems).toEqual([]);
    expect(said).toMatchObject({ title: "覚書", listings: ["③", "①"], dates: [], background: null });
    expect(said.japan.map(({ governmentCode }) => governmentCode)).toEqual(["02201", "02000"]);
    expect(said.foreign).toEqual([{ name: "大連市", country: "CN", counterpartId: null }]);
    expect(said.departments).toEqual(["国際課", "総務課"]);
  });
});

describe("how a date is read", () => {
  test("shows a reading only where the wording leaves a doubt", () => {
    expect(opened.dates.map(({ read: reading }) => reading)).toEqual(["2008年11月4日", "", ""]);
  });

  test("keeps the printed wording and the conflict when a person decides for one of the years", () => {
    const { facts: said, problems } = read(withDate(0, { read: "2010年11月4日" }));
    expect(problems).toEqual([]);
    expect(said.dates[0]).toEqual({ ...conflicting, date: "2010-11-04" });
  });

  test("a person may say what an unreadable wording means", () => {
    const { facts: said, problems } = read(withDate(1, { read: "平成30年4月" }));
    expect(problems).toEqual([]);
    expect(said.dates[1]).toEqual({ ...unreadable, date: "2018-04", precision: "month" });
  });

  test("a corrected wording is read anew, and not by the reading that stood beside it", () => {
    const { facts: said } = read(withDate(0, { asPrinted: "平成21年3月2日" }));
    expect(said.dates[0]).toMatchObject({ asPrinted: "平成21年3月2日", date: "2009-03-02", conflict: null });
  });

  test("an emptied reading gives the date back to its wording", () => {
    const base = { dates: [{ ...conflicting, date: "2010-11-04" }], sources: [] };
    const input = inputOfFacts({ ...facts, ...base }, 1, "ja");
    const [first] = input.dates;
    const { facts: said } = readFacts({ ...input, dates: [{ ...first!, read: "" }] }, base, NOBODY);
    expect(said.dates[0]).toEqual(conflicting);
  });

  test("another role or party leaves the reading alone", () => {
    const { facts: said } = read(withDate(1, { role: "expires", party: "吉林省" }));
    expect(said.dates[1]).toEqual({ ...unreadable, role: "expires", party: "吉林省" });
  });

  test("names every entry it cannot read, at the control it was typed in", () => {
    const { facts: said, problems } = read({
      ...withDate(0, { asPrinted: "", read: "2010年" }),
      foreign: [{ name: "大連市", country: "ない国", counterpart: "", was: "" }],
      dates: [
        { asPrinted: "", read: "2010年", role: "signed", party: "", base: "" },
        { asPrinted: "平成22年", read: "13月", role: "signed", party: "", base: "" },
        { asPrinted: "平成22年2月30日", read: "", role: "signed", party: "", base: "" },
      ],
    });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([
      ["foreign.0.country", "country_not_found"],
      ["dates.0.asPrinted", "date_printed_missing"],
      ["dates.1.read", "date_not_recognised"],
      ["dates.2.asPrinted", "day_out_of_range"],
      ["foreign.0.name", "foreign_missing"],
    ]);
    expect(said.dates).toEqual([]);
  });

  test("what the form shows as a reading can always be read back", () => {
    const year = fc.integer({ min: 1868, max: 2100 }).map(String);
    const two = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, "0"));
    const datum = fc.oneof(
      year.map((date) => ({ date, precision: "year" as const })),
      year.map((date) => ({ date, precision: "fiscalYear" as const })),
      fc.tuple(year, two(12)).map((parts) => ({ date: parts.join("-"), precision: "month" as const })),
      fc.tuple(year, two(12), two(28)).map((parts) => ({ date: parts.join("-"), precision: "day" as const })),
    );
    fc.assert(
      fc.property(datum, ({ date, precision }) => {
        const shown = readingText({ ...unreadable, date, precision });
        expect(readWording(shown)).toEqual({ date, precision, conflict: null });
      }),
    );
  });
});
