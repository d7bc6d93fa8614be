/** What an officer reads about a row of a table. */
import type { ColumnRole } from "./mapping.ts";
import type { TableFindingCode, TableFindingValues } from "./table-finding-values.ts";

const sides = { japan: "日本側", foreign: "海外側" } as const;

export const tableSentences: { readonly [Code in TableFindingCode]: (values: TableFindingValues[Code]) => string } = {
  title_missing: () => "協定名がありません。協定名を入れると確定できます。",
  party_missing: ({ side }) => `${sides[side]}の団体名がありません。両方の側に一つずつ必要です。`,
  country_unknown: ({ name }) => `「${name}」の国・地域が分かりません。国・地域を選ぶか、分からないまま残せます。`,
  date_unreadable: ({ asPrinted }) => `「${asPrinted}」は日付として読めませんでした。記載のまま残しています。`,
  era_year_conflict: ({ asPrinted, eraYear, westernYear }) =>
    `「${asPrinted}」は、元号の年（${eraYear}年）と西暦の年（${westernYear}年）が合いません。日付は元号の年で読んでいます。`,
  field_unknown: ({ label }) => `「${label}」は①～⑨のどの分野か分かりません。`,
  row_duplicated: ({ firstSheet, firstRow }) =>
    `${firstSheet === "" ? "" : `シート「${firstSheet}」の`}${firstRow}行と、協定名・両側・日付が同じです。同じ協定が二度書かれているかもしれません。`,
};

export const noHeaderRow =
  "見出しの行が見つかりませんでした。協定名、日本側、海外側のうち二つ以上の列見出しが必要です。";

export const columnRoleNames = {
  title: "協定名",
  prefecture: "都道府県",
  japan: "日本側",
  country: "国・地域",
  foreignRegion: "州・省",
  foreign: "海外側",
  signed: "締結日",
  renewed: "更新日",
  expires: "期限",
  field: "分野",
  number: "番号",
  relisted: "再掲",
  background: "経緯",
  activities: "取組内容",
  outcomes: "成果・課題",
  url: "URL",
  department: "担当部署",
  phone: "電話番号",
} satisfies Record<ColumnRole, string>;
