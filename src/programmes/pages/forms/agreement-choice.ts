/**
 * Choosing the agreements (提携・協定) a programme rests on: searched for by words or by number among those of its own
 * body, for a prefecture among those of its municipalities too, or among all. Nothing is saved by a search.
 */
import type { Tx } from "../../../platform/index.ts";
import { type AgreementSummary, agreementsByNumber, type Criteria, listAgreements } from "../../../registry/index.ts";
import type { FactsInput } from "./facts-input.ts";

/** `own` are those of the body, `all` those of everybody. */
export type SearchedIn = "own" | "all";

export type AgreementOffer = Readonly<{
  /** What is known of those that are linked, or were chosen; the others cannot be read by this person. */
  linked: readonly AgreementSummary[];
  /** Null when nothing was searched for. */
  found: Readonly<{
    words: string;
    within: SearchedIn;
    rows: readonly AgreementSummary[];
    /** More than are shown. */
    hasMore: boolean;
  }> | null;
}>;

export const NO_OFFER: AgreementOffer = { linked: [], found: null };

const MOST_FOUND = 30;
const NUMBER = /A\d{6,9}/gu;

export const FIND = { own: "find:own", all: "find:all" } as const;

/**
 * Where to search, if a search was asked for. Enter in the field of the search presses the button that saves: words
 * that nobody has searched for yet are then searched for first.
 */
export function readFind(act: string, input: FactsInput): SearchedIn | undefined {
  if (act === FIND.own) return "own";
  if (act === FIND.all) return "all";
  const isNew = input.agreementSearch !== "" && input.agreementSearch !== input.agreementSearched;
  return act === "save" && isNew ? "own" : undefined;
}

/** Linked ones first, then those that were chosen or whose number was typed. */
export function chosenAgreements({ agreements, agreementsShown }: FactsInput): readonly string[] {
  return [...new Set([...agreementsShown, ...agreements])];
}

export function numbersIn(text: string): readonly string[] {
  return [...new Set(text.normalize("NFKC").toUpperCase().match(NUMBER) ?? [])];
}

/** @param owner undefined while nobody knows whose the programme is. */
export async function offerAgreements(
  tx: Tx,
  input: FactsInput,
  owner: string | undefined,
  within: SearchedIn | undefined,
): Promise<AgreementOffer> {
  const chosen = chosenAgreements(input);
  const linked = await agreementsByNumber(tx, chosen);
  if (within === undefined) return { linked, found: null };
  const words = input.agreementSearch;
  const { rows, hasMore } = await findAgreements(tx, words, within === "own" ? scopeOf(owner) : {});
  return { linked, found: { words, within, rows: rows.filter(({ id }) => !chosen.includes(id)), hasMore } };
}

async function findAgreements(tx: Tx, words: string, scope: Criteria) {
  const numbers = numbersIn(words);
  if (numbers.length > 0) return { rows: await agreementsByNumber(tx, numbers), hasMore: false };
  const criteria = words === "" ? scope : { ...scope, q: words };
  const { rows, next } = await listAgreements(tx, { criteria, limit: MOST_FOUND });
  return { rows, hasMore: next !== null };
}

/** A prefecture's own and its municipalities'; a body that is no local government has none of its own. */
export function scopeOf(owner: string | undefined): Pick<Criteria, "government" | "prefecture"> {
  if (owner === undefined || !/^[0-9]{5}$/u.test(owner)) return {};
  return owner.endsWith("000") ? { prefecture: owner.slice(0, 2) } : { government: owner };
}
