/** Short headings of findings; the sentence of the finding itself stands below. */
import type { ReaderFindingCode } from "../documents/reader-finding.ts";
import type { FindingCode } from "./agreement-survey/index.ts";
import type { PersonalFindingCode } from "./personal-finding-code.ts";
import type { TableFindingCode } from "./table/table-finding-values.ts";

export type FindingTitles = Readonly<
  Record<FindingCode | TableFindingCode | ReaderFindingCode | PersonalFindingCode, string>
>;

export const findingTitles: FindingTitles = {
  unreadable: "読み取れないところがあります",
  sheet_duplicated: "同じ番号の個票がもう一つあります",
  personal_mailbox: "個人のものとみられるメールアドレスがあります",
  personal_mobile_number: "携帯電話の番号とみられるものがあります",
  personal_participant_name: "若い参加者の名前とみられるものがあります",
  era_year_conflict: "元号の年と西暦の年が合いません",
  date_missing: "締結の日付がありません",
  date_unreadable: "日付として読めません",
  country_unknown: "国・地域が分かりません",
  field_unknown: "分野が分かりません",
  relisting_mark_missing: "再掲の印が、目次と個票で違います",
  possible_relisting: "同じ協定が二度出てきます",
  relisting_without_original: "再掲のもとになる個票がありません",
  relisted_copy_differs: "再掲の個票と、もとの個票の内容が違います",
  text_copied: "文章が、別の個票と同じです",
  toc_title_differs: "協定名が、目次と個票で違います",
  toc_party_differs: "相手先が、目次と個票で違います",
  toc_order_differs: "並び順が、目次と個票で違います",
  toc_entry_missing: "目次にない個票です",
  table_cell_differs: "表の数が、数え直しと違います",
  table_sum_wrong: "表の合計が合いません",
  label_differs: "見出しの言葉が違います",
  number_damaged: "数字の間に空きがあります",
  mixed_script: "名前に別の文字が混ざっています",
  sheets_missing: "個票のない項目があります",
  title_missing: "協定名がありません",
  party_missing: "団体名がありません",
  row_duplicated: "同じ行がもう一つあります",
  formula_cell: "数式のセルがあります",
  formula_without_value: "計算結果のない数式があります",
  extension_differs: "ファイルの種類と名前が合いません",
  encoding_assumed: "文字コードを判断して読みました",
  text_truncated: "ファイルの終わりが欠けています",
  bytes_unreadable: "読めない文字があります",
  quote_not_closed: "引用符が閉じていません",
  page_without_text: "文字のないページがあります",
  page_unreadable: "読めないページがあります",
  font_unreadable: "文字を取り出せない書体があります",
  sheet_hidden: "非表示のシートを読みました",
  sheet_unread: "読めないシートがあります",
};

export const unnamedFinding = "確かめるところがあります";
