/** The cross tables: as a report prints them, or one value to a row; every number opens its rows. */
import {
  BarList,
  ButtonLink,
  type CrossColumn,
  type CrossRow,
  CrossTable as CrossTableView,
  DataTable,
  type Lang,
  Link,
  PageHead,
  Prov,
  pathIn,
  Section,
  Tabs,
  useLang,
  ViewToggle,
} from "../../../ui/index.ts";
import { cellCriteria } from "../../cell-criteria.ts";
import { listAddress } from "../../criteria-address.ts";
import { COLUMNS, type Column, type CrossTable, type TableId, type TableRow, TOTAL_COLUMN } from "../../cross-table.ts";
import { FIELDS, isField } from "../../field.ts";
import { dayText } from "../date-view.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { countryText, fieldText } from "../place-names.ts";
import { useWords, words } from "../words.ts";

export type TablePageProps = Readonly<{
  page: PageContext;
  table: CrossTable;
  view: "table" | "data";
}>;

export function TablePage({ page, table, view }: TablePageProps) {
  const { tables, csv, json, xlsx } = words(page.lang);
  const { lang } = page;
  const total = totalOf(table);
  const caption = tables.captions[table.table];
  return (
    <RegistryFrame page={page} current="tables" title={caption} crumbs={[{ label: tables.title }, { label: caption }]}>
      <PageHead
        kicker={tables.kicker(dayText(table.asOf, lang))}
        title={tables.title}
        lead={
          table.table === "by-field"
            ? tables.lead(total.n, total.relisted, total.n - total.relisted) // records without a field are in no cell
            : tables.leadCountry(total.n, total.relisted)
        }
        actions={
          <>
            <ButtonLink href={pathIn(lang, `/tables/${table.table}.xlsx`)}>{xlsx}</ButtonLink>
            <ButtonLink href={pathIn(lang, `/tables/${table.table}.csv`)}>{csv}</ButtonLink>
            <ButtonLink href={`/tables/${table.table}.json`}>{json}</ButtonLink>
          </>
        }
      />
      <Choices table={table.table} view={view} />
      <section class="mt-l" aria-labelledby="table">
        <h2 id="table" class="mb">
          {caption}
        </h2>
        {total.n === 0 ? (
          <p>{tables.empty}</p>
        ) : view === "data" ? (
          <Tidy table={table} lang={lang} />
        ) : (
          <Printed table={table} lang={lang} />
        )}
        <Prov>
          {tables.provenance} {tables.kicker(dayText(table.asOf, lang))}
        </Prov>
      </section>
      <Notes table={table.table} />
      {total.n === 0 ? null : <Chart table={table} lang={lang} />}
    </RegistryFrame>
  );
}

function Choices({ table, view }: Readonly<{ table: TableId; view: "table" | "data" }>) {
  const { tables } = useWords();
  const lang = useLang();
  const suffix = view === "data" ? "?view=data" : "";
  const to = (path: string) => pathIn(lang, path);
  return (
    <>
      <Tabs
        label={tables.tabs}
        views={[
          { label: tables.byField, href: to(`/tables/by-field${suffix}`), current: table === "by-field" },
          { label: tables.byCountry, href: to(`/tables/by-country${suffix}`), current: table === "by-country" },
        ]}
      />
      <div class="row mt">
        <ViewToggle
          label={tables.views}
          views={[
            { label: tables.tableView, href: to(`/tables/${table}`), current: view === "table" },
            { label: tables.dataView, href: to(`/tables/${table}?view=data`), current: view === "data" },
          ]}
        />
      </div>
    </>
  );
}

type TableProps = Readonly<{ table: CrossTable; lang: Lang }>;

function Printed({ table, lang }: TableProps) {
  const { tables } = useWords();
  return (
    <>
      <p class="sub mb-s">{tables.bracket}</p>
      <CrossTableView
        caption={tables.captions[table.table]}
        rowHeading={tables.rowHeadings[table.table]}
        columns={COLUMNS.map((column) => ({ key: column, ...headingOf(column, lang) }))}
        rows={table.rows.map((row) => crossRow(table, row, lang))}
      />
    </>
  );
}

function crossRow(table: CrossTable, row: TableRow, lang: Lang): CrossRow {
  const cells = COLUMNS.map((column) => {
    const open = (measure: "n" | "relisted") => pathIn(lang, listAddress(cellCriteria(table, row, column, measure)));
    return [column, { tally: row.cells[column], href: open("n"), relistedHref: open("relisted") }] as const;
  });
  return {
    label:
      row.rank === undefined
        ? rowText(table, row, lang)
        : `${words(lang).tables.rank(row.rank)} ${rowText(table, row, lang)}`,
    kind: row.kind,
    cells: Object.fromEntries(cells),
  };
}

type TidyRow = Readonly<{ row: TableRow; column: Column }>;

function Tidy({ table, lang }: TableProps) {
  const { tables } = useWords();
  const { data } = tables;
  const rows = table.rows
    .filter(({ kind }) => kind !== "total")
    .flatMap((row) => FIELDS.map((column): TidyRow => ({ row, column })));
  return (
    <DataTable<TidyRow>
      caption={tables.captions[table.table]}
      captionHidden
      rows={rows}
      columns={[
        {
          label: table.table === "by-field" ? data.row : data.country,
          header: true,
          cell: ({ row }) => rowText(table, row, lang),
        },
        { label: data.field, cell: ({ column }) => columnText(column, lang) },
        {
          label: data.n,
          numeric: true,
          cell: (cell) => <CountLink table={table} cell={cell} measure="n" lang={lang} />,
        },
        {
          label: data.relisted,
          numeric: true,
          cell: (cell) => <CountLink table={table} cell={cell} measure="relisted" lang={lang} />,
        },
        {
          label: data.main,
          numeric: true,
          cell: ({ row, column }) => row.cells[column].n - row.cells[column].relisted,
        },
      ]}
    />
  );
}

type NumberProps = TableProps & Readonly<{ cell: TidyRow; measure: "n" | "relisted" }>;

function CountLink({ table, cell: { row, column }, measure, lang }: NumberProps) {
  const value = row.cells[column][measure];
  if (value === 0) return <>0</>;
  return (
    <Link href={pathIn(lang, listAddress(cellCriteria(table, row, column, measure)))}>
      {value.toLocaleString("ja-JP")}
    </Link>
  );
}

function Notes({ table }: Readonly<{ table: TableId }>) {
  const { tables } = useWords();
  const { note } = tables;
  const own = table === "by-field" ? [note.parties, note.field] : [note.parties, note.ranking, note.ties];
  return (
    <Section id="notes" title={tables.notes}>
      <div class="text">
        <ul>
          {[note.listing, note.relisting, ...own].map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Chart({ table, lang }: TableProps) {
  const { tables, data } = useWords();
  const open = (row: TableRow, column: Column) => pathIn(lang, listAddress(cellCriteria(table, row, column, "n")));
  const total = table.rows.find(({ kind }) => kind === "total");
  if (total === undefined) return null;
  const isByField = table.table === "by-field";
  const bars = isByField
    ? FIELDS.map((field) => ({ label: fieldText(field, lang), value: total.cells[field], href: open(total, field) }))
    : table.rows
        .filter(({ kind }) => kind !== "total")
        .map((row) => ({
          label: rowText(table, row, lang),
          value: row.cells[TOTAL_COLUMN],
          href: open(row, TOTAL_COLUMN),
        }));
  return (
    <Section id="chart" title={isByField ? tables.chart : tables.countryChart}>
      <BarList
        id="counted"
        bars={bars}
        valueLabel={tables.data.n}
        itemLabel={isByField ? tables.data.field : tables.data.country}
      />
      <p class="mt-l">
        <Link href={pathIn(lang, "/data")}>{data.title}</Link>
      </p>
    </Section>
  );
}

/** Short, in two lines, so that ten columns fit on a screen and on paper: ⑤経済 / （農業等）. */
function headingOf(column: Column, lang: Lang): Pick<CrossColumn, "label" | "detail"> {
  const text = columnText(column, lang).replace("交流", "");
  const [, label = text, detail] = /^(.+?)\s*([（(].+[）)])$/u.exec(text) ?? [];
  return { label, detail };
}

function columnText(column: Column, lang: Lang): string {
  return isField(column) ? fieldText(column, lang) : words(lang).tables.totalColumn;
}

function rowText({ table, rows }: CrossTable, row: TableRow, lang: Lang): string {
  const names = words(lang).tables.rows;
  if (row.country !== undefined) return countryText(row.country, lang);
  if (row.kind !== "row") return row.kind === "total" ? names.total : names.other;
  return table === "by-field" && rows.indexOf(row) === 0 ? names.one : names.several;
}

function totalOf({ rows }: CrossTable) {
  return rows.find(({ kind }) => kind === "total")?.cells[TOTAL_COLUMN] ?? { n: 0, relisted: 0 };
}
