/** The form of a counterpart: what stands in its fields, and the facts they say. */
import { datumOf, parsePartialDate } from "../../kernel/partial-date.ts";
import { formText } from "../../platform/index.ts";
import {
  COUNTERPART_KINDS,
  type CounterpartFacts,
  type CounterpartOtherName,
  NAME_SCRIPTS,
} from "./counterpart-facts.ts";

export type NameInput = Readonly<{ name: string; script: string; from: string; until: string }>;
export type CounterpartInput = Readonly<{
  version: number;
  name: string;
  country: string;
  subdivision: string;
  kind: string;
  names: readonly NameInput[];
  reason: string;
}>;

const EMPTY_ROWS = 3;
const NO_NAME: NameInput = { name: "", script: "", from: "", until: "" };

/** With empty rows for more names. */
export function inputOf(facts: CounterpartFacts, version: number): CounterpartInput {
  const { name, country, subdivision, kind, names } = facts;
  const rows = names.map((one) => ({
    ...{ name: one.name, script: one.script ?? "", from: one.from ?? "", until: one.until ?? "" },
  }));
  const empty = Array.from({ length: EMPTY_ROWS }, () => NO_NAME);
  const said = { name, country: country ?? "", subdivision: subdivision ?? "", kind: kind ?? "" };
  return { version, ...said, names: [...rows, ...empty], reason: "" };
}

export function inputFrom(form: FormData): CounterpartInput {
  const all = (field: string) => form.getAll(field).map((value) => (typeof value === "string" ? value : ""));
  const [scripts, from, until] = [all("script"), all("from"), all("until")];
  const names = all("otherName").map((name, index) => ({
    ...{ name, script: scripts[index] ?? "", from: from[index] ?? "", until: until[index] ?? "" },
  }));
  return {
    version: Number(formText(form, "version")),
    ...{ name: formText(form, "name"), country: formText(form, "country"), kind: formText(form, "kind") },
    ...{ subdivision: formText(form, "subdivision"), reason: formText(form, "reason"), names },
  };
}

/** @returns the facts, or the date that cannot be read. */
export function factsFrom(input: CounterpartInput): CounterpartFacts | Readonly<{ unreadable: string }> {
  const names: CounterpartOtherName[] = [];
  for (const row of input.names) {
    if (row.name.trim() === "") continue;
    const [from, until] = [dateIn(row.from), dateIn(row.until)];
    if (from === undefined) return { unreadable: row.from };
    if (until === undefined) return { unreadable: row.until };
    const script = NAME_SCRIPTS.find((known) => known === row.script) ?? null;
    names.push({ name: row.name.trim(), script, from, until });
  }
  return {
    ...{
      name: input.name.trim(),
      country: input.country.trim() || null,
      subdivision: input.subdivision.trim() || null,
    },
    kind: COUNTERPART_KINDS.find((known) => known === input.kind) ?? null,
    names,
  };
}

/** Null when nothing was typed, undefined when it is no date. */
function dateIn(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const read = parsePartialDate(text.trim());
  return read.ok ? (datumOf(read.value) ?? undefined) : undefined;
}
