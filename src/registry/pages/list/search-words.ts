/** Says what a search looked for: which other names of a place or country it used, and where a record has one. */
import type { Lang } from "../../../ui/index.ts";
import type { Alternative, Term } from "../../search/expand-term.ts";
import type { MatchedFact } from "../../search/explain-match.ts";
import { countryText, governmentText } from "../place-names.ts";
import { words } from "../words.ts";

/** One sentence for each word searched for. */
export function termSentence({ term, alternatives }: Term, lang: Lang): string {
  const w = words(lang);
  const others = alternatives.filter(isWorthSaying).map((alternative) => alternativeText(alternative, lang));
  if (others.length === 0) return w.list.matchedPlain(term);
  return w.list.matched(term, [...new Set(others)].join(w.separator));
}

export function matchSentence({ place, alternative }: MatchedFact, lang: Lang): string {
  const w = words(lang);
  if (place === "text") return w.list.matchedInText;
  return w.list.matchedIn(w.matchedPlaces[place], plainText(alternative, lang));
}

/** A country is named once, by its formal name; its other names are searched for without being recited. */
function isWorthSaying(alternative: Alternative, _at: number, all: readonly Alternative[]): boolean {
  if (alternative.kind !== "text") return true;
  if (alternative.reason !== "country_name") return alternative.reason === "place_name";
  return alternative === all.find(isCountryName) && !all.some(({ kind }) => kind === "country");
}

function isCountryName(alternative: Alternative): boolean {
  return alternative.kind === "text" && alternative.reason === "country_name";
}

function alternativeText(alternative: Alternative, lang: Lang): string {
  const { list, quote } = words(lang);
  if (alternative.kind === "country") return list.matchedCountry(countryText(alternative.country, lang));
  if (alternative.kind === "government") return list.matchedGovernment(governmentText(alternative.government));
  return quote(alternative.text);
}

function plainText(alternative: Alternative, lang: Lang): string {
  if (alternative.kind === "country") return countryText(alternative.country, lang);
  return alternative.kind === "government" ? governmentText(alternative.government) : alternative.text;
}
