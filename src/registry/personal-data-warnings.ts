/**
 * Personal data (個人情報) in what an agreement says: pointed at while it is written, and confirmed by a person with a
 * reason before it is published. It never keeps a draft from being saved.
 */
import { findPersonalData } from "../kernel/personal-data.ts";
import type { AgreementFacts } from "./agreement.ts";
import type { PersonalDataUnconfirmed, PersonalDataWarning } from "./problems.ts";

export function warnPersonalData(facts: AgreementFacts): readonly PersonalDataWarning[] {
  const texts = (["title", "background", "activities", "outcomes"] as const).flatMap((fact) =>
    findPersonalData(facts[fact] ?? "").map((found) => ({ fact, ...found })),
  );
  const lists = (["departments", "phones"] as const).flatMap((fact) =>
    facts[fact].flatMap((entry, index) => findPersonalData(entry).map((found) => ({ fact, index, ...found }))),
  );
  return [...texts, ...lists];
}

/**
 * @param known what the public reads already, and somebody has answered for; null when it is none of the record.
 * @param confirmation why it may be published all the same.
 */
export function refusePersonalData(
  facts: AgreementFacts,
  known: AgreementFacts | null,
  confirmation: string | null | undefined,
): PersonalDataUnconfirmed | undefined {
  if (confirmation != null && confirmation.trim() !== "") return undefined;
  const warnings = findNewPersonalData(facts, known);
  return warnings.length > 0 ? { code: "personal_data_unconfirmed", warnings } : undefined;
}

/** @param known as above. */
export function findNewPersonalData(
  facts: AgreementFacts,
  known: AgreementFacts | null,
): readonly PersonalDataWarning[] {
  const before = new Set(known === null ? [] : warnPersonalData(known).map(({ text }) => text));
  return warnPersonalData(facts).filter(({ text }) => !before.has(text));
}
