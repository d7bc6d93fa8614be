/** Addresses of the list of programmes: criteria, order, page and side, in the language of the page. */
import { type Lang, pathIn } from "../../../ui/index.ts";
import type { ProgrammeSide } from "../../criteria-query.ts";
import { DEFAULT_PROGRAMME_SORT, type ProgrammeSort } from "../../list-programmes-query.ts";
import { type ProgrammeCriteria, programmeCriteriaToParameters } from "../../programme-criteria.ts";

export type ListPlace = Readonly<{
  sort?: ProgrammeSort | undefined;
  side?: ProgrammeSide | undefined;
  after?: string | undefined;
  before?: string | undefined;
  /** What else the address of the page says, and every link of the page keeps: the years of the matrix, a month. */
  also?: readonly (readonly [name: string, value: string])[] | undefined;
}>;

export function programmesHref(lang: Lang, criteria: ProgrammeCriteria, place: ListPlace = {}): string {
  return hrefWith(lang, "/programmes", criteria, place);
}

export function hrefWith(lang: Lang, path: string, criteria: ProgrammeCriteria, place: ListPlace = {}): string {
  const { sort = DEFAULT_PROGRAMME_SORT, side = "published", after, before, also = [] } = place;
  const parameters = programmeCriteriaToParameters(criteria);
  if (side === "working") parameters.set("side", side);
  if (sort !== DEFAULT_PROGRAMME_SORT) parameters.set("sort", sort);
  if (after !== undefined) parameters.set("after", after);
  if (before !== undefined) parameters.set("before", before);
  for (const [name, value] of also) parameters.set(name, value);
  const query = parameters.toString();
  return pathIn(lang, query === "" ? path : `${path}?${query}`);
}
