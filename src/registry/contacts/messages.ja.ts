/** 連絡担当者の画面の言葉。 */
import type { Side } from "./contact-store.ts";
import type { ContactProblem } from "./keep-contact.ts";

export const ja = {
  title: "連絡担当者",
  lead: "やりとりの相手になる人です。この提携・協定の職員だけが読め、公開も出力もされません。引継書に載ります。担当が代わったら消してください。消した名前は残りません。",
  none: "連絡担当者の記載はありません。",
  toPage: "連絡担当者を書く・消す",
  side: "どちらの人",
  sides: { foreign: "海外側", japan: "日本側" } satisfies Record<Side, string> as Readonly<Record<Side, string>>, // words
  choose: "選んでください",
  name: "氏名",
  nameHint: "呼び方のわかる形で。80文字まで。",
  post: "所属・役職",
  postHint: "例　国際交流課 係長",
  note: "連絡のしかた",
  noteHint: "例　係の電話 099-000-0000、英語可。メールアドレスと携帯電話の番号は書けません。",
  add: "連絡担当者を加える",
  caption: (count: number) => `連絡担当者　${count}人`,
  act: "操作",
  remove: "消す",
  of: (name: string) => `：${name}`,
  cancel: "提携・協定に戻る",
  saved: { added: "連絡担当者を加えました。", removed: "連絡担当者を消しました。" } as Readonly<Record<string, string>>, // asked by what the address says
  refused: "消していません",
  problems: {
    agreement_not_found: "この提携・協定は見つかりませんでした。",
    not_permitted: "この提携・協定の連絡担当者を書く権限がありません。",
    contact_gone: "この連絡担当者は、すでに消されています。",
    side_missing: "海外側か日本側かを選んでください。",
    contact_name_missing: "氏名を入力してください。",
    too_long: "長すぎます。短くしてください。",
    mailbox: "メールアドレスは書けません。個人のものを残さないためです。",
    mobile_number: "携帯電話の番号は書けません。係の電話番号を書いてください。",
  } satisfies Record<ContactProblem["code"], string> as Readonly<Record<ContactProblem["code"], string>>, // words
};

export type ContactWords = typeof ja;
