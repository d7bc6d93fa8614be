/**
 * Partners (相手) that a body has written before, in its programmes and its agreements: offered while one is typed, so
 * that one partner does not come to stand there in two spellings.
 */
import { matchKey } from "../../../kernel/name-key.ts";
import type { Tx } from "../../../platform/index.ts";
import { type NamedPartner, partnersInAgreements } from "../../../registry/index.ts";
import { partnersInProgrammes } from "../../partners-query.ts";
import { scopeOf } from "./agreement-choice.ts";

const MOST = 200;

/** @param owner undefined while nobody knows whose the programme is. */
export async function knownPartners(tx: Tx, owner: string | undefined): Promise<readonly NamedPartner[]> {
  if (owner === undefined) return [];
  const used = await partnersInProgrammes(tx, owner, MOST);
  const signed = await partnersInAgreements(tx, scopeOf(owner), MOST);
  const byName = new Map([...signed, ...used].map((one) => [one.name, one]));
  return [...new Set([...used, ...signed].map(({ name }) => name))].flatMap((name) => byName.get(name) ?? []);
}

/** 市, 省 and the like at the end of a name, which some write and some do not. */
const KIND = /[市省州県郡区町村道]$/u;

/** The spelling under which the same partner is known; undefined when it is spelled so, or nothing like it is known. */
export function spelledBefore(name: string, known: readonly NamedPartner[]): NamedPartner | undefined {
  if (known.some((one) => one.name === name)) return undefined;
  const key = matchKey(name);
  const same = known.find((one) => matchKey(one.name) === key);
  return same ?? known.find((one) => isAlike(matchKey(one.name), key));
}

/** 大連市 and 遼寧省大連市; リヨン and リヨン市. */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isWhole = KIND.test(short) && [...short].length > 2;
  return (isWhole && long.endsWith(short)) || (KIND.test(long) && long.slice(0, -1) === short);
}
