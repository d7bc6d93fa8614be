/**
 * A person says what the columns of a table mean, or confirms the guess. Until any draft has been decided on, the
 * rows are read again with the new mapping; afterwards it stays, since the drafts people decided on would go.
 */
import type { SourceTable } from "../documents/source-text.ts";
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Actor, Database, Tx, WorkOptions } from "../platform/index.ts";
import { confirmDocumentMapping, findGrid, listLines, lockDocument } from "./document-store.ts";
import { deleteDrafts, insertDrafts, isUntouched } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { insertFindings, listFindingsOfDocument } from "./finding-store.ts";
import type { ImportedDocument } from "./imported-document.ts";
import { putSavedMapping } from "./mapping-store.ts";
import { withPersonalFindings } from "./personal-findings.ts";
import type { DocumentNotFound, MappingIncomplete, MappingNameMissing, ReviewBegun } from "./problems.ts";
import { missingRoles, namedColumnsOf, type SheetMapping } from "./table/mapping.ts";
import { readTables } from "./table/table-layout.ts";
import { withoutMailboxes } from "./without-mailboxes.ts";
import { writeOutcome } from "./write-outcome.ts";

export type MappingChoice = Readonly<{ documentId: string; mapping: readonly SheetMapping[] }>;
export type MappingProblem = DocumentNotFound | MappingIncomplete | ReviewBegun;

export function changeMapping(
  database: Database,
  actor: Actor,
  { documentId, mapping }: MappingChoice,
  options?: WorkOptions,
): Promise<Outcome<null, MappingProblem>> {
  return writeOutcome<null, MappingProblem>(
    database,
    actor,
    async (tx) => {
      const document = await lockDocument(tx, documentId);
      const grid = await findGrid(tx, documentId);
      if (document === undefined || grid === undefined) return refuse({ code: "document_not_found" });
      const missing = missingEverywhere(mapping);
      if (missing.length > 0) return refuse({ code: "mapping_incomplete", missing });
      if (!isSameMapping(document, mapping)) {
        if (!(await isUntouched(tx, documentId))) return refuse({ code: "review_begun" });
        await readAgain(tx, document, grid, mapping);
      }
      await confirmDocumentMapping(tx, documentId, mapping);
      await appendEvent(tx, { documentId, action: "mapping_confirmed" });
      return succeed(null);
    },
    options,
  );
}

/** A sheet without a title or a side gives no records; at least one sheet must have all three. */
function missingEverywhere(mapping: readonly SheetMapping[]): readonly string[] {
  const lacks = mapping.map(missingRoles).sort((a, b) => a.length - b.length);
  return lacks[0] ?? missingRoles({ columns: [] });
}

function isSameMapping({ mapping }: ImportedDocument, other: readonly SheetMapping[]): boolean {
  const plain = (sheets: readonly SheetMapping[]) =>
    sheets.map(({ sheet, headerRow, columns }) => [
      sheet,
      headerRow,
      columns.map(({ header, role }) => [header, role]),
    ]);
  return JSON.stringify(plain(mapping ?? [])) === JSON.stringify(plain(other));
}

/** What the reader noticed about the file stays; what was noticed in rows is found anew. */
async function readAgain(
  tx: Tx,
  { id, name, sha256, lineCount }: ImportedDocument,
  tables: readonly SourceTable[],
  mapping: readonly SheetMapping[],
): Promise<void> {
  const ofReader = (await listFindingsOfDocument(tx, id, lineCount)).filter(({ code }) => code !== "unreadable");
  const findings = ofReader.map(({ code, severity, rule, at, message, values }) => ({
    code,
    severity,
    rule,
    at,
    message,
    values,
  }));
  const lines = await listLines(tx, id, 1, Number.MAX_SAFE_INTEGER);
  const read = readTables({ name, sha256, lines, tables, findings }, mapping);
  const reading = withoutMailboxes(withPersonalFindings(read, { name, sha256, lines }));
  await deleteDrafts(tx, id);
  await insertDrafts(tx, id, reading.drafts);
  await insertFindings(tx, id, reading.findings);
}

export async function saveMapping(
  database: Database,
  actor: Actor,
  { name, mapping }: Readonly<{ name: string; mapping: readonly SheetMapping[] }>,
  options?: WorkOptions,
): Promise<Outcome<null, MappingNameMissing>> {
  const label = withoutMailboxes(name.trim()).slice(0, 100);
  if (label === "") return refuse({ code: "mapping_name_missing" });
  await database.write(
    actor,
    (tx) => putSavedMapping(tx, { name: label, columns: withoutMailboxes(namedColumnsOf(mapping)) }),
    options,
  );
  return succeed(null);
}
