/** Facets and chips of programmes: each value is a link that adds or removes one criterion. */
import { countryText, fieldText, governmentText, isField, prefectureText } from "../../../registry/index.ts";
import type { ActiveFilter, FacetGroup, Lang } from "../../../ui/index.ts";
import {
  PROGRAMME_FACETS,
  type ProgrammeFacet,
  type ProgrammeFacetCount,
  type ProgrammeFacetCounts,
} from "../../facet-counts-query.ts";
import { NOT_STATED, type ProgrammeCriteria } from "../../programme-criteria.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { words } from "../words.ts";
import { shortYearText } from "../year-words.ts";
import { hrefWith, type ListPlace } from "./list-address.ts";

/** `path` is the page that is filtered: the list, or the matrix of years. */
export type Listed = Readonly<{ criteria: ProgrammeCriteria; place: ListPlace; lang: Lang; path: string }>;

export type CriterionName = keyof ProgrammeCriteria;

const CHIP_ORDER = [
  ...(["q", "fiscalYear", "status", "field", "country", "prefecture", "government"] as const),
  ...(["startFiscalYear", "recurrence", "agreement"] as const),
] satisfies readonly CriterionName[];

export function withoutCriterion(criteria: ProgrammeCriteria, name: CriterionName): ProgrammeCriteria {
  const { [name]: _dropped, ...rest } = criteria;
  return rest;
}

export function chipsOf({ criteria, place, lang, path }: Listed): readonly ActiveFilter[] {
  const { chips } = words(lang).list;
  return CHIP_ORDER.filter((name) => criteria[name] !== undefined).map((name) => ({
    kind: chips[name],
    value: criterionText(criteria, name, lang),
    removeHref: hrefWith(lang, path, withoutCriterion(criteria, name), firstPage(place)),
  }));
}

const SHOWN: readonly ProgrammeFacet[] = [
  ...(["fiscalYear", "status", "country", "field", "prefecture", "government", "startFiscalYear"] as const),
];
const OPEN: readonly ProgrammeFacet[] = ["fiscalYear", "status", "country", "government"];

export function facetGroups(listed: Listed, counts: ProgrammeFacetCounts): readonly FacetGroup[] {
  const labels = words(listed.lang).list.facets;
  return SHOWN.filter((facet) => PROGRAMME_FACETS.includes(facet)).map((facet) => ({
    key: facet,
    label: labels[facet],
    open: OPEN.includes(facet),
    items: inOrder(facet, counts[facet]).map((count) => facetItem(facet, count, listed)),
  }));
}

/** Years newest first and statuses in their own order; the rest by how many. */
function inOrder(facet: ProgrammeFacet, counts: readonly ProgrammeFacetCount[]): readonly ProgrammeFacetCount[] {
  if (facet === "status") return counts.toSorted((a, b) => statusPlace(a.value) - statusPlace(b.value));
  if (facet !== "fiscalYear" && facet !== "startFiscalYear") return counts;
  return counts.toSorted((a, b) => (Number(b.value) || 0) - (Number(a.value) || 0));
}

const statusPlace = (value: string) => (YEAR_STATUSES as readonly string[]).indexOf(value);

function facetItem(
  facet: ProgrammeFacet,
  { value, count }: ProgrammeFacetCount,
  { criteria, place, lang, path }: Listed,
) {
  const current = String(criteria[facet] ?? "") === value;
  const next = current ? withoutCriterion(criteria, facet) : withValue(criteria, facet, value);
  return {
    label: valueText(facet, value, lang),
    href: hrefWith(lang, path, next, firstPage(place)),
    count,
    current,
  };
}

function firstPage({ sort, side, also }: ListPlace): ListPlace {
  return { sort, side, also };
}

function withValue(criteria: ProgrammeCriteria, facet: ProgrammeFacet, value: string): ProgrammeCriteria {
  const status = YEAR_STATUSES.find((known) => known === value);
  const values: Readonly<Record<ProgrammeFacet, ProgrammeCriteria>> = {
    field: isField(value) ? { field: value } : { field: NOT_STATED },
    country: { country: value },
    prefecture: { prefecture: value },
    government: { government: value },
    fiscalYear: { fiscalYear: Number(value) },
    status: status === undefined ? {} : { status },
    startFiscalYear: { startFiscalYear: value === NOT_STATED ? NOT_STATED : Number(value) },
  };
  return { ...criteria, ...values[facet] };
}

function valueText(facet: ProgrammeFacet, value: string, lang: Lang): string {
  const w = words(lang);
  if (value === NOT_STATED) return w.unknown;
  if (facet === "field") return isField(value) ? fieldText(value, lang) : value;
  if (facet === "country") return countryText(value, lang);
  if (facet === "prefecture") return prefectureText(value, lang);
  if (facet === "government") return governmentText(value);
  if (facet === "status") return w.status[YEAR_STATUSES.find((status) => status === value) ?? "none"];
  return shortYearText(Number(value), lang);
}

export function criterionText(criteria: ProgrammeCriteria, name: CriterionName, lang: Lang): string {
  const value = criteria[name];
  if (value === undefined) return "";
  if (name === "q" || name === "agreement") return String(value);
  if (name === "recurrence") return words(lang).list.everyFewYears;
  return valueText(name, String(value), lang);
}
