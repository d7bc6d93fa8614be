/** The sheet 「書き方」: what to write in each column of the workbook, with an example. */
import { columnWords, statusWords } from "../messages.ja.ts";
import { YEAR_STATUSES } from "../year-status.ts";
import { workbookWords } from "./messages.ja.ts";

const { sheets, shown, headers: h, yes, planOrResult, money } = workbookWords;
const STATUSES = YEAR_STATUSES.map((status) => statusWords[status]).join("・");
const COLUMNS = Object.values(columnWords).join("・");
const PLAN = `${planOrResult.plan}か${planOrResult.result}を選びます。どちらとも書かれていないときは空のままにします。`;

export const columnGuide = {
  head: ["シート", "列", "書くこと", "例"],
  rows: [
    ["すべて", shown.title, "見るための列です。書き換えないでください。", ""],
    ["すべて", shown.fiscalYear, "4月から翌年3月までの年度です。西暦でも元号でも書けます。", "2024、令和6年度"],
    ["すべて", shown.column, `次から選びます：${COLUMNS}。`, columnWords.result],
    [sheets.years, h.status, `次から選びます：${STATUSES}。`, statusWords.cancelled],
    [sheets.years, h.reason, "実施しなかったときなどの理由を、印刷する文のまま書きます。", "隔年実施のため計画なし"],
    [sheets.years, h.text, "欄の本文です。セルの中の改行は Alt+Enter です。", "県内4校に講師を派遣した。"],
    [sheets.years, h.notes, "※で始まる注記です。2つ以上あるときは、セルの中で改行します。", "※日程は先方と調整中"],
    [
      sheets.years,
      h.items,
      "小項目を一行に一つずつ、「名前：状況（理由）」の形で書きます。行を消しても、小項目は消えません。",
      "⑴ 商談会：中止（台風のため）",
    ],
    [sheets.events, h.event, "回数を含めて、印刷する名前のまま書きます。空にはできません。", "第24回交流会議"],
    [sheets.events, h.edition, "第何回かを数で書きます。", "24"],
    [
      sheets.events,
      h.date,
      "日、期間、月を書きます。年を書かないと、その行の年度の中の日になります。曜日は日付と合わせます。",
      "11月22日（金）、7月19日～8月1日、令和6年7月",
    ],
    [sheets.events, h.place, "会場や都市です。", "鹿児島市"],
    [sheets.events, h.status, "年度別の状況と同じ一覧から選びます。", statusWords.held],
    [sheets.events, h.direction, "派遣か受入を選びます。どちらでもないときは空のままにします。", "派遣"],
    [sheets.events, h.related, "関連する事業や内容を、1行に1つ書きます。", "学校訪問"],
    [sheets.events, h.item, "本文の中の小項目の見出しです。なければ空のままにします。", "青少年交流"],
    [sheets.events, h.estimate, "まだ決まっていない、前回からの見込みなら○を選びます。", yes],
    [sheets.quantities, h.label, "何を数えたかです。空にはできません。", "利用者"],
    [
      sheets.quantities,
      h.value,
      "数だけを書きます。全角の数字も読みます。幅のある数は下限と上限に書きます。",
      "12,330",
    ],
    [
      sheets.quantities,
      `${h.from}・${h.to}`,
      "「10～15名」のような幅の、小さい方と大きい方です。値は空にします。",
      "10、15",
    ],
    [sheets.quantities, h.unit, "数の単位です。", "名"],
    [sheets.quantities, h.approximate, "「約」のつく数なら○を選びます。", yes],
    [sheets.quantities, h.asOf, "いつ現在の数かを書きます。", "令和6年12月末"],
    [sheets.quantities, h.period, "いつからいつまでの数かを書きます。", "4月～12月"],
    [sheets.quantities, h.subsetOf, "内数のとき、それを含む数の「項目」を書きます。", "利用者"],
    [sheets.quantities, h.plan, PLAN, planOrResult.result],
    [sheets.quantities, h.item, "本文の中の小項目の見出しです。なければ空のままにします。", ""],
    [sheets.people, h.direction, "派遣か受入を選びます。", "受入"],
    [sheets.people, h.label, "印刷する項目名です。空にはできません。", "受入者"],
    [sheets.people, h.country, "国・地域を、印刷する書き方のまま書きます。", "ブラジル"],
    [sheets.people, h.countryCode, "国・地域の名前です。集計はこの列で行います。", "ブラジル"],
    [sheets.people, h.people, "整数で書きます。空にはできません。", "3"],
    [sheets.people, h.plan, PLAN, planOrResult.plan],
    [sheets.money, h.moneyKind, `次から選びます：${Object.values(money).join("・")}。`, money.planned],
    [sheets.money, h.source, `種類が「${money.source}」の行にだけ、財源の名前を書きます。`, "一般財源"],
    [sheets.money, h.yen, "円の単位で、数だけを書きます（千円単位ではありません）。", "1,250,000"],
  ],
} as const;
