/** An agreement as the registry keeps it, the snapshot its history keeps, and how two versions differ. */
import type { Agreement, AgreementFacts, ForeignParty, Publication } from "./agreement.ts";

/** Instants are ISO 8601 in UTC. Its parties abroad always have a counterpart. */
export type RecordedAgreement = Agreement &
  Readonly<{
    no: number;
    isOneToOne: boolean;
    /** Id of the agreement this record was merged into, or null. */
    mergedInto: string | null;
    recordedAt: string;
    updatedAt: string;
  }>;

export type AgreementSnapshot = AgreementFacts & Readonly<{ publication: Publication }>;

export type FactName = keyof AgreementFacts;
export const FACT_NAMES = [
  "title",
  "japan",
  "foreign",
  "dates",
  "listings",
  "background",
  "activities",
  "outcomes",
  "urls",
  "departments",
  "phones",
  "sources",
] as const satisfies readonly FactName[];

export function factsOf(from: AgreementFacts): AgreementFacts {
  return Object.fromEntries(FACT_NAMES.map((name) => [name, from[name]])) as AgreementFacts; // every fact is named above
}

export function snapshotOf(agreement: RecordedAgreement): AgreementSnapshot {
  return { ...factsOf(agreement), publication: agreement.publication };
}

/** Names of the facts in which two versions differ, in the order in which a form asks for them. */
export function differingFacts(a: AgreementFacts, b: AgreementFacts): readonly FactName[] {
  return FACT_NAMES.filter((name) => !isSameFact(name, a, b));
}

export function isSameFact(name: FactName, a: AgreementFacts, b: AgreementFacts): boolean {
  if (name === "foreign") return isSameForeign(a.foreign, b.foreign);
  return canonical(a[name]) === canonical(b[name]);
}

/** A form does not say which counterpart a name stands for; that alone is no difference. */
function isSameForeign(a: readonly ForeignParty[], b: readonly ForeignParty[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((party, index) => {
    const other = b[index];
    if (other === undefined || party.name !== other.name || party.country !== other.country) return false;
    return party.counterpartId === null || other.counterpartId === null || party.counterpartId === other.counterpartId;
  });
}

/** JSON with sorted keys, since the database returns the keys of an object in its own order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}
