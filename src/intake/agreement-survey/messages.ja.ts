/** Findings of a survey report in words: what stands there, and why it needs a look. */
import { formatTally, isSameTally } from "../../kernel/tally.ts";
import type { CellValues, ListingPlace } from "../../registry/index.ts";
import type { FindingCode, FindingValues, LabelPlace, UnreadablePart } from "./codes.ts";

export type Messages = { [Code in FindingCode]: (values: FindingValues[Code]) => string };

const PARTS: Readonly<Record<UnreadablePart, string>> = {
  title: "題名が読み取れません",
  number: "個票の番号が読み取れません",
  japan: "日本の自治体が読み取れません",
  foreign: "海外の自治体が読み取れません",
  section: "見出しが見つからない項目があります",
  contents_title: "目次の題名が読み取れません",
  contents_sides: "目次の海外側と日本側の境目が分かりません",
  table_row: "表の数値の並びが読み取れません",
};

const PLACES: Readonly<Record<LabelPlace, string>> = {
  heading: "個票の前の見出し",
  contents: "目次の見出し",
  table: "表の見出し",
  section: "項目の見出し",
};

const SECTIONS = { background: "経緯", activities: "取組内容", outcomes: "成果・課題等" } as const;
const TABLES = { "by-field": "分野別の表", "by-country": "国・地域別の表" } as const;
const MEASURES = { n: "件数", relisted: "再掲数" } as const;
const FACTS: Readonly<Record<string, string>> = {
  dates: "提携年月日",
  departments: "担当部署",
  phones: "電話番号",
  urls: "URL",
  background: "経緯",
  activities: "取組内容",
  outcomes: "成果・課題等",
};

const messages = {
  unreadable: (v) => `${at(v)}${PARTS[v.part]}${v.detail === "" ? "" : `（${v.detail}）`}。原文を確認してください。`,
  sheet_duplicated: (v) =>
    `${at(v)}同じ番号の個票が${v.firstLine}行目にもあります。どちらか一方だけを採用してください。`,
  personal_mailbox: (v) =>
    `${at(v)}個人のものとみられるメールアドレスが${v.count}件あります。アドレスは保存していません。`,
  era_year_conflict: (v) =>
    `${at(v)}「${v.asPrinted}」は和暦では${v.eraYear}年、西暦の表記では${v.westernYear}年です。和暦に従って読みました。`,
  date_missing: (v) => `${at(v)}提携年月日の記載がありません。`,
  date_unreadable: (v) => `${at(v)}「${v.asPrinted}」は日付として読み取れません。`,
  country_unknown: (v) => `${at(v)}「${v.name}」の国・地域が分かりません。`,
  field_unknown: (v) =>
    v.mark === ""
      ? `${at(v)}この個票がどの分野のものか分かりません。`
      : `「${v.mark}${v.label}」は調査の分野①〜⑨にありません。`,
  relisting_mark_missing: (v) =>
    v.onSheet
      ? `${at(v)}個票（${v.otherLine}行目）には【再掲】がありますが、目次にはありません。`
      : `${at(v)}目次（${v.otherLine}行目）には【再掲】がありますが、個票にはありません。`,
  possible_relisting: (v) =>
    `${at(v)}${place(v.other)}と当事者・年月日・題名が同じですが、【再掲】の表示がありません。再掲かどうか確認してください。`,
  relisting_without_original: (v) => `${at(v)}【再掲】とありますが、元の掲載が見つかりません。`,
  relisted_copy_differs: (v) =>
    `${at(v)}元の掲載（${place(v.original)}）と内容が違います：${v.facts.map((fact) => FACTS[fact] ?? fact).join("、")}。`,
  text_copied: (v) =>
    `${at(v)}${SECTIONS[v.section]}の「${v.beginning}…」は${v.others.map(place).join("、")}と同じ文です。` +
    (v.sameGovernment ? "同じ自治体の別の提携です。" : "別の自治体の提携です。取り違えでないか確認してください。"),
  toc_title_differs: (v) =>
    `${at(v)}目次の題名「${v.contents}」が個票（${v.sheetLine}行目）の題名「${v.sheet}」と合いません。`,
  toc_party_differs: (v) =>
    `${at(v)}目次の当事者「${v.contents.join("、")}」が個票（${v.sheetLine}行目）の「${v.sheet.join("、")}」と違います。`,
  toc_order_differs: (v) =>
    v.kind === "entries"
      ? `${at(v)}目次では${v.contentsNumber}番に載っています。目次と個票（${v.sheetLine}行目）で順番が違います。`
      : `${at(v)}当事者の順番が目次（${v.contents.join("、")}）と個票（${v.sheet.join("、")}）で違います。`,
  toc_entry_missing: (v) => `${at(v)}個票はありますが、目次に載っていません。`,
  table_cell_differs: (v) =>
    `${TABLES[v.table]}「${v.row}」の${v.column}は${formatTally(v.printed)}とありますが、${recount(v)}。`,
  table_sum_wrong: (v) =>
    v.along === "cell"
      ? `${TABLES[v.table]}「${v.row}」の${v.column}は再掲数${v.printed}が件数${v.computed}を超えています。`
      : `${TABLES[v.table]}「${v.row}」の${v.column}の${MEASURES[v.measure]}は${v.printed}とありますが、${v.along === "row" ? "横" : "縦"}の合計は${v.computed}です。`,
  label_differs: (v) => `${PLACES[v.where]}「${v.label}」は標準の表記「${v.standard}」と違います。`,
  number_damaged: (v) => `${at(v)}「${v.asPrinted}」は数字の間の空白や全角の数字を整えて「${v.read}」と読みました。`,
  mixed_script: (v) => `${at(v)}「${v.text}」に日本語でない文字「${v.found}」が混じっています。`,
  sheets_missing: (v) => `${v.field}の目次にある${listRanges(v.numbers)}番の個票がこの文書にありません。`,
} satisfies Messages;

export function messageOf<Code extends FindingCode>(code: Code, values: FindingValues[Code]): string {
  const write = messages[code] as (values: FindingValues[Code]) => string; // the table maps each code to its own values
  return write(values);
}

function at({ field, number }: Readonly<{ field: string | null; number: number | null }>): string {
  if (field === null && number === null) return "";
  return `${field ?? ""}${number ?? ""}：`;
}

function place({ field, number, line }: ListingPlace): string {
  return `${field}${number}（${line}行目）`;
}

function recount({ printed, recounted, recountedByMarks, recountedByContents }: CellValues): string {
  if (isSameTally(printed, recounted) && recountedByContents !== undefined) {
    return `目次で数えると${formatTally(recountedByContents)}です`;
  }
  const counts = [
    recountedByMarks === undefined ? "" : `再掲の表示で数えると${formatTally(recountedByMarks)}`,
    recountedByContents === undefined ? "" : `目次で数えると${formatTally(recountedByContents)}`,
  ].filter((count) => count !== "");
  return `数え直すと${formatTally(recounted)}です${counts.length === 0 ? "" : `（${counts.join("、")}）`}`;
}

/** 1〜3、5 */
function listRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}〜${to}`)).join("、");
}
