/**
 * The rules every programme meets, asked of the facts as a workbook would leave them: what cannot be recorded at all, and
 * what contradicts itself. Only what the workbook brings in is said, at the cell that brings it.
 */
import type { Place, Severity } from "../../kernel/finding.ts";
import { checkProgramme, type ProgrammeDisagreement } from "../check-programme.ts";
import { programmeRefusals as refusalsEn } from "../messages-refusals.en.ts";
import { programmeRefusals as refusalsJa } from "../messages-refusals.ja.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { withEntry } from "../recorded-programme.ts";
import { messages as sentencesEn } from "../report-layout/messages.en.ts";
import { messages as sentencesJa } from "../report-layout/messages.ja.ts";
import { type ProgrammeFactProblem, validateProgrammeFacts } from "../validate-programme-facts.ts";
import type { EntryDraft } from "./entry-draft.ts";
import { workbookWords } from "./messages.ja.ts";
import { findInWorkbook, type WorkbookFinding } from "./workbook-finding.ts";
import { EVENT_SHEET, PEOPLE_SHEET, QUANTITY_SHEET, YEAR_SHEET } from "./workbook-sheets.ts";

export type FoundInDraft = Readonly<{ draft: EntryDraft; finding: WorkbookFinding }>;

export function checkChanged(changed: readonly EntryDraft[]): readonly FoundInDraft[] {
  return [...Map.groupBy(changed, ({ programme }) => programme).values()].flatMap((drafts) => {
    const [first] = drafts;
    if (first === undefined) return [];
    const before = first.programme.facts;
    const facts = drafts.reduce((known, { entry }) => withEntry(known, entry, entry), before);
    return [...unrecordable(before, facts, drafts), ...contradictions(before, facts, drafts)];
  });
}

function unrecordable(
  before: ProgrammeFacts,
  facts: ProgrammeFacts,
  drafts: readonly EntryDraft[],
): readonly FoundInDraft[] {
  const found = validateProgrammeFacts(facts);
  if (found.length === 0) return [];
  const known = new Set(validateProgrammeFacts(before).map(({ code, path }) => `${code} ${path}`));
  return found
    .filter(({ code, path }) => !known.has(`${code} ${path}`))
    .flatMap((problem) => {
      const draft = draftAt(problem, facts, drafts) ?? drafts[0];
      if (draft === undefined) return [];
      const { header, at } = placeOf(problem, draft);
      const values = {
        ...{ header, rule: problem.code, sentence: refusalsJa.factProblems[problem.code] },
        sentenceEn: refusalsEn.factProblems[problem.code],
      };
      return [{ draft, finding: findInWorkbook("unrecordable", at, values) }];
    });
}

function draftAt({ path }: ProgrammeFactProblem, { years }: ProgrammeFacts, drafts: readonly EntryDraft[]) {
  const entry = years[Number(/^years\.(\d+)/.exec(path)?.[1] ?? Number.NaN)];
  return drafts.find((draft) => draft.entry === entry);
}

const { sheets } = workbookWords;
const SHEET_OF_LIST = {
  events: { sheet: sheets.events, columns: EVENT_SHEET },
  quantities: { sheet: sheets.quantities, columns: QUANTITY_SHEET },
  people: { sheet: sheets.people, columns: PEOPLE_SHEET },
} as const;

/** `years.3.events.0.edition` leads to a cell; where it does not, the first change of the entry stands for it. */
function placeOf({ path }: ProgrammeFactProblem, { rows, cells }: EntryDraft): Readonly<{ header: string; at: Place }> {
  const [, , list = "", ...rest] = path.split(".");
  const [index = "", field = ""] = rest;
  const inList = (Object.keys(SHEET_OF_LIST) as (keyof typeof SHEET_OF_LIST)[]).find((one) => one === list); // its keys
  const { sheet, columns } = inList === undefined ? { sheet: null, columns: YEAR_SHEET } : SHEET_OF_LIST[inList];
  const row = rows.get(sheet === null ? "entry" : `${sheet}.${index}`);
  const header = columns.find((column) => column.field === (sheet === null ? list : field))?.header;
  if (row !== undefined && header !== undefined) return { header, at: row.placeOf(header) };
  const inBudget = list === "budget" ? cells.find(({ at }) => at.sheet === sheets.money) : undefined;
  const first = inBudget ?? cells[0];
  return { header: first?.what ?? "", at: first?.at ?? { sheet: sheets.years } };
}

/** What no count of people can be, and no total; whatever else contradicts itself may still be so. */
const IMPOSSIBLE: readonly string[] = ["people_negative", "inner_count_larger", "result_before_start"];

function contradictions(
  before: ProgrammeFacts,
  facts: ProgrammeFacts,
  drafts: readonly EntryDraft[],
): readonly FoundInDraft[] {
  const found = checkProgramme(facts);
  if (found.length === 0) return [];
  const known = new Set(checkProgramme(before).map((one) => JSON.stringify(one)));
  return found
    .filter((one) => !known.has(JSON.stringify(one)))
    .flatMap((one) => {
      const isOf = ({ entry }: EntryDraft) => entry.fiscalYear === one.fiscalYear && entry.column === one.column;
      const draft = drafts.find(isOf) ?? drafts[0];
      if (draft === undefined) return [];
      const severity: Severity = IMPOSSIBLE.includes(one.code) ? "error" : "warning";
      return [{ draft, finding: findInWorkbook("contradiction", cellOf(one, draft), valuesOf(one, facts), severity) }];
    });
}

function valuesOf(one: ProgrammeDisagreement, { number, title }: ProgrammeFacts) {
  const values = { number, title, fiscalYear: one.fiscalYear, column: one.column, ...one.values };
  // each code has one sentence that takes the values of that code
  const sentence = (sentencesJa[one.code] as (values: unknown) => string)(values);
  const sentenceEn = (sentencesEn[one.code] as (values: unknown) => string)(values);
  return { rule: one.code, sentence, sentenceEn };
}

/** The changed cell that says one of the values compared; else one of the same row, else the first. */
function cellOf({ values }: ProgrammeDisagreement, { cells }: EntryDraft): Place {
  const compared = new Set(Object.values(values).map(String));
  const said = cells.find(({ after }) => after !== "" && compared.has(after.replaceAll(",", "")));
  const named = cells.find(({ of }) => of !== null && compared.has(of));
  return (said ?? named ?? cells[0])?.at ?? { sheet: sheets.years };
}
