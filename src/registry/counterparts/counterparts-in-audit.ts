/** What the audit says of counterparts: their names and what changed in them, in the registry's words. */
import type { AuditRecords } from "../../office/index.ts";
import { counterpartAddress } from "../criteria-address.ts";
import { COUNTERPART_FACT_NAMES, type CounterpartFacts } from "./counterpart-facts.ts";
import { namesOfCounterparts } from "./counterpart-record-store.ts";
import { counterpartFactText } from "./counterpart-table.tsx";
import { counterpartWords } from "./words.ts";

const NOTHING: CounterpartFacts = { name: "", country: null, subdivision: null, kind: null, names: [] };

export const counterpartsInAudit: AuditRecords = {
  kind: "counterpart",
  describe: async (tx, ids) => {
    const names = await namesOfCounterparts(tx, ids);
    return new Map([...names].map(([id, title]) => [id, { title, href: counterpartAddress(id) }]));
  },
  changes: (before, after, lang) => {
    // The history wrote them; an event carries only the facts that changed.
    const [then, now] = [
      { ...NOTHING, ...(before as Partial<CounterpartFacts>) },
      { ...NOTHING, ...(after as Partial<CounterpartFacts>) },
    ];
    return COUNTERPART_FACT_NAMES.filter((name) => name in before || name in after).map((name) => ({
      fact: counterpartWords(lang).facts[name],
      before: counterpartFactText(then, name, lang),
      after: counterpartFactText(now, name, lang),
    }));
  },
};
