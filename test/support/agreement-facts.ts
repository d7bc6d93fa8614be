/** Valid facts of an invented agreement; a test states only what matters to it. */
import type { AgreementDate, AgreementFacts } from "../../src/registry/agreement.ts";

export function agreementFacts(own: Partial<AgreementFacts> = {}): AgreementFacts {
  return {
    title: "友好交流に関する覚書",
    japan: [{ name: "青森県青森市", governmentCode: "02201" }],
    foreign: [{ name: "中華人民共和国大連市", country: "CN", counterpartId: null }],
    dates: [],
    listings: [],
    background: null,
    activities: null,
    outcomes: null,
    urls: [],
    departments: [],
    phones: [],
    sources: [],
    ...own,
  };
}

export function signedOn(date: string): AgreementDate {
  const precision = date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
  return { asPrinted: date, date, precision, role: "signed", party: null, conflict: null };
}
