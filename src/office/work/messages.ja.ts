/** 今日の仕事の画面の言葉。 */
import type { ReassignProblem } from "./reassign-work.ts";
import type { Group } from "./today.ts";

export const ja = {
  title: "今日の仕事",
  groups: {
    returned: "差し戻し",
    due: "期限のあるもの",
    other: "進めているもの",
    anyone: "まだ担当のいないもの",
    left: "担当なし",
  } satisfies Record<Group, string> as Readonly<Record<Group, string>>, // words, not their literals
  leftLead: "担当だった人は、いまこの団体での役割がありません。担当を決めてください。",
  anyoneLead: "この仕事を行える役割の人が、引き受けてください。",
  count: "件",
  noDay: "期限なし",
  opened: (day: string) => `${day}から`,
  returnedOn: (day: string) => `${day}に戻りました`,
  today: "きょうまで",
  left: (days: number) => `あと${days}日`,
  overdue: (days: number) => `${days}日過ぎています`,
  open: "開く",
  returnedOpen: "直して出し直す",
  assign: "担当を変える",
  take: "引き受ける",
  of: (title: string) => `：${title}`,
  formerly: (name: string) => `前の担当　${name}`,
  empty: "今日の仕事はありません",
  emptyLead: "担当の仕事ができると、ここに期限の順に並びます。",
  emptySearch: "提携・協定をさがす",
  noBody:
    "この端末の担当者には、担当の仕事はありません。団体の職員としてサインインすると、その人の仕事がここに並びます。",
  office: "係のこと",
  openOfBody: "係の仕事",
  openCount: (count: number) => `${count}件`,
  handover: "引き継ぎ",
  toNotes: "引継書を見る",
  toHandover: "担当の仕事をまとめて引き継ぐ",
  members: "職員",
  toMembers: "職員と役割を見る",
  assignTitle: "担当を変える",
  assignLead: "この仕事は、選んだ人の「今日の仕事」に移ります。",
  now: "いまの担当",
  nobody: "担当なし",
  to: "新しい担当",
  me: (name: string) => `${name}（自分）`,
  assignButton: "この人の担当にする",
  cancel: "やめて戻る",
  saved: "担当を変えました。",
  refused: "担当は変わっていません",
  problems: {
    work_not_found: "この仕事は、もう終わっているか、ほかの団体のものです。",
    not_permitted: "この仕事の担当を変えられるのは、いまの担当者と団体の管理者です。",
    colleague_unknown: "新しい担当を、いまこの団体にいる人から選んでください。",
    work_moved: "この画面を開いたあとに、担当が変わりました。いまの担当を確かめてください。",
  } satisfies Record<ReassignProblem["code"], string> as Readonly<Record<ReassignProblem["code"], string>>, // words
};

export type WorkWords = typeof ja;
