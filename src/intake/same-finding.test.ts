import { expect, test } from "vitest";
import { groupSameFindings, sameFindingKey } from "./same-finding.ts";

const copied = (number: number, beginning: string, more: Readonly<Record<string, unknown>> = {}) => ({
  code: "text_copied",
  severity: "warning" as const,
  number,
  values: { field: "①", number, section: "activities", others: [], sameGovernment: true, beginning, ...more },
});

test("the same passage in several sheets is one group, whichever sheets and sections they are", () => {
  const groups = groupSameFindings([
    copied(1, "青年の船を"),
    copied(2, "毎年の"),
    copied(3, "青年の船を", { section: "outcomes", others: [{ field: "②", number: 4, line: 9 }] }),
    copied(4, "一度だけ"),
    copied(5, "毎年の"),
  ]);
  expect(groups.map((group) => group.map(({ number }) => number))).toEqual([
    [1, 3],
    [2, 5],
  ]);
});

test("the same words about another matter are not the same", () => {
  expect(sameFindingKey(copied(1, "青年の船を"))).not.toBe(
    sameFindingKey(copied(2, "青年の船を", { sameGovernment: false })),
  );
  expect(sameFindingKey({ code: "country_unknown", severity: "warning", values: { name: "甲国" } })).not.toBe(
    sameFindingKey({ code: "date_unreadable", severity: "warning", values: { name: "甲国" } }),
  );
});

test("what looks like personal data is looked at one by one", () => {
  const phone = { code: "personal_mobile_number", severity: "warning" as const, values: { fact: "activities" } };
  expect(sameFindingKey(phone)).toBeUndefined();
  expect(groupSameFindings([phone, phone])).toEqual([]);
});
