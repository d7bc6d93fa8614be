/** Says where in a found record the search found something, so that a list can show why it is there. */
import { matchKey } from "../../kernel/name-key.ts";
import type { AgreementFacts } from "../agreement.ts";
import type { Alternative, Term } from "./expand-term.ts";

/** `text` stands for what a list does not show: background, activities, outcomes, the office. */
export type MatchedPlace = "title" | "japan" | "foreign" | "text";
export type MatchedFact = Readonly<{ term: string; place: MatchedPlace; alternative: Alternative }>;

type Shown = Pick<AgreementFacts, "title" | "japan" | "foreign">;

/** One place for each term, the most telling one; a term found only in the long texts says so. */
export function explainMatch({ terms }: { terms: readonly Term[] }, shown: Shown): readonly MatchedFact[] {
  return terms.flatMap(({ term, alternatives }): MatchedFact[] => {
    for (const place of ["title", "japan", "foreign"] as const) {
      const alternative = alternatives.find((candidate) => stands(candidate, place, shown));
      if (alternative !== undefined) return [{ term, place, alternative }];
    }
    const typed = alternatives[0];
    return typed === undefined ? [] : [{ term, place: "text", alternative: typed }];
  });
}

function stands(alternative: Alternative, place: "title" | "japan" | "foreign", shown: Shown): boolean {
  if (alternative.kind === "country") {
    return place === "foreign" && shown.foreign.some(({ country }) => country === alternative.country);
  }
  if (alternative.kind === "government") {
    return place === "japan" && shown.japan.some(({ governmentCode }) => governmentCode === alternative.government);
  }
  const texts = place === "title" ? [shown.title] : shown[place].map(({ name }) => name);
  return texts.some((text) => matchKey(text).includes(alternative.key));
}
