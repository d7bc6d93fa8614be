/**
 * Countries and regions by ISO 3166-1 code, with the names Japanese offices write: 大韓民国 and 韓国, 英国 and イギリス.
 *
 * Names come from data/reference/countries.json. A name counts as a country only where the word ends there: ペルージャ is
 * not ペルー, ジョージア州 is not ジョージア, 中国 in a longer name decides nothing by itself.
 */
import countryList from "../../data/reference/countries.json" with { type: "json" };
import { matchKey } from "./name-key.ts";
import { readPrinted } from "./printed-text.ts";

export type Country = Readonly<{
  /** ISO 3166-1 alpha-2; XK for コソボ, which has none. */
  code: string;
  /** As tables print it: 中華人民共和国, 英国, 台湾. */
  formal: string;
  short: string;
  english: string;
  /** Reading of the formal name, in hiragana. */
  kana: string;
  /** Other names in use, older ones included. */
  variants: readonly string[];
}>;

export type LeadingCountry = Readonly<{ country: string; printed: string; rest: string }>;

const COUNTRIES: readonly Country[] = countryList;
const byCode = new Map(COUNTRIES.map((country) => [country.code, country]));
const byKey = new Map(COUNTRIES.flatMap((country) => namesOf(country).map((name) => [matchKey(name), country])));
const longestName = Math.max(...COUNTRIES.flatMap((country) => namesOf(country).map(({ length }) => length)));

export function listCountries(): readonly Country[] {
  return COUNTRIES;
}

export function countryByCode(code: string): Country | undefined {
  return byCode.get(code);
}

/** The whole text is a name of the country, in Japanese or English, in any script or width. */
export function findCountry(name: string): Country | undefined {
  return byKey.get(matchKey(name));
}

/** Formal Japanese or English name; an unknown code is shown as it is. */
export function countryName(code: string, language: "ja" | "en"): string {
  const country = byCode.get(code);
  if (country === undefined) return code;
  return language === "ja" ? country.formal : country.english;
}

/** Every name a search should find the country by; none for an unknown code. */
export function countryVariants(code: string): readonly string[] {
  const country = byCode.get(code);
  return country === undefined ? [] : namesOf(country);
}

/** The reading made comparable for ordering by code unit, as Japanese indexes order: long marks read as vowels (JIS X 4061). */
export function countryKana(code: string): string {
  const reading = byCode.get(code)?.kana ?? code;
  const unvoiced = reading.normalize("NFD").replace(/[\u3099\u309a]/gu, "");
  return [...unvoiced].reduce((key, kana) => key + (kana === "ー" ? vowelOf(key.at(-1) ?? "") : enlarge(kana)), "");
}

const VOWELS: readonly (readonly [string, RegExp])[] = [
  ["あ", /[あかさたなはまやらわ]/u],
  ["い", /[いきしちにひみり]/u],
  ["う", /[うくすつぬふむゆる]/u],
  ["え", /[えけせてねへめれ]/u],
  ["お", /[おこそとのほもよろを]/u],
];

function vowelOf(kana: string): string {
  return VOWELS.find(([, row]) => row.test(kana))?.[0] ?? "";
}

function enlarge(kana: string): string {
  const at = "ぁぃぅぇぉゃゅょっ".indexOf(kana);
  return at < 0 ? kana : ("あいうえおやゆよつ"[at] ?? kana);
}

/** A country said first in a place name (フランス共和国ニューカレドニア ヌメア市): the longest name that stands there. */
export function leadingCountry(text: string): LeadingCountry | null {
  const { plain, printedIndex } = readPrinted(text);
  const start = plain.search(/\S/u);
  const found = start < 0 ? null : countryAt(plain, start);
  if (found === null) return null;
  const printed = text.slice(printedIndex(start), printedIndex(found.end));
  const rest = text.slice(printedIndex(found.end)).replace(/^[\s・、]+/u, "");
  return { country: found.country.code, printed, rest };
}

/** The one country named inside a text (在日デンマーク王国大使館 → DK); null when it names none or several. Japan does not count. */
export function embeddedCountry(text: string): string | null {
  const { plain } = readPrinted(text);
  const found = new Set<string>();
  for (let at = 0; at < plain.length; at += 1) {
    const match = isInsideWord(plain, at) ? null : countryAt(plain, at);
    if (match === null) continue;
    found.add(match.country.code);
    at = match.end - 1;
  }
  found.delete("JP");
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

const katakana = /[ァ-ヺー]/u;
const latin = /[A-Za-z]/u;
const territory = /[市州県省郡町村区道府]/u;

function countryAt(plain: string, start: number): Readonly<{ country: Country; end: number }> | null {
  for (let end = Math.min(plain.length, start + longestName); end >= start + 2; end -= 1) {
    const last = plain.charAt(end - 1);
    if (!/[\p{L})]/u.test(last) || continues(last, plain.charAt(end))) continue;
    const country = byKey.get(matchKey(plain.slice(start, end)));
    if (country !== undefined) return { country, end };
  }
  return null;
}

/** The word goes on behind the name, or the name is that of a place: ペルー|ジャ, ジョージア|州. */
function continues(last: string, next: string): boolean {
  if (latin.test(last)) return latin.test(next);
  return katakana.test(last) && (katakana.test(next) || territory.test(next));
}

/** 南|アメリカ, バイ|エルン: no name begins here. */
function isInsideWord(plain: string, at: number): boolean {
  const before = plain.charAt(at - 1);
  const here = plain.charAt(at);
  if (katakana.test(here)) return katakana.test(before) || /[東西南北]/u.test(before);
  return latin.test(here) && latin.test(before);
}

function namesOf({ formal, short, variants, english }: Country): readonly string[] {
  return [...new Set([formal, short, ...variants, english])];
}
