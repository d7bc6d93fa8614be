/** What a person typed about a programme itself, as text; and how it is read into facts. The years stay as they are. */
import { findCountry } from "../../../kernel/country.ts";
import { parseFiscalYear } from "../../../kernel/fiscal-year.ts";
import { formText } from "../../../platform/index.ts";
import { countryText, FIELDS } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import { OPERATOR_KINDS, type Partner, type ProgrammeFacts } from "../../programme.ts";
import { readRecurrence } from "../../recurrence.ts";

const TEXTS = [
  ...(["title", "owner", "start", "number", "parentTitle", "titleNote", "section", "overview"] as const),
  ...(["recurrence", "operator", "operatorKind", "agreementIds", "reason", "confirmation", "version"] as const),
] as const;
export type FactText = (typeof TEXTS)[number];

export type PartnerInput = Readonly<{ name: string; formerName: string; country: string }>;
export type FactsInput = Readonly<Record<FactText, string>> &
  Readonly<{ fields: readonly string[]; partners: readonly PartnerInput[] }>;

export type FactsProblem = Readonly<{ field: string; code: FactsProblemCode; text: string }>;
export type FactsProblemCode =
  | "title_missing"
  | "owner_unknown"
  | "year_not_read"
  | "number_not_read"
  | "recurrence_not_read"
  | "country_unknown"
  | "agreement_unknown";

export const EMPTY_FACTS: ProgrammeFacts = {
  ...{ number: null, title: "", parentTitle: null, titleNote: null, startFiscalYear: null, section: null },
  ...{ overview: null, recurrence: null, operator: null, fields: [], partners: [], agreementIds: [] },
  ...{ years: [], relations: [] },
};

export function inputOfFacts(facts: ProgrammeFacts, version: number, owner: string, lang: Lang): FactsInput {
  return {
    ...{ title: facts.title, owner, start: facts.startFiscalYear?.asPrinted ?? "", overview: facts.overview ?? "" },
    number: facts.number === null ? "" : String(facts.number),
    ...{ parentTitle: facts.parentTitle ?? "", titleNote: facts.titleNote ?? "", section: facts.section ?? "" },
    recurrence: facts.recurrence?.asPrinted ?? "",
    ...{ operator: facts.operator?.name ?? "", operatorKind: facts.operator?.kind ?? "designated_manager" },
    agreementIds: facts.agreementIds.join("\n"),
    fields: facts.fields,
    partners: [...facts.partners.map((partner) => partnerInput(partner, lang)), NO_PARTNER],
    ...{ reason: "", confirmation: "", version: String(version) },
  };
}

const NO_PARTNER: PartnerInput = { name: "", formerName: "", country: "" };

function partnerInput({ name, formerName, country }: Partner, lang: Lang): PartnerInput {
  return { name, formerName: formerName ?? "", country: country === null ? "" : countryText(country, lang) };
}

const MOST_PARTNERS = 100;

export function readFactsInput(form: FormData): FactsInput {
  const count = [...form.keys()].filter((name) => /^partners\.\d+\.name$/u.test(name)).length;
  const partners = Array.from({ length: Math.min(count, MOST_PARTNERS) }, (_, index) => ({
    name: formText(form, `partners.${index}.name`),
    formerName: formText(form, `partners.${index}.formerName`),
    country: formText(form, `partners.${index}.country`),
  }));
  return {
    ...(Object.fromEntries(TEXTS.map((name) => [name, formText(form, name)])) as Record<FactText, string>), // all named
    fields: form.getAll("fields").flatMap((value) => (typeof value === "string" ? value : [])),
    partners,
  };
}

export function withPartnerRow(input: FactsInput): FactsInput {
  return { ...input, partners: [...input.partners, NO_PARTNER] };
}

export type ReadFacts = Readonly<{ facts: ProgrammeFacts; problems: readonly FactsProblem[] }>;

/** @param base the facts the form was opened with. */
export function readFacts(input: FactsInput, base: ProgrammeFacts): ReadFacts {
  const problems: FactsProblem[] = [];
  const tell = (field: string, code: FactsProblemCode, text: string) => problems.push({ field, code, text });
  if (input.title.trim() === "") tell("title", "title_missing", "");
  const facts: ProgrammeFacts = {
    ...base,
    ...{ title: input.title.trim(), parentTitle: orNull(input.parentTitle), titleNote: orNull(input.titleNote) },
    ...{ section: orNull(input.section), overview: orNull(input.overview) },
    number: readNumber(input.number, tell),
    startFiscalYear: readStart(input.start, base, tell),
    recurrence: readTurns(input.recurrence, base, tell),
    operator: readOperator(input, base),
    fields: FIELDS.filter((field) => input.fields.includes(field)),
    partners: readPartners(input.partners, base, tell),
    agreementIds: [...new Set(input.agreementIds.toUpperCase().match(/A\d{6,9}/gu) ?? [])],
  };
  return { facts, problems };
}

type Tell = (field: string, code: FactsProblemCode, text: string) => void;

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

function readNumber(text: string, tell: Tell): number | null {
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return null;
  if (!/^\d{1,5}$/u.test(plain)) tell("number", "number_not_read", text);
  return Number.parseInt(plain, 10) || null;
}

function readStart(text: string, base: ProgrammeFacts, tell: Tell): ProgrammeFacts["startFiscalYear"] {
  const said = text.trim();
  if (said === "") return null;
  if (base.startFiscalYear?.asPrinted === said) return base.startFiscalYear;
  const plain = said.normalize("NFKC");
  const year = parseFiscalYear(/年度/u.test(plain) ? plain : `${plain.replace(/年$/u, "")}年度`);
  if (!year.ok) tell("start", "year_not_read", said);
  return { asPrinted: said, fiscalYear: year.ok ? year.value : null };
}

function readTurns(text: string, base: ProgrammeFacts, tell: Tell): ProgrammeFacts["recurrence"] {
  const said = text.trim();
  if (said === "") return null;
  if (base.recurrence?.asPrinted === said) return base.recurrence;
  const recurrence = readRecurrence(said);
  if (recurrence === null) tell("recurrence", "recurrence_not_read", said);
  return recurrence;
}

function readOperator({ operator, operatorKind }: FactsInput, base: ProgrammeFacts): ProgrammeFacts["operator"] {
  const name = orNull(operator);
  if (name === null) return null;
  const kind = OPERATOR_KINDS.find((known) => known === operatorKind) ?? "designated_manager";
  return { name, kind, asPrinted: base.operator?.name === name ? base.operator.asPrinted : name };
}

function readPartners(rows: readonly PartnerInput[], base: ProgrammeFacts, tell: Tell): readonly Partner[] {
  return rows.flatMap((row, index) => {
    const name = orNull(row.name);
    if (name === null) return [];
    const said = orNull(row.country);
    const known = base.partners.find((partner) => partner.name === name);
    const country = said === null ? null : (findCountry(said)?.code ?? null);
    if (said !== null && country === null) tell(`partners.${index}.country`, "country_unknown", said);
    const guessed = said === null && known === undefined ? (findCountry(name)?.code ?? null) : country;
    return [{ name, formerName: orNull(row.formerName), country: guessed }];
  });
}
