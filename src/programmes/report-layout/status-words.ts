/**
 * Sentences that say what became of a year or an item: 隔年実施のため計画なし, 書面開催, 未定, 調整中, …により中止.
 *
 * Only a sentence that ends in such words says it, a bracket behind them aside (実績なし（次年度に実施）); a word in passing
 * (中止せず, 協議を行う) says nothing.
 */
import type { YearStatus } from "../year-status.ts";
import { splitOutsideBrackets, splitTrailingBracket } from "./printed-words.ts";

export type SaidStatus = Readonly<{ status: YearStatus; reason: string }>;

const NO =
  "(?:なし|無し|無|ない|なかった|無かった|ありません|ありませんでした|せず|しない|しなかった|しませんでした|できず|できない|できなかった|行わず|行わない|行わなかった|行われなかった)";
const DONE =
  "(?:する|した|しました|とする|とした|としました|となる|となった|となりました|になった|になりました|を決定(?:した|しました)?)?";
/** 隔年, ３年に１回, 2年ごと: there are years without a turn. */
const TURNS = "(?:隔年|(?:\\d{1,2}|[二三四五])(?:か|ヶ|カ|ケ)?年(?:ごと|毎|に(?:\\d|一)(?:回|度)))";
const OCCASION =
  "(?:実績|計画|実施|該当|派遣|受け?入れ?|開催|予定|応募|希望|参加|訪問|交流|来訪|依頼|要請|申請)(?:者|団|事業|は|が|も|を|する|こと|ができ)*?";

const ENDINGS: readonly (readonly [YearStatus, RegExp])[] = [
  ["none_biennial", new RegExp(`${TURNS}.*${NO}$|^隔年(?:実施|開催)(?:のため)?$|^(?:非開催|休止)年(?:度)?$`, "u")],
  ["none_biennial", /(?:開催|実施)年(?:度)?(?:では|で)(?:ない|なく|ありません)(?:ため)?(?:.*(?:なし|せず))?$/u],
  [
    "held_in_writing",
    new RegExp(
      `書面(?:により|による|にて|で|での)?(?:開催|実施|協議|会議|表決|議決|開催に変更)${DONE}$|書面(?:開催)?に変更${DONE}$`,
      "u",
    ),
  ],
  ["under_adjustment", /(?:調整|検討|協議|交渉)中(?:である|です)?$/u],
  ["undecided", /未定(?:である|です)?$/u],
  ["cancelled", new RegExp(`(?:中止|取りやめ|取り止め|とりやめ|取りやめる|取りやめた)${DONE}$`, "u")],
  ["none", new RegExp(`${OCCASION}${NO}$`, "u")],
  ["none", /(?:派遣|受け?入れ?)[^、。\d]{0,6}(?<!\d)0(?:名|人|件|回)$/u],
  [
    "none",
    new RegExp(
      `(?:見送り|見送る|見送った|見合わせ|見合わせた|見合わせる|延期|順延|休止|廃止)${DONE}$|^(?:未実施|不開催|なし|無し|該当なし|特になし|[-－―ー—‐–−])$`,
      "u",
    ),
  ],
];

/** 記載なし: the report had nothing to print there. It is no statement about the programme. */
export function saysNotStated(text: string): boolean {
  return /^[（(]?記載なし[）)]?$/u.test(text.trim());
}

/** The status that one sentence gives, or null. */
export function readStatusSentence(sentence: string): YearStatus | null {
  const plain = sentence
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[。.、]+$/u, "");
  return ENDINGS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The last sentence of a line that says one. The reason is the whole line where it is one sentence. */
export function readStatusLine(line: string): SaidStatus | null {
  const sentences = line
    .split(/(?<=。)/u)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const found = sentences.findLast((sentence) => statusOf(sentence) !== null);
  const status = found === undefined ? null : statusOf(found);
  return status === null || found === undefined ? null : { status, reason: found };
}

/** With what a bracket at the end says besides: 延期（次年度に実施）, 友好会議（感染症のため中止）. */
function statusOf(sentence: string): YearStatus | null {
  const whole = readStatusSentence(sentence);
  const isOpen = whole === "undecided" || whole === "under_adjustment";
  if (whole !== null) return isOpen && isListOfOthers(sentence) ? null : whole;
  const { before, inside } = splitTrailingBracket(sentence.replace(/。$/u, ""));
  if (inside === null || before === "") return null;
  const said = readStatusSentence(before);
  if (said !== null) return said;
  const inBracket = readStatusSentence(inside);
  return inBracket !== null && /[名人件]$/u.test(before) ? null : inBracket;
}

/** 派遣 1名（4月～3月）、受入 未定: only the last of several is open. */
function isListOfOthers(sentence: string): boolean {
  const pieces = splitOutsideBrackets(sentence, /[、，]/u);
  return pieces
    .slice(0, -1)
    .some((piece) => /[\d０-９]/u.test(piece) && /(?:[）)]|[名人件回日月])$/u.test(piece.trim()));
}
