/** What the table shows: the form that narrows it, and the same as hidden fields of every other form of the page. */
import { fieldText } from "../../../registry/index.ts";
import { Button, pathIn, Select, TextInput } from "../../../ui/index.ts";
import { columnWords as columnsEn } from "../../messages.en.ts";
import { columnWords as columnsJa } from "../../messages.ja.ts";
import { words } from "../../pages/words.ts";
import { YEAR_COLUMNS } from "../../programme-year.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { GRID_PATH, type GridQuery, gridParameters, NOT_ENTERED, ROWS_PER_PAGE } from "../grid-query.ts";
import { gridWords } from "../words.ts";
import type { GridPageProps } from "./grid-page-props.ts";

export function FilterForm({ page, place, query, choices }: GridPageProps) {
  const { lang } = page;
  const w = gridWords(lang);
  const { status } = words(lang);
  const columns = lang === "en" ? columnsEn : columnsJa;
  const f = w.filters;
  const quiet = { optionalWords: "", emptyLabel: f.every };
  return (
    <form method="get" action={pathIn(lang, GRID_PATH)} class="mt noprint">
      <div class="filterrow">
        <Select
          name="owner"
          label={f.owner}
          optionalWords=""
          emptyLabel={null}
          value={query.owner}
          options={place.owners}
        />
        <TextInput name="year" label={f.year} value={String(query.fiscalYear)} keyboard="numeric" optionalWords="" />
        <Select
          {...{ name: "column", label: f.column, optionalWords: "", emptyLabel: null, value: query.column }}
          options={YEAR_COLUMNS.map((value) => ({ value, label: columns[value] }))}
        />
        <Select
          {...{ name: "status", label: f.status, ...quiet, value: query.status ?? "" }}
          options={[
            { value: NOT_ENTERED, label: f.notEntered },
            ...YEAR_STATUSES.map((value) => ({ value, label: status[value] })),
          ]}
        />
        {choices.sections.length === 0 ? null : (
          <Select
            {...{ name: "section", label: f.section, ...quiet, value: query.section ?? "" }}
            options={choices.sections.map((value) => ({ value, label: value }))}
          />
        )}
        {choices.fields.length === 0 ? null : (
          <Select
            {...{ name: "field", label: f.field, ...quiet, value: query.field ?? "" }}
            options={choices.fields.map((value) => ({ value, label: fieldText(value, lang) }))}
          />
        )}
        <div class="go">
          <Button>{f.show}</Button>
        </div>
      </div>
    </form>
  );
}

export function HiddenQuery({ query }: Readonly<{ query: GridQuery }>) {
  return (
    <>
      {[...gridParameters(query)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Number of the first row of a page. */
export function firstRow({ page }: GridQuery): number {
  return (page - 1) * ROWS_PER_PAGE + 1;
}
