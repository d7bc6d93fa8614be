/**
 * Records of the registry that a draft may be speaking of, best first, each with the reasons and with what differs.
 * They are looked for among the agreements of the draft's local governments and by its title.
 */
import type { Tx } from "../platform/index.ts";
import { type AgreementFacts, type AgreementSummary, type Criteria, listAgreements } from "../registry/index.ts";
import { type Comparison, compareCandidate, isWorthShowing } from "./compare-candidate.ts";

export type Candidate = Readonly<{ agreement: AgreementSummary; comparison: Comparison }>;

const GOVERNMENTS_LOOKED_AT = 5;
const AGREEMENTS_LOOKED_AT = 200;
const SHOWN = 5;

export async function findCandidates(tx: Tx, facts: AgreementFacts): Promise<readonly Candidate[]> {
  const found = new Map<string, AgreementSummary>();
  for (const criteria of searchesFor(facts)) {
    const { rows } = await listAgreements(tx, { criteria, limit: AGREEMENTS_LOOKED_AT });
    for (const row of rows) if (row.publication === "published") found.set(row.id, row);
  }
  return [...found.values()]
    .map((agreement) => ({ agreement, comparison: compareCandidate(facts, agreement) }))
    .filter(({ comparison }) => isWorthShowing(comparison))
    .sort((a, b) => b.comparison.score - a.comparison.score || (a.agreement.id < b.agreement.id ? -1 : 1))
    .slice(0, SHOWN);
}

/** A country narrows the many agreements of a prefecture; with several countries it does not. */
function searchesFor({ japan, foreign, title }: AgreementFacts): readonly Criteria[] {
  const codes = [...new Set(japan.flatMap(({ governmentCode }) => governmentCode ?? []))];
  const countries = [...new Set(foreign.map(({ country }) => country))];
  const [only] = countries;
  const narrowed = countries.length === 1 && only !== null && only !== undefined ? { country: only } : {};
  const byGovernment = codes.slice(0, GOVERNMENTS_LOOKED_AT).map((government) => ({ government, ...narrowed }));
  const words = title.normalize("NFKC").replace(/\s+/gu, "").slice(0, 40);
  return words.length < 2 ? byGovernment : [...byGovernment, { q: words }];
}
