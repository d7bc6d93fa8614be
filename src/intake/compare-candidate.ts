/**
 * How alike a draft and a record of the registry are: same parties, same title, same date, each said as a reason.
 * Likeness only suggests. One prefecture and one province signed five different documents on one day, so joining
 * the two is always a person's act.
 */
import { matchKey } from "../kernel/name-key.ts";
import type { AgreementDate, AgreementFacts } from "../registry/index.ts";

export const LIKENESSES = ["same_title", "title_contained", "same_parties", "shared_parties", "same_date"] as const;
export type Likeness = (typeof LIKENESSES)[number];

export type Comparable = Pick<AgreementFacts, "title" | "japan" | "foreign" | "dates">;

export type Comparison = Readonly<{
  reasons: readonly Likeness[];
  differing: readonly ("title" | "japan" | "foreign" | "dates")[];
  /** Parties, title and date agree: it would be one record twice. */
  looksSame: boolean;
  score: number;
}>;

const WEIGHTS = {
  same_title: 4,
  title_contained: 2,
  same_parties: 3,
  shared_parties: 1,
  same_date: 2,
} satisfies Record<Likeness, number>;

/** Shared parties alone are too little: a prefecture has many agreements with one province. */
const WORTH_SHOWING = 3;

export function compareCandidate(draft: Comparable, record: Comparable): Comparison {
  const japan = compareSets(draft.japan.map(japaneseKey), record.japan.map(japaneseKey));
  const foreign = compareSets(draft.foreign.map(foreignKey), record.foreign.map(foreignKey));
  const title = compareTitles(draft.title, record.title);
  const dates = compareSets(draft.dates.flatMap(datum), record.dates.flatMap(datum));
  const reasons: Likeness[] = [];
  if (title === "same") reasons.push("same_title");
  if (title === "contained") reasons.push("title_contained");
  if (japan === "same" && foreign === "same") reasons.push("same_parties");
  else if (japan !== "apart" && foreign !== "apart") reasons.push("shared_parties");
  if (dates === "same" || dates === "shared") reasons.push("same_date");
  return {
    reasons,
    differing: [
      ...(title === "same" ? [] : (["title"] as const)),
      ...(japan === "same" ? [] : (["japan"] as const)),
      ...(foreign === "same" ? [] : (["foreign"] as const)),
      ...(dates === "same" ? [] : (["dates"] as const)),
    ],
    looksSame: title === "same" && japan === "same" && foreign === "same" && dates !== "apart",
    score: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0),
  };
}

export function isWorthShowing({ score, reasons }: Comparison): boolean {
  return score >= WORTH_SHOWING && (reasons.includes("same_parties") || score > WORTH_SHOWING);
}

type SetComparison = "same" | "shared" | "apart";

/** Nothing on either side says nothing against it. */
function compareSets(a: readonly string[], b: readonly string[]): SetComparison {
  const [first, second] = [new Set(a), new Set(b)];
  const shared = [...first].filter((key) => second.has(key)).length;
  if (shared === first.size && shared === second.size) return "same";
  if (first.size === 0 || second.size === 0) return "shared";
  return shared > 0 ? "shared" : "apart";
}

function compareTitles(a: string, b: string): "same" | "contained" | "apart" {
  const [first, second] = [matchKey(a), matchKey(b)];
  if (first === second) return "same";
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return short.length >= 6 && long.includes(short) ? "contained" : "apart";
}

function japaneseKey({ name, governmentCode }: AgreementFacts["japan"][number]): string {
  return governmentCode ?? matchKey(name);
}

function foreignKey({ name }: AgreementFacts["foreign"][number]): string {
  return matchKey(name);
}

function datum({ date }: AgreementDate): readonly string[] {
  return date === null ? [] : [date];
}
