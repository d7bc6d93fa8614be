/** A fact of an agreement as plain text, one entry a line, for comparing two versions side by side. */
import { countryName } from "../../kernel/country.ts";
import { type AgreementFacts, type FactName, fieldName } from "../../registry/index.ts";
import type { Lang } from "../../ui/index.ts";
import { dateView } from "./day-words.ts";
import { words } from "./words.ts";

export function factWords(name: FactName, facts: AgreementFacts, lang: Lang): string {
  switch (name) {
    case "title":
      return facts.title;
    case "japan":
      return facts.japan.map((party) => [party.name, party.governmentCode ?? ""].join(" ").trim()).join("\n");
    case "foreign":
      return facts.foreign
        .map((party) => (party.country === null ? party.name : `${party.name}（${countryName(party.country, lang)}）`))
        .join("\n");
    case "dates":
      return facts.dates.map((date) => dateWords(date, lang)).join("\n");
    case "listings":
      return facts.listings.map(fieldName).join("、");
    case "sources":
      return facts.sources.map(({ title, place }) => [title, place ?? ""].join(" ").trim()).join("\n");
    case "urls":
    case "departments":
    case "phones":
      return facts[name].join("\n");
    default:
      return facts[name] ?? "";
  }
}

function dateWords(date: AgreementFacts["dates"][number], lang: Lang): string {
  const { edit, draft } = words(lang);
  const read = dateView(date)?.wareki ?? draft.unreadableDate;
  return `${edit.roles[date.role]}${date.party === null ? "" : `（${date.party}）`} ${read}［${date.asPrinted}］`;
}

/** Names of the facts that people compare. */
export function factLabel(name: FactName, lang: Lang): string {
  const { facts } = words(lang).draft;
  if (name === "listings") return facts.listing;
  return name === "sources" ? words(lang).link.addsSource : facts[name];
}
