/**
 * Two people changed one record: what to show of it, and what comes of the choices.
 *
 * Against the version the person opened: a fact that only one of them changed is proposed as that one wrote it; where
 * both changed it, the person's own wording is proposed and both stand side by side. Nothing is saved before the choice.
 */
import type { AgreementFacts } from "../../agreement.ts";
import { differingFacts, FACT_NAMES, type FactName, isSameFact } from "../../recorded-agreement.ts";

export type Keep = "saved" | "mine";
export type FactConflict = Readonly<{ fact: FactName; keep: Keep }>;

/** @param base the facts the person opened; undefined when they cannot be found. */
export function conflictsOf(
  saved: AgreementFacts,
  mine: AgreementFacts,
  base: AgreementFacts | undefined,
): readonly FactConflict[] {
  return differingFacts(saved, mine).map((fact) => ({
    fact,
    keep: base !== undefined && isSameFact(fact, base, mine) ? "saved" : "mine",
  }));
}

/** Facts without a choice are the person's own. */
export function applyChoices(
  saved: AgreementFacts,
  mine: AgreementFacts,
  choices: ReadonlyMap<FactName, Keep>,
): AgreementFacts {
  const facts = FACT_NAMES.map((name) => [name, choices.get(name) === "saved" ? saved[name] : mine[name]]);
  return Object.fromEntries(facts) as AgreementFacts; // every fact is named in FACT_NAMES
}

export function readChoices(form: FormData): ReadonlyMap<FactName, Keep> {
  const choices = new Map<FactName, Keep>();
  for (const name of FACT_NAMES) {
    const choice = form.get(`keep.${name}`);
    if (choice === "saved" || choice === "mine") choices.set(name, choice);
  }
  return choices;
}
