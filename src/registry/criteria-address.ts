/**
 * Addresses of the registry's pages: the list under criteria, in an order, at a place in it. Every number of the
 * registry opens its rows through one of these. Japanese addresses; pages turn them into those of their language.
 */
import { type Criteria, criteriaToParameters } from "./criteria.ts";
import { DEFAULT_SORT, type PageRequest, type Sort } from "./page-key.ts";

export type ListPlace = PageRequest & Readonly<{ sort?: Sort }>;

export type ListFile =
  | "agreements.csv"
  | "agreements.json"
  | "agreements/parties.csv"
  | "agreements/listings.csv"
  | "agreements/dates.csv";

export function listAddress(criteria: Criteria, { sort, after, before }: ListPlace = {}): string {
  const parameters = criteriaToParameters(criteria);
  if (sort !== undefined && sort !== DEFAULT_SORT) parameters.set("sort", sort);
  if (after !== undefined) parameters.set("after", after);
  if (before !== undefined) parameters.set("before", before);
  return withParameters("/agreements", parameters);
}

export function fileAddress(file: ListFile, criteria: Criteria): string {
  return withParameters(`/${file}`, criteriaToParameters(criteria));
}

export function agreementAddress(id: string): string {
  return `/agreements/${id}`;
}

export function governmentAddress(code: string): string {
  return `/governments/${code}`;
}

export function counterpartAddress(id: string): string {
  return `/counterparts/${id}`;
}

export function countryAddress(code: string): string {
  return `/countries/${code}`;
}

function withParameters(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === "" ? path : `${path}?${query}`;
}
