/** Printed tables beside the same tables counted again from the sheets: only what differs is listed. */
import { emptyTally, formatTally, isSameTally, type Tally } from "../../kernel/tally.ts";
import { DataTable, Section } from "../../ui/index.ts";
import type { CheckedTable } from "../document-reading.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

export function TablesSection({
  context: { lang },
  tables,
}: Readonly<{ context: PageContext; tables: readonly CheckedTable[] }>) {
  const { document: text } = words(lang);
  if (tables.length === 0) return null;
  return (
    <Section id="tables" title={text.tables}>
      <p class="sub">{text.tablesLead}</p>
      {tables.map((table) => (
        <TableDifferences lang={lang} table={table} />
      ))}
    </Section>
  );
}

type Difference = Readonly<{ row: string; column: string; printed: Tally; recounted: Tally }>;

function TableDifferences({ lang, table }: Readonly<{ lang: PageContext["lang"]; table: CheckedTable }>) {
  const { document: text } = words(lang);
  const name = text.tableNames[table.id] ?? table.id;
  const differences = differencesOf(table);
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

/** An empty cell is a zero. A row that one side lacks is a finding of its own. */
function differencesOf({ printed, recounted }: CheckedTable): readonly Difference[] {
  return printed.flatMap((row) => {
    const other = recounted.find(({ label }) => label === row.label);
    if (other === undefined) return [];
    return [...new Set([...Object.keys(row.cells), ...Object.keys(other.cells)])].flatMap((column) => {
      const [said, counted] = [row.cells[column] ?? emptyTally, other.cells[column] ?? emptyTally];
      return isSameTally(said, counted) ? [] : [{ row: row.label, column, printed: said, recounted: counted }];
    });
  });
}
