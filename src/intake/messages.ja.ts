/** Japanese sentences of intake: findings of its own, stored reasons, and why it refuses. */

import { type FactName, factLabel } from "../registry/index.ts";
import type { DraftRecord } from "./draft-record.ts";
import type { ImportAction } from "./event-store.ts";
import type { LeftReason } from "./left-reason.ts";
import type { PersonalFindingCode } from "./personal-finding-code.ts";
import { placeOfDraft } from "./place-of-draft.ts";
import type { IntakeOwnProblem } from "./problems.ts";

export const unrecognised =
  "この文書の様式が分かりませんでした。提携・協定の調査報告書、事業の報告書（実績と計画）、見出しの行がある表（Excel、CSV）を読み取れます。";

export const nothingOfLayout = (layout: string): string =>
  `指定された様式「${layout}」で読み取れるものが、この文書にはありませんでした。`;

const personalFindings = {
  personal_mobile_number: "携帯電話の番号とみられるもの",
  personal_participant_name: "若い参加者の名前とみられるもの",
} satisfies Record<PersonalFindingCode, string>;

export function personalFindingMessage(code: PersonalFindingCode, fact: FactName): string {
  return `「${factLabel(fact, "ja")}」に、${personalFindings[code]}があります。公開してよいか確かめ、理由を書いて決めてください。`;
}

export function relistingReason(original: DraftRecord): string {
  return `個票に【再掲】とあり、両側・協定名・日付が「${placeOfDraft(original)}」と同じため。`;
}

export const settledByCorrection = "項目を直したので、当てはまらなくなりました。";

export const ownProblems = {
  document_not_found: "この取り込みは見つかりませんでした。",
  owner_differs: "別の団体の資料のようです。どの団体の記録にするかを選んでください。まだ何も保存していません。",
  owner_missing: "どの団体の記録にするかを、団体コード（5桁）で指定してください。",
  draft_not_found: "この個票は見つかりませんでした。",
  finding_not_found: "この確認事項は見つかりませんでした。",
  findings_differ: "同じ内容の確認事項だけを、まとめて決められます。",
  layout_unknown: `${unrecognised}何も登録していません。`,
  draft_changed: "同じ個票が、先に処理されています。あなたの操作はまだ保存していません。",
  blocked_by_findings: "「取り込めません」の確認事項が残っています。先に決めてください。",
  looks_recorded:
    "同じとみられる記録がすでにあります。違いを見て、結びつけるか、別の協定として確定するかを選んでください。",
  relisting_alone:
    "【再掲】の個票ですが、もとの個票（本掲）の記録がまだありません。本掲の個票を先に確定するか、別の協定として確定してください。",
  mapping_unconfirmed: "列の対応がまだ確認されていません。先に、どの列が何かを確認してください。",
  reason_missing: "理由を入力してください。",
  nothing_to_undo: "取り消せる確定はありません。すでに取り消されたか、別の操作で決め直されています。",
  acceptance_stuck: "取り消せないものがあるため、まだ何も取り消していません。",
  draft_still_pending: "この個票は、まだ確認待ちです。",
  agreement_changed_since: "確定したあとに記録が変更されています。取り消さずに、記録のほうを直してください。",
  link_stale: "結びつける記録が、先に変更されています。違いを見直してください。まだ何も保存していません。",
  nothing_chosen: "一つも選んでいません。",
  links_refused: "結びつけられないものがあるため、まだ何も結びつけていません。",
  review_begun: "確定したもの、とばしたもの、決めた確認事項があるため、列の対応は変えられません。",
  mapping_incomplete: "協定名、日本側、海外側の列を選んでください。三つがそろうシートが一つ必要です。",
  mapping_name_missing: "対応の名前を入力してください。",
  personal_mailbox_in_reason: "個人のものとみられるメールアドレスは書けません。消してから、もう一度お試しください。",
} satisfies Record<IntakeOwnProblem["code"], string>;

export const leftReasons = {
  open_findings: "決めていない確認事項があります",
  original_not_accepted: "【再掲】のもとになる個票が、この文書の中でまだ確定していないか、一つに決まりません",
  looks_like_existing: "同じと見える記録がすでにあります",
  facts_refused: "このままでは記録できない項目があります",
  owner_unclear: "どの団体の記録にするかが決まっていません",
  decided_meanwhile: "ほかの人が先に処理しました",
} satisfies Record<LeftReason, string>;

export const actionNames = {
  imported: "取り込み",
  same_bytes_again: "同じ内容のファイルの再取り込み（新しく作ったものはありません）",
  mapping_confirmed: "列の対応を確認",
  accepted: "確定",
  accepted_edited: "直してから確定",
  skipped: "とばした",
  linked: "既存の記録に結びつけ",
  reopened: "確認待ちに戻した",
  settled: "確認事項を決定",
  unsettled: "確認事項の決定を取り消し",
  corrected: "項目を直した",
  correction_undone: "直した項目を、読み取ったとおりに戻した",
  acceptance_undone: "確定を取り消した",
} satisfies Record<ImportAction, string>;
