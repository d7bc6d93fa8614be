/** Why programmes refuse, and what cannot be stored: one sentence for each code. */
import type { ProgrammeProblem } from "./problems.ts";
import type { ProgrammeFactName } from "./recorded-programme.ts";
import type { ProgrammeFactProblemCode } from "./validate-programme-facts.ts";

export type ProgrammeRefusalWords = Readonly<{
  problems: Readonly<Record<ProgrammeProblem["code"], string>>;
  factProblems: Readonly<Record<ProgrammeFactProblemCode, string>>;
  facts: Readonly<Record<ProgrammeFactName, string>>;
  looksRecorded: (id: string) => string;
  changedSince: string;
}>;

export const programmeRefusals: ProgrammeRefusalWords = {
  problems: {
    programme_not_found: "この事業は見つかりませんでした。",
    not_permitted: "この事業について、この操作はできません。",
    owner_unknown: "この団体コードの団体はありません。",
    invalid_facts: "保存できない内容があります。",
    agreements_unknown: "結びつける提携・協定が見つかりません。",
    stale_version: "ほかの人が先に保存しました。いまの内容を確かめてください。",
    in_review: "承認を待っている事業です。直すには、依頼を取り下げてください。",
    not_in_review: "承認を待っていません。ほかの人が先に決めたか、依頼が取り下げられています。",
    own_submission: "自分で依頼したものは、自分では承認できません。",
    nothing_to_submit: "公開しているものと同じなので、依頼するものがありません。",
    approval_needed: "公開するには承認が必要です。承認を依頼してください。",
    already_published: "すでに公開しています。",
    already_withdrawn: "すでに公開をやめています。",
    reason_missing: "理由を書いてください。",
    personal_mailbox_in_reason: "理由に、個人のものとみられるメールアドレスがあります。",
    personal_data_unconfirmed: "個人情報とみられるものがあります。公開してよい理由を書いて確かめてください。",
    roll_forward_in_use: "年度更新のあとに入力があるため、取り消せません。",
    nothing_rolled_forward: "この年度に更新した事業はありません。",
    version_not_found: "この版はありません。",
    nothing_to_restore: "戻すところを一つも選んでいません。",
    some_refused: "保存できないものがあるため、すべて保存していません。",
  },
  factProblems: {
    title_missing: "事業名を入れてください",
    title_too_long: "事業名が長すぎます",
    text_too_long: "文が長すぎます",
    too_many_entries: "数が多すぎます",
    year_twice: "同じ年度の同じ欄が二つあります",
    personal_mailbox: "個人のものとみられるメールアドレスがあります",
    characters_unreadable: "保存できない文字があります",
    malformed: "形が正しくありません",
  },
  facts: {
    number: "番号",
    title: "事業名",
    parentTitle: "上位の事業",
    titleNote: "事業名の注記",
    startFiscalYear: "開始年度",
    section: "所管",
    overview: "事業概要",
    recurrence: "開催の間隔",
    operator: "運営する団体",
    fields: "分野",
    partners: "相手",
    agreementIds: "提携・協定",
    years: "年度ごとの計画・実績",
    relations: "経緯",
  },
  changedSince:
    "確定したあとに、事業が変更されたか、ほかの人が決めています。取り消さずに、事業のほうを直してください。",
  looksRecorded: (id) => `${id} と同じ事業のようです。同じなら、その事業に加えてください。`,
};
