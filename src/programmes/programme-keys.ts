/** What lists search in: whose it is, the title, partners and places, and what was written of the years, as match keys. */
import { matchKey } from "../kernel/name-key.ts";
import { findGovernment } from "../registry/index.ts";
import type { ProgrammeFacts } from "./programme.ts";
import type { ProgrammeIdentity } from "./recorded-programme.ts";

type Owned = Pick<ProgrammeIdentity, "owner" | "ownerName">;

export function searchKeyOf({ owner, ownerName }: Owned, facts: ProgrammeFacts): string {
  const { title, titleNote, section, overview, operator, partners, relations, years } = facts;
  const said = [
    ...[title, ownerName ?? findGovernment(owner)?.fullName, titleNote, section, overview, operator?.name],
    ...partners.flatMap(({ name, formerName }) => [name, formerName]),
    ...relations.map(({ text }) => text),
    ...years.flatMap(({ text, events, items, people, reasonAsPrinted }) => [
      ...events.flatMap(({ name, place }) => [name, place]),
      ...items.map(({ label }) => label),
      ...people.map(({ place }) => place),
      ...[reasonAsPrinted, text],
    ]),
  ];
  // places and names come again from year to year, and a key costs more than to see that
  const keys = [...new Set(said)].flatMap((text) => (text == null ? [] : matchKey(text))).filter((key) => key !== "");
  return [...new Set(keys)].join("\n");
}
