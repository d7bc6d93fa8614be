/** Words of the annual report. Those of a cell are the ones our own layout reads. */
import { formatFiscalYear } from "../../kernel/fiscal-year.ts";
import {
  columnWords,
  directionWords,
  type ProgrammeWords,
  peopleWords,
  programmeWords,
  statusWords,
} from "../messages.ja.ts";
import type { Direction, YearColumn } from "../programme-year.ts";
import { APPENDIX_HEADING } from "../report-layout/body-of-report.ts";
import type { ItemStatus, PostStatus } from "../year-status.ts";
import type { ReportTable } from "./report-template.ts";

export type CellWords = Readonly<{
  name: string;
  date: string;
  place: string;
  related: string;
  direction: string;
  state: string;
  reason: string;
  directions: Readonly<Record<Direction, string>>;
  status: Readonly<Record<ItemStatus, string>>;
  post: Readonly<Record<PostStatus, string>>;
  yearOfService: (year: number) => string;
  people: Readonly<Record<Direction, string>>;
  persons: string;
  estimate: string;
  notStated: string;
}>;

/** Boxes are printed in Japanese in every edition of the report: they hold the wording of the office. */
export const cellWords: CellWords = {
  ...{ name: "名称", date: "開催日", place: "開催場所", related: "内容", direction: "派遣・受入", state: "状況" },
  reason: "理由",
  directions: directionWords,
  status: statusWords,
  post: { new: "新規任用", reappointed: "再任用", not_arrived: "未着任" },
  yearOfService: (year) => `（${year}年目）`,
  people: peopleWords,
  persons: "名",
  estimate: programmeWords.estimate,
  notStated: "記載なし",
};

export type ReportWords = Readonly<{
  programme: ProgrammeWords;
  title: (fiscalYear: number) => string;
  appendix: string;
  countedFrom: (programmes: number) => string;
  tables: Readonly<Record<ReportTable, string>>;
  /** Above a table whose heading says more than it holds; names its sheet in a workbook. */
  captions: Readonly<Record<"events" | "people" | "changes" | "figures", string>>;
  year: (fiscalYear: number) => string;
  yearColumn: (fiscalYear: number, column: YearColumn) => string;
  notStated: string;
  nothing: Readonly<{ events: string; people: string; budget: string; figures: string; changes: string }>;
  header: Readonly<{
    number: string;
    title: string;
    start: string;
    status: string;
    programmes: string;
    reason: string;
    month: string;
    date: string;
    name: string;
    place: string;
    direction: string;
    country: string;
    people: string;
    planned: string;
    settled: string;
    change: string;
    before: string;
    after: string;
    figure: string;
    difference: string;
    year: string;
  }>;
  monthOf: (month: number) => string;
  withoutMonth: string;
  eventCount: (count: number) => string;
  persons: (count: number) => string;
  yen: (amount: number) => string;
  total: string;
  totalOf: (stated: number, all: number) => string;
  countryUnknown: string;
  includesPlan: string;
  eventsCounted: string;
  peopleCounted: string;
  changes: Readonly<{ started: string; notBefore: string; ended: string; status: string; fromPlan: string }>;
  approximately: string;
}>;

export const reportWords: ReportWords = {
  programme: programmeWords,
  title: (fiscalYear) => `${formatFiscalYear(fiscalYear)}国際交流事業実績と計画`,
  appendix: APPENDIX_HEADING,
  countedFrom: (programmes) => `前に掲げた${programmes}事業の記録から数えた。入力のないものは「記載なし」とした。`,
  tables: {
    statuses: "事業の状況",
    events: "月別の行事",
    people: "国・地域別の派遣と受入",
    budget: "予算額と決算額",
    differences: "前年度報告との差",
  },
  captions: {
    ...{ events: "月別の件数", people: "国・地域別の人数" },
    ...{ changes: "状況などの変化", figures: "数の比較" },
  },
  year: formatFiscalYear,
  yearColumn: (fiscalYear, column) => `${formatFiscalYear(fiscalYear)}${columnWords[column]}`,
  notStated: cellWords.notStated,
  nothing: {
    events: "行事の記載なし。",
    people: "派遣と受入の人数の記載なし。",
    budget: "予算額と決算額の記載なし。",
    figures: "比べられる数の記載なし。",
    changes: "新しい事業、記載のなくなった事業、状況の変わった事業はない。",
  },
  header: {
    ...{ number: "番号", title: "事業", start: "開始年度", status: "状況", programmes: "事業数", reason: "理由" },
    ...{ month: "月", date: "日付", name: "行事", place: "場所", direction: "派遣・受入", country: "国・地域" },
    ...{ people: "人数", planned: "予算額", settled: "決算額", change: "差", before: "前年度", after: "当年度" },
    ...{ figure: "項目", difference: "増減", year: "年度" },
  },
  monthOf: (month) => `${month}月`,
  withoutMonth: "月の記載なし",
  eventCount: (count) => `${count}件`,
  persons: (count) => `${count.toLocaleString("en")}名`,
  yen: (amount) => `${amount.toLocaleString("en")}円`,
  total: "計",
  totalOf: (stated, all) => `計（記載のある${stated}事業。全${all}事業）`,
  countryUnknown: "国・地域の記載なし",
  includesPlan: "計画を含む",
  eventsCounted: "中止や実績なしの行事、見込みの日付は数えていない。実績のない年度は計画の欄から数えた。",
  peopleCounted: "実績のない年度は計画の欄から数え、「計画を含む」とした。",
  changes: {
    ...{ started: "新しい事業", notBefore: "前年度の記載がない事業", ended: "当年度の記載がない事業" },
    ...{ status: "状況の変化", fromPlan: "計画との違い" },
  },
  approximately: "約",
};
