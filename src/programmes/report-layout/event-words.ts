/**
 * The name and place of an event that a line states with its date: 使節団受入　７月26日～28日　６名, ８月10日に知事が来県,
 * 商談会　１月21日　チェンナイ市, 次の年に香港で開催. A number, a manner (オンライン開催) or an intention (予定) is no name.
 */
import { findCountry } from "../../kernel/country.ts";
import { isEventKey } from "./line-keys.ts";
import { splitOutsideBrackets, splitTrailingBracket } from "./printed-words.ts";
import { readStatusLine } from "./status-words.ts";

/** `name` is "" where the line names none. */
export type EventWords = Readonly<{ name: string; place: string | null }>;

const LONGEST_NAME = 60;
const NUMBER_AT_END =
  /[\s、，]*(?:約|延べ|のべ|総勢|計)?\s*[\d０-９][\d０-９,，]*\s*(?:名|人|件|回|社|団体|校)(?:程度|以上)?$/u;
const NO_NAME =
  /^(?:(?:オンライン|リモート|Web|WEB|対面|ハイブリッド|書面)(?:形式|方式)?(?:により|による|にて|で)?(?:開催|実施)?|(?:開催|実施)?(?:を?予定|済み?)|開催|実施|(?:上|中|下)旬|(?:初|月)?(?:め|末)|頃|ごろ)$/u;

/** @param from where the date begins in `text`; `to` where it ends. */
export function wordsAround(text: string, from: number, to: number): EventWords {
  const before = nameOf(text.slice(0, from).replace(/[（(\s]+$/u, ""));
  const behind = text
    .slice(to)
    .replace(/^\s*[）)]/u, "")
    .replace(/^\s*[（(][^（）()]*[）)]/u, "");
  const clause =
    /^\s*(?:付けで|付で|に|には|から|より)?\s*[，、]?\s*(?<clause>[^。\n]+)/u.exec(behind)?.groups?.clause ?? "";
  const goesOn = /^\s*(?:付け?で|に)/u.test(behind);
  if (before !== "" && !goesOn && !/[はがをにでもとへ、，。]$/u.test(before)) {
    return { name: before, place: placeBehind(behind) };
  }
  const named = nameOf(clause.replace(/(?:を行った|を行う|した|する|しました|予定)?[。]?\s*$/u, ""));
  const place = placeBehind(clause);
  if (place !== null) return { name: place === named || named.startsWith(place) ? "" : named, place };
  return { name: named.length < 3 || /^[）)」]/u.test(named) ? before : named, place: null };
}

/** Without the number that ends it; "" for what is no name. */
export function nameOf(words: string): string {
  const name = words
    .trim()
    .replace(NUMBER_AT_END, "")
    .replace(/^[\s（(）)、，・]+|[\s（(、，。：:]+$/gu, "");
  const isNone =
    NO_NAME.test(name) || isEventKey(name) || name.length > LONGEST_NAME || /^[\d０-９,，]+\s*[名人件回]/u.test(name);
  return isNone || readStatusLine(splitTrailingBracket(name).before) !== null ? "" : name;
}

const PLACE =
  /^[\p{Script=Han}\p{Script=Katakana}A-Za-zー・＝]{2,24}(?:市内|県内|市|町|村|州|省|区|道|県|府|都|島|会館|ホール|センター|プラザ|公園|ホテル|館|会場)$/u;
const HELD_AT =
  /(?<where>[\p{Script=Han}\p{Script=Katakana}A-Za-zＡ-Ｚー・＝]{2,30}(?:[（(][^（）()]{1,12}[）)])?(?:等|など)?)(?:で|において|にて)(?:の)?(?:開催|実施)(?!予定だった|する予定だった)/u;
const NO_PLACE =
  /(?:オンライン|リモート|Web|WEB|書面|対面|共同|合同|単独|主催|形式|方式|交互|独自|県費|規模|日程|体制|中|下)(?:等|など)?$/u;

/** The first word of a list that is a place: （８月，長沙市）, １月21日　チェンナイ市. */
export function placeBehind(text: string): string | null {
  const words = splitOutsideBrackets(text, /[、，\s]/u).map((word) => word.replace(/[。)）]+$/u, ""));
  const [first = ""] = words;
  const own = words.find((word) => PLACE.test(word) || (word.length > 1 && findCountry(word) !== undefined));
  return own === first || text.trim().startsWith(own ?? "\u{0}") ? (own ?? placeHeldAt(text)) : placeHeldAt(text);
}

/** 香港で開催, ユニバーシティ・カレッジ・ロンドン（UCL）等で実施した…; オンラインで開催 is no place. */
export function placeHeldAt(text: string): string | null {
  const where = HELD_AT.exec(text)?.groups?.where ?? "";
  return where === "" || NO_PLACE.test(where) ? null : where;
}
