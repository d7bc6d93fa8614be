/** Words of the workbook of programmes, and sentences of what is found in one that came back. */
import type { WorkbookFindingCode, WorkbookFindingValues } from "./workbook-finding-values.ts";

export const workbookWords = {
  sheets: {
    guide: "手引き",
    years: "年度別",
    events: "行事",
    quantities: "数",
    people: "派遣と受入",
    money: "予算と決算",
  },
  tie: { id: "記録の番号", version: "版", row: "行" },
  shown: { title: "事業名", fiscalYear: "年度", column: "区分" },
  headers: {
    ...{ status: "状況", reason: "理由", text: "本文", notes: "注記", event: "行事名", edition: "回", date: "日付" },
    ...{ place: "場所", direction: "派遣・受入", related: "内容", item: "小項目", estimate: "見込み", label: "項目" },
    ...{ value: "値", from: "下限", to: "上限", unit: "単位", approximate: "約", asOf: "時点", period: "期間" },
    ...{ subsetOf: "内数の元", plan: "計画・実績", country: "国・地域の表記", countryCode: "国・地域", people: "人数" },
    ...{ moneyKind: "種類", source: "財源", yen: "金額（円）" },
  },
  yes: "○",
  planOrResult: { plan: "計画", result: "実績" },
  money: { planned: "予算額", settled: "決算額", source: "財源" },
  guide: {
    form: "様式",
    formName: "国際交流事業の記入表 第1版",
    owner: "団体コード",
    madeOn: "書き出した日",
    rows: [
      [
        "使い方",
        "色のついた見出しの下を書き換え、保存して取り込みます。取り込むと、まず違いだけが表示されます。確定するまで何も変わりません。",
      ],
      ["行を増やす", "行事・数・派遣と受入・予算と決算では、同じ事業の行をコピーして貼り付け、内容を書き換えます。"],
      [
        "行を消す",
        "行事・数・派遣と受入・予算と決算の行を消すと、その記載も消えます。年度別の行を消しても、記録は消えません。",
      ],
      [
        "変えないもの",
        "見出しの文字、隠れた列（記録の番号・版・行）は変えないでください。列の順番は変えてもかまいません。",
      ],
      ["使えないもの", "数式とセルの結合は使えません。日付は「令和6年11月22日」「7月19日～8月1日」のように書きます。"],
    ],
  },
} as const;

export type WorkbookSentences = {
  readonly [Code in WorkbookFindingCode]: (values: WorkbookFindingValues[Code]) => string;
};

export const workbookSentences: WorkbookSentences = {
  workbook_unknown: () => "この表は、国際交流事業の記入表ではありません。書き出した表を使ってください。",
  other_body: ({ owner, expected }) => `この表は団体コード ${owner} のものです。取り込み先は ${expected} です。`,
  sheet_missing: ({ sheet }) => `シート「${sheet}」がありません。このシートの記載は変えずに残します。`,
  column_missing: ({ header }) => `列「${header}」がありません。この列の記載は変えずに残します。`,
  column_twice: ({ header }) => `列「${header}」が2つあります。左の列を読みました。`,
  row_untied: () => "どの事業のものか分からない行です。記録の番号・年度・区分のある行をコピーして使ってください。",
  row_twice: ({ title, fiscalYear }) => `「${title}」${fiscalYear}年度の同じ区分の行が2つあります。`,
  row_order_unreadable: ({ said }) => `隠れた列「行」の「${said}」が読めません。この行は新しい行として読みました。`,
  programme_unknown: ({ id }) => `記録 ${id} は、この団体の事業にありません。`,
  version_stale: ({ title, said, version }) =>
    `「${title}」は、この表を書き出した後（版 ${said}）に変更されています（版 ${version}）。新しい表を書き出してください。`,
  value_unreadable: ({ header, said }) => `「${header}」の「${said}」は読めません。`,
  value_missing: ({ header }) => `「${header}」が空です。`,
  weekday_contradicts: ({ header, said }) => `「${header}」の「${said}」は、曜日が日付と合いません。`,
  formula_cell: ({ count }) => `数式のセルが${count}個あります。数式を値に置き換えてください。`,
  contradiction: ({ title, fiscalYear, sentence }) => `「${title}」${fiscalYear}年度: ${sentence}`,
};
