/** Printed tables beside the same tables counted again: the cells that differ, as the checks found them. */
import { formatTally, type Tally } from "../../kernel/tally.ts";
import { DataTable, Section } from "../../ui/index.ts";
import type { CheckedTable } from "../document-reading.ts";
import type { ImportFinding } from "../imported-document.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

type TablesSectionProps = Readonly<{
  context: PageContext;
  tables: readonly CheckedTable[];
  findings: readonly ImportFinding[];
}>;

export function TablesSection({ context: { lang }, tables, findings }: TablesSectionProps) {
  const { document: text } = words(lang);
  if (tables.length === 0) return null;
  return (
    <Section id="tables" title={text.tables}>
      <p class="sub">{text.tablesLead}</p>
      {tables.map(({ id }) => (
        <TableDifferences lang={lang} id={id} differences={findings.flatMap((finding) => differenceIn(finding, id))} />
      ))}
    </Section>
  );
}

type Difference = Readonly<{ row: string; column: string; printed: Tally; recounted: Tally }>;
type DifferencesProps = Readonly<{ lang: PageContext["lang"]; id: string; differences: readonly Difference[] }>;

function TableDifferences({ lang, id, differences }: DifferencesProps) {
  const { document: text } = words(lang);
  const name = text.tableNames[id] ?? id;
  return (
    <div class="mt-l">
      <h3>{name}</h3>
      <DataTable<Difference>
        caption={name}
        captionHidden
        rows={differences}
        empty={<p>{text.same}</p>}
        columns={[
          { label: text.rowLabel, header: true, cell: ({ row, column }) => `${row}　${column}` },
          { label: text.printed, numeric: true, cell: ({ printed }) => formatTally(printed) },
          { label: text.recounted, numeric: true, cell: ({ recounted }) => formatTally(recounted) },
        ]}
      />
    </div>
  );
}

function differenceIn({ code, values }: ImportFinding, id: string): readonly Difference[] {
  if (code !== "table_cell_differs" || values.table !== id) return [];
  return [values as Difference & { table: string }]; // what the check writes under this code
}
