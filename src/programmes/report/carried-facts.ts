/**
 * What a printed report carries of a programme: the facts that reading it gives back, in a form that compares.
 *
 * Not carried: identities, fields, linked agreements, the year's budget (printed in a table of its own, which is not read),
 * whether a number in 「計画（実績を含む）」 is a plan or a result, and years that the report does not show.
 */
import type { ProgrammeFacts } from "../programme.ts";
import { bare, factsOfCell } from "./cell-facts.ts";
import { relationFact } from "./compose-remarks.ts";

export function carriedFacts(facts: ProgrammeFacts, fiscalYear: number): unknown {
  const { title, parentTitle, titleNote, startFiscalYear, section, overview, recurrence, operator } = facts;
  const years = facts.years.filter((entry) => entry.fiscalYear === fiscalYear || entry.fiscalYear === fiscalYear - 1);
  return {
    ...{
      title: bare(title),
      parentTitle: bare(parentTitle),
      titleNote: bare(titleNote)?.replace(/^※/u, "") ?? null,
      section: bare(section),
    },
    ...{ start: startFiscalYear?.fiscalYear ?? null, overview: bare(overview) },
    recurrence: recurrence === null ? null : [recurrence.everyYears, recurrence.isAlternating],
    operator: operator === null ? null : [bare(operator.name), operator.kind],
    partners: facts.partners.map((one) => [bare(one.name), bare(one.formerName), one.country].join(" ")).toSorted(),
    relations: facts.relations.map(relationFact).toSorted(),
    years: years
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
      .map((entry) => ({ fiscalYear: entry.fiscalYear, column: entry.column, ...factsOfCell(entry) })),
  };
}
