/**
 * Reads what was typed about a programme into its facts. What cannot be read is a problem at its field; what can be read
 * and looks wrong is a doubt at its field, saved only after the person has said so. What was sent as it was opened is
 * what was saved, and the years stay as they are.
 */
import { findCountry } from "../../../kernel/country.ts";
import { parseFiscalYear } from "../../../kernel/fiscal-year.ts";
import { FIELDS, type NamedPartner } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import { checkProgramme } from "../../check-programme.ts";
import { OPERATOR_KINDS, type Partner, type ProgrammeFacts, RELATION_KINDS, type Relation } from "../../programme.ts";
import { readRecurrence } from "../../recurrence.ts";
import { numbersIn } from "./agreement-choice.ts";
import { assemble } from "./assemble-rows.ts";
import { type EntryDoubt, orNull } from "./entry-reading.ts";
import { type FactRowKind, type FactsInput, type FactText, inputOfFacts, isEmptyFactRow } from "./facts-input.ts";
import { isSameArea, isSameLine, type PlacedRow, placeRows } from "./form-rows.ts";
import { spelledBefore } from "./known-partners.ts";
import { type DateProblemCode, readDate } from "./read-date.ts";

export type FactsProblem = Readonly<{ field: string; code: FactsProblemCode; text: string }>;
export type FactsProblemCode =
  | DateProblemCode
  | "title_missing"
  | "owner_unknown"
  | "year_not_read"
  | "number_not_read"
  | "recurrence_not_read"
  | "country_unknown"
  | "agreement_unknown"
  | "agreement_not_read"
  | "partner_missing"
  | "kind_missing"
  | "text_missing"
  | "operator_missing";

export type ReadFacts = Readonly<{
  facts: ProgrammeFacts;
  problems: readonly FactsProblem[];
  doubts: readonly EntryDoubt[];
}>;

export type ReadFrom = Readonly<{
  /** The facts the form was opened with. */
  base: ProgrammeFacts;
  /** Those of now, whose years stay. */
  saved: ProgrammeFacts;
  /** Partners the body has written before. */
  partners: readonly NamedPartner[];
  lang: Lang;
}>;

export function readFacts(input: FactsInput, { base, saved, partners, lang }: ReadFrom): ReadFacts {
  const problems: FactsProblem[] = [];
  const doubts: EntryDoubt[] = [];
  const reading: Reading = { input, base, opened: inputOfFacts(base, 0, "", lang), partners, problems, doubts };
  if (input.title === "") problems.push({ field: "title", code: "title_missing", text: "" });
  const facts: ProgrammeFacts = {
    ...{ title: kept("title", reading, base.title, () => input.title) },
    ...{ parentTitle: lineOf("parentTitle", reading), titleNote: lineOf("titleNote", reading) },
    ...{ section: lineOf("section", reading), overview: lineOf("overview", reading) },
    number: kept("number", reading, base.number, () => readNumber(reading)),
    startFiscalYear: kept("start", reading, base.startFiscalYear, () => readStart(reading)),
    recurrence: kept("recurrence", reading, base.recurrence, () => readTurns(reading)),
    operator: readOperator(reading),
    fields: readFields(reading),
    partners: readPartners(reading),
    agreementIds: readAgreements(reading),
    years: saved.years,
    relations: readRelations(reading),
  };
  return { facts, problems, doubts: [...doubts, ...startDoubts(facts, saved)] };
}

type Reading = Readonly<{
  input: FactsInput;
  base: ProgrammeFacts;
  /** What the form was opened with. */
  opened: FactsInput;
  partners: readonly NamedPartner[];
  problems: FactsProblem[];
  doubts: EntryDoubt[];
}>;

const AREAS: readonly FactText[] = ["overview"];

function kept<T>(name: FactText, { input, opened }: Reading, was: T, read: () => T): T {
  const isSame = AREAS.includes(name) ? isSameArea : isSameLine;
  return isSame(input[name], opened[name]) ? was : read();
}

function lineOf(name: "parentTitle" | "titleNote" | "section" | "overview", reading: Reading): string | null {
  return kept(name, reading, reading.base[name], () => orNull(reading.input[name]));
}

function readNumber({ input, problems }: Reading): number | null {
  const plain = input.number.normalize("NFKC");
  if (plain === "") return null;
  if (!/^\d{1,5}$/u.test(plain)) problems.push({ field: "number", code: "number_not_read", text: input.number });
  return Number.parseInt(plain, 10) || null;
}

function readStart({ input, problems }: Reading): ProgrammeFacts["startFiscalYear"] {
  const said = input.start;
  if (said === "") return null;
  const plain = said.normalize("NFKC");
  const year = parseFiscalYear(/年度/u.test(plain) ? plain : `${plain.replace(/年$/u, "")}年度`);
  if (!year.ok) problems.push({ field: "start", code: "year_not_read", text: said });
  return { asPrinted: said, fiscalYear: year.ok ? year.value : null };
}

function readTurns({ input, problems }: Reading): ProgrammeFacts["recurrence"] {
  const said = input.recurrence;
  if (said === "") return null;
  const recurrence = readRecurrence(said);
  if (recurrence === null) problems.push({ field: "recurrence", code: "recurrence_not_read", text: said });
  return recurrence;
}

/** Its wording follows the name until somebody writes another. */
function readOperator(reading: Reading): ProgrammeFacts["operator"] {
  const { input, base, opened, problems } = reading;
  const was = base.operator;
  const name = was !== null && isSameLine(input.operator, opened.operator) ? was.name : orNull(input.operator);
  const isSamePrint = isSameLine(input.operatorAsPrinted, opened.operatorAsPrinted);
  if (name === null) {
    if (!isSamePrint && input.operatorAsPrinted !== "") {
      problems.push({ field: "operator", code: "operator_missing", text: "" });
    }
    return null;
  }
  const kind = OPERATOR_KINDS.find((known) => known === input.operatorKind) ?? "designated_manager";
  if (isSamePrint && was?.name === name) return { ...was, kind };
  return { name, kind, asPrinted: isSamePrint || input.operatorAsPrinted === "" ? name : input.operatorAsPrinted };
}

/** In the order in which they were chosen: the first is the main one. */
function readFields({ input, base }: Reading): ProgrammeFacts["fields"] {
  const chosen = FIELDS.filter((field) => input.fields.includes(field));
  return [
    ...base.fields.filter((field) => chosen.includes(field)),
    ...chosen.filter((field) => !base.fields.includes(field)),
  ];
}

/** Linked ones whose tick is still there, then those that were ticked, then typed numbers. */
function readAgreements({ input, base, problems }: Reading): ProgrammeFacts["agreementIds"] {
  const { agreements, agreementsShown } = input;
  const kept = base.agreementIds.filter((id) => agreements.includes(id) || !agreementsShown.includes(id));
  const typed = numbersIn(input.agreementIds);
  const unread = input.agreementIds.normalize("NFKC").replace(/A\d{6,9}|[\s,、;]/giu, "");
  if (unread !== "") problems.push({ field: "agreementIds", code: "agreement_not_read", text: unread.slice(0, 60) });
  const added = [...numbersIn(agreements.join(" ")), ...typed].filter((id) => !base.agreementIds.includes(id));
  return [...kept, ...new Set(added)];
}

function placed(kind: FactRowKind, { input, opened }: Reading): readonly PlacedRow[] {
  return placeRows(kind, input[kind], opened[kind], {
    isEmpty: (row) => isEmptyFactRow(kind, row),
    isArea: () => false,
  });
}

function readPartners(reading: Reading): readonly Partner[] {
  const rows = [placed("partners", reading)];
  return assemble(reading.base.partners, rows, (row, was) => readPartner(row, was, reading)).map(({ value }) => value);
}

function readPartner({ row, at, isUntouched }: PlacedRow, was: Partner | undefined, reading: Reading): Partner {
  if (was !== undefined && isUntouched) return was;
  const { problems, doubts, partners } = reading;
  const { name = "", country: said = "" } = row;
  const spelled = name === was?.name ? undefined : spelledBefore(name, partners);
  if (spelled !== undefined) {
    doubts.push({ field: at("name"), said: { kind: "spelled_before", name, known: spelled.name } });
  }
  if (name.trim() === "") problems.push({ field: at("name"), code: "partner_missing", text: "" });
  const country = said === "" ? undefined : findCountry(said)?.code;
  if (said !== "" && country === undefined) {
    problems.push({ field: at("country"), code: "country_unknown", text: said });
  }
  // A country that was taken out stays out; a new name may itself be one, or be known with one.
  const isOpen = said === "" && (was === undefined || was.name !== name);
  const known = partners.find((one) => one.name === name)?.country ?? null;
  return {
    name,
    formerName: orNull(row.formerName),
    country: country ?? (isOpen ? (findCountry(name)?.code ?? known) : null),
  };
}

function readRelations(reading: Reading): readonly Relation[] {
  const rows = assemble(reading.base.relations, [placed("relations", reading)], (row, was) =>
    readRelation(row, was, reading),
  );
  const isKnown = ({ row }: (typeof rows)[number]) => row === null || row.base !== null;
  const end = 1 + rows.findLastIndex(isKnown);
  const [stated, fresh] = [rows.slice(0, end), rows.slice(end)].map((some) => some.map(({ value }) => value));
  return (fresh ?? []).reduce<readonly Relation[]>(inOrder, stated ?? []);
}

function readRelation(
  { row, at, isUntouched }: PlacedRow,
  was: Relation | undefined,
  { problems, doubts }: Reading,
): Relation {
  if (was !== undefined && isUntouched) return was;
  const kind = RELATION_KINDS.find((known) => known === row.kind);
  const { text = "" } = row;
  if (kind === undefined) problems.push({ field: at("kind"), code: "kind_missing", text: "" });
  if (text.trim() === "") problems.push({ field: at("text"), code: "text_missing", text: "" });
  const date = readDate(row.date ?? "", was?.date ?? null, null, {
    problem: (code, said) => problems.push({ field: at("date"), code, text: said }),
    doubt: (said) => doubts.push({ field: at("date"), said }),
  });
  return { kind: kind ?? "other", date, text };
}

/** A new one that nobody moved takes its place in time where the others stand in that order; else it comes last. */
function inOrder(known: readonly Relation[], fresh: Relation): readonly Relation[] {
  const days = known.flatMap(({ date }) => date?.from ?? []);
  const isOrdered = days.every((day, at) => at === 0 || (days[at - 1] ?? "") <= day);
  const from = fresh.date?.from ?? null;
  const next = known.findIndex(({ date }) => from !== null && date?.from != null && date.from > from);
  return isOrdered && next >= 0 ? known.toSpliced(next, 0, fresh) : [...known, fresh];
}

/** Years that lie before the start, as it is said now. */
function startDoubts(facts: ProgrammeFacts, saved: ProgrammeFacts): readonly EntryDoubt[] {
  const known = new Set(checkProgramme(saved).map((one) => JSON.stringify(one)));
  return checkProgramme(facts)
    .filter((one) => !known.has(JSON.stringify(one)))
    .map((disagreement) => ({ field: "start", said: { kind: "disagreement", disagreement } }));
}
