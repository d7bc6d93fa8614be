/**
 * Headings between boxes: 「１ 国際交流事業実績と計画」, 「（２）県（国際交流課）」. A sub-item （２） of the box above looks alike,
 * so a numbered line is a heading only when it names an office and does not go on counting the lines above (a number that stands there already begins a count of its own).
 */

const OFFICE = /(?:課|室|局|部|所|班|係|県|府|都|道|市|町|村|協会|財団|センター|機構|市町村|団体)[)）]?$/u;
const REPORT =
  /(?:事業|実績|計画).{0,12}(?:と|及び|並びに|・).{0,12}(?:実績|計画)|(?:事業|実績|計画)(?:の)?(?:一覧表?|報告書?|概要|状況)$/u;
const LONGEST = 40;
const LONGEST_TITLE = 70;
const NUMBERED = /^[(]?\s*(?<number>\d{1,2})\s*[).、]?\s+?\S|^[(]\s*(?<bracket>\d{1,2})\s*[)]\s*\S/u;

/** （２）国際交流推進グループ: where a line cannot be a sub-item, its number is enough to make it a heading. */
export function isNumberedWords(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  return plain.length <= LONGEST && !/[。:※]/u.test(plain) && /^[(]\s*\d{1,2}\s*[)]\s*\S/u.test(plain);
}

/** @param above lines of the same cell, in order. */
export function isHeading(text: string, above: readonly string[]): boolean {
  const plain = text.normalize("NFKC").trim();
  if (plain === "" || plain.length > LONGEST_TITLE || /[。:※]/u.test(plain) || /^[・①-⑳]/u.test(plain)) return false;
  if (REPORT.test(plain)) return true;
  if (plain.length > LONGEST) return false;
  const groups = NUMBERED.exec(plain)?.groups;
  if (groups === undefined || !OFFICE.test(plain)) return false;
  const number = Number(groups.number ?? groups.bracket);
  const numbers = above.map(numberOf);
  return numbers.includes(number) || !numbers.includes(number - 1);
}

function numberOf(text: string): number | null {
  const groups = NUMBERED.exec(text.normalize("NFKC").trim())?.groups;
  return groups === undefined ? null : Number(groups.number ?? groups.bracket);
}
