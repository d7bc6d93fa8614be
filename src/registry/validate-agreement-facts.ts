/**
 * What may be recorded as an agreement. Three things make a record: a title and one party on each side (調査票の最小
 * 項目); everything else may come later, but what is said must be able to be true.
 */
import { countryByCode } from "../kernel/country.ts";
import { findPersonalMailboxes } from "../kernel/mailbox.ts";
import { matchKey } from "../kernel/name-key.ts";
import type { AgreementDate, AgreementFacts } from "./agreement.ts";
import type { FactName } from "./recorded-agreement.ts";
import { findGovernment } from "./reference/local-governments.ts";

export type FactProblemCode =
  | "title_missing"
  | "title_too_long"
  | "japan_missing"
  /** Said by the use case that knows the actor, not by `validateAgreementFacts`. */
  | "own_government_missing"
  | "foreign_missing"
  | "party_name_missing"
  | "party_name_too_long"
  | "party_twice"
  | "too_many_parties"
  | "government_unknown"
  | "country_unknown"
  | "date_unreadable"
  | "date_printed_missing"
  | "listing_twice"
  | "text_too_long"
  | "url_not_web"
  | "entry_empty"
  | "too_many_entries"
  | "personal_mailbox";

/** `index` says which entry of a list, from 0. */
export type FactProblem = Readonly<{ fact: FactName; code: FactProblemCode; index?: number }>;

const TITLE_LIMIT = 500;
const TEXT_LIMIT = 50_000;
const PARTY_LIMIT = 500;
const ENTRY_LIMIT = 100;

export function validateAgreementFacts(facts: AgreementFacts): readonly FactProblem[] {
  return [
    ...titleProblems(facts.title),
    ...japanProblems(facts),
    ...foreignProblems(facts),
    ...facts.dates.flatMap((date, index) => dateProblems(date, index)),
    ...repeated(facts.listings).map((index): FactProblem => ({ fact: "listings", code: "listing_twice", index })),
    ...textProblems(facts),
    ...linkProblems(facts.urls),
    ...entryProblems(facts),
  ];
}

function titleProblems(title: string): readonly FactProblem[] {
  if (title.trim() === "") return [{ fact: "title", code: "title_missing" }];
  if (title.length > TITLE_LIMIT) return [{ fact: "title", code: "title_too_long" }];
  return mailboxProblems("title", [title]);
}

function japanProblems({ japan }: AgreementFacts): readonly FactProblem[] {
  if (japan.length === 0) return [{ fact: "japan", code: "japan_missing" }];
  const strange = japan.flatMap(({ governmentCode }, index): FactProblem[] =>
    governmentCode !== null && findGovernment(governmentCode)?.code !== governmentCode
      ? [{ fact: "japan", code: "government_unknown", index }]
      : [],
  );
  const keys = japan.map(({ name, governmentCode }) => governmentCode ?? matchKey(name));
  return [
    ...nameProblems(
      "japan",
      japan.map(({ name }) => name),
      keys,
    ),
    ...strange,
  ];
}

function foreignProblems({ foreign }: AgreementFacts): readonly FactProblem[] {
  if (foreign.length === 0) return [{ fact: "foreign", code: "foreign_missing" }];
  const strange = foreign.flatMap(({ country }, index): FactProblem[] =>
    country !== null && countryByCode(country) === undefined
      ? [{ fact: "foreign", code: "country_unknown", index }]
      : [],
  );
  const keys = foreign.map(({ name, country }) => `${country}/${matchKey(name)}`);
  return [
    ...nameProblems(
      "foreign",
      foreign.map(({ name }) => name),
      keys,
    ),
    ...strange,
  ];
}

function nameProblems(fact: "japan" | "foreign", names: readonly string[], keys: readonly string[]): FactProblem[] {
  if (names.length > PARTY_LIMIT) return [{ fact, code: "too_many_parties" }];
  const blank = names.flatMap((name, index): FactProblem[] => {
    if (name.trim() === "") return [{ fact, code: "party_name_missing", index }];
    return name.length > TITLE_LIMIT ? [{ fact, code: "party_name_too_long", index }] : [];
  });
  const twice = repeated(keys).map((index): FactProblem => ({ fact, code: "party_twice", index }));
  return [...blank, ...(blank.length === 0 ? twice : []), ...mailboxProblems(fact, names)];
}

function dateProblems({ asPrinted, date, precision }: AgreementDate, index: number): readonly FactProblem[] {
  if (asPrinted.trim() === "") return [{ fact: "dates", code: "date_printed_missing", index }];
  return isReadable(date, precision) ? [] : [{ fact: "dates", code: "date_unreadable", index }];
}

const DATE_SHAPES: Readonly<Record<AgreementDate["precision"], RegExp>> = {
  day: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
  fiscalYear: /^\d{4}$/,
  none: /^$/,
};

function isReadable(date: string | null, precision: AgreementDate["precision"]): boolean {
  if (!DATE_SHAPES[precision].test(date ?? "")) return false;
  if (date === null) return true;
  const day = new Date(`${date}${"-01-01".slice(date.length - "YYYY".length)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function textProblems(facts: AgreementFacts): readonly FactProblem[] {
  return (["background", "activities", "outcomes"] as const).flatMap((fact): FactProblem[] => {
    const text = facts[fact];
    if (text === null) return [];
    if (text.length > TEXT_LIMIT) return [{ fact, code: "text_too_long" }];
    return mailboxProblems(fact, [text]).map(({ code }) => ({ fact, code }));
  });
}

function linkProblems(urls: readonly string[]): readonly FactProblem[] {
  return urls.flatMap((url, index): FactProblem[] =>
    URL.canParse(url) && /^https?:\/\//i.test(url) ? [] : [{ fact: "urls", code: "url_not_web", index }],
  );
}

function entryProblems(facts: AgreementFacts): readonly FactProblem[] {
  return (["departments", "phones", "urls", "dates", "sources"] as const).flatMap((fact): FactProblem[] => {
    if (facts[fact].length > ENTRY_LIMIT) return [{ fact, code: "too_many_entries" }];
    if (fact !== "departments" && fact !== "phones") return [];
    const empty = facts[fact].flatMap((entry, index): FactProblem[] =>
      entry.trim() === "" ? [{ fact, code: "entry_empty", index }] : [],
    );
    return [...empty, ...mailboxProblems(fact, facts[fact])];
  });
}

/** Addresses that look like a person's are never stored (個人のものとみられるメールアドレス). */
function mailboxProblems(fact: FactName, texts: readonly string[]): FactProblem[] {
  return texts.flatMap((text, index): FactProblem[] =>
    findPersonalMailboxes(text).length > 0 ? [{ fact, code: "personal_mailbox", index }] : [],
  );
}

/** Places of entries that stand in the list before. */
function repeated(entries: readonly string[]): readonly number[] {
  return entries.flatMap((entry, index) => (entries.indexOf(entry) < index ? [index] : []));
}
