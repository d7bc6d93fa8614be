/**
 * The annual report of programmes (国際交流事業実績と計画) as one Document, from records only.
 *
 * What was not entered is printed as 記載なし. The tables behind the boxes are counted from the same records; the English
 * edition has the tables and a list of the programmes, their titles in Japanese.
 */
import type { Block, Document } from "../../documents/document.ts";
import { type FiscalYear, formatFiscalYear } from "../../kernel/fiscal-year.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import type { ProgrammeFacts } from "../programme.ts";
import { APPENDIX_HEADING } from "../report-layout/body-of-report.ts";
import { differenceBlocks } from "./difference-tables.ts";
import { printDay } from "./era-date.ts";
import { programmeList } from "./programme-list.ts";
import { reportBoxes } from "./report-boxes.ts";
import type { ReportTable, ReportTemplate } from "./report-template.ts";
import { type ReportLanguage, reportWords } from "./report-words.ts";
import { type ReportedSection, sectionsOf } from "./reported-programmes.ts";
import { budgetBlocks, eventBlocks, peopleBlocks, type ReportYear, statusBlocks } from "./summary-tables.ts";

export type ReportOptions = Readonly<{
  government: Readonly<{ name: string }>;
  fiscalYear: FiscalYear;
  template: ReportTemplate;
  lang: ReportLanguage;
  /** YYYY-MM-DD: the date the report bears. */
  asOf: string;
}>;

export type ReportProblem = Readonly<{ code: "no_records"; fiscalYear: FiscalYear }>;

export function buildAnnualReport(
  programmes: readonly ProgrammeFacts[],
  { government, fiscalYear, template, lang, asOf }: ReportOptions,
): Outcome<Document, ReportProblem> {
  const sections = sectionsOf(programmes, fiscalYear);
  if (sections.length === 0) return refuse({ code: "no_records", fiscalYear });
  const words = reportWords[lang];
  const year: ReportYear = { fiscalYear, reported: sections.flatMap((section) => section.programmes), lang };
  const title = lang === "ja" ? template.title : words.title(fiscalYear);
  const meta = {
    ...{ title: lang === "ja" ? `${formatFiscalYear(fiscalYear)}　${title}` : title },
    ...{ organisation: government.name, language: lang, date: asOf },
    ...{ dateAsPrinted: lang === "ja" ? printDay(asOf).replace(/（.）$/u, "") : asOf, runningHeader: title },
  };
  return succeed({ meta, blocks: [...opening(sections, year, template, title), ...tables(year, template)] });
}

function opening(
  sections: readonly ReportedSection[],
  year: ReportYear,
  template: ReportTemplate,
  title: string,
): readonly Block[] {
  if (year.lang === "en") return programmeList(sections, year);
  const head = { kind: "heading", level: 1, text: title, isNumbered: true } as const;
  return [head, ...reportBoxes(sections, template, year.fiscalYear)];
}

const BUILDERS: Readonly<Record<ReportTable, (year: ReportYear) => readonly Block[]>> = {
  statuses: statusBlocks,
  events: eventBlocks,
  people: peopleBlocks,
  budget: budgetBlocks,
  differences: differenceBlocks,
};

function tables(year: ReportYear, { tables: chosen }: ReportTemplate): readonly Block[] {
  if (chosen.length === 0) return [];
  const words = reportWords[year.lang];
  const heading = year.lang === "ja" ? APPENDIX_HEADING : words.appendix;
  return [
    { kind: "heading", level: 1, text: heading },
    { kind: "paragraph", content: words.countedFrom(year.reported.length) },
    ...chosen.flatMap((table) => [
      { kind: "heading", level: 2, text: words.tables[table] } as const,
      ...BUILDERS[table](year),
    ]),
  ];
}
