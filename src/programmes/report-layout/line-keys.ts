/**
 * Keys in front of a value inside a year's cell: 開催日：…, 場所　…, ・人数：…. What is known here belongs to the event it
 * stands below, whatever bullet an office sets before it.
 */
import { closeLabel } from "./printed-words.ts";

const DATE_KEY =
  /^(?:(?:開催|実施|派遣|受け?入れ?|訪問|滞在|研修|留学|活動|開設|会期)?(?:日|日程|期日|日時|年月日|期間|時期|月|月日|予定日)|会期|とき|日時|いつ)$/u;
const PLACE_KEY =
  /^(?:(?:開催|実施|派遣|訪問|受け?入れ?|留学|滞在|活動|研修)?(?:場所|会場|地|先|場)|ところ|会場|場所|訪問国|派遣国)$/u;
const RELATED_KEY =
  /^(?:関連事業|関連行事|(?:主な)?(?:活動)?内容|事業内容|実施内容|プログラム|行事|概要|テーマ|議題)$/u;
const PEOPLE_KEYS =
  /^(?:参加者数?|参加人数|出席者数?|人数|人員|定員|対象者?|団員数?|派遣者数?|受け?入れ?者数?|派遣人数|受け?入れ?人数)$/u;

export function isDateKey(label: string): boolean {
  return DATE_KEY.test(label);
}

export function isPlaceKey(label: string): boolean {
  return PLACE_KEY.test(label);
}

export function isRelatedKey(label: string): boolean {
  return RELATED_KEY.test(label);
}

/** A key of an event, of whatever kind. */
export function isEventKey(label: string): boolean {
  return [DATE_KEY, PLACE_KEY, RELATED_KEY, PEOPLE_KEYS].some((key) => key.test(label));
}

const LONGEST_SPREAD = 3;

/** 開催日　令和５年11月３日, 期　間　７月: a key that only a gap parts from its value. */
export function readSpacedKey(text: string): Readonly<{ label: string; value: string }> | null {
  const words = text.split(/[\s\u{3000}]+/u);
  for (let count = Math.min(LONGEST_SPREAD, words.length - 1); count >= 1; count--) {
    const label = closeLabel(words.slice(0, count).join(""));
    const value = words.slice(count).join(" ");
    const isSaid = isDateKey(label) ? /[\d０-９]|未定|調整中/u.test(value) : isEventKey(label) && !isRelatedKey(label);
    if (isSaid && label.length >= 2) return { label, value };
  }
  return null;
}
