/** What a person typed about a programme itself, as text. The years are written elsewhere. */
import { formText } from "../../../platform/index.ts";
import { countryText } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import type { Partner, ProgrammeFacts, Relation } from "../../programme.ts";
import { type Row, readRows, savedRow } from "./form-rows.ts";
import { type Asked, shownRows } from "./row-order.ts";

export const FACT_TEXTS = [
  ...(["title", "owner", "start", "number", "parentTitle", "titleNote", "section", "overview"] as const),
  ...(["recurrence", "operator", "operatorKind", "operatorAsPrinted"] as const),
  /** Numbers that were typed; what is searched for, and what was searched for last. */
  ...(["agreementIds", "agreementSearch", "agreementSearched"] as const),
  ...(["reason", "confirmation"] as const),
  /** The version that is saved over, and the one the form was opened with, to which `base` of the rows refers. */
  ...(["version", "opened"] as const),
] as const;
export type FactText = (typeof FACT_TEXTS)[number];

export const FACT_ROW_KINDS = ["partners", "relations"] as const;
export type FactRowKind = (typeof FACT_ROW_KINDS)[number];

export const FACT_ROW_FIELDS = {
  partners: ["name", "formerName", "country"],
  relations: ["kind", "date", "text"],
} as const satisfies Record<FactRowKind, readonly string[]>;

/** Ticked ones; `agreementsShown` are those that were linked when the form was opened, ticked or not. */
const FACT_CHOICES = ["fields", "agreements", "agreementsShown"] as const;
type FactChoice = (typeof FACT_CHOICES)[number];

export type FactsInput = Readonly<Record<FactText, string>> &
  Readonly<Record<FactChoice, readonly string[]>> &
  Readonly<Record<FactRowKind, readonly Row[]>>;

export const EMPTY_FACTS: ProgrammeFacts = {
  ...{ number: null, title: "", parentTitle: null, titleNote: null, startFiscalYear: null, section: null },
  ...{ overview: null, recurrence: null, operator: null, fields: [], partners: [], agreementIds: [] },
  ...{ years: [], relations: [] },
};

export function inputOfFacts(facts: ProgrammeFacts, version: number, owner: string, lang: Lang): FactsInput {
  const { operator } = facts;
  return {
    ...{ title: facts.title, owner, start: facts.startFiscalYear?.asPrinted ?? "", overview: facts.overview ?? "" },
    number: facts.number === null ? "" : String(facts.number),
    ...{ parentTitle: facts.parentTitle ?? "", titleNote: facts.titleNote ?? "", section: facts.section ?? "" },
    recurrence: facts.recurrence?.asPrinted ?? "",
    ...{ operator: operator?.name ?? "", operatorKind: operator?.kind ?? "designated_manager" },
    operatorAsPrinted: operator?.asPrinted ?? "",
    ...{ agreementIds: "", agreementSearch: "", agreementSearched: "" },
    ...{ fields: facts.fields, agreements: facts.agreementIds, agreementsShown: facts.agreementIds },
    ...rowsOfFacts(facts, lang),
    ...{ reason: "", confirmation: "", version: String(version), opened: String(version) },
  };
}

/** All of them; the form shows the first of each kind. */
export function rowsOfFacts({ partners, relations }: ProgrammeFacts, lang: Lang): Readonly<Record<FactRowKind, Row[]>> {
  return {
    partners: partners.map((partner, base) => savedRow(rowOfPartner(partner, lang), base)),
    relations: relations.map((relation, base) => savedRow(rowOfRelation(relation), base)),
  };
}

function rowOfPartner({ name, formerName, country }: Partner, lang: Lang): Row {
  return { name, formerName: formerName ?? "", country: country === null ? "" : countryText(country, lang) };
}

function rowOfRelation({ kind, date, text }: Relation): Row {
  return { kind, date: date?.asPrinted ?? "", text };
}

export function readFactsInput(form: FormData): FactsInput {
  const texts = Object.fromEntries(FACT_TEXTS.map((name) => [name, formText(form, name)]));
  const rows = FACT_ROW_KINDS.map((kind) => [kind, readRows(form, kind, FACT_ROW_FIELDS[kind])]);
  const choices = FACT_CHOICES.map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]);
  return { ...texts, ...Object.fromEntries([...rows, ...choices]) } as FactsInput; // all are named
}

/** The kind of a relation alone makes no row. */
export function isEmptyFactRow(kind: FactRowKind, row: Row): boolean {
  return FACT_ROW_FIELDS[kind].every((field) => field === "kind" || (row[field] ?? "") === "");
}

/** What the form shows, after a row was asked for or moved. */
export function withFactRows(input: FactsInput, asked?: Asked): FactsInput {
  const rows = FACT_ROW_KINDS.map((kind) => {
    const isEmpty = (row: Row) => isEmptyFactRow(kind, row);
    const begin = Object.fromEntries(FACT_ROW_FIELDS[kind].map((field) => [field, ""]));
    return [kind, shownRows(input[kind], isEmpty, begin, asked?.kind === kind ? asked : undefined)];
  });
  return { ...input, ...Object.fromEntries(rows) };
}
