/** What people read about records of the registry: why something was refused, what happened to a record, where a search hit. */
import type { HistoryAction } from "./history-store.ts";
import type { Sort } from "./page-key.ts";
import type { RegistryProblem } from "./problems.ts";
import type { FactName } from "./recorded-agreement.ts";
import type { RelationReason } from "./related-agreements-query.ts";
import type { TextReason } from "./search/expand-term.ts";
import type { MatchedPlace } from "./search/explain-match.ts";
import type { FactProblemCode } from "./validate-agreement-facts.ts";

const facts = {
  title: "提携・協定の名称",
  japan: "日本側の自治体",
  foreign: "海外側",
  dates: "締結日など",
  listings: "分野",
  background: "提携に至った経緯",
  activities: "取組の内容",
  outcomes: "成果・課題",
  urls: "紹介しているページ",
  departments: "担当部署",
  phones: "電話番号",
  sources: "出典",
} satisfies Record<FactName, string>;

const factProblems = {
  title_missing: "提携・協定の名称を入力してください。",
  title_too_long: "名称は500字までにしてください。",
  japan_missing: "日本側の自治体を一つ以上入力してください。",
  own_government_missing:
    "担当する自治体が日本側に入っていません。自分の自治体（都道府県の担当は、その区域の自治体）を一つ以上入力してください。",
  foreign_missing: "海外側を一つ以上入力してください。",
  party_name_missing: "名前のない欄があります。名前を入力するか、その欄を消してください。",
  party_name_too_long: "名前は500字までにしてください。",
  party_twice: "同じ名前が2回入っています。一つにしてください。",
  too_many_parties: "一つの側に入力できるのは500までです。",
  government_unknown: "この番号の自治体は登録されていません。全国地方公共団体コードを確かめてください。",
  country_unknown: "この国・地域の記号は登録されていません。一覧から選んでください。",
  date_unreadable: "この日付は読み取れません。年、年月、年月日のどれかで入力してください。",
  date_printed_missing: "資料に書かれているとおりの日付を入力してください。",
  listing_twice: "同じ分野が2回選ばれています。一つにしてください。",
  text_too_long: "文章は50,000字までにしてください。",
  url_not_web: "http:// または https:// で始まるアドレスを入力してください。",
  entry_empty: "空の欄があります。入力するか、その欄を消してください。",
  too_many_entries: "入力できるのは100件までです。",
  personal_mailbox: "個人のものとみられるメールアドレスが含まれています。保存できないので、取り除いてください。",
} satisfies Record<FactProblemCode, string>;

const problems = {
  agreement_not_found: "この提携・協定の記録は見つかりませんでした。",
  not_permitted: "この記録に対して、この操作をする権限がありません。",
  approval_needed: "公開されている記録です。変更するには、承認を依頼してください。",
  in_review: "承認を待っている記録です。変更するには、先に依頼を取り下げてください。",
  personal_data_unconfirmed: "個人情報かもしれないところがあります。公開してよい理由を入力してください。",
  nothing_changed: "変わったところがありません。",
  proposal_open: "この記録には、承認を待っている変更案があります。先にそれを決めるか、取り下げてください。",
  proposal_decided: "この依頼は、すでに決められているか、取り下げられています。",
  own_proposal: "自分の依頼は、自分では承認できません。ほかの承認者に依頼してください。",
  proposal_stale:
    "変更案のあとに、同じ項目がほかの人によって変更されています。このままは承認できないので、差し戻してください。",
  invalid_facts: "直すところがあります。入力した内容は残っています。",
  counterpart_unknown: "選ばれた海外側の記録が見つかりませんでした。",
  stale_version: "同じ記録が、先に変更されています。あなたの変更はまだ保存していません。消えてもいません。",
  agreement_merged: "この記録は、別の記録に統合されています。統合先の記録を変更してください。",
  already_published: "この記録は、すでに公開されています。",
  already_withdrawn: "この記録は、すでに公開を取りやめています。",
  reason_missing: "理由を入力してください。",
  personal_mailbox_in_reason: "個人のものとみられるメールアドレスは、理由に書けません。取り除いてください。",
  same_agreement: "同じ記録どうしは統合できません。別の記録を選んでください。",
  merge_not_found: "この統合の記録は見つかりませんでした。",
  merge_already_undone: "この統合は、すでに取り消されています。",
  version_not_found: "この時点の記録はありません。",
} satisfies Record<RegistryProblem["code"], string>;

const actions = {
  recorded: "登録",
  edited: "変更",
  withdrawn: "公開の取りやめ",
  published: "公開",
  merged: "別の記録を統合",
  absorbed: "別の記録へ統合",
  merge_undone: "統合の取り消し",
  restored: "統合前の記録へ復帰",
  approval_asked: "公開の承認を依頼",
  approved: "承認して公開",
  returned: "差し戻し",
  taken_back: "承認の依頼を取り下げ",
} satisfies Record<HistoryAction, string>;

const sorts = {
  "signed-desc": "締結日が新しい順",
  "signed-asc": "締結日が古い順",
  title: "名称の順",
  updated: "更新が新しい順",
} satisfies Record<Sort, string>;

const matchedPlaces = {
  title: "名称",
  japan: "日本側",
  foreign: "海外側",
  text: "取組の内容など",
} satisfies Record<MatchedPlace, string>;

const searchReasons = {
  as_typed: "入力したとおり",
  place_name: "同じ地名の別の書き方",
  country_name: "同じ国・地域の別の呼び方",
} satisfies Record<TextReason, string>;

const relations = {
  same_day: "同じ日に締結",
  same_counterpart: "同じ海外側",
  same_government: "同じ自治体",
} satisfies Record<RelationReason, string>;

export const registryMessages = {
  ...{ facts, factProblems, problems, actions, sorts, matchedPlaces, searchReasons, relations },
};

/** Stored in the history of the records that come with the software, so it has one language. */
export const sampleReason = "見本の記録を入れた";

/** Stored in lists of open work, so they have one language. */
export const workTitles = {
  review: (title: string) => `承認の依頼　${title}`,
  correction: (title: string) => `差し戻された記録　${title}`,
};

/** Stored in the history beside the reason of the change. */
export const confirmedReason = (confirmation: string) => `個人情報を確認しました：${confirmation}`;
