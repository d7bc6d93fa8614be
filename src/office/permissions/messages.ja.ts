/** 役割と権限の言葉。 */
import type { Action, Role, Scope } from "../../platform/index.ts";

export const ja = {
  title: "役割と権限",
  kicker: "職員の方へ",
  lead: "役割ごとに、何を、どこまでできるかを示します。この表のとおりに、画面もコマンドもデータベースも動きます。",
  caption: "役割と、できることの範囲",
  action: "できること",
  none: "不可",
  csv: "CSVで保存",
  csvName: "役割と権限",
  ownTitle: "あなたが今できること",
  ownLead: (body: string, roles: string) => `${body} で ${roles} として作業しています。`,
  ownOperator: "この端末の担当者として、すべてを行えます。",
  ownNothing: "今の所属では、表にある操作はできません。",
  ownCaption: "今の所属でできること",
  scopeColumn: "範囲",
  scopesTitle: "範囲の意味",
  apart: "入力する人と承認する人、職員を管理する人の仕事は分けてあります。一人が複数の役割を持つこともできます。",
  separator: "、",
  roles: {
    national_officer: "全国の担当",
    prefecture_coordinator: "都道府県の取りまとめ担当",
    municipal_editor: "自治体の入力担当",
    municipal_approver: "自治体の承認担当",
    judge: "審査員",
    researcher: "研究者（閲覧）",
    body_administrator: "団体の管理者",
    system_administrator: "システム管理者",
  } satisfies Record<Role, string> as Readonly<Record<Role, string>>, // words, not their literals
  actions: {
    "agreement.read_unpublished": "公開前・取り下げた提携・協定を読む",
    "agreement.read_history": "提携・協定の以前の内容と変更者を読む",
    "agreement.edit": "提携・協定を記録する・直す・承認に出す",
    "agreement.approve": "提携・協定を承認する・差し戻す・公開する・取り下げる",
    "programme.read_unpublished": "公開前の事業を読む",
    "programme.edit": "事業を記録する・直す・承認に出す",
    "programme.approve": "事業を承認する・差し戻す・公開する",
    "import.work": "資料を取り込み、確認事項を決める",
    "member.read": "職員と役割を見る",
    "member.manage": "職員を招く・役割を付ける・終える・利用を止める・仕事を引き継ぐ",
    "body.manage": "団体の設定を変える",
    "body.create": "団体を登録する・利用を止める",
    "audit.read": "監査記録を読む",
    "job.manage": "自動の仕事を見る・やり直す",
  } satisfies Record<Action, string> as Readonly<Record<Action, string>>, // words, not their literals
  scopes: {
    own_body: "自団体",
    own_tree: "自団体と管内",
    all: "すべて",
  } satisfies Record<Scope, string> as Readonly<Record<Scope, string>>, // words, not their literals
  scopeMeanings: {
    own_body: "作業中の団体に属する記録。連名の記録は、どの団体のものでもあります。",
    own_tree: "都道府県では、管内の市区町村の記録も含みます。ほかの団体では自団体と同じです。",
    all: "どの団体の記録も含みます。",
  } satisfies Record<Scope, string> as Readonly<Record<Scope, string>>, // words, not their literals
};

export type PermissionWords = typeof ja;
