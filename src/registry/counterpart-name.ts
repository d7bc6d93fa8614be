/**
 * How a party abroad (海外側) becomes a counterpart of the registry: the country in front of the name is taken off,
 * the rest stays as printed, and a province or state in front of it is told apart where the name says so.
 */
import { leadingCountry } from "../kernel/country.ts";
import { matchKey } from "../kernel/name-key.ts";
import type { ForeignParty } from "./agreement.ts";

export type CounterpartName = Readonly<{
  country: string | null;
  name: string;
  nameKey: string;
  /** 遼寧省 of 遼寧省瀋陽市; null when the name does not begin with one. */
  subdivision: string | null;
}>;

const SUBDIVISION = /^(.{1,20}?(?:特別自治道|自治区|省|道|州|県|地方))(?=.{2,})/u;
const WHOLE_IN_BRACKETS = /^[（(]([^（()）]+)[)）]$/u;

export function counterpartNameOf({ name, country }: Pick<ForeignParty, "name" | "country">): CounterpartName {
  const leading = leadingCountry(name);
  const isOfCountry = leading !== null && (country === null || leading.country === country);
  const rest = isOfCountry ? leading.rest.trim() : name.trim();
  const own = rest === "" ? name.trim() : rest.replace(WHOLE_IN_BRACKETS, "$1");
  return {
    country: country ?? leading?.country ?? null,
    name: own,
    nameKey: matchKey(own),
    subdivision: SUBDIVISION.exec(own)?.[1] ?? null,
  };
}
