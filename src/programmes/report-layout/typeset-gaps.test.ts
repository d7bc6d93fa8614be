/** Word and LibreOffice set a gap between kanji and digits, and their PDFs keep it: 平成 21（2009）年. */
import { describe, expect, it } from "vitest";
import { sourceOf } from "../../../test/fixtures/programme-report/invented-report.ts";
import { readProgrammeReport } from "./programme-report.ts";

const box = (...lines: readonly string[]) => [
  "1 事業名 みどり・青海交流会議",
  "開始年度 平成 9 年度",
  "令和 6 年度実績 書面により開催",
  "令和 7 年度計画 令和 7 年 10 月に開催",
  ...lines,
];

const readOnly = (lines: readonly string[]) => {
  const { drafts, findings } = readProgrammeReport(sourceOf(lines, "pdf"));
  return { record: drafts[0]!, findings };
};

const relation = (line: string) => {
  const { record } = readOnly(box("備考", `経緯：${line}`));
  return record.relations.map(({ kind, date, text }) => [kind, date?.from ?? null, date?.to ?? null, text]);
};

describe("a dated fact of 備考", () => {
  it.each([
    ["締結 平成 25 年度 包括協定の締結", ["signed", "2013-04-01", "2014-03-31", "包括協定の締結"]],
    ["開始 平成 21（2009）年 協議会の開始", ["started", "2009-01-01", "2009-12-31", "協議会の開始"]],
    ["確認 令和元（ 2019 ）年８月２日 知事が訪問", ["confirmed", "2019-08-02", "2019-08-02", "知事が訪問"]],
    ["第 1 回の開催 昭和 55（1980）年 第 1 回会議", ["first_held", "1980-01-01", "1980-12-31", "第 1 回会議"]],
    ["締結 令和５年７月 10 日～14 日 協定の締結式", ["signed", "2023-07-10", "2023-07-14", "協定の締結式"]],
    ["名称の変更 2024 年１月 18 日 青海道から改称", ["renamed", "2024-01-18", "2024-01-18", "青海道から改称"]],
  ])("set as %s keeps its date", (line, expected) => {
    expect(relation(line)).toEqual([expected]);
  });

  it("set without gaps ends its date at the first one", () => {
    expect(relation("訪問　令和5年　12月の会議")).toEqual([["visited", "2023-01-01", "2023-12-31", "12月の会議"]]);
  });

  it("without a date keeps its words", () => {
    expect(relation("開設　記載なし　供用の開始")).toEqual([["opened", null, null, "供用の開始"]]);
    expect(relation("開設　春ごろ　供用の開始")).toEqual([["opened", null, null, "春ごろ 供用の開始"]]);
  });
});

it("a number behind a gap is named by the word before it", () => {
  const { record } = readOnly([...box().slice(0, 3), "令和 7 年度計画 CIR ４名（中国、韓国）。"]);
  expect(record.years.at(-1)?.quantities).toMatchObject([{ label: "CIR", value: 4, unit: "名" }]);
});

it("a note behind a title is taken out of its brackets", () => {
  const title = "1 事業名 みどり・青海交流会議（※2024 年 1 月 18 日に改称）";
  expect(readOnly([title, ...box().slice(1)]).record).toMatchObject({
    title: "みどり・青海交流会議",
    titleNote: "※2024 年 1 月 18 日に改称",
  });
});

it("neither the body, with kana in its name, nor the date below a report's title is a lost line", () => {
  const { findings } = readOnly(["みどり県", "令和 7 年 3 月 31 日", ...box()]);
  expect(findings.map(({ code }) => code)).not.toContain("line_unread");
});
