/** A fact of a programme in words, as two versions of it are set side by side. */
import { fieldText } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import type { ProgrammeFactName } from "../../recorded-programme.ts";
import { words } from "../words.ts";
import { dateText, shortYearText } from "../year-words.ts";

export function factText(facts: ProgrammeFacts, name: ProgrammeFactName, lang: Lang): string {
  const { record, relation, column, status } = words(lang);
  switch (name) {
    case "partners":
      return facts.partners
        .map(({ name: own, formerName }) => `${own}${formerName === null ? "" : record.formerName(formerName)}`)
        .join("\n");
    case "relations":
      return facts.relations
        .map(({ kind, date, text }) => [date === null ? "" : dateText(date, lang), relation[kind], text])
        .map((parts) => parts.filter((part) => part !== "").join("　"))
        .join("\n");
    case "years":
      return facts.years
        .map((entry) => `${shortYearText(entry.fiscalYear, lang)}　${column[entry.column]}　${status[entry.status]}`)
        .join("\n");
    case "startFiscalYear":
    case "recurrence":
      return facts[name]?.asPrinted ?? "";
    case "operator":
      return facts.operator === null ? "" : `${facts.operator.name}　${record.operatorKinds[facts.operator.kind]}`;
    case "fields":
      return facts.fields.map((field) => fieldText(field, lang)).join("\n");
    case "agreementIds":
      return facts.agreementIds.join("\n");
    default:
      return String(facts[name] ?? "");
  }
}
