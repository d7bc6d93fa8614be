/** Names of fields, countries, prefectures and local governments as pages say them. */
import { countryByCode, countryName } from "../../kernel/country.ts";
import { type Lang, PREFECTURE_TILES } from "../../ui/index.ts";
import { type Criteria, UNKNOWN } from "../criteria.ts";
import { type Field, fieldName } from "../field.ts";
import { findGovernment } from "../reference/local-governments.ts";
import { ENGLISH_FIELD_LABELS } from "./messages.en.ts";
import { words } from "./words.ts";

export function fieldText(field: Field, lang: Lang): string {
  return lang === "en" ? `${field} ${ENGLISH_FIELD_LABELS[field]}` : fieldName(field);
}

export function countryText(code: string | null, lang: Lang): string {
  return code === null || code === UNKNOWN ? words(lang).unknown : countryName(code, lang);
}

export function isCountry(code: string): boolean {
  return countryByCode(code) !== undefined;
}

/** @param code two digits, or `unknown`. */
export function prefectureText(code: string, lang: Lang): string {
  if (lang === "en") return PREFECTURE_TILES.find((tile) => tile.code === code)?.english ?? words(lang).unknown;
  return findGovernment(`${code}000`)?.fullName ?? words(lang).unknown;
}

export function governmentText(code: string): string {
  return findGovernment(code)?.fullName ?? code;
}

/** The value of one criterion in words, for chips and offers. */
export function criterionText(criteria: Criteria, name: keyof Criteria, lang: Lang): string {
  const w = words(lang);
  const { field, position, country, exceptCountries, prefecture, government, counterpart, decade, parties } = criteria;
  const texts: Readonly<Record<keyof Criteria, string | undefined>> = {
    q: criteria.q,
    field: field && fieldText(field, lang),
    position: position && w.position[position],
    country: country && countryText(country, lang),
    exceptCountries: exceptCountries?.map((code) => countryText(code, lang)).join(w.separator),
    prefecture: prefecture && prefectureText(prefecture, lang),
    government: government && governmentText(government),
    counterpart,
    decade: decade === undefined ? undefined : decade === UNKNOWN ? w.unknown : w.decade(decade),
    parties: parties && w.parties[parties],
  };
  return texts[name] ?? "";
}
