/** What the audit says of imports: their documents' names, and which draft, finding and agreement an act was about. */
import type { AuditRecords, FactChange } from "../../office/index.ts";
import type { Language } from "../../platform/index.ts";
import { namesOfDocuments } from "../document-names-store.ts";
import type { CorrectedFact } from "../event-store.ts";
import { words } from "./words.ts";

export const importsInAudit: AuditRecords = {
  kind: "import",
  describe: async (tx, ids) => {
    const names = await namesOfDocuments(tx, ids);
    return new Map([...names].map(([id, name]) => [id, { title: name, href: `/imports/${id}` }]));
  },
  changes: (_before, after, lang) => {
    const { inAudit } = words(lang);
    const about = (["draft", "finding", "agreement", "record"] as const).flatMap((name) =>
      after[name] === undefined ? [] : [{ fact: inAudit[name], before: "", after: String(after[name]) }],
    );
    return [...about, ...correctedFacts(after.changes, lang)];
  },
};

function correctedFacts(changes: unknown, lang: Language): readonly FactChange[] {
  if (!Array.isArray(changes)) return [];
  // Written by event-store.ts alone.
  return (changes as readonly CorrectedFact[]).map(({ label, before, after }) => ({
    fact: label[lang],
    before,
    after,
  }));
}
