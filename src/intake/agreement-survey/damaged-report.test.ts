import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inventedLines, sourceOf } from "../../../test/fixtures/agreement-survey/invented-report.ts";
import { type AgreementSurveyReading, agreementSurveyLayout, readAgreementSurvey } from "./agreement-survey.ts";
import { checkAgreementSurvey } from "./check-agreement-survey.ts";
import { findingsOfSheet } from "./findings.ts";

const report = readAgreementSurvey(sourceOf(inventedLines));
const listCodes = (reading: AgreementSurveyReading) =>
  reading.findings.map(({ code, values }) => `${code} ${values.field ?? ""}${values.number ?? ""}`.trim());

describe("a damaged report", () => {
  const damages: readonly (readonly [string, (line: string) => string])[] = [
    ["with CRLF line ends left in", (line) => `${line}\r`],
    ["with trailing spaces", (line) => `${line}  `],
    [
      "with headings in Markdown",
      (line) => line.replace(/^(\d+\.|[①-⑨]|[(（][1-7１-７][)）] ?(?:自治体名|提携|取組|問い))/u, "## $1"),
    ],
    [
      "with headings in bold",
      (line) => (/^[(（][1-7１-７][)）] ?(?:自治体名|提携|取組|問い)/u.test(line) ? `**${line}**` : line),
    ],
    ["with HTML paragraphs around headings", (line) => (/^[(（\d①-⑨]/u.test(line) ? `<p>${line}</p>` : line)],
    [
      "with full-width section numbers",
      (line) =>
        line.replace(
          /^\(([1-7])\) (?=自治体|提携|取組|問い)/u,
          (_, n: string) => `（${String.fromCodePoint(0xff10 + Number(n))}）`,
        ),
    ],
    [
      "with spaces in section headings",
      (line) =>
        line.replace(/^\(([1-7])\) (自治体名|提携年月日)$/u, (_, n, t: string) => `( ${n} ) ${[...t].join(" ")}`),
    ],
    [
      "with party rows as Markdown tables",
      (line) => line.replace(/^(日本の自治体|海外の自治体)\t(.*)$/u, "| $1 | $2 |"),
    ],
    [
      "with party rows as HTML tables",
      (line) => line.replace(/^(日本の自治体|海外の自治体)\t(.*)$/u, "<tr><td>$1</td><td>$2</td></tr>"),
    ],
    [
      "with blanks instead of tabs in office rows",
      (line) => (/^(?:担当部署名|電話番号)/u.test(line) ? line.replace(/\t/gu, "  ") : line),
    ],
  ];

  it.each(damages)("%s gives the same records", (_, damage) => {
    const reading = readAgreementSurvey(sourceOf(inventedLines.map(damage)));
    expect(reading.records).toEqual(report.records);
    expect(reading.toc).toEqual(report.toc);
  });

  it("with double line spacing gives the same facts", () => {
    const reading = readAgreementSurvey(sourceOf(inventedLines.flatMap((line) => [line, ""])));
    const facts = (r: AgreementSurveyReading) => r.records.map(({ lines: _, ...record }) => record);
    expect(facts(reading)).toEqual(facts(report));
  });

  it("with a sheet twice keeps both and marks the second with an error", () => {
    const start = inventedLines.indexOf("3. 相互交流協定");
    const copy = inventedLines.slice(start, inventedLines.indexOf("４．児童画の交換に関する覚書"));
    const reading = readAgreementSurvey(
      sourceOf([...inventedLines.slice(0, start), ...copy, ...inventedLines.slice(start)]),
    );
    expect(reading.records).toHaveLength(17);
    const duplicated = reading.findings.filter(({ code }) => code === "sheet_duplicated");
    expect(duplicated).toMatchObject([
      { severity: "error", at: { line: start + copy.length + 1 }, values: { field: "①", number: 3 } },
    ]);
    expect(listCodes(reading)).not.toContain("possible_relisting ①3");
    const [first, second] = reading.records.filter(({ field, number }) => field === "①" && number === 3);
    const blocks = (sheet: typeof first) =>
      findingsOfSheet(reading.findings, sheet!).some(({ code }) => code === "sheet_duplicated");
    expect([blocks(first), blocks(second)]).toEqual([false, true]);
  });

  it("with all marks of one agreement removed asks whether it is a relisting", () => {
    const unmarked = inventedLines.map((line) =>
      line.includes("教育交流に関する協定") ? line.replace(/[【[]再掲[】\]]/u, "") : line,
    );
    expect(listCodes(readAgreementSurvey(sourceOf(unmarked)))).toContain("possible_relisting ⑤2");
  });

  it("with an unknown field warns and keeps its sheets for a person to place", () => {
    const lines = inventedLines.map((line) => (line === "③ スポーツ交流" ? "⑩環境交流" : line));
    const reading = readAgreementSurvey(sourceOf(lines));
    expect(reading.findings.filter(({ code }) => code === "field_unknown").map(({ values }) => values.mark)).toEqual([
      "⑩",
      "",
      "",
    ]);
    expect(reading.records.filter(({ field }) => field === null).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("with a lost field heading leaves the field open instead of taking the one before", () => {
    const reading = readAgreementSurvey(sourceOf(inventedLines.filter((line) => line !== "③ スポーツ交流")));
    expect(reading.records.filter(({ field }) => field === null)).toHaveLength(2);
    expect(listCodes(reading).filter((code) => code.startsWith("sheet_duplicated"))).toEqual([]);
  });

  it("cut off inside a sheet says which sections are missing", () => {
    const end = inventedLines.lastIndexOf("(5) 取組による成果・課題等");
    const reading = readAgreementSurvey(sourceOf(inventedLines.slice(0, end)));
    const unreadable = reading.findings.filter(({ code }) => code === "unreadable");
    expect(unreadable).toMatchObject([
      { severity: "error", values: { field: "⑨", number: 3, part: "section", detail: "(5)(6)(7)" } },
    ]);
  });

  it("with a stray section heading inside the contents loses the entries of that field only", () => {
    const at = inventedLines.findIndex((line) => line.startsWith("2. 中華人民共和国江蘇省"));
    const lines = [...inventedLines.slice(0, at), "(1) 自治体名", ...inventedLines.slice(at)];
    const reading = readAgreementSurvey(sourceOf(lines));
    expect(reading.toc.filter(({ field }) => field !== "①")).toHaveLength(11);
    expect(listCodes(reading).some((code) => code.startsWith("unreadable"))).toBe(true);
  });

  it("without any line is read as an empty report", () => {
    const reading = readAgreementSurvey(sourceOf([]));
    expect([reading.records, reading.toc, reading.tables, reading.findings]).toEqual([[], [], [], []]);
    expect(agreementSurveyLayout.recognise(sourceOf([]))).toBe(0);
  });
});

describe("lines that no report has", () => {
  const long = 20_000;
  it.each([
    ["spaces", " ".repeat(long)],
    ["tabs", "\t".repeat(long)],
    ["open brackets", "（".repeat(long)],
    ["open tags", "<p ".repeat(long)],
    ["words without an end", "a".repeat(long)],
    ["separators", "、・ ".repeat(long / 4)],
    ["dashes", "一ー－".repeat(long / 4)],
    ["digits", "1 ".repeat(long / 2)],
    ["at signs", "a@".repeat(long / 2)],
    ["marks", "【再掲".repeat(long / 4)],
  ])("of %s are read in passing", (_, words) => {
    const places = [
      ["①教育交流", `1. ${words}`, "2. 題名"],
      ["①教育交流", `1. 題名${words}`, "(1) 自治体名", words, `海外の自治体\t${words}`, "(2) 提携年月日", words],
      [
        "①教育交流",
        "1. 題名",
        "(1) 自治体名",
        "日本の自治体\t県",
        "(3) 提携に至った経緯",
        words,
        "(7) 問い合わせ先",
        `担当部署名\t${words}`,
        `電話番号\t${words}`,
      ],
      [words],
    ];
    for (const lines of places) expect(readAgreementSurvey(sourceOf(lines)).document.lines).toBe(lines.length);
  });
});

describe("any text", () => {
  const pieces = [
    "(1) 自治体名",
    "（２）提携年月日",
    "(7) 問い合わせ先（担当課）",
    "①教育交流",
    "⑩",
    "1. 題名【再掲】",
    "１ ０ ．",
    "日本の自治体\t",
    "海外の自治体\t",
    "、",
    "・",
    " ",
    "\t",
    "「",
    "」",
    "（",
    ")",
    "－",
    "ー",
    "一",
    "12",
    "2(1)",
    "合計",
    "1対1の提携",
    "大韓民国",
    "青森県",
    "市",
    "平成20（2010）年",
    "<p>",
    '<ul style="',
    "</li>",
    "|",
    "--",
    "**",
    "&#x3042;",
    "@",
    "http://a.example/",
  ];
  const line = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(""));

  it("is read without a fault, and every finding stands on one of its lines", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { findings, records } = readAgreementSurvey(sourceOf(lines));
        for (const { at } of findings) expect(at.line! >= 1 && at.line! <= lines.length).toBe(true);
        for (const { lines: range } of records) expect(range[0] <= range[1]).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("made from the report by losing, doubling and changing lines is read without a fault", () => {
    const change = fc.record({
      at: fc.nat(inventedLines.length - 1),
      how: fc.constantFrom("drop", "double", "replace", "join"),
      line,
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const lines = [...inventedLines];
        for (const { at, how, line: other } of changes) {
          const index = Math.min(at, lines.length - 1);
          if (how === "drop") lines.splice(index, 1);
          if (how === "double") lines.splice(index, 0, lines[index] ?? "");
          if (how === "replace") lines[index] = other;
          if (how === "join") lines.splice(index, 2, `${lines[index]}${lines[index + 1] ?? ""}`);
        }
        const report = checkAgreementSurvey(sourceOf(lines));
        expect(report.counts.sheets).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
