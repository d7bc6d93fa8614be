/** Opens the entry of any fiscal year and column, also of years the programme has nothing of yet. */
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import { Button, pathIn, Select, TextInput, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { YEAR_COLUMNS } from "../../programme-year.ts";
import { useWords } from "../words.ts";

export function AddYear({ id, today }: Readonly<{ id: string; today: string }>) {
  const { record: w, column, columns } = useWords();
  const lang = useLang();
  return (
    <section class="mt-l noprint" aria-labelledby="add-year">
      <h2 id="add-year" class="h-card">
        {w.addYear}
      </h2>
      <form method="get" action={pathIn(lang, `${programmeAddress(id)}/years/open`)}>
        <div class="filterrow mt-s">
          <TextInput
            name="year"
            label={w.addYearLabel}
            value={String(fiscalYearOf(today))}
            keyboard="numeric"
            optionalWords=""
          />
          <Select
            name="column"
            label={columns.column}
            emptyLabel={null}
            optionalWords=""
            value="plan"
            options={YEAR_COLUMNS.map((value) => ({ value, label: column[value] }))}
          />
          <div class="go">
            <Button>{w.addYearButton}</Button>
          </div>
        </div>
      </form>
    </section>
  );
}
