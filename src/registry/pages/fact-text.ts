/** Facts of an agreement as plain text and their names, for setting two versions side by side. */
import type { Lang } from "../../ui/index.ts";
import type { AgreementDate, AgreementFacts, SourceReference } from "../agreement.ts";
import type { FactName } from "../recorded-agreement.ts";
import { countryText, fieldText, governmentText } from "./place-names.ts";
import { words } from "./words.ts";

/** Empty when the fact says nothing. */
export function factText(facts: AgreementFacts, name: FactName, lang: Lang): string {
  const w = words(lang);
  switch (name) {
    case "title":
      return facts.title;
    case "japan":
      return list(facts.japan.map(({ name: own, governmentCode }) => bracketed(own, codeText(governmentCode, own))));
    case "foreign":
      return list(facts.foreign.map(({ name: own, country }) => bracketed(own, countryText(country, lang))));
    case "dates":
      return list(facts.dates.map((date) => dateText(date, lang)));
    case "listings":
      return list(
        facts.listings.map((field, index) =>
          bracketed(fieldText(field, lang), w.position[index === 0 ? "main" : "relisting"]),
        ),
      );
    case "sources":
      return list(facts.sources.map(sourceText));
    case "urls":
    case "departments":
    case "phones":
      return list(facts[name]);
    default:
      return facts[name] ?? "";
  }
}

function list(texts: readonly string[]): string {
  return texts.join("\n");
}

function bracketed(text: string, inner: string): string {
  return inner === "" ? text : `${text}（${inner}）`;
}

function codeText(code: string | null, name: string): string {
  if (code === null) return "";
  return governmentText(code) === name ? code : `${code} ${governmentText(code)}`;
}

function dateText({ asPrinted, role, party, date }: AgreementDate, lang: Lang): string {
  const w = words(lang);
  return `${party === null ? "" : w.ofParty(party)}${w.roles[role]}　${bracketed(asPrinted, date ?? "")}`;
}

function sourceText({ title, publisher, place, asOf }: SourceReference): string {
  return [title, publisher, place, asOf].filter((part) => part !== null).join("　");
}

export function factLabel(name: FactName, lang: Lang): string {
  return words(lang).facts[name];
}

/** 締結日, 更新日. */
export function dateRoleText(role: AgreementDate["role"], lang: Lang): string {
  return words(lang).roles[role];
}
