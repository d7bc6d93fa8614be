/**
 * Sentences that say what became of a year or an item: 隔年実施のため計画なし, 書面開催, 未定, 調整中, …により中止.
 *
 * Only a sentence that ends in such words says it; a word in passing (中止せず, 協議を行う) says nothing.
 */
import type { YearStatus } from "../year-status.ts";

export type SaidStatus = Readonly<{ status: YearStatus; reason: string }>;

const NO = "(?:なし|無し|無|ない|なかった|無かった|ありません|せず|しない|しなかった|できず|できなかった)";
const DONE = "(?:した|とした|となった|になった|する|とする|を決定(?:した)?)?";

const ENDINGS: readonly (readonly [YearStatus, RegExp])[] = [
  ["none_biennial", new RegExp(`隔年.*${NO}$|^隔年(?:実施|開催)(?:のため)?$`, "u")],
  ["none_biennial", /(?:開催|実施)年(?:度)?(?:では|で)(?:ない|なく|ありません)(?:ため)?(?:.*(?:なし|せず))?$/u],
  ["held_in_writing", new RegExp(`書面(?:により|による|にて|で|での)?(?:開催|実施|協議|会議|開催に変更)${DONE}$`, "u")],
  ["under_adjustment", /(?:調整|検討|協議|交渉)中(?:である|です)?$/u],
  ["undecided", /未定(?:である|です)?$/u],
  ["cancelled", new RegExp(`(?:中止|取りやめ|取り止め|とりやめ)${DONE}$`, "u")],
  ["none", new RegExp(`(?:実績|計画|実施|該当|派遣|受入れ?|開催|予定|応募|希望)(?:者|事業)?(?:は|が|も)?${NO}$`, "u")],
  [
    "none",
    new RegExp(
      `(?:見送り|見送る|見送った|見合わせ|見合わせた|延期)${DONE}$|^(?:未実施|なし|無し|該当なし|[-－―ー—])$`,
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
  const found = sentences.findLast((sentence) => readStatusSentence(sentence) !== null);
  const status = found === undefined ? null : readStatusSentence(found);
  return status === null || found === undefined ? null : { status, reason: found };
}
