/**
 * Query expansion: what else a searched word may be written as, so that 韓国 finds 大韓民国, ハルビン finds 哈爾濱, and a
 * local government's code or reading finds its agreements, those of the bodies merged into it included. Each
 * alternative says why it is there.
 */
import { countryVariants, findCountry, leadingCountry } from "../../kernel/country.ts";
import { matchKey } from "../../kernel/name-key.ts";
import { findGovernment, governmentsNamed, governmentsRead, predecessorsOf } from "../reference/local-governments.ts";
import { placeSynonymsIn } from "./place-synonyms.ts";

export type TextReason = "as_typed" | "place_name" | "country_name";

export type Alternative =
  | Readonly<{ kind: "text"; text: string; key: string; reason: TextReason }>
  /** Any party abroad of this country, however it is printed. */
  | Readonly<{ kind: "country"; country: string; text: string }>
  | Readonly<{ kind: "government"; government: string; text: string }>;

export type Term = Readonly<{ term: string; alternatives: readonly Alternative[] }>;

const TERMS_READ = 8;
const TERM_LENGTH = 60;

/** Words are separated by spaces and must all be found. */
export function expandQuery(query: string): readonly Term[] {
  const words = query
    .normalize("NFKC")
    .split(/\s+/u)
    .map((word) => word.slice(0, TERM_LENGTH));
  const distinct = new Map(words.filter((word) => matchKey(word) !== "").map((word) => [matchKey(word), word]));
  return [...distinct.values()].slice(0, TERMS_READ).map(expandTerm);
}

function expandTerm(term: string): Term {
  const texts = [
    text(term, "as_typed"),
    ...placeSynonymsIn(term).map((name) => text(name, "place_name")),
    ...countryTexts(term).map((name) => text(name, "country_name")),
  ];
  const distinct = texts.filter(
    ({ key }, at) => key.length > 0 && texts.findIndex((other) => other.key === key) === at,
  );
  return { term, alternatives: [...distinct, ...codesFor(term)] };
}

function text(name: string, reason: TextReason): Extract<Alternative, { kind: "text" }> {
  return { kind: "text", text: name, key: matchKey(name), reason };
}

/** 韓国釜山 → 大韓民国釜山; a country by itself → all its names of two characters and more. */
function countryTexts(term: string): readonly string[] {
  const leading = leadingCountry(term);
  if (leading === null) return [];
  return countryVariants(leading.country)
    .filter((name) => name.length > 1)
    .map((name) => `${name}${leading.rest}`);
}

function codesFor(term: string): readonly Alternative[] {
  const country = findCountry(term);
  if (country !== undefined) return [{ kind: "country", country: country.code, text: country.formal }];
  const asked = /^[0-9]{5,6}$/.test(term)
    ? [findGovernment(term)].filter((body) => body !== undefined)
    : governmentsRead(term);
  const merged = [...asked, ...governmentsNamed(term)].flatMap(predecessorsOf);
  return [...new Set([...asked, ...merged])].map(({ code, fullName }) => ({
    kind: "government",
    government: code,
    text: fullName,
  }));
}
