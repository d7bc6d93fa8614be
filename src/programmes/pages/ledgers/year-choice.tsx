/** Chooses the fiscal year a ledger is about. */
import { Button, pathIn, TextInput, useLang } from "../../../ui/index.ts";
import { useWords } from "../words.ts";

export function YearChoice({ path, fiscalYear }: Readonly<{ path: string; fiscalYear: number }>) {
  const { cycle: w } = useWords();
  return (
    <form method="get" action={pathIn(useLang(), path)} class="mt noprint">
      <div class="filterrow">
        <TextInput name="year" label={w.year} value={String(fiscalYear)} keyboard="numeric" optionalWords="" />
        <div class="go">
          <Button>{w.show}</Button>
        </div>
      </div>
    </form>
  );
}
