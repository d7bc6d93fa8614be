import { expect, it } from "vitest";
import { differInOrderOnly, isOrderOnly } from "./order-only.ts";
import { anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

const [first, second] = [anEvent({ name: "総会" }), anEvent({ name: "交流会" })];

it("two years differ in their order only when their lists have the same members", () => {
  const year = anEntry(2024, { events: [first, second], text: "開催した。" });
  const turned = { ...year, events: [second, first] };
  expect(differInOrderOnly(year, turned)).toBe(true);
  expect(differInOrderOnly(year, year)).toBe(false);
  expect(differInOrderOnly(year, { ...turned, text: "開いた。" })).toBe(false);
  expect(differInOrderOnly(year, { ...year, events: [second] })).toBe(false);
  expect(differInOrderOnly(year, undefined)).toBe(false);
});

it("a member is the same whatever order its names came back in", () => {
  expect(differInOrderOnly([{ a: 1, b: [2] }, "x"], ["x", { b: [2], a: 1 }])).toBe(true);
  expect(differInOrderOnly([{ a: 1 }, { a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }, { a: 2 }])).toBe(false);
});

it("a fact of the programme itself is asked in the same way", () => {
  const then = aProgramme({ agreementIds: ["A000001", "A000002"] });
  const now = { ...then, agreementIds: ["A000002", "A000001"] };
  expect(isOrderOnly({ id: "agreementIds", kind: "fact", name: "agreementIds" }, then, now)).toBe(true);
});
