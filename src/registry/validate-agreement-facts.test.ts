import { expect, test } from "vitest";
import { agreementFacts, signedOn } from "../../test/support/agreement-facts.ts";
import { validateAgreementFacts } from "./validate-agreement-facts.ts";

const codes = (own: Parameters<typeof agreementFacts>[0]) =>
  validateAgreementFacts(agreementFacts(own)).map(({ fact, code, index }) => `${fact} ${code} ${index ?? ""}`.trim());

test("a title and one party on each side make a record", () => {
  expect(codes({})).toEqual([]);
});

test("what is missing is said all at once", () => {
  expect(codes({ title: " ", japan: [], foreign: [] })).toEqual([
    "title title_missing",
    "japan japan_missing",
    "foreign foreign_missing",
  ]);
});

test("a body stands once on its side, whatever way it is written", () => {
  const japan = [
    { name: "青森県青森市", governmentCode: "02201" },
    { name: "青森市", governmentCode: "02201" },
  ];
  const foreign = [
    { name: "哈爾濱市", country: "CN", counterpartId: null },
    { name: "哈尔滨市", country: "CN", counterpartId: null },
  ];
  expect(codes({ japan, foreign })).toEqual(["japan party_twice 1", "foreign party_twice 1"]);
});

test("codes must be known, in the form the registry keeps", () => {
  const japan = [{ name: "何市", governmentCode: "99999" }];
  const sixDigits = [{ name: "青森市", governmentCode: "022012" }];
  const foreign = [{ name: "何国", country: "QQ", counterpartId: null }];
  expect(codes({ japan, foreign })).toEqual(["japan government_unknown 0", "foreign country_unknown 0"]);
  expect(codes({ japan: sixDigits })).toEqual(["japan government_unknown 0"]);
});

test("a date is as precise as it says and exists in the calendar", () => {
  expect(codes({ dates: [signedOn("2012-02-29"), signedOn("1999-08"), signedOn("1995")] })).toEqual([]);
  const dates = [signedOn("2011-02-29"), { ...signedOn("2011"), precision: "day" as const }, signedOn("2011-13")];
  expect(codes({ dates })).toEqual(["dates date_unreadable 0", "dates date_unreadable 1", "dates date_unreadable 2"]);
  expect(codes({ dates: [{ ...signedOn("2011"), date: null, precision: "none" }] })).toEqual([]);
});

test("a page's address begins with http or https", () => {
  expect(codes({ urls: ["https://city.example.jp/", "javascript:alert(1)", "city.example.jp"] })).toEqual([
    "urls url_not_web 1",
    "urls url_not_web 2",
  ]);
});

test("an agreement is listed under a field once", () => {
  expect(codes({ listings: ["①", "②", "①"] })).toEqual(["listings listing_twice 2"]);
});

test("an address that looks like a person's is refused wherever it stands", () => {
  const text = "連絡先 taro.yamada@city.example.jp";
  expect(codes({ background: text, departments: [text], title: text })).toEqual([
    "title personal_mailbox 0",
    "background personal_mailbox",
    "departments personal_mailbox 0",
  ]);
});
