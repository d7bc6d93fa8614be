/** The programmes of the English edition: titles in Japanese, everything about them in English. */
import type { Block } from "../../documents/document.ts";
import type { YearEntry } from "../programme-year.ts";
import { dateInEnglish } from "./english-date.ts";
import { reportWords } from "./report-words.ts";
import type { ReportedSection } from "./reported-programmes.ts";
import { type ReportYear, tableOf } from "./summary-tables.ts";

export function programmeList(sections: readonly ReportedSection[], { fiscalYear }: ReportYear): readonly Block[] {
  const words = reportWords.en;
  const { header } = words;
  const head = [header.number, header.title, header.start, words.year(fiscalYear - 1), words.year(fiscalYear)];
  return [
    { kind: "heading", level: 1, text: header.programmes },
    ...sections.map(({ name, programmes }) =>
      tableOf(
        name ?? header.programmes,
        head,
        [0.5, 2.4, 0.8, 2.4, 2.4],
        programmes.map(({ number, facts, previous, current }) => [
          `${number}`,
          facts.title,
          facts.startFiscalYear?.fiscalYear == null ? words.notStated : words.year(facts.startFiscalYear.fiscalYear),
          entryWords(previous),
          entryWords(current),
        ]),
      ),
    ),
  ];
}

function entryWords(entry: YearEntry | null): string {
  const words = reportWords.en;
  if (entry === null) return words.notStated;
  const events = entry.events.flatMap(({ date, name }) => (date === null ? [] : [`${dateInEnglish(date)}: ${name}`]));
  const figures = entry.quantities.flatMap(({ label, value, unit, asOf }) =>
    value === null
      ? []
      : [`${label}: ${value.toLocaleString("en")}${unit ?? ""}${asOf === null ? "" : ` (${dateInEnglish(asOf)})`}`],
  );
  return [
    `${words.programme.status[entry.status]} (${words.programme.column[entry.column]})`,
    ...events,
    ...figures,
  ].join("\n");
}
