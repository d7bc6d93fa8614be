/** What the audit says of agreements: their titles, their facts in the registry's words, the record of a day. */
import type { AuditRecords, FactChange } from "../../office/index.ts";
import type { Lang } from "../../ui/index.ts";
import type { AgreementFacts } from "../agreement.ts";
import { agreementAddress } from "../criteria-address.ts";
import { FACT_NAMES } from "../recorded-agreement.ts";
import { titlesOfAgreements } from "../titles-store.ts";
import { factLabel, factText } from "./fact-text.ts";
import { words } from "./words.ts";

export const agreementsInAudit: AuditRecords = {
  kind: "agreement",
  describe: async (tx, ids) => {
    const titles = await titlesOfAgreements(tx, ids);
    return new Map([...titles].map(([id, title]) => [id, { title, href: agreementAddress(id) }]));
  },
  changes: (before, after, lang) => [...factChanges(before, after, lang), ...publicationChange(before, after, lang)],
  addressOn: (id, day) => `${agreementAddress(id)}?on=${day}`,
};

type Facts = Readonly<Record<string, unknown>>;

const NOTHING: AgreementFacts = {
  title: "",
  ...{ japan: [], foreign: [], dates: [], listings: [], urls: [], departments: [], phones: [], sources: [] },
  ...{ background: null, activities: null, outcomes: null },
};

/** An event carries only the facts that changed. */
function factChanges(before: Facts, after: Facts, lang: Lang): readonly FactChange[] {
  const [then, now] = [factsIn(before), factsIn(after)];
  return FACT_NAMES.filter((name) => name in before || name in after).map((name) => ({
    fact: factLabel(name, lang),
    before: factText(then, name, lang),
    after: factText(now, name, lang),
  }));
}

function factsIn(part: Facts): AgreementFacts {
  return { ...NOTHING, ...(part as Partial<AgreementFacts>) }; // the history wrote them
}

function publicationChange(before: Facts, after: Facts, lang: Lang): readonly FactChange[] {
  if (before.publication === after.publication) return [];
  const { states, fact } = words(lang).inAudit;
  const say = (state: unknown) =>
    typeof state === "string" && state in states ? states[state as keyof typeof states] : "";
  return [{ fact, before: say(before.publication), after: say(after.publication) }];
}
