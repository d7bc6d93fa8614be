/** Imported documents and their masked lines: written once, together. */
import { sql } from "kysely";
import type { SourceLine, SourceTable } from "../documents/source-text.ts";
import type { Tx } from "../platform/index.ts";
import type { ImportedDocument, ImportSummary } from "./imported-document.ts";
import type { SheetMapping } from "./table/mapping.ts";

export type NewDocument = Omit<ImportedDocument, "id" | "otherNames" | "importedAt" | "importedBy" | "importedByName"> &
  Readonly<{
    toc: readonly unknown[];
    lines: readonly SourceLine[];
    /** Cells of a table document (masked), so that another mapping can be tried; null for other layouts. */
    grid: readonly SourceTable[] | null;
  }>;

const COLUMNS = sql`d.id, d.name, d.other_names as "otherNames", d.sha256, d.format, d.layout,
  d.line_count as "lineCount", d.original_kept as "originalKept", d.tables, d.mapping,
  d.mapping_confirmed as "mappingConfirmed", to_json(d.imported_at)#>>'{}' as "importedAt", d.imported_by as "importedBy",
  (select u.display_name from account u where u.id = d.imported_by) as "importedByName"`;

export async function findDocument(tx: Tx, id: string): Promise<ImportedDocument | undefined> {
  const { rows } = await sql<ImportedDocument>`select ${COLUMNS} from import_document d where d.id = ${id}`.execute(tx);
  return rows[0];
}

/** Holds the document until the transaction ends, so that a new mapping and a decision cannot cross. */
export async function lockDocument(tx: Tx, id: string): Promise<ImportedDocument | undefined> {
  await sql`select id from import_document where id = ${id} for update`.execute(tx);
  return findDocument(tx, id);
}

export async function findDocumentByHash(tx: Tx, sha256: string): Promise<ImportedDocument | undefined> {
  const { rows } = await sql<ImportedDocument>`
    select ${COLUMNS} from import_document d where d.sha256 = ${sha256} and d.marks = import_marks()`.execute(tx);
  return rows[0];
}

export async function findGrid(tx: Tx, id: string): Promise<readonly SourceTable[] | undefined> {
  const { rows } = await sql<{ grid: readonly SourceTable[] | null }>`
    select grid from import_document where id = ${id}`.execute(tx);
  return rows[0]?.grid ?? undefined;
}

/** @returns the id, or undefined when the same bytes are there already, also from someone else just now. */
export async function insertDocument(tx: Tx, document: NewDocument): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into import_document (name, sha256, format, layout, line_count, original_kept, toc, tables, grid, mapping,
      mapping_confirmed)
    values (${document.name}, ${document.sha256}, ${document.format}, ${document.layout}, ${document.lineCount},
      ${document.originalKept}, ${json(document.toc)}, ${json(document.tables)}, ${jsonOrNull(document.grid)},
      ${jsonOrNull(document.mapping)}, ${document.mappingConfirmed})
    on conflict (sha256, marks) do nothing returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id !== undefined) await insertLines(tx, id, document.lines);
  return id;
}

async function insertLines(tx: Tx, documentId: string, lines: readonly SourceLine[]): Promise<void> {
  await sql`
    insert into import_line (document_id, line, page, sheet, text)
    select ${documentId}, (l->>'line')::integer, (l->>'page')::integer, l->>'sheet', l->>'text'
      from jsonb_array_elements(${json(lines)}) l`.execute(tx);
}

export async function addName(tx: Tx, id: string, name: string): Promise<void> {
  await sql`update import_document set other_names = array_append(other_names, ${name}::text)
             where id = ${id} and name <> ${name} and not (${name}::text = any (other_names))`.execute(tx);
}

export async function confirmDocumentMapping(tx: Tx, id: string, mapping: readonly SheetMapping[]): Promise<void> {
  await sql`update import_document set mapping = ${json(mapping)}, mapping_confirmed = true where id = ${id}`.execute(
    tx,
  );
}

export async function listLines(tx: Tx, documentId: string, from: number, to: number): Promise<readonly SourceLine[]> {
  const { rows } = await sql<SourceLine>`
    select line, text, page, sheet from import_line
     where document_id = ${documentId} and line between ${from}::bigint and ${to}::bigint order by line`.execute(tx);
  return rows;
}

const LISTED_DOCUMENTS = 200;

/** Newest first. */
export async function listDocuments(tx: Tx): Promise<readonly ImportSummary[]> {
  const { rows } = await sql<ImportSummary>`
    select json_build_object('id', d.id, 'name', d.name, 'layout', d.layout, 'importedAt', d.imported_at,
        'importedBy', d.imported_by, 'importedByName',
        (select u.display_name from account u where u.id = d.imported_by), 'mappingConfirmed', d.mapping_confirmed) as document,
      (select json_build_object('total', count(*), 'pending', count(*) filter (where state = 'pending'),
          'accepted', count(*) filter (where state = 'accepted'), 'skipped', count(*) filter (where state = 'skipped'),
          'linked', count(*) filter (where state = 'linked'), 'blocked', 0, 'clean', 0)
        from import_draft f where f.document_id = d.id) as counts,
      (select count(*)::integer from import_finding f
        where f.document_id = d.id and f.settled_at is null and f.severity <> 'info') as "openFindings"
    from import_document d order by d.imported_at desc, d.id desc limit ${LISTED_DOCUMENTS}`.execute(tx);
  return rows;
}

function json(value: unknown) {
  return sql`${JSON.stringify(value)}::jsonb`;
}

function jsonOrNull(value: unknown) {
  return value === null ? sql`null` : json(value);
}
