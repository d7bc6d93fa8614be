/** Small repairs to names that were set with gaps: 第 26 回, 鹿児島県 PR, 受 入 者. Wording that is kept is never touched. */

/** Gaps that extraction puts around digits and Latin letters. A gap between two Japanese words is the author's. */
export function closeGaps(text: string): string {
  return text
    .replace(/(?<=[第年月和成昭])[ \u{3000}]+(?=[\d０-９元])/gu, "")
    .replace(/(?<=[\d０-９])[ \u{3000}]+(?=[回年月日期名人件か])/gu, "")
    .replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}])[ \u{3000}]+(?=[A-ZＡ-Ｚ])/gu, "")
    .replace(/(?<=[A-Za-zＡ-Ｚａ-ｚ])[ \u{3000}]+(?=[\p{Script=Han}\p{Script=Hiragana}])/gu, "")
    .trim();
}

/** A label spread over its column: 受 入 者, 期    間. */
export function closeLabel(text: string): string {
  return text.replace(/[\s\u{3000}]+/gu, "");
}

/** The last bracket of a text when it ends with one: 英国青少年等受入（中止） → 英国青少年等受入, 中止. */
export function splitTrailingBracket(text: string): Readonly<{ before: string; inside: string | null }> {
  const trimmed = text.trim();
  if (!/[）)]$/u.test(trimmed)) return { before: trimmed, inside: null };
  let depth = 0;
  for (let index = trimmed.length - 1; index >= 0; index--) {
    const character = trimmed.charAt(index);
    if (/[）)]/u.test(character)) depth++;
    if (/[（(]/u.test(character)) depth--;
    if (depth === 0) {
      return { before: trimmed.slice(0, index).trim(), inside: trimmed.slice(index + 1, -1).trim() };
    }
  }
  return { before: trimmed, inside: null };
}

/** Splits at separators that stand outside brackets and quotes; parts are trimmed, empty ones left out. */
export function splitOutsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of text) {
    if (/[（(「『]/u.test(character)) depth++;
    if (/[）)」』]/u.test(character)) depth--;
    if (depth <= 0 && separator.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
