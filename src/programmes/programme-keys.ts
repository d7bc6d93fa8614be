/** What lists search in: the title, the partners and places, and what was written of the years, as match keys. */
import { matchKey } from "../kernel/name-key.ts";
import type { ProgrammeFacts } from "./programme.ts";

export function searchKeyOf(facts: ProgrammeFacts): string {
  const { title, titleNote, section, overview, operator, partners, relations, years } = facts;
  const said = [
    ...[title, titleNote, section, overview, operator?.name],
    ...partners.flatMap(({ name, formerName }) => [name, formerName]),
    ...relations.map(({ text }) => text),
    ...years.flatMap(({ text, events, items, people, reasonAsPrinted }) => [
      ...events.flatMap(({ name, place }) => [name, place]),
      ...items.map(({ label }) => label),
      ...people.map(({ place }) => place),
      ...[reasonAsPrinted, text],
    ]),
  ];
  const keys = said.flatMap((text) => (text == null ? [] : matchKey(text))).filter((key) => key !== "");
  return [...new Set(keys)].join("\n");
}
