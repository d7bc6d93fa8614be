import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Post, YearItem } from "../programme-year.ts";
import { anyEntry } from "../testing/any-facts.ts";
import { anEntry } from "../testing/programme-facts.ts";
import { readItems, writeItems } from "./item-lines.ts";

const item = (label: string, more: Partial<YearItem> = {}): YearItem => ({
  ...{ mark: null, level: 1, label, status: "held", reasonAsPrinted: null, text: "", post: null },
  ...more,
});
const POST: Post = {
  ...{ title: "CIR", nationality: "英国", country: "GB", status: "reappointed", yearOfService: 2, since: null },
  reasonAsPrinted: null,
};
const year = anEntry(2024, {
  items: [
    item("商談会：第2回", { mark: "⑴", text: "県産品" }),
    item("写真展", { mark: "⑵", status: "cancelled", reasonAsPrinted: "台風のため" }),
    item("英国籍CIR", { mark: "・", status: "reappointed", post: POST }),
  ],
});
const SAID = "⑴ 商談会：第2回：実施\n⑵ 写真展：中止（台風のため）\n・ 英国籍CIR：再任用";

const read = (said: string) => {
  const reading = readItems(year, said);
  return "value" in reading ? reading.value.items : `${reading.problem.code} ${reading.problem.said}`;
};

describe("sub-items in one cell", () => {
  it("are one line each, with mark, name, status and reason", () => {
    expect(writeItems(year)).toBe(SAID);
    expect(read(SAID)).toEqual(year.items);
  });

  it("change status and reason, a post with its item, and nothing else of theirs", () => {
    expect(read("(1) 商談会:第2回: 計画(実績を含む)\n写真展：実施\n英国籍CIR：未着任（辞退のため）")).toEqual([
      { ...year.items[0], status: "planned_or_held" },
      { ...year.items[1], status: "held", reasonAsPrinted: null },
      {
        ...{ ...year.items[2], status: "not_arrived", reasonAsPrinted: "辞退のため" },
        post: { ...POST, status: "not_arrived", reasonAsPrinted: "辞退のため" },
      },
    ]);
  });

  it("stand in the order of their lines, new ones where they were written", () => {
    const items = read(`① 開会式：実施\n${SAID.split("\n").toReversed().join("\n")}`);
    expect(Array.isArray(items) && items.map(({ label, level }) => [label, level])).toEqual([
      ...[["開会式", 2], ...year.items.toReversed().map(({ label }) => [label, 1])],
    ]);
  });

  it.each([
    ["⑴ 商談会：第2回：やった", "value_unreadable ⑴ 商談会：第2回：やった"],
    [SAID.replace("再任用", "中止"), "value_unreadable ・ 英国籍CIR：中止"],
    ["⑴ 商談会：第2回：実施\n・ 英国籍CIR：再任用", "item_left_out ⑵ 写真展"],
    ["", "item_left_out ⑴ 商談会：第2回"],
  ])("「%s」 is refused: %s", (said, problem) => {
    expect(read(said)).toBe(problem);
  });

  it("are never lost or doubled, whatever a cell says", () => {
    fc.assert(
      fc.property(anyEntry, fc.string(), (entry, said) => {
        const reading = readItems(entry, `${writeItems(entry)}\n${said}`);
        if ("value" in reading) expect(reading.value.items.length).toBeGreaterThanOrEqual(entry.items.length);
      }),
      { numRuns: 100 },
    );
  });
});
