/** Valid facts of a programme for tests; a test states only what matters to it. */
import { parsePartialDate } from "../../kernel/partial-date.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { emptyEntry, type PeopleCount, type YearEntry, type YearEvent, type YearQuantity } from "../programme-year.ts";
import { type StatedDate, stateDate } from "../stated-date.ts";

export function aProgramme(facts: Partial<ProgrammeFacts> = {}): ProgrammeFacts {
  return {
    ...{ number: 1, title: "みどり・香港交流会議", parentTitle: null, titleNote: null, section: null },
    startFiscalYear: { asPrinted: "平成2年度", fiscalYear: 1990 },
    ...{ overview: "会議を開く。", recurrence: null, operator: null, fields: [], agreementIds: [] },
    ...{ partners: [{ name: "香港", formerName: null, country: "HK" }], years: [], relations: [] },
    ...facts,
  };
}

export function anEntry(fiscalYear: number, entry: Partial<YearEntry> = {}): YearEntry {
  return { ...emptyEntry(fiscalYear, "result", "held"), ...entry };
}

export function anEvent(event: Partial<YearEvent> = {}): YearEvent {
  return {
    ...{ name: "第9回みどり・香港交流会議", edition: 9, date: null, place: null, status: "held" },
    ...{ direction: null, related: [], item: null, isEstimate: false },
    ...event,
  };
}

export function aFigure(label: string, value: number, figure: Partial<YearQuantity> = {}): YearQuantity {
  return {
    ...{ label, value, range: null, unit: "名", isApproximate: false, asOf: null, period: null },
    ...{ subsetOf: null, plan: false, item: null, asPrinted: `${value}名` },
    ...figure,
  };
}

export function aCount(count: number, people: Partial<PeopleCount> = {}): PeopleCount {
  const place = { place: "ブラジル", country: "BR" };
  return { direction: "received", label: "受入者", ...place, count, plan: false, asPrinted: `${count}名`, ...people };
}

export function aDate(text: string): StatedDate {
  const date = parsePartialDate(text);
  if (!date.ok) throw new Error(`${text}: ${date.problem.code}`);
  return stateDate(date.value);
}
