/** What a form says at its fields: problems first, then what a person is asked to check; and which field it stands at. */
import type { Lang } from "../../../ui/index.ts";
import { words } from "../words.ts";
import { shortYearText } from "../year-words.ts";
import type { DoubtSaid, EntryDoubt, EntryProblem } from "./entry-reading.ts";
import type { FactsProblem } from "./read-facts.ts";

/** The sentence at a field; undefined when there is nothing to say. */
export type SaysAt = (field: string) => string | undefined;

export type EntrySaid = Readonly<{ problems: readonly EntryProblem[]; doubts: readonly EntryDoubt[] }>;

/** @param own the year and column of the form, to tell what is said of another. */
export function saysAt({ problems, doubts }: EntrySaid, own: OwnYear, lang: Lang): SaysAt {
  const { entryForm: w } = words(lang);
  return saysOf(problems, ({ code, text }) => w.problems[code](text), { doubts, own, lang });
}

/** The same of the programme itself, which knows other problems. */
export function factsSayAt(problems: readonly FactsProblem[], doubts: readonly EntryDoubt[], lang: Lang): SaysAt {
  const { factsForm: w } = words(lang);
  return saysOf(problems, ({ code, text }) => w.problems[code](text), { doubts, own: null, lang });
}

type Asked = Readonly<{ doubts: readonly EntryDoubt[]; own: OwnYear; lang: Lang }>;

function saysOf<T extends Readonly<{ field: string }>>(
  problems: readonly T[],
  messageOf: (problem: T) => string,
  { doubts, own, lang }: Asked,
): SaysAt {
  return (field) => {
    const problem = problems.find((one) => one.field === field);
    if (problem !== undefined) return messageOf(problem);
    const doubt = doubts.find((one) => one.field === field);
    return doubt === undefined ? undefined : words(lang).entryForm.check(doubtText(doubt.said, own, lang));
  };
}

/** Null outside of a year: every year is told by its name. */
export type OwnYear = Readonly<{ fiscalYear: number; column: string }> | null;

export function doubtText(said: DoubtSaid, own: OwnYear, lang: Lang): string {
  const { entryForm: w, column } = words(lang);
  switch (said.kind) {
    case "weekday":
      return w.weekday(said.weekday.day, said.weekday.said, said.weekday.is);
    case "date_as_words":
      return w.dateAsWords(said.text);
    case "edition_differs":
      return w.editionDiffers(said.named, said.said);
    case "estimate_settled":
      return w.estimateSettled(said.name);
    case "spelled_before":
      return w.spelledBefore(said.name, said.known);
    case "disagreement": {
      const { code, values, ...at } = said.disagreement;
      const text = w.disagreements[code](values as Readonly<Record<string, string | number>>); // each code has its own
      const isOwn = own !== null && own.fiscalYear === at.fiscalYear && own.column === at.column;
      return isOwn ? text : w.otherYear(shortYearText(at.fiscalYear, lang), column[at.column], text);
    }
  }
}
