/**
 * Cross table: `n(relisted)` by row and column, every number a link to its rows.
 *
 * It stays a table on a phone, in a named region that scrolls, with the first column standing still. A cell that
 * differs from the printed report is tinted and says what is printed: 「冊子 16(9)」.
 */
import { formatTally, isSameTally, type Tally } from "../kernel/tally.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";
import { TallyText } from "./tally-text.tsx";

export type CrossColumn = Readonly<{
  key: string;
  label: string;
  /** Second line of the heading: （農業等）. */
  detail?: string | undefined;
}>;

export type CrossCell = Readonly<{
  tally: Tally;
  href?: string | undefined;
  /** The rows of the inner count. */
  relistedHref?: string | undefined;
  /** What the report prints in this cell; left out when there is nothing to compare. */
  printed?: Tally | undefined;
}>;

export type CrossRow = Readonly<{
  label: string;
  href?: string | undefined;
  kind: "row" | "other" | "total";
  /** By column key; a missing cell counts as zero. */
  cells: Readonly<Record<string, CrossCell>>;
}>;

export type CrossTableProps = Readonly<{
  caption: string;
  /** Heading of the first column. */
  rowHeading: string;
  columns: readonly CrossColumn[];
  rows: readonly CrossRow[];
}>;

export function CrossTable({ caption, rowHeading, columns, rows }: CrossTableProps) {
  const { table } = useTexts();
  return (
    <>
      <p class="scrollhint">{table.scrollHint}</p>
      <section class="tablebox" tabindex={0} aria-label={table.region(caption)}>
        <table class="t cross">
          <caption class="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHeading}</th>
              {columns.map(({ label, detail }) => (
                <th scope="col" class="num">
                  {label}
                  {detail === undefined ? null : (
                    <>
                      <br />
                      {detail}
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CrossTableRow row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function CrossTableRow({ row, columns }: Readonly<{ row: CrossRow; columns: readonly CrossColumn[] }>) {
  return (
    <tr class={row.kind === "total" ? "total" : undefined}>
      <th scope="row">{row.href === undefined ? row.label : <Link href={row.href}>{row.label}</Link>}</th>
      {columns.map(({ key }) => (
        <CrossTableCell cell={row.cells[key] ?? { tally: { n: 0, relisted: 0 } }} />
      ))}
    </tr>
  );
}

function CrossTableCell({ cell: { tally, href, relistedHref, printed } }: Readonly<{ cell: CrossCell }>) {
  const { table } = useTexts();
  if (printed === undefined || isSameTally(tally, printed)) {
    return (
      <td class="num">
        <TallyText tally={tally} href={href} relistedHref={relistedHref} />
      </td>
    );
  }
  return (
    <td class="num diff">
      <TallyText tally={tally} href={href} relistedHref={relistedHref} />
      <br />
      <span class="small">
        {table.printed} {formatTally(printed)}
      </span>
    </td>
  );
}
