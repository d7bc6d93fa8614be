/**
 * Correcting a draft of a programme: the forms of programmes, around a draft instead of a record. What a form does not
 * ask for stays as it was read.
 */
import type { CorrectionPart, OpenedPart, PartForm } from "../../intake/index.ts";
import { formatFiscalYear, parseFiscalYear } from "../../kernel/fiscal-year.ts";
import { formText, type Language } from "../../platform/index.ts";
import { isSure } from "../pages/forms/doubts-notice.tsx";
import { type EntryInput, inputOfEntry, readEntryInput, withRows } from "../pages/forms/entry-input.ts";
import type { EntryDoubt } from "../pages/forms/entry-reading.ts";
import { type FactsInput, inputOfFacts, readFactsInput, withFactRows } from "../pages/forms/facts-input.ts";
import { readEntry } from "../pages/forms/read-entry.ts";
import { readFacts } from "../pages/forms/read-facts.ts";
import { type Asked, readAsked } from "../pages/forms/row-order.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { YEAR_COLUMNS, type YearColumn, type YearEntry } from "../programme-year.ts";
import { validateProgrammeFacts } from "../validate-programme-facts.ts";
import {
  EntryCorrection,
  type EntryProps,
  HeadCorrection,
  type HeadProps,
  type Told,
  type YearOf,
} from "./correction-fields.tsx";
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

const NOTHING_SAID = { problems: [], doubts: [], told: [] } as const;

function openHead(facts: ProgrammeFacts, { lang, action, sent }: OpenedPart): PartForm {
  const { head: label } = lang === "ja" ? ja : en;
  const known = inputOfFacts(facts, 0, "", lang);
  const asked = askedOf(sent);
  const form = (input: FactsInput, said: Pick<HeadProps, "problems" | "doubts" | "told"> = NOTHING_SAID) => ({
    ...{ label, isRefused: isRefused(said), facts: null },
    fields: <HeadCorrection {...{ ...said, lang, action, asked }} input={withFactRows(input, asked)} />,
  });
  if (sent === null) return form(known);
  // The form of a draft asks for what a print states; the office's own stays.
  const { fields, agreementIds, agreements, agreementsShown } = known;
  const input = { ...readFactsInput(sent), fields, agreementIds, agreements, agreementsShown };
  if (formText(sent, "act") !== "save") return form(input);
  const { facts: typed, problems, doubts } = readFacts(input, { base: facts, saved: facts, partners: [], lang });
  const again = form(
    input,
    saidOf(sent, problems, doubts, () => notRecordable(typed, lang)),
  );
  return again.isRefused ? again : { ...again, facts: typed };
}

function openEntry(facts: ProgrammeFacts, entry: YearEntry, { part, lang, action, sent }: OpenedPart): PartForm {
  const label = describeEntry(entry, lang);
  const asked = askedOf(sent);
  const { fiscalYear } = entry;
  const form = (
    input: EntryInput,
    year: Omit<YearOf, "fiscalYear">,
    said: Pick<EntryProps, "problems" | "doubts" | "told"> = NOTHING_SAID,
  ) => ({
    ...{ label, isRefused: isRefused(said), facts: null },
    fields: (
      <EntryCorrection
        {...{ ...said, asked, action, lang, year: { ...year, fiscalYear } }}
        input={withRows(input, year, asked)}
      />
    ),
  });
  if (sent === null) {
    return form(inputOfEntry(entry, 0, "", lang), { year: formatFiscalYear(fiscalYear), column: entry.column });
  }
  const input = readEntryInput(sent);
  const act = formText(sent, "act");
  const year = { year: formText(sent, "fiscalYear"), column: columnIn(sent, entry.column) };
  if (act === "remove") return { ...form(input, year), facts: withYearPart(facts, part, null) };
  if (act !== "save") return form(input, year);
  return readPart(facts, entry, { part, lang, sent, input, year }, (said) => form(input, year, said));
}

type SentPart = Readonly<{ part: string; lang: Language; sent: FormData; input: EntryInput }> &
  Readonly<{ year: Omit<YearOf, "fiscalYear"> }>;

function readPart(
  facts: ProgrammeFacts,
  entry: YearEntry,
  { part, lang, sent, input, year }: SentPart,
  form: (said: Pick<EntryProps, "problems" | "doubts" | "told">) => PartForm,
): PartForm {
  const fiscalYear = readYear(year.year);
  if (fiscalYear === null) {
    const { yearNotRead } = lang === "ja" ? ja : en;
    return form({ ...NOTHING_SAID, told: [{ field: "fiscalYear", message: yearNotRead(year.year) }] });
  }
  // A month without a year belongs to the fiscal year that was typed.
  const base = { ...entry, fiscalYear, column: year.column };
  const { entry: typed, problems, doubts } = readEntry(input, { base, facts, lang });
  const corrected = withYearPart(facts, part, typed);
  const again = form(saidOf(sent, problems, doubts, () => notRecordable(corrected, lang)));
  return again.isRefused ? again : { ...again, facts: corrected };
}

function askedOf(sent: FormData | null): Asked | undefined {
  return sent === null ? undefined : readAsked(formText(sent, "act"));
}

/** What the checks of a draft find becomes a finding; what only the form knows is asked about before it is saved. */
function saidOf<Problem>(
  sent: FormData,
  problems: readonly Problem[],
  all: readonly EntryDoubt[],
  told: () => Told,
): Readonly<{ problems: readonly Problem[]; doubts: readonly EntryDoubt[]; told: Told }> {
  const doubts = all.filter(({ said }) => said.kind !== "disagreement" && said.kind !== "weekday");
  const asked = isSure(doubts, formText(sent, "sure")) ? [] : doubts;
  return { problems, doubts: asked, told: problems.length > 0 ? [] : told() };
}

function isRefused(said: Readonly<{ problems: readonly unknown[]; doubts: readonly unknown[]; told: Told }>): boolean {
  return said.problems.length > 0 || said.doubts.length > 0 || said.told.length > 0;
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
