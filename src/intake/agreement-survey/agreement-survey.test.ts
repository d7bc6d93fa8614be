import { describe, expect, it } from "vitest";
import { cutLines, inventedLines, sourceOf } from "../../../test/fixtures/agreement-survey/invented-report.ts";
import { type AgreementSurveyReading, readAgreementSurvey } from "./agreement-survey.ts";
import { checkAgreementSurvey } from "./check-agreement-survey.ts";
import { findingsOfSheet } from "./findings.ts";

const report = readAgreementSurvey(sourceOf(inventedLines));

const sheetOf = (reading: AgreementSurveyReading, field: string, number: number) =>
  reading.records.find((record) => record.field === field && record.number === number)!;
const codesAt = (reading: AgreementSurveyReading, field: string, number: number) =>
  reading.findings.filter(({ values }) => values.field === field && values.number === number).map(({ code }) => code);
const listCodes = (reading: AgreementSurveyReading) =>
  reading.findings.map(({ code, values }) => `${code} ${values.field ?? ""}${values.number ?? ""}`.trim());

describe("the invented report", () => {
  it("has every sheet and every entry of the contents", () => {
    expect(report.records.map(({ field, number }) => `${field}${number}`)).toEqual([
      "①1",
      "①2",
      "①3",
      "①4",
      "①5",
      "②1",
      "②2",
      "②3",
      "②4",
      "③1",
      "③2",
      "⑤1",
      "⑤2",
      "⑨1",
      "⑨2",
      "⑨3",
    ]);
    expect(report.toc.map(({ field, number }) => `${field}${number}`)).toEqual(
      report.records.map(({ field, number }) => `${field}${number}`),
    );
  });

  it("finds every trap and nothing else", () => {
    const counts = Map.groupBy(listCodes(report), (code) => code);
    expect(
      [...counts].map(([code, all]) => (all.length === 1 ? code : `${code} ×${all.length}`)).toSorted(),
    ).toMatchInlineSnapshot(`
      [
        "country_unknown ⑤1",
        "date_missing ①4",
        "date_missing ⑨1",
        "date_unreadable ③1",
        "era_year_conflict ①2",
        "label_differs ③",
        "label_differs ⑤",
        "label_differs ⑨",
        "mixed_script ⑨2",
        "number_damaged",
        "number_damaged ①3",
        "number_damaged ①4",
        "personal_mailbox ①3",
        "relisted_copy_differs ②2",
        "relisting_mark_missing ②2",
        "relisting_without_original ③2",
        "table_cell_differs ×4",
        "table_sum_wrong ×4",
        "text_copied ①1",
        "text_copied ②1",
        "text_copied ②3",
        "toc_order_differs ③2",
        "toc_party_differs ①2",
        "toc_party_differs ⑨2",
        "toc_title_differs ⑨2",
      ]
    `);
  });

  it("gives every finding a line of the document and a Japanese sentence", () => {
    for (const { at, message } of report.findings) {
      expect(at.line).toBeGreaterThan(0);
      expect(message).toMatch(/^.*[ぁ-ん].*。$/u);
    }
    const lines = report.findings.map(({ at }) => at.line!);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it("never repeats a personal-looking address, and keeps no address of an office", () => {
    expect(JSON.stringify(report)).not.toMatch(/yamada|@/iu);
  });

  it("keeps body lines that look like headings as text", () => {
    expect(sheetOf(report, "①", 2).background).toBe(
      "町制20周年を機に次のとおり取り決めた。\n(1) 相互交流の促進と訪問団への支援\n(4) 教育分野での交流強化\n1. 隔年で派遣する",
    );
  });

  it("turns list items into lines and drops tags, marks and fillers", () => {
    expect(sheetOf(report, "①", 1).activities).toBe("・生徒の訪問・受入れ\n・小・中学校の作品交換");
    expect(sheetOf(report, "①", 1).outcomes).toMatch(/^・参加した.*\n・費用の確保$/u);
    expect(sheetOf(report, "①", 3).activities).toBe("年 内容\n平成12年 訪問団を派遣");
    expect(sheetOf(report, "①", 2).outcomes).toBeNull();
  });

  it("reads a sheet between its heading and its last line", () => {
    const [from, to] = sheetOf(report, "①", 1).lines;
    expect(inventedLines[from - 1]).toBe("1. ゆきの市と東濱市との教育交流に関する協定");
    expect(inventedLines[to - 1]).toMatch(/^電話番号/u);
  });

  it("hands each sheet its own findings", () => {
    const own = findingsOfSheet(report.findings, sheetOf(report, "①", 3));
    expect(own.map(({ code }) => code)).toContain("personal_mailbox");
    expect(own.every(({ values }) => values.field === "①" && values.number === 3)).toBe(true);
  });
});

describe("a report in parts", () => {
  it("without a field's sheets says so once and checks the other fields", () => {
    const lines = cutLines(inventedLines, "③ スポーツ交流", "⑤ 經濟交流");
    const reading = readAgreementSurvey(sourceOf(lines));
    expect(reading.records).toHaveLength(14);
    const missing = reading.findings.filter(({ code }) => code === "sheets_missing");
    expect(missing.map(({ values }) => values)).toEqual([{ field: "③", numbers: [1, 2] }]);
    expect(codesAt(reading, "②", 2)).toContain("relisted_copy_differs");
  });

  it("of sheets alone has no missing sheets and no contents", () => {
    const start = inventedLines.indexOf("① 教育交流");
    const reading = readAgreementSurvey(sourceOf(inventedLines.slice(start)));
    expect(reading.records).toHaveLength(16);
    expect(reading.toc).toHaveLength(0);
    expect(listCodes(reading).filter((code) => /sheets_missing|toc_|relisting_without/u.test(code))).toEqual([]);
  });

  it("asks for no original while the field where it may stand is not complete", () => {
    const lines = cutLines(inventedLines, "1. ゆきの市と東濱市との教育交流", "2. わかば町・南原市");
    const reading = readAgreementSurvey(sourceOf(lines));
    expect(listCodes(reading).filter((code) => code.startsWith("relisting_without_original"))).toEqual([]);
    expect(sheetOf(reading, "⑤", 2).relisted).toBe(true);
  });

  it("reports a removed original once its contents entry is gone too", () => {
    const lines = cutLines(inventedLines, "1. ゆきの市と東濱市との教育交流", "2. わかば町・南原市");
    const reading = readAgreementSurvey(
      sourceOf(lines.filter((line) => !line.startsWith("1. 中華人民共和国遼寧省東濱市－"))),
    );
    expect(listCodes(reading)).toContain("relisting_without_original ⑤2");
  });
});

describe("the check of the invented report", () => {
  const check = checkAgreementSurvey(sourceOf(inventedLines));
  const total = (rows: readonly { kind: string; cells: object }[]) => rows.find(({ kind }) => kind === "total")?.cells;

  it("counts sheets and entries and carries only what a release check found", () => {
    expect(check.counts).toEqual({ sheets: 16, toc: 16 });
    expect(check.findings.map(({ rule }) => rule).filter((rule) => !/^C[1-9]$/u.test(rule ?? ""))).toEqual([]);
  });

  it("recounts each printed row, empty cells left out as printed", () => {
    const [byField, byCountry] = check.tables;
    expect(byField!.recounted.map(({ label }) => label)).toEqual(byField!.printed.map(({ label }) => label));
    expect(total(byField!.recounted)).toEqual({
      "①": { n: 5, relisted: 0 },
      "②": { n: 4, relisted: 1 },
      "③": { n: 2, relisted: 0 },
      "⑤": { n: 2, relisted: 1 },
      "⑨": { n: 3, relisted: 1 },
      合計: { n: 16, relisted: 3 },
    });
    expect(total(byCountry!.recounted)).toEqual(total(byCountry!.printed));
    expect(byCountry!.printed[0]!.cells["②"]).toEqual({ n: 1, relisted: 0 });
  });
});
