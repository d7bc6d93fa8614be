/**
 * What the registry derives from an agreement's facts so that lists can sort, narrow and search, and so that
 * permissions can meet it: the day it was signed, whether it is 1対1, the text and bigrams a search looks at, and the
 * marks of the local governments it belongs to.
 */
import { bigramsOfKey, matchKey } from "../kernel/name-key.ts";
import { type Marks, marksOfGovernments } from "../platform/index.ts";
import { type AgreementDate, type AgreementFacts, type DateRole, isOneToOne } from "./agreement.ts";
import { findGovernment } from "./reference/local-governments.ts";

export type AgreementKeys = Readonly<{
  /** First day of the date by which the agreement is ordered, or null when it has none. */
  signedFrom: string | null;
  isOneToOne: boolean;
  searchKey: string;
  searchGrams: readonly string[];
  marks: Marks;
}>;

/** A date that says when the agreement came into being, before one that tells what happened to it later. */
const ROLE_ORDER: readonly DateRole[] = [
  "signed",
  "original",
  "started",
  "unlabelled",
  "current",
  "resigned",
  "renewed",
];

export function deriveKeys(facts: AgreementFacts): AgreementKeys {
  const keys = searchedTexts(facts).map(matchKey);
  const grams = new Set<string>();
  for (const key of keys) {
    for (const gram of bigramsOfKey(key)) grams.add(gram);
    for (const character of key) grams.add(character); // one-character queries use the same index
  }
  return {
    signedFrom: firstDay(orderingDate(facts.dates)),
    isOneToOne: isOneToOne(facts),
    searchKey: keys.join("\n"),
    searchGrams: [...grams],
    marks: marksOf(facts),
  };
}

/** Whose an agreement is: the codes of all local governments on its Japanese side, and their prefectures. */
export function marksOf({ japan }: Pick<AgreementFacts, "japan">): Marks {
  return marksOfGovernments(japan.flatMap(({ governmentCode }) => governmentCode ?? []));
}

function searchedTexts(facts: AgreementFacts): readonly string[] {
  const prose = [facts.background, facts.activities, facts.outcomes].filter((text) => text !== null);
  return [
    facts.title,
    ...facts.japan.map(({ name }) => name),
    ...facts.japan.flatMap(({ name, governmentCode }) => fullName(name, governmentCode)),
    ...facts.foreign.map(({ name }) => name),
    ...facts.departments,
    ...prose,
  ];
}

/** 舞鶴市 printed without its prefecture is found as 京都府舞鶴市 too. */
function fullName(printed: string, governmentCode: string | null): readonly string[] {
  const full = governmentCode === null ? undefined : findGovernment(governmentCode)?.fullName;
  return full === undefined || full === printed ? [] : [full];
}

export function orderingDate(dates: readonly AgreementDate[]): AgreementDate | undefined {
  for (const role of ROLE_ORDER) {
    const own = dates.filter((date) => date.role === role && date.date !== null);
    if (own.length > 0) return own.reduce((a, b) => ((a.date ?? "") <= (b.date ?? "") ? a : b));
  }
  return undefined;
}

function firstDay(date: AgreementDate | undefined): string | null {
  if (date === undefined || date.date === null) return null;
  if (date.precision === "fiscalYear") return `${date.date}-04-01`;
  return `${date.date}${"-01-01".slice(date.date.length - "YYYY".length)}`;
}
