/** Facets and chips of the list: each value is a link that adds or removes one criterion. */
import { type ActiveFilter, type FacetGroup, type Lang, pathIn } from "../../../ui/index.ts";
import { type Criteria, UNKNOWN, withCriterion, withoutCriterion } from "../../criteria.ts";
import { type ListPlace, listAddress } from "../../criteria-address.ts";
import { FACETS, type Facet } from "../../facets/facet-row.ts";
import type { FacetCount, FacetCounts } from "../../facets/facets-query.ts";
import { isField } from "../../field.ts";
import { countryText, criterionText, fieldText, prefectureText } from "../place-names.ts";
import { words } from "../words.ts";

export type Listed = Readonly<{ criteria: Criteria; place: ListPlace; lang: Lang }>;

const CHIP_ORDER = [
  "q",
  "field",
  "position",
  "parties",
  "country",
  "exceptCountries",
  "counterpart",
  "prefecture",
  "government",
  "decade",
] as const satisfies readonly (keyof Criteria)[];

export type CriterionName = (typeof CHIP_ORDER)[number];

export function activeCriteria(criteria: Criteria): readonly CriterionName[] {
  return CHIP_ORDER.filter((name) => criteria[name] !== undefined);
}

/** @param counterpartName the name behind ?counterpart=, which only the database knows. */
export function chipsOf({ criteria, place, lang }: Listed, counterpartName?: string): readonly ActiveFilter[] {
  const { chips } = words(lang).list;
  return activeCriteria(criteria).map((name) => ({
    kind: chips[name],
    value: name === "counterpart" ? (counterpartName ?? "") : criterionText(criteria, name, lang),
    removeHref: pathIn(lang, listAddress(withoutCriterion(criteria, name), { sort: place.sort ?? "signed-desc" })),
  }));
}

const OPEN: readonly Facet[] = ["field", "country", "prefecture"];

export function facetGroups({ criteria, place, lang }: Listed, { facets }: FacetCounts): readonly FacetGroup[] {
  const labels = words(lang).list.facets;
  return FACETS.map((facet) => ({
    key: facet,
    label: labels[facet],
    open: OPEN.includes(facet),
    items: facets[facet].map((count) => facetItem(facet, count, { criteria, place, lang })),
  }));
}

function facetItem(facet: Facet, { value, n }: FacetCount, { criteria, place, lang }: Listed) {
  const current = String(criteria[facet] ?? "") === value;
  const next = current ? withoutCriterion(criteria, facet) : withValue(criteria, facet, value);
  return {
    label: valueText(facet, value, lang),
    href: pathIn(lang, listAddress(next, { sort: place.sort ?? "signed-desc" })),
    count: n,
    current,
  };
}

function withValue(criteria: Criteria, facet: Facet, value: string): Criteria {
  if (facet === "field") return isField(value) ? withCriterion(criteria, "field", value) : criteria;
  if (facet === "decade") return withCriterion(criteria, "decade", value === UNKNOWN ? UNKNOWN : Number(value));
  if (facet === "parties") return withCriterion(criteria, "parties", value === "one" ? "one" : "several");
  return withCriterion(criteria, facet, value);
}

function valueText(facet: Facet, value: string, lang: Lang): string {
  const w = words(lang);
  if (facet === "field") return isField(value) ? fieldText(value, lang) : value;
  if (facet === "country") return countryText(value, lang);
  if (facet === "prefecture") return prefectureText(value, lang);
  if (facet === "decade") return value === UNKNOWN ? w.unknown : w.decade(Number(value));
  return value === "one" ? w.parties.one : w.parties.several;
}
