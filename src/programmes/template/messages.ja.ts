/** Words of the workbook of programmes, and sentences of what is found in one that came back. */
import type { WorkbookFindingCode, WorkbookFindingValues } from "./workbook-finding-values.ts";

export const workbookWords = {
  sheets: {
    guide: "手引き",
    columns: "書き方",
    years: "年度別",
    events: "行事",
    quantities: "数",
    people: "派遣と受入",
    money: "予算と決算",
  },
  tie: { id: "記録の番号", version: "版", row: "行" },
  shown: { title: "事業名", fiscalYear: "年度", column: "区分" },
  headers: {
    ...{
      status: "状況",
      reason: "理由",
      text: "本文",
      notes: "注記",
      items: "小項目の状況",
      event: "行事名",
      edition: "回",
      date: "日付",
    },
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
        "色のついた見出しの下を書き換え、xlsxのまま保存して取り込みます。取り込むと、まず違いだけが表示されます。確定するまで何も変わりません。",
      ],
      ["列の意味", "列ごとの書き方と例は、シート「書き方」にあります。"],
      [
        "行を増やす",
        "行事・数・派遣と受入・予算と決算では、同じ事業の行をコピーして貼り付け、内容を書き換えます。まだ記録のない年度は、先に「年度別」の行をコピーして年度と区分を書き換えます。",
      ],
      [
        "行を消す",
        "行事・数・派遣と受入・予算と決算の行を消すと、その記載も消えます（取り込みのときに確かめます）。年度別の行を消しても、記録は消えません。",
      ],
      ["並べ替え", "行の並べ替えや絞り込みをしてもかまいません。記録の順番は変わりません。"],
      [
        "変えないもの",
        "見出しの文字、隠れた列（記録の番号・版・行）、事業名は変えないでください。列の順番は変えてもかまいません。列を消すと、その列の記載は変えずに残します。",
      ],
      ["使えないもの", "数式とセルの結合は使えません。見つかったときは、そのセルを示します。"],
    ],
  },
  choice: { title: "一覧にない値です", text: "セルの右の▼から選んでください。" },
} as const;

export type WorkbookSentences = {
  readonly [Code in WorkbookFindingCode]: (values: WorkbookFindingValues[Code]) => string;
};

export const workbookSentences: WorkbookSentences = {
  no_workbook: ({ format }) =>
    `このファイルはExcelの表（xlsx）ではありません（中身は${format}です）。Excelで「Excel ブック（.xlsx）」として保存し直してください。`,
  workbook_unknown: ({ sheet }) =>
    `この表は、国際交流事業の記入表ではありません（シート「${sheet}」で見分けます）。書き出した表を使ってください。`,
  other_body: ({ owner, expected }) => `この表は団体コード ${owner} のものです。取り込み先は ${expected} です。`,
  sheet_missing: ({ sheet }) => `シート「${sheet}」がありません。このシートの記載は変えずに残します。`,
  sheet_unknown: ({ sheet }) => `シート「${sheet}」は記入表のシートではないため、読みません。`,
  header_missing: ({ header }) =>
    `見出しの行が見つからないため、このシートは読めません。「${header}」などの見出しの行を元に戻してください。`,
  tie_missing: ({ header }) =>
    `隠れた列を含む「${header}」の列がないため、どの事業の行か分かりません。書き出した表に書き直してください。`,
  column_missing: ({ header }) =>
    `列「${header}」がありません（消されたか、見出しが変わっています）。この列の記載は消さずに、いまの記録のまま残します。`,
  column_twice: ({ header }) => `列「${header}」が2つあります。どちらが正しいか分からないため、1つにしてください。`,
  column_unknown: ({ header }) =>
    header === ""
      ? "見出しのない列に記入があります。この列は読みません。"
      : `「${header}」は記入表にない見出しです。この列は読みません。`,
  merged_cells: ({ range }) =>
    `${range} のセルが結合されています。結合すると左上のほかの値が失われるため、この行は保存しません。結合を解いて、1行ずつ書いてください。`,
  formulas_many: ({ count }) =>
    `数式のセルが${count}個あり、一つずつは示せません。シート全体をコピーし、「値の貼り付け」で数式を値に置き換えてください。`,
  formula_cell: ({ header, said }) =>
    said === ""
      ? `「${header}」は数式で、計算の結果がファイルに残っていません。数式を値に置き換えてください。`
      : `「${header}」は数式です（保存されている結果は「${said}」）。結果が古いことがあるため、値に置き換えてください。`,
  cell_error: ({ header, said }) => `「${header}」が計算のエラー「${said}」になっています。値を書いてください。`,
  row_untied: ({ header, said }) =>
    said === ""
      ? `どの事業・年度のものか分からない行です（「${header}」が空です）。記録の番号・年度・区分のある行をコピーして使ってください。`
      : `どの事業・年度のものか分からない行です（「${header}」の「${said}」が読めません）。`,
  row_twice: ({ title, fiscalYear }) => `「${title}」${fiscalYear}年度の同じ区分の行が2つあります。`,
  row_same: () => "同じ内容の行が2つあります。コピーした行なら、内容を書き換えるか、行を消してください。",
  row_order_unreadable: ({ said }) => `隠れた列「行」の「${said}」が読めません。この行は新しい行として読みました。`,
  year_rows_absent: ({ count }) =>
    `記録にある${count}件の年度・区分の行が、このシートにありません。行を消しても記録は消えません。いまの記録のまま残します。`,
  year_row_missing: ({ title, fiscalYear }) =>
    `「${title}」には${fiscalYear}年度のこの区分の記録がありません。先に「年度別」シートに、その年度の行を足してください。`,
  programme_unknown: ({ id }) => `記録 ${id} は、この団体の事業にありません。ほかの団体の行なら、消してください。`,
  version_stale: ({ title, said, version }) =>
    `「${title}」は、この表を書き出した後（版 ${said}）に変更されています（版 ${version}）。新しい表を書き出してください。`,
  title_differs: ({ said, title }) =>
    `事業名「${said}」が、この行の記録「${title}」と違います。事業名はこの表では変えられません。別の事業の行を足すときは、その事業の行をコピーしてください。`,
  value_unreadable: ({ header, said }) =>
    `「${header}」の「${said}」は読めません。「書き方」のシートの例を見てください。`,
  value_missing: ({ header }) => `「${header}」が空です。`,
  weekday_contradicts: ({ header, said }) => `「${header}」の「${said}」は、曜日が日付と合いません。`,
  date_as_number: ({ header, said }) =>
    `「${header}」の「${said}」は、ただの数で日付になっていません。「令和6年7月19日」のように書いてください。`,
  item_left_out: ({ header, said }) =>
    `「${header}」に「${said}」の行がありません。この欄で小項目を消すことはできません。入力画面で消してください。`,
  value_and_range: () => "「値」と「下限・上限」の両方があります。どちらか一方に書いてください。",
  range_reversed: () => "「下限」が「上限」より大きくなっています。",
  kind_twice: ({ said }) => `同じ年度・区分に「${said}」の行が2つあります。1つにしてください。`,
  source_unneeded: () => "「財源」の名前は、種類が「財源」の行にだけ書きます。",
  unrecordable: ({ header, sentence }) => `「${header}」は記録できません：${sentence}。`,
  contradiction: ({ sentence }) => sentence,
};
