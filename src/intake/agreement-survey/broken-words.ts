/**
 * Words that a line end or a column broke: フラ ンス共和国, 佐賀県有田 町, 財団 法人, バ ートランゲンザルツァ市.
 *
 * Only what can be told is joined: inside a country's name, before a unit, before a sound that cannot begin a word.
 */
import { leadingCountry } from "../../kernel/country.ts";

/** A line end inside a word leaves a gap before a sound that cannot begin a word (バ ートランゲンザルツァ). */
export function closeGap(text: string): string {
  return text
    .replace(/(財団|社団|独立行政|株式)\s+(?=法人|会社)/gu, "$1")
    .replace(/\s+(?=[ーァィゥェォッャュョヮっゃゅょ、。）)」』])/gu, "")
    .replace(/\s*\n\s*/gu, "");
}

/** Joins a word that a wrapped line broke: inside a country's name, or before a unit or a sound that cannot begin one. */
export function closeBrokenWords(text: string): string {
  let joined = text
    .replace(/(財団|社団|独立行政|株式)\s+(?=法人|会社)/gu, "$1")
    .replace(/\s+(?=[ーァィゥェォッャュョヮ])/gu, "")
    .trim();
  for (let gap = joined.search(/\s/u); gap >= 0; gap = nextGap(joined, gap + 1)) {
    const left = joined.slice(0, gap);
    const right = joined.slice(gap + 1).trimStart();
    if (
      breaksCountry(left, right) ||
      /^(?:市|町|村|区|県|省|州|郡)(?:[、・\s－ー「]|$)/u.test(right) ||
      /[、，]$/u.test(left)
    ) {
      joined = `${left}${right}`;
      gap--;
    }
  }
  return joined;
}

function breaksCountry(left: string, right: string): boolean {
  const from = Math.max(0, left.length - 12);
  for (let start = from; start < left.length; start++) {
    const tail = left.slice(start);
    if (/[、・\s]/u.test(tail)) continue;
    if (start > 0 && !/[、・\s－]/u.test(left[start - 1] ?? "")) continue;
    const joined = leadingCountry(`${tail}${right}`);
    if (joined !== null && joined.printed.length > tail.length) return true;
  }
  return false;
}

function nextGap(text: string, from: number): number {
  const at = text.slice(from).search(/\s/u);
  return at < 0 ? -1 : from + at;
}
