/** Both sides of an agreement as the bridge shows them: names with their pages, who holds it now, the country. */
import type { Child } from "hono/jsx";
import { type Lang, Link, type PartyView, pathIn } from "../../../ui/index.ts";
import type { AgreementFacts, ForeignParty, JapaneseParty } from "../../agreement.ts";
import { counterpartAddress, countryAddress, governmentAddress } from "../../criteria-address.ts";
import { findGovernment, presentHolders } from "../../reference/local-governments.ts";
import { countryText } from "../place-names.ts";
import { words } from "../words.ts";

export function japanViews({ japan }: AgreementFacts, lang: Lang): readonly PartyView[] {
  return japan.map((party) => ({
    name: party.name,
    href: party.governmentCode === null ? undefined : pathIn(lang, governmentAddress(party.governmentCode)),
    note: holderNote(party, lang),
  }));
}

/** Who holds it now, when the body that signed is gone. */
function holderNote({ governmentCode }: JapaneseParty, lang: Lang): Child {
  const { record, separator } = words(lang);
  const signed = governmentCode === null ? undefined : findGovernment(governmentCode);
  if (signed === undefined) return record.notGovernment;
  const holders = presentHolders(signed).filter(({ code }) => code !== signed.code);
  return holders.length === 0 ? undefined : record.heldBy(holders.map(({ fullName }) => fullName).join(separator));
}

export function foreignViews({ foreign }: AgreementFacts, lang: Lang): readonly PartyView[] {
  return foreign.map((party: ForeignParty) => ({
    name: party.name,
    href: party.counterpartId === null ? undefined : pathIn(lang, counterpartAddress(party.counterpartId)),
    note: countryNote(party, lang),
  }));
}

function countryNote({ country }: ForeignParty, lang: Lang): Child {
  const name = countryText(country, lang);
  return country === null ? name : <Link href={pathIn(lang, countryAddress(country))}>{name}</Link>;
}
