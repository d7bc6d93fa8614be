import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inventedLines, sourceOf } from "../../../test/fixtures/programme-report/invented-report.ts";
import { processorMs } from "../../../test/support/processor-time.ts";
import { readSource } from "../../documents/read-source.ts";
import type { SourceText } from "../../documents/source-text.ts";
import type { ProgrammeRecord } from "../programme.ts";
import { programmeFactsSchema } from "../programme-schema.ts";
import { messages as english } from "./messages.en.ts";
import { programmeReportLayout, readProgrammeReport } from "./programme-report.ts";

const reading = readProgrammeReport(sourceOf(inventedLines));
const programme = (number: number): ProgrammeRecord => reading.drafts.find((one) => one.number === number)!;
const year = (number: number, fiscalYear: number) =>
  programme(number).years.find((entry) => entry.fiscalYear === fiscalYear)!;
const found = (code: string) =>
  reading.findings
    .filter((finding) => finding.code === code)
    .map(({ at }) => inventedLines[(at.line ?? 0) - 1]?.trim());

describe("an invented programme report with every trap", () => {
  it("is recognised with certainty, and other texts are not", () => {
    expect(programmeReportLayout.recognise(sourceOf(inventedLines))).toBe(1);
    expect(programmeReportLayout.recognise(sourceOf(["事業名簿を送ります。", "開始年度は未定です。"]))).toBe(0);
  });

  it("has every programme with number, section and start year", () => {
    expect(
      reading.drafts.map(({ number, section, startFiscalYear }) => [number, section, startFiscalYear?.fiscalYear]),
    ).toEqual([
      [1, "県（交流推進課）", 1986],
      [2, "県（交流推進課）", 1997],
      [3, "県（交流推進課）", 2000],
      [5, "県（交流推進課）", 2021],
      [6, "県（観光交流課）", 2025],
      [7, "県（観光交流課）", 1989],
      [8, "県（観光交流課）", 2003],
      [9, "県（観光交流課）", null],
      [10, "県（観光交流課）", 2008],
      [11, "県（観光交流課）", 1988],
    ]);
  });

  it("gives each year its status with the reason as printed", () => {
    const statuses = reading.drafts.map(({ years }) =>
      years.map(({ fiscalYear, column, status }) => `${fiscalYear} ${column} ${status}`),
    );
    expect(statuses).toEqual([
      ["2024 result none_biennial", "2025 plan_including_results planned_or_held"],
      ["2024 result held", "2025 plan_including_results none_biennial"],
      ["2024 result partly_held", "2025 plan_including_results planned"],
      ["2024 result partly_held", "2025 plan_including_results planned_or_held"],
      ["2024 result held", "2025 plan_including_results under_adjustment"],
      ["2024 result held", "2025 plan_including_results planned_or_held"],
      ["2024 result held", "2025 plan_including_results in_progress"],
      ["2024 result held", "2025 plan planned"],
      ["2024 result held", "2025 plan_including_results planned_or_held"],
      ["2024 result cancelled", "2024 result held"],
    ]);
    expect(year(1, 2024).reasonAsPrinted).toBe("隔年実施のため計画なし");
    expect(year(11, 2024).reasonAsPrinted).toBe("感染症と相手方の事情により，中止");
  });

  it("joins keys, titles and notes that the print broke over lines", () => {
    expect(programme(2)).toMatchObject({
      title: "アジアの友人：韓国・新青道（旧青海道）との交流",
      parentTitle: "アジアの友人",
      titleNote: "※2025年２月３日付で「青海道」から「新青道」へ名称が変更",
      partners: [{ name: "新青道", formerName: "青海道", country: "KR" }],
      relations: [{ kind: "renamed", date: { date: "2025-02-03" } }],
    });
  });

  it("reads sub-items with their own status and reason", () => {
    expect(year(3, 2024).items).toMatchObject([
      { mark: "(1)", status: "held_in_writing", reasonAsPrinted: "河北省の訪問団と日程が折り合わず，書面開催" },
      { mark: "(2)", label: "専門家派遣", status: "none", reasonAsPrinted: "派遣の依頼がなく，実績なし" },
    ]);
    expect(year(3, 2024).events).toMatchObject([{ edition: 8, date: null, place: null, status: "held_in_writing" }]);
    expect(year(5, 2024).items[1]).toMatchObject({ label: "カナダ高校生受入", status: "cancelled" });
    expect(year(10, 2024).items.map(({ mark, level }) => `${level}${mark}`)).toEqual(["1(1)", "2①", "2②", "1(2)"]);
  });

  it("gives months the fiscal year of their column", () => {
    expect(year(6, 2024).events.map(({ date, direction }) => [date?.from, date?.to, direction])).toEqual([
      ["2024-07-01", "2024-07-31", "received"],
      ["2025-01-01", "2025-01-31", "sent"],
      ["2024-12-01", "2025-02-28", null],
      ["2025-03-01", "2025-03-31", null],
    ]);
  });

  it("reads numbers with inner counts, breakdowns and as-of dates", () => {
    expect(year(8, 2024).quantities).toMatchObject([
      { label: "利用者", value: 8421, unit: "名", asOf: null },
      { label: "利用者（外国人）", value: 9000, subsetOf: "利用者" },
    ]);
    expect(year(8, 2025).quantities).toMatchObject([
      { value: 5120, asOf: { asPrinted: "令和７年９月末現在", date: "2025-09-30" } },
    ]);
    expect(year(9, 2024).people.map(({ place, country, count }) => [place, country, count])).toEqual([
      ["ブラジル", "BR", 1],
      ["ペルー", "PE", 2],
      ["みどり国", null, 2],
    ]);
    expect(year(10, 2025).quantities.find(({ label }) => label === "香港みどりクラブ 会員")).toMatchObject({
      value: 125,
    });
  });

  it("reads posts with nationality and year of service", () => {
    expect(year(7, 2024).items.map(({ post }) => [post?.nationality, post?.status, post?.yearOfService])).toEqual([
      ["中国", "reappointed", 2],
      ["カナダ", "new", 1],
      ["ドイツ", "not_arrived", null],
    ]);
    expect(year(7, 2024).items[1]?.post?.since?.date).toBe("2024-08");
  });

  it("finds what cannot be right, each at its line", () => {
    expect(found("weekday_contradicts")).toEqual(["開催日：令和６年 ９ 月 ４ 日（木）"]);
    expect(found("former_name_kept")).toEqual(["令和６年"]);
    expect(found("date_unreadable")).toEqual(["期日：令和７年６月31日"]);
    expect(found("edition_jumps")).toHaveLength(1);
    expect(found("number_jumps")).toEqual(["５ 事業名"]);
    expect(found("duration_contradicts")).toEqual(["期  間：７月22日～８月３日（全14日間）"]);
    expect(found("result_before_start")).toHaveLength(1);
    expect(found("posts_differ")).toHaveLength(1);
    expect(found("service_year_jumps")).toEqual(["・中国籍CIR：再任用（４年目）"]);
    expect(found("inner_count_larger")).toHaveLength(1);
    expect(found("figure_unreadable")).toEqual(["相談件数：多数"]);
    expect(found("country_unknown")).toHaveLength(1);
    expect(found("breakdown_differs")).toHaveLength(1);
    expect(found("people_negative")).toEqual(["受 入 者：△３名"]);
    expect(found("start_year_unreadable")).toEqual(["開始年度 平成18年度くらい"]);
    expect(found("overview_missing")).toHaveLength(1);
    expect(found("year_twice")).toHaveLength(1);
    expect(found("line_unread")).toEqual(["この報告書は架空のものです"]);
  });

  it("keeps every line: what is in no record is a finding", () => {
    const kept = JSON.stringify([reading.drafts, reading.findings]).replace(/\\n|\s/gu, "");
    const words = inventedLines
      .flatMap((line) => line.replace(/^（[１２]）/u, "").split(/[：\s（）]/u))
      .filter((word) => word.length > 3);
    const known =
      /^(?:事業名|開始年度|事業概要|令和[６７]年度?(?:実績|計画)?|度実績|実績を含む|国際交流事業実績と計画)$/u;
    expect(words.filter((word) => !known.test(word) && !kept.includes(word.replaceAll('"', '\\"')))).toEqual([]);
  });

  it("fits the schema of stored facts", () => {
    for (const { kind: _, lines: __, ...facts } of reading.drafts) {
      expect(programmeFactsSchema.safeParse(facts).error?.issues ?? []).toEqual([]);
    }
  });
});

const cells: readonly (readonly string[])[] = [
  ["1", "事業名", "カナダ・オンタリオ州との交流"],
  ["", "開始年度", "平成４年度"],
  ["", "事業概要", "技術者の往来を２年ごとに行う。\n※「みどり協会」に業務委託"],
  [
    "",
    "令和７年度実績",
    "(1) 第３回技術者会議\n開催日：令和７年６月５日（木）\n場所：トロント市\n(2) 学生派遣\n応募がなく，実績なし",
  ],
  ["", "令和８年度計画\n（実績を含む）", "未定"],
  ["", "所管", "産業課"],
];

/** What a record says, without the places it came from. */
const bare = ({ drafts }: ReturnType<typeof readProgrammeReport>) =>
  drafts.map((draft) => ({ ...draft, lines: null, years: draft.years.map((entry) => ({ ...entry, lines: null })) }));

describe("the same boxes in other files", () => {
  const html = `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell.replaceAll("\n", "<br>")}</td>`).join("")}</tr>`).join("")}</table>`;
  const csv = cells.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n");
  const text = cells.map((row) => row.filter((cell) => cell !== "").join(" ")).join("\n");
  const read = async (name: string, content: string): Promise<SourceText> => {
    const outcome = await readSource({ name, bytes: new TextEncoder().encode(content) });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value;
  };

  it("read as table rows", async () => {
    const result = readProgrammeReport(await read("a.html", html));
    expect(result.drafts).toMatchObject([
      {
        number: 1,
        title: "カナダ・オンタリオ州との交流",
        partners: [{ name: "オンタリオ州", country: "CA" }],
        operator: { name: "みどり協会", kind: "contractor" },
        years: [
          {
            status: "partly_held",
            items: [{ status: "held" }, { status: "none", reasonAsPrinted: "応募がなく，実績なし" }],
            events: [{ edition: 3, date: { date: "2025-06-05" }, place: "トロント市" }],
          },
          { fiscalYear: 2026, column: "plan_including_results", status: "undecided", reasonAsPrinted: "未定" },
        ],
      },
    ]);
    expect(result.findings).toMatchObject([{ code: "key_unknown", values: { key: "所管", text: "産業課" } }]);
  });

  it("read the same from a CSV file, with the cell in findings", async () => {
    const [asHtml, asCsv] = [await read("a.html", html), await read("a.csv", csv)].map(readProgrammeReport);
    expect(bare(asCsv!)).toEqual(bare(asHtml!));
    expect(asCsv!.findings[0]?.at).toMatchObject({ cell: "B6" });
  });

  it("read the same from plain lines, but for the row nobody knows", () => {
    const asText = readProgrammeReport(sourceOf(text.split("\n").slice(0, -1)));
    expect(bare(asText)[0]).toMatchObject({
      title: "カナダ・オンタリオ州との交流",
      years: [{ status: "partly_held" }, { status: "undecided" }],
    });
  });
});

describe("a damaged report", () => {
  const mutated = fc
    .array(
      fc.record({
        at: fc.nat({ max: inventedLines.length - 1 }),
        how: fc.constantFrom("drop", "double", "cut", "noise", "join"),
        noise: fc.string({ unit: "binary", maxLength: 20 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((changes) => {
      const lines = [...inventedLines];
      for (const { at, how, noise } of changes) {
        const line = lines[at] ?? "";
        if (how === "drop") lines.splice(at, 1);
        if (how === "double") lines.splice(at, 0, line);
        if (how === "cut") lines[at] = line.slice(Math.floor(line.length / 2));
        if (how === "noise") lines[at] = `${line}${noise}`;
        if (how === "join") lines.splice(at, 2, `${line}${lines[at + 1] ?? ""}`);
      }
      return lines;
    });

  it("is read as far as it goes, and never throws", () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom("txt" as const, "pdf" as const, "docx" as const), (lines, format) => {
        const { drafts, findings } = readProgrammeReport(sourceOf(lines, format));
        expect(Array.isArray(drafts)).toBe(true);
        for (const { message } of findings) expect(message).not.toMatch(/undefined|NaN|\[object/u);
      }),
      { numRuns: 150 },
    );
  });

  it("of long lines without sense is read in good time", async () => {
    const lines = [
      "１ 事業名 長い行",
      `令和６年度実績 ${"（".repeat(10_000)}`,
      "・".repeat(10_000),
      `${"あ：".repeat(10_000)}`,
      "1月".repeat(1_000),
    ];
    expect(await processorMs(() => readProgrammeReport(sourceOf(lines)))).toBeLessThan(5000);
  });
});

describe("findings in English", () => {
  it("have a sentence of their own for each code, with its values", () => {
    for (const { code, values } of reading.findings) {
      // Each code carries the values its own sentence takes.
      const sentence = (english[code] as (own: typeof values) => string)(values);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
      expect(sentence).toMatch(/[a-z]{3}.*\.$|: ".*"$/su);
    }
  });
});
