/** What the audit says of programmes: their titles, what changed in the words of their pages, the years touched. */
import type { AuditRecords, FactChange } from "../../office/index.ts";
import type { Lang } from "../../ui/index.ts";
import { programmeWords as programmeWordsEn } from "../messages.en.ts";
import { programmeWords } from "../messages.ja.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { programmeAddress } from "../programme-address.ts";
import { PROGRAMME_FACT_NAMES, type ProgrammeFactName } from "../recorded-programme.ts";
import { titlesOfProgrammes } from "../titles-store.ts";
import { words } from "./words.ts";
import { shortYearText } from "./year-words.ts";

export const programmesInAudit: AuditRecords = {
  kind: "programme",
  describe: async (tx, ids) => {
    const titles = await titlesOfProgrammes(tx, ids);
    return new Map([...titles].map(([id, title]) => [id, { title, href: programmeAddress(id) }]));
  },
  changes: (before, after, lang): readonly FactChange[] => {
    const changed = PROGRAMME_FACT_NAMES.filter((name) => name in before || name in after);
    return changed.map((name) => ({
      fact: words(lang).facts[name],
      before: factText(before, name, lang),
      after: factText(after, name, lang),
    }));
  },
};

/** An event carries only the facts, and of the years only the entries, that changed. */
function factText(part: Readonly<Record<string, unknown>>, name: ProgrammeFactName, lang: Lang): string {
  const facts = part as Partial<ProgrammeFacts>; // the history wrote them
  const { separator } = words(lang);
  if (name === "years") return (facts.years ?? []).map((entry) => yearText(entry, lang)).join(separator);
  if (name === "startFiscalYear") return facts.startFiscalYear?.asPrinted ?? "";
  if (name === "recurrence") return facts.recurrence?.asPrinted ?? "";
  if (name === "operator") return facts.operator?.name ?? "";
  if (name === "partners") return (facts.partners ?? []).map((partner) => partner.name).join(separator);
  if (name === "relations") return (facts.relations ?? []).map(({ text }) => text).join(separator);
  if (name === "fields" || name === "agreementIds") return (facts[name] ?? []).join(separator);
  return String(facts[name] ?? "");
}

function yearText({ fiscalYear, column, status }: ProgrammeFacts["years"][number], lang: Lang): string {
  const w = lang === "en" ? programmeWordsEn : programmeWords;
  return `${shortYearText(fiscalYear, lang)} ${w.column[column]} ${w.status[status]}`;
}
