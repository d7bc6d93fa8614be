import { describe, expect, it } from "vitest";
import { expectedTurns } from "./expected-turns.ts";
import { anEntry, anEvent, aProgramme } from "./testing/programme-facts.ts";

const biennial = { everyYears: 2, isAlternating: true, asPrinted: "２年ごとに交互の地において開催" };
const held = anEntry(2022, { events: [anEvent({ edition: 9, place: "香港" })] });
const programme = aProgramme({ recurrence: biennial, years: [held] });

const shown = (facts: typeof programme, thisYear: number) =>
  expectedTurns(facts, thisYear).map(({ next, isOverdue, ifHeld }) => [next.fiscalYear, isOverdue, ifHeld]);

describe("turns to come", () => {
  it("are the next one by the record while its year has not passed", () => {
    expect(shown(programme, 2023)).toEqual([[2024, false, []]]);
    expect(shown(programme, 2024)).toEqual([[2024, false, []]]);
  });

  it("name a turn that is missing from the record, and what the one after it stands on", () => {
    expect(shown(programme, 2025)).toEqual([
      [2024, true, []],
      [2026, false, [2024]],
    ]);
    expect(shown(programme, 2027)).toEqual([
      [2024, true, []],
      [2028, false, [2024, 2026]],
    ]);
  });

  it("say of no year that nothing is on record when it was cancelled", () => {
    const cancelled = anEntry(2024, { status: "cancelled", events: [anEvent({ status: "cancelled" })] });
    const facts = aProgramme({ recurrence: biennial, years: [held, cancelled] });
    expect(shown(facts, 2025)).toEqual([[2026, false, []]]);
  });

  it("are none where nothing tells them", () => {
    expect(shown(aProgramme({ years: [held] }), 2025)).toEqual([]);
  });
});
