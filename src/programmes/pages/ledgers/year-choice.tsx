/** Chooses the fiscal year a page is about among those that come into question, and keeps the criteria. */
import type { Child } from "hono/jsx";
import { Button, pathIn, Select, useLang } from "../../../ui/index.ts";
import { programmeCriteriaToParameters } from "../../programme-criteria.ts";
import type { Listed } from "../list/list-facets.ts";
import { useWords } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";

export type YearChoiceProps = Readonly<{
  listed: Pick<Listed, "criteria" | "path">;
  fiscalYear: number;
  /** Newest first; the year of the page is among them even when nothing is on record for it. */
  years: readonly number[];
  /** Further questions of the page, between the year and the button. */
  children?: Child;
}>;

export function YearChoice({ listed: { criteria, path }, fiscalYear, years, children }: YearChoiceProps) {
  const { choice: w } = useWords();
  const lang = useLang();
  const all = [...new Set([...years, fiscalYear])].toSorted((a, b) => b - a);
  return (
    <form method="get" action={pathIn(lang, path)} class="mt noprint">
      {[...programmeCriteriaToParameters(criteria)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="filterrow">
        <Select
          {...{ name: "year", label: w.year, value: String(fiscalYear), emptyLabel: null, optionalWords: "" }}
          options={all.map((year) => ({ value: String(year), label: fiscalYearText(year, lang) }))}
        />
        {children}
        <div class="go">
          <Button>{w.show}</Button>
        </div>
      </div>
    </form>
  );
}
