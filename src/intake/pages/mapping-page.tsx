/** What the columns of a table mean: the guess, examples of each column, and a name to keep it under. */
import type { SourceTable } from "../../documents/source-text.ts";
import { Button, DataTable, type Lang, Notice, PageHead, pathIn, Section, TextInput } from "../../ui/index.ts";
import type { ImportedDocument } from "../imported-document.ts";
import type { SavedMapping } from "../mapping-store.ts";
import { COLUMN_ROLES, columnName, type MappedColumn, type SheetMapping } from "../table/mapping.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { SubmitRow } from "./submit-row.tsx";
import { words } from "./words.ts";

export type MappingPageProps = Readonly<{
  context: PageContext;
  document: ImportedDocument;
  grid: readonly SourceTable[];
  mapping: readonly SheetMapping[];
  saved: readonly SavedMapping[];
  /** Nothing has been decided yet, so the rows can be read again. */
  canChange: boolean;
  refusal?: string | undefined;
}>;

export function MappingPage({ context, document, grid, mapping, saved, canChange, refusal }: MappingPageProps) {
  const { lang } = context;
  const { mapping: text } = words(lang);
  const back = pathIn(lang, `/imports/${document.id}`);
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: document.name, href: back }, { label: text.title }]}
    >
      <PageHead kicker={document.name} title={text.title} lead={text.lead} />
      {refusal === undefined ? null : <Notice kind="err" title={refusal} announce />}
      {canChange ? null : <Notice title={text.locked} />}
      <SavedMappings lang={lang} saved={saved} address={`${back}/mapping`} />
      <form class="stack-l mt-l" method="post" action={`${back}/mapping`}>
        {mapping.map((sheet, index) => (
          <SheetColumns
            lang={lang}
            sheet={sheet}
            index={index}
            rows={grid.find((table) => table.sheet === sheet.sheet)?.rows ?? []}
          />
        ))}
        <div class="narrow">
          <TextInput name="saveAs" label={text.saveAs} hint={text.saveAsHint} optionalWords="" />
        </div>
        <SubmitRow label={text.confirm} cancel={text.cancel} back={back} />
      </form>
    </IntakeFrame>
  );
}

function SavedMappings({
  lang,
  saved,
  address,
}: Readonly<{ lang: Lang; saved: readonly SavedMapping[]; address: string }>) {
  const { mapping: text } = words(lang);
  if (saved.length === 0) return null;
  return (
    <form class="row mt" method="get" action={address}>
      <label for="apply">{text.saved}</label>
      <select class="input narrow" id="apply" name="apply">
        {saved.map(({ name }) => (
          <option value={name}>{name}</option>
        ))}
      </select>
      <Button small>{text.apply}</Button>
    </form>
  );
}

type SheetColumnsProps = Readonly<{ lang: Lang; sheet: SheetMapping; index: number; rows: SourceTable["rows"] }>;
type ColumnRow = MappedColumn & Readonly<{ column: number; examples: readonly string[] }>;

const EXAMPLES = 2;
const EXAMPLE_LENGTH = 40;

/** Another number of the header row than the one shown reads the headers there. */
function SheetColumns({ lang, sheet, index, rows }: SheetColumnsProps) {
  const { mapping: text } = words(lang);
  const below = rows.filter(({ row }) => row > sheet.headerRow).slice(0, EXAMPLES);
  const columns = sheet.columns.map((mapped, column): ColumnRow => {
    const examples = below
      .map(({ cells }) => (cells[column] ?? "").slice(0, EXAMPLE_LENGTH))
      .filter((cell) => cell !== "");
    return { ...mapped, column, examples };
  });
  return (
    <Section id={`sheet-${index}`} title={text.sheet(sheet.sheet)}>
      <input type="hidden" name={`shownRow.${index}`} value={`${sheet.headerRow}`} />
      <div class="narrow mb">
        <TextInput name={`headerRow.${index}`} label={text.headerRow} value={`${sheet.headerRow}`} required />
      </div>
      <DataTable<ColumnRow>
        caption={text.sheet(sheet.sheet)}
        captionHidden
        rows={columns}
        columns={[
          { label: text.column, header: true, cell: ({ column, header }) => `${columnName(column)}　${header}` },
          { label: text.example, cell: ({ examples }) => examples.join(" ／ ") },
          { label: text.meaning, cell: (row) => <RoleChoice lang={lang} row={row} sheet={index} /> },
        ]}
      />
    </Section>
  );
}

function RoleChoice({ lang, row, sheet }: Readonly<{ lang: Lang; row: ColumnRow; sheet: number }>) {
  const { mapping: text } = words(lang);
  return (
    <select class="input" name={`role.${sheet}.${row.column}`} aria-label={`${columnName(row.column)} ${text.meaning}`}>
      <option value="" selected={row.role === null}>
        {text.ignore}
      </option>
      {COLUMN_ROLES.map((role) => (
        <option value={role} selected={role === row.role}>
          {text.roles[role] ?? role}
        </option>
      ))}
    </select>
  );
}
