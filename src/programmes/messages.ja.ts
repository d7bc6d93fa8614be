/** Words of programmes: statuses, columns, what is missing. Sentences of findings lie with the layout. */
import type { MissingCode } from "./checklist.ts";
import type { NotComparable } from "./compare-years.ts";
import type { RelationKind } from "./programme.ts";
import type { Direction, YearColumn } from "./programme-year.ts";
import type { ItemStatus } from "./year-status.ts";

export type ProgrammeWords = Readonly<{
  status: Readonly<Record<ItemStatus, string>>;
  column: Readonly<Record<YearColumn, string>>;
  direction: Readonly<Record<Direction, string>>;
  missing: Readonly<Record<MissingCode, string>>;
  notComparable: Readonly<Record<NotComparable, string>>;
  relation: Readonly<Record<RelationKind, string>>;
  estimate: string;
}>;

export const columnWords: Readonly<Record<YearColumn, string>> = {
  plan: "計画",
  plan_including_results: "計画（実績を含む）",
  result: "実績",
};

/** What annual reports call people in a number that says nothing else of them. */
export const peopleWords: Readonly<Record<Direction, string>> = { sent: "派遣者", received: "受入者" };

export const directionWords: Readonly<Record<Direction, string>> = { sent: "派遣", received: "受入" };

export const statusWords: Readonly<Record<ItemStatus, string>> = {
  held: "実施",
  partly_held: "一部実施",
  held_in_writing: "書面開催",
  planned: "計画",
  planned_or_held: "計画（実績を含む）",
  cancelled: "中止",
  none_biennial: "隔年のためなし",
  none: "実績なし",
  undecided: "未定",
  under_adjustment: "調整中",
  in_progress: "年度途中",
  new: "新規",
  reappointed: "再任用",
  not_arrived: "未着任",
};

export const relationWords: Readonly<Record<RelationKind, string>> = {
  renamed: "名称の変更",
  first_held: "第1回の開催",
  started: "開始",
  signed: "締結",
  renewed: "更新",
  expired: "期間の終わり",
  confirmed: "確認",
  founded: "設立",
  opened: "開設",
  visited: "訪問",
  other: "その他",
};

export const programmeWords: ProgrammeWords = {
  status: statusWords,
  column: columnWords,
  direction: directionWords,
  missing: {
    start_year: "開始年度がありません",
    overview: "事業概要がありません",
    partner: "相手がありません",
    plan: "計画がありません",
    result: "実績がありません",
    reason: "実施しなかった理由がありません",
    event_date: "日付がありません",
    event_place: "場所がありません",
    estimate_unsettled: "見込みのままです",
    undecided: "決まっていません",
    part_year_figure: "年度途中の数のままです",
    budget_planned: "予算額がありません",
    budget_settled: "決算額がありません",
  },
  notComparable: {
    part_year_before: "前の年度の数は年度途中のものなので、比べていません",
    part_year_after: "この年度の数は年度途中のものなので、比べていません",
    part_years_differ: "数えた時期が違うので、比べていません",
    plan_against_actual: "計画と実績なので、比べていません",
    units_differ: "単位が違うので、比べていません",
    range: "幅のある数なので、比べていません",
    missing_before: "前の年度の数がありません",
    missing_after: "この年度の数がありません",
    several_of_one_label: "同じ名前の数がいくつもあるので、比べていません",
  },
  relation: relationWords,
  estimate: "見込み",
};

/** Titles of open work, as lists of work keep them. */
export const programmeWorkTitles = {
  review: (title: string) => `事業の承認の依頼　${title}`,
  correction: (title: string) => `差し戻された事業　${title}`,
};

/** Stored in the history. */
export const sampleReason = "見本の記録を入れた";
