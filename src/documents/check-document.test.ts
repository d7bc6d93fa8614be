import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, inventDocument } from "../../test/fixtures/documents/invented-document.ts";
import { checkDocument } from "./check-document.ts";
import type { Block, DocumentMeta, Table, TableRow } from "./document.ts";
import { defaultWriteLimits, type Flaw } from "./document-flaw.ts";
import { describeFlaw as describeFlawEn, describeWriteProblem as describeWriteProblemEn } from "./messages.en.ts";
import { describeFlaw, describeWriteProblem } from "./messages.ja.ts";
import { layOutRows } from "./table-grid.ts";

function flawsOf(...blocks: readonly Block[]): readonly Flaw[] {
  const outcome = checkDocument(documentOf(...blocks));
  if (outcome.ok) return [];
  expect(describeWriteProblem(outcome.problem)).toMatch(/。$/);
  expect(describeWriteProblemEn(outcome.problem)).toMatch(/\.$/);
  return outcome.problem.code === "document_flawed" ? outcome.problem.flaws : [];
}

const table = (rows: readonly TableRow[], columns = 2): Table => ({
  kind: "table",
  columns: Array.from({ length: columns }, () => ({ width: 1 })),
  headerRows: [],
  rows,
});

describe("a document before it is written", () => {
  it("passes with everything it may hold, and gets its headings numbered as official documents are", () => {
    const outcome = checkDocument(inventDocument(2));
    expect(outcome.ok && outcome.value.outline.map(({ text }) => text)).toEqual([
      "1　事業の実績と計画",
      "(1)　県（国際課）",
      "1　みどり県・大連市 交流会議その1",
      "2　みどり県・大連市 交流会議その2",
      "2　集計",
      "3　前年度報告との差",
    ]);
    const numbered = (level: 1 | 2 | 3): Block => ({ kind: "heading", level, text: "x", isNumbered: true });
    const { meta, blocks } = documentOf(numbered(1), numbered(2), numbered(3), numbered(3), numbered(2), numbered(3));
    const numbers = (language: DocumentMeta["language"]) => {
      const checked = checkDocument({ meta: { ...meta, language }, blocks });
      return checked.ok ? checked.value.outline.map(({ text }) => text.split(/[　 ]/)[0]) : [];
    };
    expect(numbers("ja")).toEqual(["1", "(1)", "ア", "イ", "(2)", "ア"]);
    expect(numbers("en")).toEqual(["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"]);
  });

  it("names the heading, row and column of a control character, and which one it is", () => {
    const [flaw] = flawsOf(
      { kind: "heading", level: 1, text: "集計" },
      table([
        ["甲", "乙"],
        ["丙", "丁\u{8}"],
      ]),
    );
    expect(flaw).toEqual({
      code: "control_character",
      at: { block: 2, kind: "table", heading: "集計", row: 2, column: 2 },
      value: "U+0008",
    });
    expect(describeFlaw(flaw!)).toBe(
      "「集計」の2行目2列目：画面に出ない制御文字（U+0008）が含まれています。その欄を入力し直してください。",
    );
    expect(describeFlawEn(flaw!)).toMatch(/^"集計", row 2, column 2: /);
    expect(flawsOf({ kind: "paragraph", content: "半分の\u{D842}文字" })[0]?.value).toBe("U+D842");
    expect(flawsOf({ kind: "paragraph", content: "改行\r\nとタブ\tと𠮷" })).toEqual([]);
  });

  it("says all flaws at once", () => {
    const codes = flawsOf(
      { kind: "heading", level: 2, text: "" },
      table([]),
      table([["甲"]]),
      table([["甲", { content: "乙", value: Number.NaN }]]),
      { kind: "paragraph", content: [{ kind: "link", text: "x", href: "javascript:alert(1)" }] },
      { kind: "figure", svg: "<svg", alt: "" },
      { kind: "figure", svg: `<svg width="1"><image href="file:///etc/passwd"/></svg>`, alt: "図" },
    ).map(({ code, at }) => [at.block, code]);
    expect(codes).toEqual([
      [1, "heading_level_skipped"],
      [1, "empty_text"],
      [2, "empty_table"],
      [3, "table_does_not_fit"],
      [4, "value_not_a_number"],
      [5, "link_not_allowed"],
      [6, "empty_text"],
      [6, "figure_unreadable"],
      [7, "figure_unreadable"],
    ]);
  });

  it.each([
    ["reaches beyond the last column", [["甲", { content: "乙", columnSpan: 2 }]]],
    ["reaches below the last row", [["甲", { content: "乙", rowSpan: 2 }]]],
    [
      "covers another cell",
      [
        [{ content: "甲", rowSpan: 2 }, "乙"],
        ["丙", "丁"],
      ],
    ],
    ["leaves a hole", [["甲", "乙"], ["丙"]]],
    ["is no count", [["甲", { content: "乙", columnSpan: 0 }]]],
  ])("refuses a span that %s", (_, rows) => {
    expect(flawsOf(table(rows)).map(({ code }) => code)).toEqual(["table_does_not_fit"]);
  });

  it("needs a title, a publisher and a real day", () => {
    const { meta, blocks } = documentOf();
    for (const wrong of [
      { title: " " },
      { organisation: "" },
      { date: "2025-02-30" },
      { date: "1979-12-31" },
      { date: "令和7年" },
    ]) {
      const outcome = checkDocument({ meta: { ...meta, ...wrong }, blocks });
      expect(outcome).toMatchObject({ ok: false, problem: { flaws: [{ code: "meta_incomplete", at: { block: 0 } }] } });
    }
  });

  it("is refused when it is longer than can be written", () => {
    const limits = { ...defaultWriteLimits, maxCells: 3 };
    const outcome = checkDocument(
      documentOf(
        table([
          ["甲", "乙"],
          ["丙", "丁"],
        ]),
      ),
      limits,
    );
    expect(outcome).toEqual({ ok: false, problem: { code: "document_too_long", unit: "cells", limit: 3 } });
    expect(!outcome.ok && describeWriteProblem(outcome.problem)).toContain("上限は3セル");
  });

  it("lays out whatever spans fit so that every place is covered exactly once", () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(spans, (sizes) => {
        const rows = packSpans(sizes, 4);
        const { cells, misfit } = layOutRows(rows, 4);
        expect(misfit).toBe(null);
        const area = cells.reduce((sum, { columnSpan, rowSpan }) => sum + columnSpan * rowSpan, 0);
        expect(area).toBe(rows.length * 4);
      }),
    );
  });
});

/** Bands of rows: cells of one height side by side, the rest of the band filled with cells of one place. */
function packSpans(sizes: readonly (readonly [number, number])[], columns: number): TableRow[] {
  return sizes.flatMap(([columnSpan, rowSpan]) => {
    const rest = Array.from({ length: columns - columnSpan }, () => "x");
    const first: TableRow = [{ content: "x", columnSpan, rowSpan }, ...rest];
    return [first, ...Array.from({ length: rowSpan - 1 }, (): TableRow => rest)];
  });
}
