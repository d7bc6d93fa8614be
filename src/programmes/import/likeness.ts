/**
 * How alike a draft of a report and a programme on record are, each said as a reason. The same title is the same
 * programme, also where the partner was renamed in between and the title with it; all else only suggests, and joining
 * is always a person's act.
 */
import { bigramsOfKey, matchKey } from "../../kernel/name-key.ts";
import { type ProgrammeFacts, shortTitle } from "../programme.ts";

export const LIKENESSES = [
  "same_title",
  "title_by_former_name",
  "same_short_title",
  "title_contained",
  "similar_title",
  "shared_partner",
  "same_start",
] as const;
export type Likeness = (typeof LIKENESSES)[number];

const WEIGHTS = {
  same_title: 8,
  title_by_former_name: 7,
  same_short_title: 4,
  title_contained: 3,
  similar_title: 2,
  shared_partner: 1,
  same_start: 1,
} satisfies Record<Likeness, number>;

export type Comparison = Readonly<{
  reasons: readonly Likeness[];
  /** It would be one programme twice. */
  looksSame: boolean;
  score: number;
}>;

/** What is compared, made once for each programme. */
export type Traits = Readonly<{
  title: string;
  shortTitle: string;
  bigrams: ReadonlySet<string>;
  partners: ReadonlySet<string>;
  renames: readonly (readonly [from: string, to: string])[];
  start: number | null;
}>;

export function traitsOf(facts: ProgrammeFacts): Traits {
  const title = matchKey(facts.title);
  const names = facts.partners.flatMap(({ name, formerName }) => [name, formerName ?? ""]).map(matchKey);
  return {
    title,
    shortTitle: matchKey(shortTitle(facts)),
    bigrams: new Set(bigramsOfKey(title)),
    partners: new Set(names.filter((name) => name !== "")),
    renames: facts.partners.flatMap(({ name, formerName }) =>
      formerName === null ? [] : [[matchKey(formerName), matchKey(name)] as const],
    ),
    start: facts.startFiscalYear?.fiscalYear ?? null,
  };
}

export function compareTraits(recorded: Traits, stated: Traits): Comparison {
  const titles = compareTitles(recorded, stated);
  const hasPartner = [...stated.partners].some((name) => recorded.partners.has(name));
  const isSameStart = recorded.start !== null && recorded.start === stated.start;
  const reasons: readonly Likeness[] = [
    ...(titles === null ? [] : [titles]),
    ...(hasPartner ? (["shared_partner"] as const) : []),
    ...(isSameStart ? (["same_start"] as const) : []),
  ];
  // A start year that both state and that differs makes two programmes of one name.
  const canBeSame = recorded.start === null || stated.start === null || isSameStart;
  return {
    reasons,
    looksSame: canBeSame && (titles === "same_title" || titles === "title_by_former_name"),
    score: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0),
  };
}

/** A similar title alone is too little: an office sends officers to many countries. */
const WORTH_SHOWING = 4;

export function isWorthShowing({ score, reasons }: Comparison): boolean {
  const [first] = reasons;
  return score >= WORTH_SHOWING && first !== "shared_partner" && first !== "same_start";
}

function compareTitles(a: Traits, b: Traits): Likeness | null {
  if (a.title === b.title) return "same_title";
  const renames = [...a.renames, ...b.renames];
  if (renames.length > 0 && renamed(a.title, renames) === renamed(b.title, renames)) return "title_by_former_name";
  if (a.shortTitle === b.shortTitle) return "same_short_title";
  const [short, long] = a.title.length <= b.title.length ? [a.title, b.title] : [b.title, a.title];
  if (short.length >= 6 && long.includes(short)) return "title_contained";
  return likenessOfSets(a.bigrams, b.bigrams) >= 0.6 ? "similar_title" : null;
}

/** With the name of today, said once where a title gives both: 新青道（旧青海道）. */
function renamed(title: string, renames: Traits["renames"]): string {
  return renames.reduce(
    (text, [from, to]) => text.replaceAll(`${to}旧${from}`, to).replaceAll(from, to).replaceAll(`${to}旧${to}`, to),
    title,
  );
}

/** Dice: 1 is the same, 0 has nothing in common. */
function likenessOfSets(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (large.size > small.size * 3) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
