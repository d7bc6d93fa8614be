/**
 * Addresses of the list of agreements under a filter. Query names are a contract with the registry:
 * q, field, country, prefecture, decade, parties (one or several), sort.
 */
import { type Lang, pathIn } from "../ui/index.ts";

export type AgreementFilter = Readonly<{
  q?: string;
  field?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Two digits. */
  prefecture?: string;
  /** First year of the decade. */
  decade?: string;
  parties?: "one" | "several";
  sort?: string;
}>;

export function agreementsHref(lang: Lang, filter: AgreementFilter = {}): string {
  const query = new URLSearchParams(filter).toString();
  return pathIn(lang, query === "" ? "/agreements" : `/agreements?${query}`);
}
