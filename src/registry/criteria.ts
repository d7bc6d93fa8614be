/**
 * Criteria (しぼり込みの条件): which agreements a list shows. Every number the registry prints has criteria that open
 * exactly the records behind it, and every criterion has one name in the address of a page.
 */
import { fieldSaid, onlySaid, writeParameters } from "./criteria-parameters.ts";
import type { Field } from "./field.ts";

/** For what a record does not say: no readable date, no known country, no prefecture. */
export const UNKNOWN = "unknown";

export const PARTY_FORMS = ["one", "several"] as const;
/** `one` is 1対1, `several` has more parties on either side. */
export type PartyForm = (typeof PARTY_FORMS)[number];

export const LISTING_POSITIONS = ["main", "relisting"] as const;
export type ListingPosition = (typeof LISTING_POSITIONS)[number];

export type Criteria = Readonly<{
  q?: string;
  field?: Field;
  /** With `field`, the position of that field; alone, of any field. */
  position?: ListingPosition;
  /** ISO 3166-1 alpha-2 of any party abroad, or `unknown`. */
  country?: string;
  /** No party abroad is of one of these: その他 of the table by country. */
  exceptCountries?: readonly string[];
  /** Two digits, or `unknown`. */
  prefecture?: string;
  /** Five digits: this local government signed. */
  government?: string;
  counterpart?: string;
  /** First year of the decade of signing (1990), or `unknown`. */
  decade?: number | typeof UNKNOWN;
  parties?: PartyForm;
}>;

/** Names in addresses, in the order in which they are written there. */
export const CRITERIA_PARAMETERS = [
  "q",
  "field",
  "position",
  "country",
  "except",
  "prefecture",
  "government",
  "counterpart",
  "decade",
  "parties",
] as const;

/** Reads what an address says; what has no meaning is left out, so that an old or mistyped link still opens. */
export function criteriaFromParameters(parameters: URLSearchParams): Criteria {
  const said = (name: (typeof CRITERIA_PARAMETERS)[number]) => parameters.get(name)?.trim() ?? "";
  const matching = (text: string, pattern: RegExp) => (pattern.test(text) ? text : undefined);
  const field = fieldSaid(said("field"));
  const decade = said("decade");
  const except = said("except")
    .split(",")
    .filter((code) => /^[A-Z]{2}$/.test(code));
  return onlySaid<Criteria>({
    q: matching(said("q").slice(0, 200), /\S/),
    field,
    position: LISTING_POSITIONS.find((position) => position === said("position")),
    country: matching(said("country"), /^([A-Z]{2}|unknown)$/),
    exceptCountries: except.length > 0 ? except : undefined,
    prefecture: matching(said("prefecture"), /^([0-9]{2}|unknown)$/),
    government: matching(said("government"), /^[0-9]{5}$/),
    counterpart: matching(said("counterpart"), /^C[0-9]{6,12}$/),
    decade: decade === UNKNOWN ? UNKNOWN : /^[0-9]{3}0$/.test(decade) ? Number(decade) : undefined,
    parties: PARTY_FORMS.find((form) => form === said("parties")),
  });
}

export function criteriaToParameters(criteria: Criteria): URLSearchParams {
  const { exceptCountries, ...rest } = criteria;
  return writeParameters(CRITERIA_PARAMETERS, { ...rest, except: exceptCountries?.join(",") });
}

export function withCriterion<K extends keyof Criteria>(criteria: Criteria, name: K, value: Criteria[K]): Criteria {
  return { ...withoutCriterion(criteria, name), [name]: value };
}

export function withoutCriterion(criteria: Criteria, name: keyof Criteria): Criteria {
  const { [name]: _removed, ...rest } = criteria;
  return rest;
}
