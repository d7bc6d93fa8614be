import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyEntry, type YearEntry, type YearEvent } from "../programme-year.ts";
import { anyEntry, plainEntry } from "../testing/entered-years.ts";
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

const FACTS_BEGIN = "記録：以下のとおり";

describe("a year's cell of whatever a form can hold", () => {
  const columns = ["plan", "plan_including_results", "result"] as const;
  const any = fc.constantFrom(...columns).chain((column) => anyEntry(2024, column));
  const plain = fc.constantFrom(...columns).chain((column) => plainEntry(2024, column));

  it("is read again as it was entered", () => {
    fc.assert(
      fc.property(any, (entry) => {
        expect(lostInCell(entry, CONTEXT)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps the wording as entered above facts that it does not tell", () => {
    fc.assert(
      fc.property(any, (entry) => {
        const lines = composeYear(entry, CONTEXT);
        const { text } = readLines(lines, entry, CONTEXT);
        expect(lines.join("\n")).toContain(entry.text);
        if (lines.includes(FACTS_BEGIN)) expect(text.replace(/\s/gu, "")).toBe(entry.text.replace(/\s/gu, ""));
      }),
      { numRuns: 50 },
    );
  });

  it("needs no list of facts for items, events and numbers under plain names", () => {
    fc.assert(
      fc.property(plain, (entry) => {
        const isPlain = entry.quantities.every(({ label }) => !label.includes("："));
        fc.pre(isPlain);
        expect(composeYear(entry, CONTEXT)).not.toContain(FACTS_BEGIN);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what the cell says outright", () => {
  it("lists the facts where the office's wording tells others", () => {
    const entry: YearEntry = {
      ...emptyEntry(2024, "result", "partly_held"),
      text: "(1) 友好の集い",
      reasonAsPrinted: "台風（10号）のため中止",
    };
    const lines = composeYear(entry, CONTEXT);
    expect(lines).toEqual([entry.text, FACTS_BEGIN, "状況：一部実施", "理由：台風（10号）のため中止"]);
    expect(lostInCell(entry, CONTEXT)).toEqual([]);
  });

  it("says that no people are counted where a number of participants sounds like it", () => {
    const entry: YearEntry = {
      ...emptyEntry(2024, "result", "held"),
      items: [
        {
          ...{
            mark: "(1)",
            level: 1,
            label: "青年の派遣",
            status: "held",
            reasonAsPrinted: null,
            text: "",
            post: null,
          },
        },
      ],
      quantities: [
        {
          ...{ label: "派遣者", value: 20, range: null, unit: "名", isApproximate: false, asOf: null, period: null },
          ...{ subsetOf: null, plan: false, item: "青年の派遣", asPrinted: "20名" },
        },
      ],
    };
    expect(composeYear(entry, CONTEXT)).toContain("派遣・受入の人数：記載なし");
    expect(lostInCell(entry, CONTEXT)).toEqual([]);
  });

  it("gives a reason that no sentence of a report would say", () => {
    const entry: YearEntry = { ...emptyEntry(2024, "result", "cancelled"), reasonAsPrinted: "相手方の都合による。" };
    expect(composeYear(entry, CONTEXT)).toEqual(["状況：中止", "理由：相手方の都合による。"]);
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
