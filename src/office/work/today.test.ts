import { expect, test } from "vitest";
import type { OpenWork } from "../../platform/index.ts";
import { daysUntil, groupWork } from "./today.ts";

const item = (subjectId: string, own: Partial<OpenWork>): OpenWork => ({
  ...{ kind: "agreement_draft", subjectId, bodyId: "B000001", accountId: "U000001", title: "題", address: "/x" },
  ...{ dueOn: null, openedAt: "2026-11-01T00:00:00.000Z", holder: "佐藤", isUnassigned: false },
  ...own,
});
const all = [
  item("a", { dueOn: "2026-12-01" }),
  item("b", { kind: "agreement_returned", dueOn: "2027-01-01" }),
  item("c", {}),
  item("d", { accountId: null, isUnassigned: true }),
  item("e", { accountId: "U000002", isUnassigned: true }),
  item("f", { accountId: "U000003" }),
];
const subjects = (seesLeft: boolean) =>
  Object.entries(groupWork(all, "U000001", seesLeft)).map(([group, list]) => [
    group,
    list.map((one) => one.subjectId).join(),
  ]);

test("what came back comes first, then what has a day, the rest, and what nobody has; a colleague's work is not here", () => {
  expect(subjects(true)).toEqual([
    ["returned", "b"],
    ["due", "a"],
    ["other", "c"],
    ["anyone", "d"],
    ["left", "e"],
  ]);
});

test("work of people who left is shown only to who administers", () => {
  expect(subjects(false).at(-1)).toEqual(["left", ""]);
});

test("days are counted over months", () => {
  expect(daysUntil("2026-12-01", "2026-11-28")).toBe(3);
  expect(daysUntil("2026-11-28", "2026-12-01")).toBe(-3);
});
