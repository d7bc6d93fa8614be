/**
 * Correcting a draft of a programme: the forms of programmes, around a draft instead of a record. What a form does not
 * ask for stays as it was read.
 */
import type { CorrectionPart, OpenedPart, PartForm } from "../../intake/index.ts";
import { formatFiscalYear, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { formText, type Language } from "../../platform/index.ts";
import { type EntryInput, inputOfEntry, readEntryInput, withRoom } from "../pages/forms/entry-input.ts";
import {
  type FactsInput,
  inputOfFacts,
  readFacts,
  readFactsInput,
  withPartnerRow,
} from "../pages/forms/facts-input.ts";
import { readEntry } from "../pages/forms/read-entry.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { YEAR_COLUMNS, type YearColumn, type YearEntry } from "../programme-year.ts";
import { validateProgrammeFacts } from "../validate-programme-facts.ts";
import { EntryCorrection, HeadCorrection, type Told, type YearOf } from "./correction-fields.tsx";
import { HEAD, withYearPart, yearPart, yearPartsOf } from "./draft-parts.ts";
import { correctionWords as en } from "./messages.en.ts";
import { correctionWords as ja } from "./messages.ja.ts";
import { sentencesOf } from "./refusals.ts";
import { describeEntry } from "./show-draft.ts";

export function partsOf(facts: ProgrammeFacts, lang: Language): readonly CorrectionPart[] {
  const { head } = lang === "ja" ? ja : en;
  const years = yearPartsOf(facts).map(({ name, entry }) => ({ name, label: describeEntry(entry, lang) }));
  return [{ name: HEAD, label: head }, ...years];
}

/** Columns that the years of the draft lack, and those of the year after. */
export function newPartsOf(facts: ProgrammeFacts, lang: Language): readonly CorrectionPart[] {
  const known = new Set(yearPartsOf(facts).map(({ name }) => name));
  const years = [...new Set(facts.years.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b);
  const last = years.at(-1);
  return [...years, ...(last === undefined ? [] : [last + 1])].flatMap((fiscalYear) =>
    YEAR_COLUMNS.map((column) => ({
      name: `${fiscalYear}-${column}`,
      label: describeEntry({ fiscalYear, column }, lang),
    })).filter(({ name }) => !known.has(name)),
  );
}

export function openPart(facts: ProgrammeFacts, opened: OpenedPart): PartForm | undefined {
  if (opened.part === HEAD) return openHead(facts, opened);
  const entry = yearPart(facts, opened.part);
  return entry === undefined ? undefined : openEntry(facts, entry, opened);
}

function openHead(facts: ProgrammeFacts, { lang, sent }: OpenedPart): PartForm {
  const { head: label } = lang === "ja" ? ja : en;
  const known = inputOfFacts(facts, 0, "", lang);
  const form = (input: FactsInput, problems: ReturnType<typeof readFacts>["problems"] = [], told: Told = []) => ({
    ...{ label, isRefused: problems.length > 0 || told.length > 0, facts: null },
    fields: <HeadCorrection input={input} problems={problems} told={told} lang={lang} />,
  });
  if (sent === null) return form(known);
  // The form of a draft asks for what a print states; the office's own stays.
  const { fields, agreementIds } = known;
  const input = { ...readFactsInput(sent), fields, agreementIds };
  const asked = formText(sent, "act");
  if (asked === "add") return form(withPartnerRow(input));
  if (asked === "continue") return form(input);
  const { facts: typed, problems } = readFacts(input, facts);
  const told = problems.length > 0 ? [] : notRecordable(typed, lang);
  const again = form(input, problems, told);
  return again.isRefused ? again : { ...again, facts: typed };
}

function openEntry(facts: ProgrammeFacts, entry: YearEntry, { part, lang, sent }: OpenedPart): PartForm {
  const label = describeEntry(entry, lang);
  const form = (input: EntryInput, year: YearOf, problems: ReturnType<typeof readEntry>["problems"], told: Told) => ({
    ...{ label, isRefused: problems.length > 0 || told.length > 0, facts: null },
    fields: <EntryCorrection {...{ input, year, problems, told, lang }} />,
  });
  if (sent === null) {
    const year = { year: formatFiscalYear(entry.fiscalYear), column: entry.column };
    return form(withRoom(inputOfEntry(entry, 0, "", lang)), year, [], []);
  }
  const input = readEntryInput(sent);
  const asked = formText(sent, "act");
  const year = { year: formText(sent, "fiscalYear"), column: columnIn(sent, entry.column) };
  if (asked === "remove") return { ...form(input, year, [], []), facts: withYearPart(facts, part, null) };
  if (asked.startsWith("add:")) return form(withRoom(input, asked.slice("add:".length)), year, [], []);
  if (asked === "continue") return form(withRoom(input), year, [], []);
  const fiscalYear = readYear(year.year);
  if (fiscalYear === null) {
    const { yearNotRead } = lang === "ja" ? ja : en;
    return form(input, year, [], [{ field: "fiscalYear", message: yearNotRead(year.year) }]);
  }
  // A month without a year belongs to the fiscal year that was typed.
  const base = { ...entry, fiscalYear, column: year.column };
  const { entry: typed, problems } = readEntry(input, base, facts);
  const corrected = withYearPart(facts, part, typed);
  const told = problems.length > 0 ? [] : notRecordable(corrected, lang);
  const again = form(input, year, problems, told);
  return again.isRefused ? again : { ...again, facts: corrected };
}

function columnIn(sent: FormData, known: YearColumn): YearColumn {
  return YEAR_COLUMNS.find((one) => one === formText(sent, "column")) ?? known;
}

function readYear(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  const year = parseFiscalYear(/年度/u.test(plain) ? plain : `${plain.replace(/年$/u, "")}年度`);
  return year.ok ? year.value : null;
}

/** One column of a year that stands twice is a finding of the draft, which a second correction settles. */
function notRecordable(facts: ProgrammeFacts, lang: Language): Told {
  const problems = validateProgrammeFacts(facts).filter(({ code }) => code !== "year_twice");
  return sentencesOf(problems, lang).map((message) => ({ field: null, message }));
}
