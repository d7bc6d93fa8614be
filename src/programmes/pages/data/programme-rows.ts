/**
 * Programmes as tables with one value to a cell: programmes, years, events, people, figures and partners, joined by the
 * record number. What was not stated is an empty cell; the wording stands in a column beside what was read from it.
 */
import { governmentText } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import type { ExportedProgramme } from "../../export-programmes-query.ts";
import type { YearEntry } from "../../programme-year.ts";
import { type OpenDataWords, openDataWords } from "./words.ts";

export const PROGRAMME_FILES = ["programmes", "years", "events", "people", "figures", "partners"] as const;
export type ProgrammeFile = (typeof PROGRAMME_FILES)[number];

type Cell = string | number | null;
type Columns<Row> = readonly (readonly [name: keyof OpenDataWords["columns"], value: (row: Row) => Cell])[];
type Layout = Readonly<{
  header: readonly string[];
  rowsOf: (programme: ExportedProgramme) => readonly (readonly Cell[])[];
}>;

export function programmeLayout(file: ProgrammeFile, lang: Lang): Layout {
  const { columns: names } = openDataWords(lang);
  const layout = <Row>(columns: Columns<Row>, rowsOf: (programme: ExportedProgramme) => readonly Row[]): Layout => ({
    header: columns.map(([name]) => names[name]),
    rowsOf: (programme) => rowsOf(programme).map((row) => columns.map(([, value]) => value(row))),
  });
  switch (file) {
    case "programmes":
      return layout(PROGRAMME, (programme) => [programme]);
    case "years":
      return layout(YEAR, yearsOf);
    case "events":
      return layout(EVENT, (programme) => inYears(programme, ({ events }) => events));
    case "people":
      return layout(PEOPLE, (programme) => inYears(programme, ({ people }) => people));
    case "figures":
      return layout(FIGURE, (programme) => inYears(programme, ({ quantities }) => quantities));
    case "partners":
      return layout(PARTNER, ({ id, facts }) => facts.partners.map((one, index) => ({ id, one, position: index + 1 })));
  }
}

const PROGRAMME: Columns<ExportedProgramme> = [
  ["id", ({ id }) => id],
  ["title", ({ facts }) => facts.title],
  ["parentTitle", ({ facts }) => facts.parentTitle],
  ["number", ({ facts }) => facts.number],
  ["owner", ({ owner }) => owner],
  ["ownerName", ({ owner, ownerName }) => ownerName ?? governmentText(owner)],
  ["section", ({ facts }) => facts.section],
  ["startFiscalYear", ({ facts }) => facts.startFiscalYear?.fiscalYear ?? null],
  ["startAsPrinted", ({ facts }) => facts.startFiscalYear?.asPrinted ?? null],
  ["everyYears", ({ facts }) => facts.recurrence?.everyYears ?? null],
  ["isAlternating", ({ facts }) => flag(facts.recurrence?.isAlternating ?? null)],
  ["operator", ({ facts }) => facts.operator?.name ?? null],
  ["operatorKind", ({ facts }) => facts.operator?.kind ?? null],
  ["mainField", ({ facts }) => facts.fields[0] ?? null],
  ["overview", ({ facts }) => facts.overview],
  ["version", ({ version }) => version],
  ["updatedAt", ({ updatedAt }) => updatedAt],
];

type OfYear = Readonly<{ id: string; entry: YearEntry }>;

const OF_YEAR: Columns<OfYear> = [
  ["id", ({ id }) => id],
  ["fiscalYear", ({ entry }) => entry.fiscalYear],
  ["column", ({ entry }) => entry.column],
];

const YEAR: Columns<OfYear> = [
  ...OF_YEAR,
  ["status", ({ entry }) => entry.status],
  ["reason", ({ entry }) => entry.reasonAsPrinted],
  ["plannedYen", ({ entry }) => entry.budget?.plannedYen ?? null],
  ["settledYen", ({ entry }) => entry.budget?.settledYen ?? null],
  ["text", ({ entry }) => entry.text],
];

type InYear<One> = OfYear & Readonly<{ one: One; position: number }>;

const EVENT: Columns<InYear<YearEntry["events"][number]>> = [
  ...OF_YEAR,
  ["position", ({ position }) => position],
  ["event", ({ one }) => one.name],
  ["edition", ({ one }) => one.edition],
  ["from", ({ one }) => one.date?.from ?? null],
  ["to", ({ one }) => one.date?.to ?? one.date?.from ?? null],
  ["precision", ({ one }) => one.date?.precision ?? null],
  ["asPrinted", ({ one }) => one.date?.asPrinted ?? null],
  ["place", ({ one }) => one.place],
  ["status", ({ one }) => one.status],
  ["direction", ({ one }) => one.direction],
  ["part", ({ one }) => one.item],
  ["isEstimate", ({ one }) => flag(one.isEstimate)],
];

const PEOPLE: Columns<InYear<YearEntry["people"][number]>> = [
  ...OF_YEAR,
  ["position", ({ position }) => position],
  ["direction", ({ one }) => one.direction],
  ["label", ({ one }) => one.label],
  ["placeAsPrinted", ({ one }) => one.place],
  ["country", ({ one }) => one.country],
  ["count", ({ one }) => one.count],
  ["isPlan", ({ one }) => flag(one.plan)],
  ["asPrinted", ({ one }) => one.asPrinted],
];

const FIGURE: Columns<InYear<YearEntry["quantities"][number]>> = [
  ...OF_YEAR,
  ["position", ({ position }) => position],
  ["part", ({ one }) => one.item],
  ["label", ({ one }) => one.label],
  ["value", ({ one }) => one.value],
  ["rangeFrom", ({ one }) => one.range?.from ?? null],
  ["rangeTo", ({ one }) => one.range?.to ?? null],
  ["unit", ({ one }) => one.unit],
  ["isApproximate", ({ one }) => flag(one.isApproximate)],
  ["asOf", ({ one }) => one.asOf?.to ?? one.asOf?.from ?? null],
  ["asOfAsPrinted", ({ one }) => one.asOf?.asPrinted ?? null],
  ["subsetOf", ({ one }) => one.subsetOf],
  ["isPlan", ({ one }) => flag(one.plan)],
  ["asPrinted", ({ one }) => one.asPrinted],
];

type NumberedPartner = Readonly<{ id: string; position: number; one: ExportedProgramme["facts"]["partners"][number] }>;

const PARTNER: Columns<NumberedPartner> = [
  ["id", ({ id }) => id],
  ["position", ({ position }) => position],
  ["partner", ({ one }) => one.name],
  ["formerName", ({ one }) => one.formerName],
  ["country", ({ one }) => one.country],
];

function yearsOf({ id, facts }: ExportedProgramme): readonly OfYear[] {
  return facts.years.map((entry) => ({ id, entry }));
}

function inYears<One>(programme: ExportedProgramme, of: (entry: YearEntry) => readonly One[]): readonly InYear<One>[] {
  return yearsOf(programme).flatMap((year) =>
    of(year.entry).map((one, index) => ({ ...year, one, position: index + 1 })),
  );
}

/** 1 and 0 as in the tables of agreements; empty where nobody said. */
function flag(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0;
}
