import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSource } from "../../src/documents/read-source.ts";
import {
  nextTurn,
  type ProgrammeFacts,
  programmeReportLayout,
  programmeSampleSchema,
  readProgrammeReport,
} from "../../src/programmes/index.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** The source documents lie in KAKEHASHI_SOURCES, else in a folder `shared/sources` beside the repository. */
function findBeside(folder: "sources" | "data", name: string): string | undefined {
  const own = process.env.KAKEHASHI_SOURCES;
  const folders = [
    own === undefined ? undefined : resolve(own, folder === "data" ? "../data" : "."),
    resolve(ROOT, "../shared", folder),
    resolve(ROOT, "../../shared", folder),
  ];
  return folders.flatMap((one) => (one === undefined ? [] : [resolve(one, name)])).find((path) => existsSync(path));
}

/** Own reading of the printed report: number, 令和5年度 (column 実績) and 令和6年度, with the reason where one is printed. */
const EXPECTED: readonly (readonly [number, string, string | null, string, string | null])[] = [
  [1, "none_biennial", "隔年実施のため計画なし", "planned_or_held", null],
  [2, "held", null, "none_biennial", "隔年実施のため実績なし"],
  [3, "held", null, "none_biennial", "隔年実施のため計画なし"],
  [4, "partly_held", null, "planned_or_held", null],
  [5, "held", null, "planned", null],
  [6, "held", null, "planned_or_held", null],
  [7, "held", null, "under_adjustment", "ハイズオン省からの訪問団の受入れ時期等について調整中。"],
  [8, "cancelled", "新型コロナウイルス感染症の影響や相手方との調整の結果，中止", "planned", null],
  [9, "partly_held", null, "planned_or_held", null],
  [10, "held", null, "planned_or_held", null],
  [11, "held", null, "planned_or_held", null],
  [12, "held", null, "planned_or_held", null],
  [13, "held", null, "in_progress", null],
  [14, "held", null, "planned", null],
  [15, "held", null, "planned_or_held", null],
  [16, "held", null, "planned_or_held", null],
  [17, "held", null, "planned_or_held", null],
  [18, "held", null, "in_progress", null],
];

type FactYear = {
  status: string;
  column: string;
  reasonAsPrinted?: string;
  events: { edition?: number; date: { from: string; to: string } | null }[];
  quantities: { value: number }[];
};
type Fact = {
  no: number;
  title: string;
  start_fiscal_year: { written: string; western: number };
  countries_and_partners: { iso?: string }[];
  fy: Record<"令和5" | "令和6", FactYear>;
  relationship_events: { date: { from: string; to: string } }[];
};

const path = findBeside("sources", "kagoshima-programmes-r5-r6.txt");
if (path === undefined) {
  describe("the programme report of 令和5・6年度", () => {
    it("is not at hand: no folder of source documents (KAKEHASHI_SOURCES or shared/sources), nothing to compare", () => {
      process.stderr.write("事業の実績と計画の原文がないため、原文との照合は行っていません（KAKEHASHI_SOURCES）。\n");
      expect(path).toBeUndefined();
    });
  });
} else {
  const source = await readSource({ name: path, bytes: readFileSync(path) });
  if (!source.ok) throw new Error(source.problem.code);
  const reading = readProgrammeReport(source.value);
  const entry = (number: number, fiscalYear: number) =>
    reading.drafts.find((one) => one.number === number)!.years.find((one) => one.fiscalYear === fiscalYear)!;

  describe("the programme report of 令和5・6年度", () => {
    it("is recognised with certainty", () => {
      expect(programmeReportLayout.recognise(source.value)).toBe(1);
    });

    it("has 18 programmes with the status of each year and the reason as printed", () => {
      const read = reading.drafts.map(({ number, years }) => [
        number,
        ...years.flatMap(({ status, reasonAsPrinted }) => [status, reasonAsPrinted]),
      ]);
      expect(read).toEqual(EXPECTED);
    });

    it("gives sub-items their own status and reason", () => {
      expect(entry(4, 2023).items).toMatchObject([
        {
          mark: "(1)",
          status: "held_in_writing",
          reasonAsPrinted: expect.stringContaining("日程調整できず，書面開催"),
        },
        { mark: "(2)", label: "専門家派遣", status: "none", reasonAsPrinted: "江蘇省から派遣依頼がなく，実績なし" },
      ]);
      expect(entry(4, 2024).items[1]).toMatchObject({ status: "undecided", reasonAsPrinted: "未定" });
      expect(entry(9, 2023).items[1]).toMatchObject({ status: "cancelled", reasonAsPrinted: "相手方申出等により中止" });
      expect(entry(15, 2023).items.map(({ status }) => status)).toEqual([
        "not_arrived",
        "reappointed",
        "reappointed",
        "new",
      ]);
      expect(entry(15, 2024).items.map(({ status }) => status)).toEqual(["new", "new", "reappointed", "not_arrived"]);
    });

    it("knows when and where the meetings held every other year come next", () => {
      expect(reading.drafts.slice(0, 3).map((one) => nextTurn(one))).toMatchObject([
        { kind: "estimate", fiscalYear: 2026, edition: 25, place: "鹿児島" },
        { kind: "estimate", fiscalYear: 2025, edition: 22, place: "シンガポール" },
        { kind: "estimate", fiscalYear: 2025, edition: 9, place: "鹿児島県" },
      ]);
    });

    it("finds the name kept from before and the year of service that jumps, and nothing else", () => {
      expect(reading.findings.map(({ code, at }) => [code, at.line])).toEqual([
        ["former_name_kept", 90],
        ["service_year_jumps", 580],
      ]);
    });

    it("gives the statuses, reasons and events of the sample, which has no sentence of it", () => {
      const file = resolve(ROOT, "data/sample/programmes.json");
      const { programmes } = programmeSampleSchema.parse(JSON.parse(readFileSync(file, "utf8")));
      const said = ({ number, years }: Pick<ProgrammeFacts, "number" | "years">) => ({
        number,
        years: years.map(({ column, status, reasonAsPrinted, items, events, quantities, people }) => ({
          ...{ column, status, reasonAsPrinted, events, quantities, people },
          items: items.map((item) => ({ ...item, text: "" })),
        })),
      });
      expect(programmes.map(said)).toEqual(reading.drafts.map(said));
      const print = source.value.lines
        .map(({ text }) => text)
        .join("")
        .replace(/\s/gu, "");
      const prose = programmes.flatMap(({ overview, years, relations }) => [
        overview ?? "",
        ...years.map(({ text }) => text),
        ...relations.map(({ text }) => text),
      ]);
      const copied = prose.flatMap((text) =>
        [...text].flatMap((_, at) => (at + 25 <= text.length && print.includes(text.slice(at, at + 25)) ? [text] : [])),
      );
      expect(copied).toEqual([]);
    });

    const facts = findBeside("data", "programmes.json");
    if (facts !== undefined) {
      const { programmes }: { programmes: Fact[] } = JSON.parse(readFileSync(facts, "utf8"));

      it("has the titles, start years, columns and statuses of the facts", () => {
        const read = reading.drafts.map(({ number, title, startFiscalYear, years }) => ({
          ...{ no: number, title, start: startFiscalYear },
          years: years.map(({ column, status }) => `${column} ${status}`),
        }));
        const expected = programmes.map(({ no, title, start_fiscal_year: start, fy }) => ({
          ...{ no, title, start: { asPrinted: start.written, fiscalYear: start.western } },
          years: [fy.令和5, fy.令和6].map(({ column, status }) => `${column} ${status}`),
        }));
        expect(read).toEqual(expected);
      });

      it("has the events and figures of the facts", () => {
        const spans = (
          events: readonly { edition?: number | null; date: { from: string | null; to: string | null } | null }[],
        ) => events.map(({ edition, date }) => `${edition ?? ""} ${date?.from ?? ""} ${date?.to ?? ""}`);
        for (const { no, fy } of programmes) {
          for (const [year, fact] of [[2023, fy.令和5] as const, [2024, fy.令和6] as const]) {
            expect([no, spans(entry(no, year).events)]).toEqual([no, spans(fact.events)]);
            const values = entry(no, year).quantities.map(({ value }) => value ?? 0);
            expect([no, values.toSorted((a, b) => a - b)]).toEqual([
              no,
              fact.quantities.map(({ value }) => value).toSorted((a, b) => a - b),
            ]);
          }
        }
      });

      it("has the countries and the dated facts of each relationship", () => {
        for (const { no, countries_and_partners: partners, relationship_events: events } of programmes) {
          const record = reading.drafts.find(({ number }) => number === no)!;
          const codes = record.partners.map(({ country }) => country);
          for (const { iso } of partners)
            if (iso !== undefined) expect([no, codes]).toEqual([no, expect.arrayContaining([iso])]);
          const days = record.relations.map(({ date }) => `${date?.from} ${date?.to}`);
          for (const { date } of events)
            expect([no, days]).toEqual([no, expect.arrayContaining([`${date.from} ${date.to}`])]);
        }
      });
    }
  });
}
