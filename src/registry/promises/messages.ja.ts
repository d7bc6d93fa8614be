/** 申し送りと、引継書に載せる提携・協定の言葉。 */
import type { PromiseProblem } from "./keep-promise.ts";

export const ja = {
  title: "申し送り",
  lead: "相手との約束や、後任が知っておくことを書きます。職員だけが読めます。引継書にも載ります。",
  none: "申し送りはありません。",
  toPage: "申し送りを書く・済みにする",
  text: "約束の内容",
  textHint: "例　次回は当市が受け入れる。500文字まで。",
  madeOn: "約束した日",
  dueOn: "いつまで",
  dayHint: "例　令和7年10月1日、2025-10-01",
  add: "申し送りを加える",
  caption: (count: number) => `申し送り　${count}件`,
  state: "状態",
  open: "まだ",
  kept: "済み",
  act: "変える",
  keep: "済みにする",
  reopen: "まだに戻す",
  of: (text: string) => `：${text}`,
  unknownDay: "記録なし",
  cancel: "提携・協定に戻る",
  saved: { added: "申し送りを加えました。", settled: "申し送りの状態を変えました。" } as Readonly<
    Record<string, string>
  >, // asked by what the address says
  refused: "変えていません",
  dayUnreadable: "日付として読めません。例のように、年月日で入力してください。",
  section: "提携・協定",
  renewed: "更新",
  resigned: "再締結",
  relation: (title: string, counterparts: string) => `${counterparts}　${title}`,
  separator: "、",
  problems: {
    agreement_not_found: "この提携・協定は見つかりませんでした。",
    not_permitted: "この提携・協定の申し送りを書く権限がありません。",
    promise_missing: "約束の内容を入力してください。",
    promise_too_long: "500文字までで入力してください。",
    personal_mailbox_in_promise: "個人のものとみられるメールアドレスは書けません。",
    promise_days_reversed: "期限が、約束した日より前になっています。",
    promise_settled: "この申し送りの状態は、すでに変わっています。",
  } satisfies Record<PromiseProblem["code"], string> as Readonly<Record<PromiseProblem["code"], string>>, // words
};

export type PromiseWords = typeof ja;
