/** Short headings of the findings of a report of programmes. */
import type { FindingCode } from "../report-layout/codes.ts";

export type ReportFindingTitles = Readonly<Record<FindingCode, string>>;

export const findingTitles: ReportFindingTitles = {
  date_unreadable: "日付として読めません",
  country_unknown: "国・地域が分かりません",
  title_missing: "事業名がありません",
  number_jumps: "番号がとんでいます",
  number_missing: "番号がありません",
  start_year_missing: "開始年度がありません",
  start_year_unreadable: "開始年度として読めません",
  overview_missing: "事業概要がありません",
  years_missing: "年度の欄がありません",
  year_blank: "年度の欄が空です",
  part_twice: "同じ項目が二度あります",
  key_unknown: "知らない項目です",
  year_key_unknown: "何年度の欄か分かりません",
  line_unread: "どの事業のものか分からない行です",
  weekday_contradicts: "曜日が日付と合いません",
  figure_unreadable: "数として読めません",
  former_name_kept: "行事の名前が旧名称のままです",
  posts_differ: "人数と内訳が合いません",
  amount_unreadable: "金額として読めません",
  fiscal_year_unknown: "年度が分かりません",
  column_unknown: "知らない列です",
  total_differs: "合計が合いません",
  result_before_start: "開始年度より前の実績です",
  year_twice: "同じ年度の同じ欄が二つあります",
  periods_overlap: "期間が重なっています",
  date_outside_fiscal_year: "年度の外の日付です",
  people_negative: "人数が負の数です",
  inner_count_larger: "内数が全体より大きい数です",
  breakdown_differs: "内訳の合計が合いません",
  duration_contradicts: "日数が期間と合いません",
  service_year_jumps: "在任の年数がとんでいます",
  edition_jumps: "回数がとんでいます",
};
