/**
 * Tells whether a Latin word looks like a Japanese person's name, a word of an office (kokusai, kikaku, a prefecture),
 * or neither. Surnames, given names and office words lie in data/reference.
 */

import officeWordList from "../../data/reference/office-words-romaji.json" with { type: "json" };
import nameLists from "../../data/reference/personal-name-romaji.json" with { type: "json" };

const surnames = new Set(nameLists.surnames.map(spellAlike));
const givenNames = new Set(nameLists.given.map(spellAlike));
const officeWords = officeWordList.words.map(spellAlike);
const officeWordSet = new Set(officeWords);
const longOfficeWords = officeWords.filter(({ length }) => length >= 5);

export function isSurname(word: string): boolean {
  return surnames.has(spellAlike(word));
}

export function isGivenName(word: string): boolean {
  return givenNames.has(spellAlike(word));
}

/** Also compounds such as kokusaikouryu. */
export function isOfficeWord(word: string): boolean {
  const spelled = spellAlike(word);
  return officeWordSet.has(spelled) || longOfficeWords.some((office) => spelled.includes(office));
}

const syllables =
  /^(?:(?:[kgsztdnhbpmrwyjfv]|sh|ch|ts|tch|cch|kk|ss|tt|pp|ssh|tts|[kgsztnhbpmrj]y)?[aiueo]|n(?![aiueo])|h(?![aiueo]))+$/u;

export function isRomaji(word: string): boolean {
  return syllables.test(word);
}

/** One spelling for Hepburn and Kunrei and for the ways to write a long vowel: satoh, satou → sato; syunji → shunji. */
function spellAlike(word: string): string {
  return word
    .toLowerCase()
    .replace(/sy(?=[auo])/gu, "sh")
    .replace(/ty(?=[auo])/gu, "ch")
    .replace(/(?:zy|jy)(?=[auo])/gu, "j")
    .replace(/si/gu, "shi")
    .replace(/ti/gu, "chi")
    .replace(/tu/gu, "tsu")
    .replace(/(?<![sc])hu/gu, "fu")
    .replace(/zi|di/gu, "ji")
    .replace(/d[zu]+/gu, "zu")
    .replace(/oh(?![aiueo])|ou|oo/gu, "o")
    .replace(/uu/gu, "u")
    .replace(/m(?=[bpm])/gu, "n");
}
