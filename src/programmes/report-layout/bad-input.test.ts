/** What cannot be right in a report: each once, with its severity and the line it stands on; and nothing is lost in silence. */
import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../test/fixtures/programme-report/invented-report.ts";
import { readProgrammeReport } from "./programme-report.ts";

const LINES = [
  "１ 国際交流事業実績と計画",
  "１ 事業名 香港との交流会議",
  "開始年度 令和７年度",
  "事業概要 会議を開く。",
  "令和５年度実績 「第３回交流会議」",
  "開催日：令和５年11月22日（月）",
  "場所：香港",
  "受入者：△３名",
  "利用者：100名（うち外国人200名）",
  "(1) 展示会",
  "期間：10月１日～10月10日（全12日間）",
  "(2) 展示会",
  "期間：令和５年13月１日",
  "・中国籍CIR：再任用（２年目）",
  "令和６年度計画",
  "（実績を含む）",
  "「第６回交流会議」",
  "開催日：令和８年11月22日",
  "研修員：３名（ブラジル２名，ペルー２名）",
  "・中国籍CIR：再任用（４年目）",
  "備考 令和８年度で終了の予定。",
];
const found = (lines: readonly string[]) =>
  readProgrammeReport(sourceOf(lines)).findings.map(({ severity, code, at }) => `${at.line} ${severity} ${code}`);

describe("a report with mistakes", () => {
  it("has each of them as a finding at its line", () => {
    expect(found(LINES)).toEqual([
      "5 error result_before_start",
      "6 warning weekday_contradicts",
      "8 error people_negative",
      "9 error inner_count_larger",
      "11 warning duration_contradicts",
      "13 warning date_unreadable",
      "15 error result_before_start",
      "17 warning edition_jumps",
      "18 warning date_outside_fiscal_year",
      "19 warning breakdown_differs",
      "20 warning service_year_jumps",
      "21 warning key_unknown",
    ]);
  });

  it("says which column has no year when the title names none", () => {
    const lines = [
      "１ 事業名 香港との交流",
      "開始年度 令和２年度",
      "事業概要 会議。",
      "昨年度実績 中止",
      "今年度計画 未定",
    ];
    const known = readProgrammeReport(sourceOf(["令和６年度国際交流事業", ...lines]));
    expect(known.drafts[0]?.years.map(({ fiscalYear, column, status }) => [fiscalYear, column, status])).toEqual([
      [2023, "result", "cancelled"],
      [2024, "plan", "undecided"],
    ]);
    expect(found(lines).filter((one) => one.includes("year_key"))).toEqual([
      "4 error year_key_unknown",
      "5 error year_key_unknown",
    ]);
  });

  it("keeps lines that stand behind a start year or under 備考 as findings", () => {
    const lines = [
      ...[
        "１ 事業名 香港との交流",
        "開始年度 令和２年度",
        "担当の者が代わった",
        "事業概要 会議。",
        "令和５年度実績 中止",
      ],
      ...["備考 次の年度に見直す", "特になし"],
    ];
    expect(found(lines)).toEqual(["3 warning line_unread", "6 warning key_unknown"]);
  });
});

describe("the words that say what became of a year", () => {
  const statusOf = (words: string) => {
    const [draft] = readProgrammeReport(
      sourceOf(["１ 事業名 香港との交流", "開始年度 令和２年度", "事業概要 会議。", `令和５年度実績 ${words}`]),
    ).drafts;
    return draft?.years[0]?.status;
  };
  it.each([
    ["実績なし（周年事業は次年度に実施）", "none"],
    ["友好会議（感染症のため中止）", "cancelled"],
    ["友好会議：中止", "cancelled"],
    ["中止となりました。", "cancelled"],
    ["書面開催（令和５年８月）", "held_in_writing"],
    ["オンライン開催（令和５年８月）", "held"],
    ["３年に１回の開催のため計画なし", "none_biennial"],
    ["開催できなかった", "none"],
    ["職員受入 ０名", "none"],
    ["職員受入 10名", "held"],
    ["特になし", "none"],
    ["－", "none"],
    ["次年度に順延", "none"],
    ["ALT 26名（内訳調整中）", "held"],
    ["派遣 1名（4月～3月）、受入 未定", "held"],
    ["中止せず実施した", "held"],
  ])("%s: %s", (words, status) => {
    expect(statusOf(words)).toBe(status);
  });
});
