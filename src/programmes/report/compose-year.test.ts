import { describe, expect, it } from "vitest";
import { emptyEntry, type YearEntry, type YearEvent } from "../programme-year.ts";
import type { YearStatus } from "../year-status.ts";
import { composeYear, lostInCell } from "./compose-year.ts";
import { cellWords } from "./messages.ja.ts";
import { readLines } from "./read-back.ts";

const CONTEXT = { title: "みどりの交流事業", partners: [], words: cellWords };

function anEvent(name: string, status: YearStatus, facts: Partial<YearEvent> = {}): YearEvent {
  return {
    ...{ name, edition: null, date: null, place: null, status, direction: null, related: [], item: null },
    ...{ isEstimate: false, ...facts },
  };
}

const august = {
  ...{ asPrinted: "令和6年8月", date: "2024-08", from: "2024-08-01", to: "2024-08-31" },
  ...{ precision: "month" as const, conflict: null },
};

function statusesRead(entry: YearEntry): readonly string[] {
  return readLines(composeYear(entry, CONTEXT), entry, CONTEXT).events.map(({ status }) => status);
}

describe("a year's cell", () => {
  it("says the status of an event that the number or date of another would change", () => {
    const item = { mark: "(1)", level: 1, label: "友好の集い", reasonAsPrinted: null, text: "", post: null } as const;
    const entry: YearEntry = {
      ...emptyEntry(2024, "plan_including_results", "planned_or_held"),
      items: [{ ...item, status: "planned_or_held" }],
      events: [
        anEvent("料理の会", "planned_or_held", { item: "友好の集い", date: august }),
        anEvent("料理の部", "planned", { item: "友好の集い" }),
      ],
    };
    expect(statusesRead(entry)).toEqual(["planned_or_held", "planned"]);
    expect(lostInCell(entry, CONTEXT)).toEqual([]);
  });
});

describe("the status of an event", () => {
  const read = (...lines: readonly string[]) =>
    readLines(lines, emptyEntry(2024, "plan_including_results", "planned"), CONTEXT).events.map(({ status }) => status);

  it("is its own where the print says it, even when it is the one a reader would first assume", () => {
    expect(read("(1) 友好の集い", "名称：料理の部", "開催日：記載なし", "状況：計画", "来場者：30名")).toEqual([
      "planned",
    ]);
  });

  it("is that of its item where the print does not say it", () => {
    expect(read("(1) 友好の集い", "名称：料理の部", "開催日：記載なし", "来場者：30名")).toEqual(["planned_or_held"]);
  });

  it("is what the print says, even when a date that is not settled stands beside it", () => {
    expect(read("(1) 友好の集い", "名称：料理の部", "開催日：未定", "状況：中止")).toEqual(["cancelled"]);
  });
});
