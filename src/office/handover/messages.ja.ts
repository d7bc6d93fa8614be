/** 引き継ぎと引継書の画面の言葉。 */
import { type MemberProblemCode, ja as members } from "../members/messages.ja.ts";
import type { HandoverProblem } from "./hand-over.ts";
import type { UndoProblem } from "./undo-handover.ts";

type ProblemCode = HandoverProblem["code"] | UndoProblem["code"] | MemberProblemCode;

export const ja = {
  title: "人事異動の引き継ぎ",
  lead: "担当の仕事を、まとめて後任に移します。移す前に、何が移るかを確かめられます。",
  from: "異動する人",
  fromHint: "役割を終えた人も選べます。",
  to: "後任",
  toHint: "いまこの団体にいる人から選びます。",
  withCount: (name: string, count: number) => `${name}（担当の仕事 ${count}件）`,
  look: "何が移るかを確かめる",
  previewTitle: "移る仕事",
  previewLead: (from: string, to: string, count: number) =>
    `${from} さんの担当の仕事${count}件を、${to} さんに移します。`,
  previewNone: (from: string) =>
    `${from} さんには、この団体での担当の仕事がありません。役割を終えることだけができます。`,
  caption: (count: number) => `移る仕事　${count}件`,
  work: "仕事",
  due: "期限",
  noDue: "期限なし",
  since: "いつから",
  rolesTitle: "役割を終える",
  rolesNow: (from: string) => `${from} さんの、いまの役割`,
  rolesEnd: (from: string) => `${from} さんの、この団体での役割を終える`,
  rolesHint: "仕事は今すぐ移ります。役割は、次の日付の日まで続きます。",
  lastDay: "役割の終わりの日",
  dayHint: "例　令和9年3月31日、2027-03-31",
  reason: "理由",
  reasonHint: "例　4月1日付けの異動",
  button: "引き継ぎを行う",
  another: "選び直す",
  refused: "引き継ぎは行っていません",
  doneTitle: "引き継ぎを行いました",
  undoneTitle: "引き継ぎを元に戻しました",
  doneLead: (from: string, to: string, count: number) =>
    `${from} さんの担当の仕事${count}件を、${to} さんに移しました。`,
  undoneLead: (from: string, count: number) => `担当の仕事${count}件は、${from} さんに戻っています。`,
  doneRoles: (count: number, day: string) => `役割${count}件は、${day}に終わります。`,
  next: "次にすること",
  toNotes: "引継書を見る・印刷する",
  toMembers: "職員と役割を見る",
  undo: "引き継ぎを元に戻す",
  undoLead: "移った仕事がすべて後任のもとにある間は、元に戻せます。役割の終わりの日も戻ります。",
  notes: "引継書",
  notesLead: (body: string) => `${body} の国際交流の相手ごとに、経緯と申し送りをまとめたものです。`,
  asOf: (day: string) => `${day}現在の記録から作りました。`,
  print: "ブラウザーの印刷で、A4の紙に出せます。画面の飾りや入力欄は印刷されません。",
  background: "経緯",
  contacts: "連絡担当者",
  noContacts: "記載はありません。",
  promises: "申し送り",
  noPromises: "申し送りはありません。",
  made: (day: string) => `${day}の約束`,
  dueBy: (day: string) => `${day}まで`,
  anniversary: "次の周年",
  years: (when: string, years: number) => `${when}に${years}周年`,
  noAnniversary: "締結の日の記録がありません。",
  exchanges: "最近の交流",
  noExchanges: "記録がありません。",
  openWork: "進めている仕事",
  noWork: "ありません。",
  otherWork: "そのほかの進めている仕事",
  holder: (name: string) => `担当　${name}`,
  nobody: "担当なし",
  emptyRelations: "この団体の記録は、まだありません。",
  problems: {
    ...members.problems,
    same_person: "異動する人と後任に、同じ人が選ばれています。",
    person_unknown: "異動する人を選んでください。",
    successor_unknown: "後任を、いまこの団体にいる人から選んでください。",
    nothing_to_hand_over: "移す仕事がなく、役割も終えないので、行うことがありません。",
    work_changed: "確かめたあとに、担当の仕事が変わりました。もう一度、移る仕事を確かめてください。",
    handover_not_found: "この引き継ぎは見つかりませんでした。",
    handover_undone: "この引き継ぎは、すでに元に戻されています。",
    role_changed_since: "そのあとに役割が変更されたので、元に戻せません。職員と役割の画面で直してください。",
    work_moved_on: "移った仕事が、すでに終わったか、ほかの人に移ったので、元に戻せません。",
  } satisfies Record<ProblemCode, string> as Readonly<Record<ProblemCode, string>>, // words, not their literals
};

export type HandoverWords = typeof ja;
export type HandoverProblemCode = ProblemCode;
