/**
 * Parties as typed: a name or a code of a local government, a name or a number of a counterpart abroad.
 *
 * Nothing is guessed: a name that may mean several bodies, or that looks like a local government nobody knows, goes
 * back to the person with the candidates.
 */
import { countryByCode, embeddedCountry, findCountry, leadingCountry } from "../../../kernel/country.ts";
import type { ForeignParty, JapaneseParty } from "../../agreement.ts";
import { findGovernment, governmentsNamed } from "../../reference/local-governments.ts";
import { type ForeignInput, type JapanInput, NONE } from "./form-input.ts";
import type { Candidate, Checked } from "./input-problem.ts";

export function readJapaneseParty({ name, code, was }: JapanInput, index: number): Checked<JapaneseParty> {
  const field = `japan.${index}.name`;
  if (name === "") return { value: null };
  if (code !== "" && was === name) return { value: { name, governmentCode: code === NONE ? null : code } };
  if (/^[\d０-９]{5,6}$/u.test(name)) {
    const government = findGovernment(name);
    if (government === undefined) return { value: null, problem: { field, code: "government_unknown", text: name } };
    return { value: { name: government.fullName, governmentCode: government.code } };
  }
  const candidates = governmentsNamed(name).map((government) => ({
    value: government.code,
    label: government.fullName,
  }));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { value: { name, governmentCode: only.value } };
  if (candidates.length > 1)
    return { value: null, problem: { field, code: "government_ambiguous", text: name, candidates } };
  if (!/[都道府県市区町村]$/u.test(name)) return { value: { name, governmentCode: null } };
  return { value: null, problem: { field, code: "government_not_found", text: name, candidates: [] } };
}

/** What the registry knows of names and numbers typed: looked up before the form is read. */
export type KnownCounterparts = Readonly<{
  byId: ReadonlyMap<string, KnownCounterpart>;
  /** By the name as typed. */
  byName: ReadonlyMap<string, readonly KnownCounterpart[]>;
}>;
export type KnownCounterpart = Readonly<{ id: string; name: string; country: string | null; label: string }>;

export const COUNTERPART_NUMBER = /^C[0-9]{6,12}$/u;

export function readForeignParty(input: ForeignInput, index: number, known: KnownCounterparts): Checked<ForeignParty> {
  const { name, counterpart, was } = input;
  const field = `foreign.${index}.name`;
  if (name === "" && input.country === "") return { value: null };
  if (name === "") return { value: null, problem: { field, code: "party_name_missing" } };
  const numbered = known.byId.get(name);
  if (numbered !== undefined) {
    return { value: { name: numbered.name, country: numbered.country, counterpartId: numbered.id } };
  }
  const country = countrySaid(input.country);
  if (country === undefined) {
    return {
      value: null,
      problem: { field: `foreign.${index}.country`, code: "country_not_found", text: input.country },
    };
  }
  const told = country ?? leadingCountry(name)?.country ?? embeddedCountry(name);
  if (was === name && counterpart === NONE) return { value: { name, country: told, counterpartId: null } };
  const chosen = was === name ? known.byId.get(counterpart) : undefined;
  if (chosen !== undefined && (country === null || country === chosen.country)) {
    return { value: { name, country: chosen.country, counterpartId: chosen.id } };
  }
  if (told !== null) return { value: { name, country: told, counterpartId: null } };
  return { value: null, problem: untold(field, name, known.byName.get(name) ?? []) };
}

function untold(field: string, text: string, known: readonly KnownCounterpart[]) {
  const candidates: readonly Candidate[] = known.map(({ id, label }) => ({ value: id, label }));
  return {
    field,
    text,
    candidates,
    code: candidates.length > 0 ? "counterpart_ambiguous" : "country_not_told",
  } as const;
}

/** @returns null when nothing is said, undefined when it is no country. */
function countrySaid(text: string): string | null | undefined {
  if (text === "") return null;
  return (/^[A-Za-z]{2}$/u.test(text) ? countryByCode(text.toUpperCase()) : undefined)?.code ?? findCountry(text)?.code;
}
