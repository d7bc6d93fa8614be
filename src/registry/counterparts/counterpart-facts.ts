/**
 * What is kept of a counterpart abroad (海外側): today's name, its country and province, what kind of body it is (not
 * always a local government), and its other names by script and by the time in which they were in use: 全羅北道 until
 * January 2024, 全北特別自治道 since; 哈爾濱 and ハルビン. What a document printed is kept with its agreement.
 */
import { countryByCode } from "../../kernel/country.ts";
import { matchKey } from "../../kernel/name-key.ts";

export const COUNTERPART_KINDS = ["region", "municipality", "school", "state_office", "other"] as const;
export type CounterpartKind = (typeof COUNTERPART_KINDS)[number];

export const NAME_SCRIPTS = ["japanese", "chinese", "hangul", "latin", "other"] as const;
export type NameScript = (typeof NAME_SCRIPTS)[number];

export type CounterpartOtherName = Readonly<{
  name: string;
  script: NameScript | null;
  /** First and last day or month or year of use: YYYY, YYYY-MM or YYYY-MM-DD; null when not known or still in use. */
  from: string | null;
  until: string | null;
}>;

export type CounterpartFacts = Readonly<{
  name: string;
  country: string | null;
  subdivision: string | null;
  kind: CounterpartKind | null;
  names: readonly CounterpartOtherName[];
}>;

export const COUNTERPART_FACT_NAMES = [
  "name",
  "country",
  "subdivision",
  "kind",
  "names",
] as const satisfies readonly (keyof CounterpartFacts)[];

export type CounterpartFactProblem =
  | "name_missing"
  | "text_too_long"
  | "country_unknown"
  | "period_reversed"
  | "too_many_names";

const LONGEST = 200;
const MOST_NAMES = 50;

/** The first thing that cannot be stored. */
export function refuseCounterpartFacts(facts: CounterpartFacts): CounterpartFactProblem | undefined {
  const { name, country, subdivision, names } = facts;
  if (name.trim() === "" || matchKey(name) === "") return "name_missing";
  const texts = [name, subdivision ?? "", ...names.map((one) => one.name)];
  if (texts.some((text) => text.length > LONGEST)) return "text_too_long";
  if (country !== null && countryByCode(country) === undefined) return "country_unknown";
  if (names.length > MOST_NAMES) return "too_many_names";
  const isReversed = names.some(({ from, until }) => from !== null && until !== null && from > padded(until));
  return isReversed ? "period_reversed" : undefined;
}

/** 2024 ends after 2024-01-18 begins. */
function padded(until: string): string {
  return `${until}-99-99`.slice(0, 10);
}

/** Keys under which the counterpart is found besides its name of today. */
export function aliasKeys({ name, names }: Pick<CounterpartFacts, "name" | "names">): readonly string[] {
  const own = matchKey(name);
  return [...new Set(names.map((one) => matchKey(one.name)))].filter((key) => key !== "" && key !== own);
}

/** Names of one added to those of another, each once. */
export function addedNames(survivor: CounterpartFacts, absorbed: CounterpartFacts): readonly CounterpartOtherName[] {
  const known = new Set([matchKey(survivor.name), ...survivor.names.map(({ name }) => matchKey(name))]);
  const all = [{ name: absorbed.name, script: null, from: null, until: null }, ...absorbed.names];
  return all.filter(({ name }) => {
    const key = matchKey(name);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
