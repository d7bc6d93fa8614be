/** 事業を書き、承認し、公開するページの言葉。 */
import type { ProgrammeFactProblemCode } from "../validate-programme-facts.ts";
import type { FactsProblemCode } from "./forms/facts-input.ts";

const factProblems: Readonly<Record<FactsProblemCode, (text: string) => string>> = {
  title_missing: () => "事業名を入力してください。",
  owner_unknown: (text) => `「${text}」という団体は見つかりません。自治体の名前か5桁のコードを書いてください。`,
  year_not_read: (text) => `「${text}」から年度を読み取れません。「令和2年度」のように書いてください。`,
  number_not_read: (text) => `「${text}」は番号として読めません。`,
  recurrence_not_read: (text) =>
    `「${text}」から開催の間隔を読み取れません。「2年ごとに交互の地で開催」のように書いてください。`,
  country_unknown: (text) => `「${text}」という国・地域は見つかりません。`,
  agreement_unknown: (text) => `記録番号 ${text} の提携・協定は見つかりません。`,
};

const refusedFacts: Readonly<Record<ProgrammeFactProblemCode, string>> = {
  title_missing: "事業名を入力してください。",
  title_too_long: "事業名が長すぎます。",
  text_too_long: "文章が長すぎます。",
  too_many_entries: "行が多すぎます。",
  year_twice: "同じ年度の記録が二つあります。",
  personal_mailbox: "個人のメールアドレスは保存できません。",
  characters_unreadable: "保存できない文字があります。",
  malformed: "保存できない形の内容があります。",
};

const refusedActs: Readonly<Record<string, string>> = {
  in_review: "承認を待っているため、直せません。",
  not_in_review: "承認を待っているものではありません。ほかの人が先に決めたのかもしれません。",
  own_submission: "自分で頼んだものは、自分では承認できません。",
  nothing_to_submit: "公開されている内容から変わったところがありません。",
  approval_needed: "承認を受けてから公開します。",
  already_published: "すでに公開されています。",
  already_withdrawn: "すでに公開を取りやめています。",
  stale_version: "同じ記録が、先に変更されています。まだ何も行っていません。内容を見てから、もう一度行ってください。",
};

export const ja = {
  form: {
    save: "保存する",
    cancel: "やめて戻る",
    refused: "保存していません",
    reason: "変更の理由",
    reasonHint: "履歴に残ります。",
  },
  personalData: {
    title: "個人の情報に見えるものがあります",
    lead: "保存すると公開されます。公開してよいものかを確かめてください。",
    confirm: "公開してよい理由",
    confirmHint: "公開してよいときだけ、その理由を書いてください。",
    needed: "公開してよい理由を書くか、その部分を消してください。",
  },
  refusals: {
    facts: refusedFacts,
    other: (code: string) => refusedActs[code] ?? "いまは行えません。記録のページを開き直してください。",
    reasonMissing: "理由を入力してください。",
    mailboxInReason: "個人のメールアドレスは書けません。",
  },
  conflict: {
    title: "同じ記録が、先に変更されています",
    lead: "あなたの変更はまだ保存していません。消えてもいません。違うところごとに、どちらを残すか選んでください。",
    savedAt: (when: string) => `${when}に保存されています。`,
    nothing: "違うところはありません。そのまま保存できます。",
    save: "選んだ内容で保存する",
    discard: "自分の変更をやめる",
  },
  factsForm: {
    newTitle: "新しい事業",
    newLead: "事業名と団体と開始年度の三つで始められます。ほかは後から書けます。",
    editTitle: "事業の内容を直す",
    editLead: "年度ごとの計画と実績は、事業のページの年度の欄から直します。",
    labels: {
      title: "事業名",
      owner: "実施する団体",
      start: "開始年度",
      overview: "事業の概要",
      partners: "相手",
      recurrence: "開催の決まり",
      fields: "分野",
      section: "担当",
      number: "報告書の番号",
      parentTitle: "上位の事業名",
      titleNote: "名称の注記",
      operator: "運営する団体",
      agreementIds: "もとになる提携・協定の記録番号",
    },
    hints: {
      owner: "自治体の名前か5桁のコード",
      start: "「令和2年度」のように",
      recurrence: "「2年ごとに交互の地で開催」のように。毎年のものは空けておきます。",
      operator: "指定管理などで、ほかの団体が行っているとき",
      agreementIds: "A000001 のような番号を、一行に一つずつ",
    },
    operatorKind: "運営のしかた",
    partnerName: (n: number) => `相手の名前（${n}）`,
    partnerFormerName: (n: number) => `旧い名前（${n}）`,
    partnerCountry: (n: number) => `国・地域（${n}）`,
    addPartner: "相手の行を増やす",
    problems: factProblems,
  },
  actPages: {
    submit: {
      title: "承認を頼む",
      lead: "承認する人の「今日の仕事」に載ります。決まるまで、この事業は直せません。",
      label: "承認する人への一言",
      hint: "見てほしいところがあれば書いてください。",
      button: "承認を頼む",
    },
    publish: {
      title: "公開する",
      lead: "だれでも読めるようになります。",
      label: "理由",
      hint: "履歴に残ります。",
      button: "公開する",
    },
    withdraw: {
      title: "公開を取りやめる",
      lead: "一般の閲覧者には表示されなくなります。記録と履歴は残り、後で公開し直せます。",
      label: "理由",
      hint: "履歴に残ります。",
      button: "取りやめる",
    },
  },
  review: {
    title: "承認の依頼",
    lead: "承認すると、この内容が公開されます。",
    asked: (when: string, name: string | null) => (name === null ? `${when}の依頼` : `${when}、${name}さんの依頼`),
    whole: "公開される内容",
    changes: "変わるところ",
    facts: (names: string) => `事業の内容: ${names}`,
    removed: (year: string, column: string) => `${year}の${column}がなくなります。`,
    approve: "承認する",
    note: "履歴に残す一言",
    approveButton: "承認して公開する",
    return: "差し戻す",
    returnReason: "直してほしいこと",
    returnHint: "頼んだ人に伝わります。",
    returnButton: "差し戻す",
    takeBack: "依頼を取り下げる",
    takeBackText: "取り下げると、続きを直せます。",
    takeBackButton: "取り下げる",
  },
};
