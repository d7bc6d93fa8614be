/** One invented agreement (提携・協定) with the shares of several parties, dates and listings that real surveys show. */
import { eraOfDay, nameEraYear } from "../../src/kernel/era.ts";
import type { AgreementDate, AgreementFacts, JapaneseParty } from "../../src/registry/agreement.ts";
import { FIELDS, type Field, fieldName } from "../../src/registry/field.ts";
import {
  inventActivities,
  inventBackground,
  inventDepartment,
  inventOutcomes,
  inventTitle,
  inventTopic,
  type PlaceAbroad,
} from "./invented-names.ts";
import type { Random } from "./seeded-random.ts";

export type Setting = Readonly<{ governments: readonly JapaneseParty[]; places: readonly PlaceAbroad[] }>;

export function inventAgreement(random: Random, { governments, places }: Setting): AgreementFacts {
  const japan = pickDistinct(() => random.pick(governments), partyCount(random));
  const abroad = pickDistinct(() => random.pickSkewed(places), partyCount(random));
  const listings = pickDistinct(() => random.pickSkewed(FIELDS), 1 + countOf(random, [0.84, 0.13]));
  return {
    title: inventTitle(random, japan[0]?.name ?? "", abroad[0]?.name ?? ""),
    japan,
    foreign: abroad.map(({ country, name }) => ({ country, name, counterpartId: null })),
    dates: inventDates(random),
    listings,
    background: random.chance(0.9) ? inventBackground(random, inventTopic(random)) : null,
    activities: random.chance(0.95) ? inventActivities(random) : null,
    outcomes: random.chance(0.8) ? inventOutcomes(random) : null,
    urls: random.chance(0.4) ? [`https://www.example.jp/exchange/${random.whole(1_000_000)}.html`] : [],
    departments: [inventDepartment(random)],
    phones: random.chance(0.9) ? [`000-000-${String(random.whole(10_000)).padStart(4, "0")}`] : [],
    sources: listings.map((field) => inventSource(random, field)),
  };
}

/** 9 in 10 sides have one party. */
function partyCount(random: Random): number {
  return 1 + countOf(random, [0.92, 0.05, 0.02]);
}

/** @param shares share of 0, 1, 2 …; what is left over is one more. */
function countOf(random: Random, shares: readonly number[]): number {
  let left = random.next();
  for (const [count, share] of shares.entries()) {
    if (left < share) return count;
    left -= share;
  }
  return shares.length;
}

function pickDistinct<T>(pick: () => T, count: number): readonly T[] {
  const chosen = new Set<T>();
  for (let tries = 0; chosen.size < count && tries < count * 10; tries += 1) chosen.add(pick());
  return [...chosen];
}

function inventDates(random: Random): readonly AgreementDate[] {
  if (random.chance(0.02)) return [];
  const signed = inventDate(random, 1955 + Math.floor(70 * Math.sqrt(random.next())), "signed");
  if (!random.chance(0.1)) return [signed];
  const year = Number(signed.date?.slice(0, 4)) + 5 + random.whole(10);
  return [signed, inventDate(random, year, "renewed")];
}

function inventDate(random: Random, year: number, role: "signed" | "renewed"): AgreementDate {
  const precision = random.chance(0.85) ? "day" : random.chance(0.6) ? "month" : "year";
  const month = 1 + random.whole(12);
  const day = 1 + random.whole(28);
  const two = (value: number) => String(value).padStart(2, "0");
  const era = eraOfDay(`${year}-${two(month)}-${two(day)}`);
  const printedYear = era === undefined ? `${year}年` : `${nameEraYear(era, year)}（${year}）年`;
  const tails = { year: "", month: `${month}月`, day: `${month}月${day}日` };
  const dates = { year: `${year}`, month: `${year}-${two(month)}`, day: `${year}-${two(month)}-${two(day)}` };
  return {
    ...{ asPrinted: `${printedYear}${tails[precision]}`, date: dates[precision], precision, role },
    party: null,
    conflict: null,
  };
}

function inventSource(random: Random, field: Field): AgreementFacts["sources"][number] {
  return {
    title: "見本の調査",
    publisher: "見本の機構",
    documentSha256: null,
    place: `${fieldName(field)} ${1 + random.whole(9000)}`,
    lines: null,
    asOf: "2024-04",
  };
}
