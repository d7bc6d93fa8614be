/** How the table is used, with keys and without; and its text to be copied into Excel. */
import { TextArea, useLang } from "../../../ui/index.ts";
import { gridColumnsOf } from "../grid-columns.ts";
import { type GridKey, type GridRow, savedTexts } from "../grid-rows.ts";
import { STATUS_NAMES } from "../status-names.ts";
import { printTsv } from "../tsv.ts";
import { gridWords } from "../words.ts";

export function KeyHelp() {
  const w = gridWords(useLang());
  return (
    <details class="disc mt-s">
      <summary>{w.help}</summary>
      <ul class="mt-s">
        {w.helpPlain.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      {/* shown where the keys are there, by the island */}
      <dl class="facts tight mt-s" data-keys hidden>
        {w.helpKeys.map(([keys, does]) => (
          <div>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

export function TextOfTable({ rows, gridKey }: Readonly<{ rows: readonly GridRow[]; gridKey: GridKey }>) {
  const w = gridWords(useLang());
  return (
    <details class="disc mt-s">
      <summary>{w.copy}</summary>
      <div class="stack mt">
        <TextArea
          {...{ name: "copy", label: w.copyLabel, hint: w.copyHint, value: textOf(rows, gridKey, w), rows: 4 }}
          optionalWords=""
        />
      </div>
    </details>
  );
}

function textOf(rows: readonly GridRow[], { column }: GridKey, w: ReturnType<typeof gridWords>): string {
  const columns = gridColumnsOf(column);
  const head = [w.naming.id, w.naming.number, w.naming.title, ...columns.map((one) => w.columns[one])];
  const body = rows.map((row) => {
    const { id, facts } = row.programme;
    const saved = savedTexts(row, STATUS_NAMES);
    return [id, String(facts.number ?? ""), facts.title, ...columns.map((one) => saved[one] ?? "")];
  });
  return printTsv([head, ...body]);
}
