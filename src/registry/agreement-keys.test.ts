import { expect, test } from "vitest";
import { agreementFacts, signedOn } from "../../test/support/agreement-facts.ts";
import { deriveKeys } from "./agreement-keys.ts";

test("the day of signing orders, not when it was renewed or when it ends", () => {
  const dates = [
    { ...signedOn("2011-10-17"), role: "renewed" as const },
    signedOn("2006-11-02"),
    { ...signedOn("2016"), role: "expires" as const },
  ];
  expect(deriveKeys(agreementFacts({ dates })).signedFrom).toBe("2006-11-02");
});

test("the first of several signings orders", () => {
  const dates = [signedOn("1989-11-13"), signedOn("1989-11-11")];
  expect(deriveKeys(agreementFacts({ dates })).signedFrom).toBe("1989-11-11");
});

test("a month, a year and a fiscal year begin on their first day", () => {
  const of = (date: string) => deriveKeys(agreementFacts({ dates: [signedOn(date)] })).signedFrom;
  expect(of("1999-08")).toBe("1999-08-01");
  expect(of("1995")).toBe("1995-01-01");
  const dates = [{ ...signedOn("1995"), precision: "fiscalYear" as const }];
  expect(deriveKeys(agreementFacts({ dates })).signedFrom).toBe("1995-04-01");
});

test("an end by itself is no day of signing", () => {
  const dates = [{ ...signedOn("2012"), role: "expires" as const }];
  expect(deriveKeys(agreementFacts({ dates })).signedFrom).toBeNull();
});

test("a city printed without its prefecture is searched with it", () => {
  const japan = [{ name: "舞鶴市", governmentCode: "26202" }];
  expect(deriveKeys(agreementFacts({ japan })).searchKey).toContain("京都府舞鶴市");
});

test("no bigram runs from one text into the next", () => {
  const { searchGrams } = deriveKeys(agreementFacts({ title: "甲乙", departments: ["丙丁"] }));
  expect(searchGrams).toEqual(expect.arrayContaining(["甲乙", "丙丁", "甲"]));
  expect(searchGrams).not.toContain("乙青");
});
