/**
 * What becomes of two records of one agreement, and how that is taken back.
 *
 * The survivor's title and parties stay: joining differently written names of the same bodies would turn a 1対1
 * agreement into one with several. Listings follow in order, dates and entries the survivor lacks are added, and a
 * text it lacks is taken over. The absorbed record keeps everything it said.
 */
import type { AgreementFacts } from "./agreement.ts";
import { FACT_NAMES, isSameFact } from "./recorded-agreement.ts";

export function combineFacts(survivor: AgreementFacts, absorbed: AgreementFacts): AgreementFacts {
  return {
    title: survivor.title,
    japan: survivor.japan,
    foreign: survivor.foreign,
    dates: joined(survivor.dates, absorbed.dates, ({ role, date, party, asPrinted }) =>
      date === null ? `${role}/${party}/${asPrinted}` : `${role}/${party}/${date}`,
    ),
    listings: joined(survivor.listings, absorbed.listings, String),
    background: survivor.background ?? absorbed.background,
    activities: survivor.activities ?? absorbed.activities,
    outcomes: survivor.outcomes ?? absorbed.outcomes,
    urls: joined(survivor.urls, absorbed.urls, String),
    departments: joined(survivor.departments, absorbed.departments, String),
    phones: joined(survivor.phones, absorbed.phones, String),
    sources: joined(survivor.sources, absorbed.sources, (source) => JSON.stringify(Object.entries(source).sort())),
  };
}

function joined<T>(first: readonly T[], second: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((entry) => !known.has(keyOf(entry)))];
}

/** The facts as they were before the merge, except those a person has changed since: these keep the change. */
export function separateFacts(before: AgreementFacts, merged: AgreementFacts, now: AgreementFacts): AgreementFacts {
  const facts = FACT_NAMES.map((name) => [name, isSameFact(name, merged, now) ? before[name] : now[name]]);
  return Object.fromEntries(facts) as AgreementFacts; // every fact is named in FACT_NAMES
}
