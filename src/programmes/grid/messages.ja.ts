/** 表でまとめて直す画面の言葉。{said} などには、入力した言葉や数が入る。 */
import type { GridColumn } from "./grid-columns.ts";
import type { GridProblemCode } from "./grid-problem.ts";
import type { CellLock } from "./grid-rows.ts";
import type { NamingColumn, PasteProblem } from "./paste-rows.ts";

/** Stored in the history. */
export const undoReason = "表での入力を元に戻した";

export type ProblemSentences = Readonly<Record<Exclude<GridProblemCode, "contradiction">, string>>;

/** Also spoken by the browser's script, which fills in what stands in braces. */
const problems: ProblemSentences = {
  value_missing: "空です。",
  value_unreadable: "「{said}」は読めません。",
  status_unknown: "「{said}」という状況はありません。",
  weekday_contradicts: "「{said}」は、曜日が日付と合いません。",
  item_left_out: "「{said}」の行がありません。この欄で小項目を消すことはできません。",
  date_as_number: "「{said}」は数だけで、日付になっていません。「11月22日」のように書いてください。",
  number_negative: "「{said}」は0より小さい数です。",
  count_not_whole: "「{said}」は整数ではありません。",
  text_too_long: "長すぎます。5万字までにしてください。",
  cell_locked: "この欄は表では直せません。入力した「{said}」は保存できません。",
  row_waiting: "承認を待っている事業です。入力した「{said}」は保存できません。",
  programme_unknown: "記録 {said} は、この団体の事業にありません。",
  too_many_rows: "{said}事業に変更があります。一度に保存できるのは1,000事業までです。分けて貼り付けてください。",
};

const pasteProblems: Readonly<Record<PasteProblem["code"], string>> = {
  paste_without_header:
    "1行目に見出しがありません。「番号」か「事業名」と、直す欄の見出し（状況、理由など）のある行から貼り付けてください。",
  paste_header_twice: "見出し「{said}」が2つあります。",
  paste_row_unknown: "{line}行目の「{said}」は、この団体の事業にありません。",
  paste_row_several: "{line}行目の「{said}」に当てはまる事業がいくつもあります。「記録の番号」の列を加えてください。",
  paste_row_twice: "{line}行目の「{said}」は、前の行にもあります。",
  paste_other_figure:
    "{line}行目の事業には、別の数「{said}」の記録があります。その行の数を空にして貼り付けてから、入力画面で加えてください。",
  paste_row_unnamed: "{line}行目に、番号も事業名もありません。",
};

const columns: Readonly<Record<GridColumn, string>> = {
  status: "状況",
  reason: "理由",
  event: "行事名",
  date: "日付",
  place: "場所",
  sent: "派遣（人）",
  received: "受入（人）",
  figure: "数の項目",
  figurePlanned: "計画の数",
  figureActual: "実績の数",
  unit: "単位",
  planned: "予算額（円）",
  settled: "決算額（円）",
  items: "小項目の状況",
  text: "本文",
};

const naming: Readonly<Record<NamingColumn, string>> = { id: "記録の番号", number: "番号", title: "事業名" };

const locks: Readonly<Record<CellLock, string>> = {
  several_events: "行事がいくつもあります",
  several_people: "内訳がいくつもあります",
  several_figures: "数がいくつもあります",
  figure_worded: "幅や「約」、内数のある数です",
  figure_unsaid: "計画の数か実績の数かが書かれていません",
};

/** Only for the browser's script. */
const island = {
  changed: "変更 {cells}か所（{rows}事業）",
  unchanged: "変更はありません",
  problems: "直すところ {problems}か所",
  locked: "この欄は表では直せません。",
  pasted: "{cells}か所に貼り付けました。",
  rowsLeftOut: "{rows}行は、表の下にはみ出すため貼り付けていません。",
  columnsLeftOut: "{columns}列は、表の右にはみ出すため貼り付けていません。",
  lockedCells: "{cells}か所は、表では直せない欄のため貼り付けていません。",
  copied: "{rows}行{columns}列を写しました。",
  cleared: "{cells}か所を空にしました。",
  filled: "上の行と同じにしました。",
  undone: "元に戻しました。",
  redone: "やり直しました。",
  nothingToUndo: "元に戻すものはありません。",
  nothingToRedo: "やり直すものはありません。",
  selected: "{rows}行{columns}列を選びました。",
  leaveHint: "Tabで表の外に出ます。",
};

export const ja = {
  title: "表でまとめて直す",
  menu: "事業を表でまとめて直す",
  lead: "一つの年度の計画や実績を、表計算ソフトのように直します。違いを確かめてから保存します。",
  steps: ["表で直す", "違いを確かめる", "保存する"],
  filters: {
    ...{ owner: "団体", year: "年度（西暦）", column: "区分", status: "状況", section: "担当", field: "分野" },
    ...{ show: "この条件で表示する", every: "すべて", notEntered: "まだ入力がない" },
  },
  columns,
  naming,
  locks,
  problems,
  pasteProblems,
  island,
  record: "事業",
  rowNumber: (row: number) => `${row}行目`,
  number: (number: number) => `番号 ${number}`,
  waiting: "承認待ち",
  newEntry: "入力なし",
  empty: "空",
  choose: "（選ぶ）",
  unknownStatus: (said: string) => `${said}（読めません）`,
  inForm: "入力画面で直す",
  region: (year: string, column: string) => `${year} ${column}の表`,
  cell: (column: string, title: string) => `${column}　${title}`,
  changedCell: (label: string) => `${label}　変更あり`,
  ofSavedNow: (saved: string) => `いまの記録：${saved}`,
  count: (shown: number, all: number) =>
    shown === all
      ? `${all.toLocaleString("ja-JP")}事業`
      : `${all.toLocaleString("ja-JP")}事業のうち${shown.toLocaleString("ja-JP")}事業`,
  onlyFirst: (shown: number) =>
    `変更のある事業が多いため、${shown.toLocaleString("ja-JP")}事業だけを表に出しています。ほかの変更も残っています。`,
  paged: "別のページに移る前に、このページの変更を保存してください。",
  help: "表の使い方",
  helpPlain: [
    "直したい欄を書き換え、下の「違いを確かめる」を押します。押しただけでは何も保存しません。",
    "日付は「11月22日（金）」「7月19日～8月1日」のように、数は「1,500,000」のように書きます。全角の数字も使えます。",
    "行事や数、人数の内訳がいくつもある欄は、一つの欄では表せないため、入力画面で直します。",
    "小項目は、一行に一つずつ「⑴ 商談会：中止（台風のため）」のように、名前、状況、理由を書きます。",
  ],
  helpKeys: [
    ["矢印、Enter、Tab、Home、End", "欄を移る（CtrlとHome・Endで表の端へ）"],
    ["Shiftと矢印、マウスで引く", "範囲を選ぶ"],
    ["F2、ダブルクリック", "欄の中を直す。文字を打つと、書き換わる。Enterで決まり、Escで取りやめる"],
    ["AltとEnter", "欄の中で改行する"],
    ["CtrlとC・X・V", "写す、切り取る、貼り付ける（Excelとの間でも）"],
    ["CtrlとD", "選んだ範囲を、いちばん上の行と同じにする"],
    ["Delete", "選んだ範囲を空にする"],
    ["CtrlとZ・Y", "元に戻す、やり直す"],
    ["Esc のあと Tab", "表の外に出る"],
  ],
  key: "キー",
  keyDoes: "すること",
  paste: "Excelから貼り付ける",
  pasteLabel: "Excelから貼り付け",
  pasteHint:
    "見出しの行も含めて写したものを貼り付けます。「番号」か「事業名」の列で事業を見分け、見出しが同じ欄だけを書き換えます。「参加者数（計画）」「参加者数（実績）」のような見出しは、計画の数と実績の数として読みます。1,000行までです。",
  copy: "この表をExcelに写す",
  copyLabel: "写すための文字",
  copyHint: "すべて選んで写し、Excelに貼り付けます。直したものは、見出しの行も含めて上の欄に貼り付けられます。",
  check: "違いを確かめる",
  bar: "表の確認",
  barReason: "確かめるまで、何も保存しません。",
  nothing: "違いはありません",
  nothingText: "表の内容は、いまの記録と同じです。保存するものはありません。",
  unread: (headers: string) => `見出し「${headers}」は、この表にないため読んでいません。`,
  conflictTitle: (rows: number) =>
    `${rows.toLocaleString("ja-JP")}事業が、先にほかの人に保存されています。何も保存していません`,
  conflictText: "入力した内容は残っています。「いまの記録」と比べて、よければもう一度確かめてください。",
  conflictCell: (column: string, saved: string, mine: string) => `${column}：いまの記録「${saved}」、入力「${mine}」`,
  unreadableForm: "送られた表を読めませんでした",
  unreadableText: "何も保存していません。表を開き直してください。",
  none: "（なし）",
  saved: (programmes: number) => `${programmes.toLocaleString("ja-JP")}事業を保存しました`,
  savedDraft:
    "この団体では承認が必要です。承認されるまで公開の内容は変わりません。事業のページから承認を頼んでください。",
  undo: "この保存を元に戻す",
  undoText: "保存した事業をだれもまだ直していなければ、まとめて元に戻せます。",
  undone: (programmes: number) => `${programmes.toLocaleString("ja-JP")}事業を元に戻しました`,
  redo: "戻したのを取り消す",
  notUndone: "元に戻せませんでした",
  nothingSaved: "元に戻せる保存はありません。",
  savedSince: (programmes: number) =>
    `${programmes.toLocaleString("ja-JP")}事業が、保存のあとで変更されています。どの事業も元に戻していません。`,
  emptyTitle: "この条件の事業はありません",
  emptyLead: "条件を一つ外すと見つかるかもしれません。",
  emptyAll: "条件をすべて外す",
  firstTitle: "まだ事業の記録がありません",
  firstLead: "三つだけで始められます。",
  first: "新しい事業を記録する",
  preview: {
    title: "表で直した内容",
    lead: (name: string, year: string, column: string) => `${name}の${year} ${column}です。まだ何も保存していません。`,
    willSave: (programmes: number, cells: number) =>
      `${programmes.toLocaleString("ja-JP")}事業の${cells.toLocaleString("ja-JP")}か所を保存します`,
    willSaveText: "下の違いを確かめてから、ページの終わりのボタンで保存してください。",
    doubts: (count: number) => `確かめてください（${count.toLocaleString("ja-JP")}件）`,
    changes: "変わる内容",
    what: "項目",
    before: "いまの記録",
    after: "直したあと",
    ofSheet: (sheet: string, what: string) => `${sheet}：${what}`,
    gone: "（消します）",
    approval: "この団体では承認が必要です。保存しても、承認されるまで公開の内容は変わりません。",
    atOnce: "この保存には承認がいりません。公開している事業は、保存するとすぐに公開の内容も変わります。",
    saveTitle: "保存する",
    reason: "変更の理由",
    reasonHint: "履歴に残ります。",
    save: (programmes: number) => `この${programmes.toLocaleString("ja-JP")}事業の変更を保存する`,
    edit: "表に戻って直す",
    refused: "保存できないものがあるため、何も保存していません",
    refusedOf: (title: string, sentence: string) => `「${title}」：${sentence}`,
  },
};
