// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop table roles where the rows are shown as cards
/**
 * The one table of records. Below 48rem each row reads as a card: the row header is its title and every cell shows
 * its column's name. The roles are written out because a changed `display` drops them in browsers; on a phone the
 * heading row is gone, so sorting stands above the cards as links.
 */
import type { Child } from "hono/jsx";
import { SortIcon } from "./icons.tsx";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type Sort = Readonly<{
  /** Address of the list in this order; the opposite one when it is sorted by this column now. */
  href: string;
  /** How the list is sorted by this column now; null when by another. */
  direction: "ascending" | "descending" | null;
}>;

export type Column<Row> = Readonly<{
  label: string;
  cell: (row: Row) => Child;
  /** Names the row, and titles its card; one column has it. */
  header?: boolean | undefined;
  numeric?: boolean | undefined;
  /** Keeps at least 9rem. */
  wide?: boolean | undefined;
  sort?: Sort | undefined;
}>;

export type DataTableProps<Row> = Readonly<{
  caption: string;
  /** The caption is read out but not shown, where a heading above says the same. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Shown instead of the table when there are no rows. */
  empty?: Child;
  isTotal?: ((row: Row) => boolean) | undefined;
  /** Many columns of short words: the heading row wraps and stays in sight; the region can be scrolled by keyboard. */
  sticky?: boolean | undefined;
}>;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, empty, isTotal, sticky = false } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <>
      <SortRow columns={columns} />
      <TableBox caption={caption} sticky={sticky}>
        <table class="t" role="table">
          <caption class={captionHidden === true ? "vh" : undefined}>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <HeadCell column={column} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" class={isTotal?.(row) === true ? "total" : undefined}>
                {columns.map((column) => (
                  <BodyCell column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

function TableBox({ caption, sticky, children }: Readonly<{ caption: string; sticky: boolean; children?: Child }>) {
  const { table } = useTexts();
  if (!sticky) return <div class="tablebox cards">{children}</div>;
  return (
    <section class="tablebox cards stick" aria-label={table.region(caption)} tabindex={0}>
      {children}
    </section>
  );
}

function HeadCell<Row>({ column }: Readonly<{ column: Column<Row> }>) {
  const { label, sort } = column;
  return (
    <th
      scope="col"
      role="columnheader"
      class={cellClass(column)}
      aria-sort={sort === undefined || sort.direction === null ? undefined : sort.direction}
    >
      {sort === undefined ? label : <SortLink label={label} sort={sort} />}
    </th>
  );
}

function BodyCell<Row>({ column, row }: Readonly<{ column: Column<Row>; row: Row }>) {
  const { label, cell, header } = column;
  if (header === true) {
    return (
      <th scope="row" role="rowheader">
        {cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" class={cellClass(column)} data-label={label}>
      <div>{cell(row)}</div>
    </td>
  );
}

function SortLink({ label, sort }: Readonly<{ label: string; sort: Sort }>) {
  return (
    <Link class="sort" href={sort.href}>
      {label}
      <SortIcon direction={sort.direction} />
    </Link>
  );
}

function SortRow<Row>({ columns }: Readonly<{ columns: readonly Column<Row>[] }>) {
  const { table } = useTexts();
  const sortable = columns.filter(({ sort }) => sort !== undefined);
  if (sortable.length === 0) return null;
  return (
    <nav class="sortrow" aria-label={table.sortBy}>
      <span class="sub">{table.sortBy}</span>
      {sortable.map(({ label, sort }) =>
        sort === undefined ? null : (
          <Link class="sort" href={sort.href} current={sort.direction === null ? undefined : "true"}>
            {label}
            {sort.direction === null ? null : <span class="vh">{table[sort.direction]}</span>}
            <SortIcon direction={sort.direction} />
          </Link>
        ),
      )}
    </nav>
  );
}

function cellClass<Row>({ numeric, wide }: Column<Row>): string | undefined {
  if (numeric === true) return "num";
  return wide === true ? "w" : undefined;
}
