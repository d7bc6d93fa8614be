import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceText } from "../../src/documents/source-text.ts";
import {
  agreementSurveyLayout,
  checkAgreementSurvey,
  readAgreementSurvey,
} from "../../src/intake/agreement-survey/index.ts";

/** The source documents lie in KAKEHASHI_SOURCES, else in a folder `shared/sources` beside the repository. */
function findReport(): string | undefined {
  const name = "clair-agreement-survey-2012-part1.txt";
  const root = resolve(import.meta.dirname, "../..");
  const folders = [process.env.KAKEHASHI_SOURCES, resolve(root, "../shared/sources")];
  return folders
    .flatMap((folder) => (folder === undefined ? [] : [resolve(folder, name)]))
    .find((path) => existsSync(path));
}

function sourceOf(path: string): SourceText {
  const text = readFileSync(path, "utf8");
  const lines = text.replace(/\n$/u, "").split("\n");
  return {
    name: "clair-agreement-survey-2012-part1.txt",
    sha256: createHash("sha256").update(text).digest("hex"),
    format: "txt",
    lines: lines.map((words, index) => ({ line: index + 1, text: words })),
    tables: [],
    findings: [],
  };
}

type SampleAgreement = {
  title: string;
  listings: { field: string; number: number }[];
  japan: { name: string }[];
  foreign: { name: string; country: string }[];
  dates: { date: string | null; role: string }[];
};

const report = findReport();
if (report === undefined) {
  describe("the survey report of 2012", () => {
    it("is not at hand: no folder of source documents (KAKEHASHI_SOURCES or shared/sources), nothing to compare", () => {
      process.stderr.write("調査報告書の原文がないため、原文との照合は行っていません（KAKEHASHI_SOURCES）。\n");
      expect(report).toBeUndefined();
    });
  });
} else {
  const source = sourceOf(report);
  const reading = readAgreementSurvey(source);
  const at = (code: string) =>
    reading.findings.filter((finding) => finding.code === code).map(({ at: { line } }) => line);

  describe("the survey report of 2012, fields ①–⑥", () => {
    it("is recognised with certainty", () => {
      expect(agreementSurveyLayout.recognise(source)).toBe(1);
    });

    it("has every sheet and the whole contents", () => {
      const counts = Map.groupBy(reading.records, ({ field }) => field);
      expect([...counts].map(([field, sheets]) => `${field}${sheets.length}`)).toEqual([
        "①26",
        "②25",
        "③8",
        "④1",
        "⑤11",
        "⑥24",
      ]);
      expect(reading.toc).toHaveLength(175);
      expect(reading.toc.every(({ page, japanText, title }) => page !== null && japanText !== "" && title !== "")).toBe(
        true,
      );
      expect(reading.records[0]).toMatchObject({ field: "①", number: 1, lines: [378, 411] });
      expect(reading.toc[0]).toMatchObject({ field: "①", number: 1, line: 96, page: 14 });
    });

    it("finds dates in conflict, addresses of persons, and texts of other agreements at their lines", () => {
      expect(at("era_year_conflict")).toEqual([1289, 1617, 1984]);
      expect(at("personal_mailbox")).toEqual([1041, 1310, 1649, 2280, 3579]);
      const foreignCopies = reading.findings.filter(
        ({ code, values }) => code === "text_copied" && values.sameGovernment === false,
      );
      expect(foreignCopies.map(({ at: { line } }) => line)).toEqual([1301, 1640]);
      expect(at("unreadable")).toEqual([]);
      expect(at("country_unknown")).toEqual([]);
    });

    it("finds where the contents differ from the sheets", () => {
      expect(at("toc_title_differs")).toEqual([103, 238]);
      expect(at("toc_party_differs")).toEqual([104, 105, 106, 108, 129]);
      expect(at("toc_order_differs")).toEqual([97, 98, 197, 198, 199]);
      expect(at("relisting_mark_missing")).toEqual([]);
      expect(at("sheets_missing")).toEqual([248, 312, 343]);
    });

    it("finds the printed cells that the parties do not give", () => {
      const cells = checkAgreementSurvey(source).findings.flatMap(({ code, values }) =>
        code === "table_cell_differs" && values.column !== "合計" ? [`${values.row} ${values.column}`] : [],
      );
      expect(cells).toEqual(["カナダ ②", "その他 ②"]);
      expect(at("table_sum_wrong")).toEqual([]);
    });

    it("gives the facts of the sample", () => {
      const file = resolve(import.meta.dirname, "../../data/sample/agreements.json");
      const sample: { agreements: SampleAgreement[] } = JSON.parse(readFileSync(file, "utf8"));
      const facts = (one: Pick<SampleAgreement, "title" | "foreign" | "dates">, japan: readonly string[]) => ({
        title: one.title,
        japan,
        foreign: one.foreign.map(({ name, country }) => `${country} ${name}`).toSorted(),
        dates: one.dates.map(({ date, role }) => `${role} ${date}`),
      });
      const expected = sample.agreements.flatMap((one) =>
        one.listings
          .filter(({ field }) => "①②③④⑤⑥".includes(field))
          .map(
            ({ field, number }) =>
              [
                `${field}${number}`,
                facts(
                  one,
                  one.japan.map(({ name }) => name),
                ),
              ] as const,
          ),
      );
      const read = reading.records.map(
        (one) =>
          [
            `${one.field}${one.number}`,
            facts(
              {
                title: one.title,
                foreign: one.foreign.map(({ name, country }) => ({ name, country: country ?? "" })),
                dates: [...one.dates],
              },
              one.japan,
            ),
          ] as const,
      );
      expect(Object.fromEntries(read)).toEqual(Object.fromEntries(expected));
    });
  });
}
