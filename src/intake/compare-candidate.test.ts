import { expect, it } from "vitest";
import { type Comparable, compareCandidate, isWorthShowing } from "./compare-candidate.ts";

const date = { asPrinted: "平成16年12月24日", precision: "day", role: "signed", party: null, conflict: null } as const;

function agreement(over: Partial<Comparable> = {}): Comparable {
  return {
    title: "経済文化交流に関する協定",
    japan: [{ name: "青森県青森市", governmentCode: "02201" }],
    foreign: [{ name: "中華人民共和国大連市", country: "CN", counterpartId: null }],
    dates: [{ ...date, date: "2004-12-24" }],
    ...over,
  };
}

it("takes old characters, widths and a missing date for the same agreement", () => {
  const other = agreement({ title: "經濟文化交流に関する協定", dates: [] });
  expect(compareCandidate(agreement(), other)).toMatchObject({ differing: ["dates"], looksSame: true });
});

it("does not take several documents of one day between the same parties for one agreement", () => {
  const comparison = compareCandidate(agreement(), agreement({ title: "観光交流に関する協定" }));
  expect(comparison).toMatchObject({ reasons: ["same_parties", "same_date"], differing: ["title"], looksSame: false });
  expect(isWorthShowing(comparison)).toBe(true);
});

it("does not take a renewal on another day for the same agreement", () => {
  const later = agreement({ dates: [{ ...date, date: "2009-12-24" }] });
  expect(compareCandidate(agreement(), later)).toMatchObject({ differing: ["dates"], looksSame: false });
});

it("says when one title holds the other", () => {
  const long = agreement({ title: "青森市・大連市経済文化交流に関する協定" });
  expect(compareCandidate(agreement(), long).reasons).toContain("title_contained");
});

it("does not show what only shares a party or a date", () => {
  const elsewhere = agreement({
    title: "農業交流協定",
    foreign: [{ name: "大韓民国平澤市", country: "KR", counterpartId: null }],
  });
  expect(isWorthShowing(compareCandidate(agreement(), elsewhere))).toBe(false);
});
