/** Findings of a programme report in words, and the labels the layout has to give itself. */
import { formatFiscalYear } from "../../kernel/fiscal-year.ts";
import { columnWords } from "../messages.ja.ts";
import type { YearColumn } from "../programme-year.ts";
import type { FindingCode, FindingValues } from "./codes.ts";

export type Messages = { readonly [Code in FindingCode]: (values: FindingValues[Code]) => string };

export const labels = {
  perMonth: "月あたりの回数",
  perYear: "年あたりの回数",
  innerCount: "内数",
  people: "人数",
  times: "回数",
  cases: "件数",
} as const;

type OfProgramme = Readonly<{ number: number | null; title: string }>;
type InYear = OfProgramme & Readonly<{ fiscalYear: number; column: string }>;

const of = ({ number, title }: OfProgramme) => `事業${number ?? ""}「${title}」: `;
// Columns come from the model; the values of a finding keep them as text.
const inYear = (values: InYear) =>
  `${of(values)}${formatFiscalYear(values.fiscalYear)}${columnWords[values.column as YearColumn] ?? ""}の`;

export const messages: Messages = {
  title_missing: ({ number }) => `事業${number ?? ""}の事業名が読み取れません。原文を確認してください。`,
  number_jumps: (v) => `${of(v)}番号が${v.before}の次に${v.number}と印刷されています。抜けがないか確認してください。`,
  number_missing: (v) => `${of(v)}番号がありません。`,
  start_year_missing: (v) => `${of(v)}開始年度の記載がありません。`,
  start_year_unreadable: (v) => `${of(v)}開始年度「${v.asPrinted}」は年度として読み取れません。`,
  overview_missing: (v) => `${of(v)}事業概要の記載がありません。`,
  years_missing: (v) => `${of(v)}実績と計画の欄が見つかりません。`,
  year_blank: (v) => `${inYear(v)}欄に何も書かれていません。`,
  part_twice: (v) => `${of(v)}「${v.key}」の欄が2回あります。後の欄は前の欄に続けて読みました。`,
  key_unknown: (v) => `${of(v)}「${v.key}」という欄は読み取れません。内容は「${v.text}」です。`,
  line_unread: ({ text }) => `どの事業のものか分からない行です: 「${text}」`,
  year_key_unknown: ({ text }) =>
    `「${text}」が何年度のものか分かりません。表題か欄の見出しに年度を書いてください（例：令和6年度計画）。`,
  date_unreadable: (v) => `${inYear(v)}「${v.asPrinted}」は日付として読み取れません。`,
  weekday_contradicts: (v) =>
    `${inYear(v)}「${v.asPrinted}」は、曜日が「${v.said}」とありますが、${v.day}は${v.is}曜日です。`,
  figure_unreadable: (v) => `${inYear(v)}「${v.asPrinted}」の数が読み取れません。`,
  country_unknown: (v) => `${inYear(v)}「${v.name}」の国・地域が分かりません。`,
  former_name_kept: (v) =>
    `${inYear(v)}「${v.event}」は、${v.name}の旧名「${v.formerName}」のまま印刷されています。そのまま残しました。`,
  posts_differ: (v) => `${inYear(v)}人数は${v.said}名とありますが、挙げられているのは${v.listed}名です。`,
  amount_unreadable: (v) => `${of(v)}「${v.header}」の「${v.asPrinted}」は金額や数として読み取れません。`,
  fiscal_year_unknown: ({ sheet }) =>
    `${sheet === "" ? "この表" : `シート「${sheet}」`}が何年度のものか分かりません。年度を書いた行か列が必要です。`,
  column_unknown: ({ header, rows }) => `「${header}」の列は読み取れません（${rows}行）。備考として残しました。`,
  total_differs: ({ header, printed, sum }) =>
    `「${header}」の合計は${printed}と印刷されていますが、各行の合計は${sum}です。`,
  result_before_start: (v) => `${inYear(v)}記載がありますが、開始年度は${formatFiscalYear(v.startFiscalYear)}です。`,
  year_twice: (v) => `${inYear(v)}欄が2回あります。`,
  periods_overlap: (v) => `${inYear(v)}「${v.name}」の期間「${v.first}」と「${v.second}」が重なっています。`,
  date_outside_fiscal_year: (v) => `${inYear(v)}「${v.name}」の日付「${v.asPrinted}」は、その年度の外です。`,
  people_negative: (v) => `${inYear(v)}「${v.label}」が${v.value}で、0より小さくなっています。`,
  inner_count_larger: (v) =>
    `${inYear(v)}「${v.label}」${v.value}が、それを含む「${v.total}」${v.totalValue}より大きくなっています。`,
  breakdown_differs: (v) => `${inYear(v)}「${v.label}」は${v.total}とありますが、内訳の合計は${v.sum}です。`,
  duration_contradicts: (v) =>
    `${inYear(v)}「${v.asPrinted}」は${v.said}${v.unit}とありますが、数えると${v.counted}${v.unit}です。`,
  service_year_jumps: (v) =>
    `${inYear(v)}${v.nationality}籍は${v.after}年目とありますが、前の年度は${v.before}年目です。`,
  edition_jumps: (v) => `${inYear(v)}「${v.name}」は第${v.after}回ですが、前の年度は第${v.before}回です。`,
};
