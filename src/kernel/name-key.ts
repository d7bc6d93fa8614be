/**
 * Keys for comparing and searching names: 哈爾濱 finds 哈尔滨, 經濟交流 finds 経済交流, クィーンズランド finds クイーンズランド.
 *
 * For matching only, never for what is shown. Folds widths and case (NFKC), old, variant and simplified kanji to the
 * new Japanese forms (data/reference/kanji-variants.json), hiragana to katakana, small kana to large ones, ヴァ to バ,
 * and drops white space, dots, dashes and every other mark. A long vowel mark is dropped only where a katakana word
 * ends (コンピューター and コンピュータ); elsewhere it tells words apart (ビール, ビル).
 */
import kanjiVariants from "../../data/reference/kanji-variants.json" with { type: "json" };

const KANJI: Readonly<Record<string, string>> = kanjiVariants;

const VU: Readonly<Record<string, string>> = { ヴァ: "バ", ヴィ: "ビ", ヴェ: "ベ", ヴォ: "ボ", ヴ: "ブ" };
const SMALL = "ァィゥェォッャュョヮヵヶヂヅヰヱ";
const LARGE = "アイウエオツヤユヨワカケジズイエ";

export function matchKey(text: string): string {
  return foldKana(foldLatin(text.normalize("NFKC")))
    .replace(/\p{Script=Han}/gu, (character) => KANJI[character] ?? character)
    .replace(/[\p{P}\p{S}\p{Z}\p{C}\u3099\u309a]/gu, "")
    .normalize("NFC");
}

/** São Paulo is found as sao paulo. Only Latin marks are dropped: those of kana make another sound. */
function foldLatin(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .toLowerCase();
}

function foldKana(text: string): string {
  return text
    .replace(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replace(/ヴ[ァィェォ]?/gu, (vu) => VU[vu] ?? vu)
    .replace(/[ァィゥェォッャュョヮヵヶヂヅヰヱ]/gu, (kana) => LARGE[SMALL.indexOf(kana)] ?? kana)
    .replace(/ー(?![ァ-ヶー])/gu, "");
}

/** Distinct pairs of neighbouring characters of the key; a key of one character gives that character. */
export function bigrams(text: string): string[] {
  return bigramsOfKey(matchKey(text));
}

/** The same for a key already made: an agreement's long texts are folded once, not three times. */
export function bigramsOfKey(key: string): string[] {
  const characters = [...key];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}
