/** The same report as offices hand it on: other line ends, widths, eras, orders, cut off; and what other programs read of it. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSource } from "../../documents/read-source.ts";
import type { ProgrammeRecord } from "../programme.ts";
import { readProgrammeReport, recogniseProgrammeReport } from "./programme-report.ts";

const FIXTURE = resolve(import.meta.dirname, "../../../test/fixtures/programme-report/invented-report.txt");
const report = readFileSync(FIXTURE, "utf8");

async function sourceOf(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const source = await readSource({ name: "report.txt", bytes });
  if (!source.ok) throw new Error(source.problem.code);
  return source.value;
}

const read = async (text: string | Uint8Array) => readProgrammeReport(await sourceOf(text));

/** What is recorded, without the wording and without where it stood. */
function facts(records: readonly ProgrammeRecord[]): unknown {
  const left = new Set(["asPrinted", "text", "lines", "overview", "label", "name"]);
  return JSON.parse(
    JSON.stringify(records, (key, value: unknown) =>
      left.has(key) ? undefined : typeof value === "string" ? value.normalize("NFKC") : value,
    ),
  );
}

/** Only in short lines: in a full one wide digits would move the end of the line. */
const wide = (text: string) =>
  text.replace(/^.{1,20}$/gmu, (line) =>
    line.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  );
const narrow = (text: string) => text.replace(/[０-９]/gu, (digit) => digit.normalize("NFKC"));

describe("a report handed on", () => {
  it.each([
    ["with the line ends of Windows", report.replace(/\r?\n/gu, "\r\n")],
    ["with a byte order mark", `\u{feff}${report}`],
    ["with wide digits", wide(report)],
    ["with narrow digits", narrow(report)],
    ["with fiscal years as R5年度", narrow(report).replace(/令和(\d)年度/gu, "R$1年度")],
  ])("%s gives the same records", async (_, text) => {
    expect(facts((await read(text)).drafts)).toEqual(facts((await read(report)).drafts));
  });

  it("of 300 boxes gives 300 programmes, and of one box one", async () => {
    const box = (number: number) =>
      `${number} 事業名 みどり・香港交流会議\n開始年度 昭和54年度\n事業概要 会議を開く。\n令和５年度実績 書面開催\n令和６年度計画 未定\n`;
    const many = Array.from({ length: 300 }, (_, index) => box(index + 1)).join("");
    expect((await read(many)).drafts.map(({ number }) => number)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    expect((await read(box(1))).drafts).toHaveLength(1);
    expect(recogniseProgrammeReport(await sourceOf(box(1)))).toBeGreaterThanOrEqual(0.9);
  });

  it("cut off anywhere loses no programme before the cut", async () => {
    const whole = facts((await read(report)).drafts) as readonly unknown[];
    for (const part of [0.2, 0.4, 0.6, 0.8, 0.97]) {
      const cut = facts((await read(report.slice(0, Math.floor(report.length * part)))).drafts) as readonly unknown[];
      expect(cut.slice(0, -1)).toEqual(whole.slice(0, cut.length - 1));
    }
  });
});

describe("a record that other programs read", () => {
  it("has the fields it promises, programme by programme", async () => {
    const { drafts } = await read(report);
    for (const draft of drafts) {
      expect(draft.kind).toBe("programme");
      expect(Object.keys(draft)).toEqual(
        expect.arrayContaining(["number", "title", "parentTitle", "startFiscalYear", "partners", "years", "relations"]),
      );
      for (const year of draft.years) {
        expect(["result", "plan", "plan_including_results"]).toContain(year.column);
        expect(Object.keys(year)).toEqual(
          expect.arrayContaining(["fiscalYear", "status", "reasonAsPrinted", "items", "events", "quantities", "text"]),
        );
      }
      const years = draft.years;
      for (const item of years.flatMap(({ items }) => items)) {
        expect(Object.keys(item)).toEqual(expect.arrayContaining(["label", "status", "reasonAsPrinted"]));
      }
      for (const event of years.flatMap(({ events }) => events)) {
        expect(Object.keys(event)).toEqual(expect.arrayContaining(["name", "edition", "date", "place", "status"]));
        if (event.date === null) continue;
        expect(Object.keys(event.date)).toEqual(expect.arrayContaining(["asPrinted", "from", "to", "precision"]));
      }
      for (const quantity of years.flatMap(({ quantities }) => quantities)) {
        expect(Object.keys(quantity)).toEqual(
          expect.arrayContaining(["label", "value", "unit", "asOf", "subsetOf", "plan", "asPrinted"]),
        );
      }
      for (const relation of draft.relations) {
        expect(Object.keys(relation)).toEqual(expect.arrayContaining(["kind", "date", "text"]));
      }
    }
  });
});
