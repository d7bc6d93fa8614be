/** What the audit says of imports: their documents' names, and which draft, finding and agreement an act was about. */
import type { AuditRecords } from "../../office/index.ts";
import { namesOfDocuments } from "../document-names-store.ts";
import { words } from "./words.ts";

export const importsInAudit: AuditRecords = {
  kind: "import",
  describe: async (tx, ids) => {
    const names = await namesOfDocuments(tx, ids);
    return new Map([...names].map(([id, name]) => [id, { title: name, href: `/imports/${id}` }]));
  },
  changes: (_before, after, lang) => {
    const { inAudit } = words(lang);
    return (["draft", "finding", "agreement", "record"] as const).flatMap((name) => {
      const about = after[name];
      return about === undefined ? [] : [{ fact: inAudit[name], before: "", after: String(about) }];
    });
  },
};
