/**
 * Takes a document in: read, recognised, and stored with its lines, drafts and findings in one transaction. Nothing
 * is accepted here. The same bytes again, under whatever name, lead to the document that is there already.
 */

import type { ReadProblem } from "../documents/read-problem.ts";
import { readSource } from "../documents/read-source.ts";
import type { SourceText } from "../documents/source-text.ts";
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import { type Actor, type Database, storeFile, type Tx, type WorkOptions } from "../platform/index.ts";
import type { ContributedDrafts } from "./contributed-drafts.ts";
import type { DocumentReading } from "./document-reading.ts";
import { addName, findDocumentByHash, insertDocument } from "./document-store.ts";
import { insertDrafts } from "./draft-store.ts";
import { appendEvent } from "./event-store.ts";
import { insertFindings } from "./finding-store.ts";
import { type LayoutChoice, readWithLayout } from "./layouts.ts";
import type { LayoutUnknown } from "./problems.ts";
import { holdsPersonalMailbox, withoutMailboxes } from "./without-mailboxes.ts";

export type UploadedFile = Readonly<{ name: string; bytes: Uint8Array }>;

export type Imported = Readonly<{
  documentId: string;
  /** False when the same bytes had been imported before: nothing was created. */
  isNew: boolean;
  layout: string;
  drafts: number;
  findings: number;
}>;

export type ImportOptions = WorkOptions &
  Readonly<{ layout?: LayoutChoice; contributed?: readonly ContributedDrafts[] | undefined }>;

export async function importDocument(
  database: Database,
  actor: Actor,
  file: UploadedFile,
  options: ImportOptions = {},
): Promise<Outcome<Imported, ReadProblem | LayoutUnknown>> {
  const read = await readSource(file);
  return read.ok ? importSource(database, actor, { source: read.value, bytes: file.bytes }, options) : read;
}

/** For whoever has read the file already. */
export async function importSource(
  database: Database,
  actor: Actor,
  { source, bytes }: Readonly<{ source: SourceText; bytes: Uint8Array }>,
  options: ImportOptions = {},
): Promise<Outcome<Imported, LayoutUnknown>> {
  const known = await database.write(actor, (tx) => noteSameBytes(tx, source), options);
  if (known !== undefined) return succeed(known);
  const reading = readWithLayout(source, options.layout ?? "auto", options.contributed);
  if (reading === undefined) return refuse({ code: "layout_unknown", name: options.layout ?? null });
  return succeed(await database.write(actor, (tx) => store(tx, source, bytes, reading), options));
}

async function noteSameBytes(tx: Tx, source: SourceText): Promise<Imported | undefined> {
  const known = await findDocumentByHash(tx, source.sha256);
  if (known === undefined) return undefined;
  await addName(tx, known.id, withoutMailboxes(source.name));
  await appendEvent(tx, { documentId: known.id, action: "same_bytes_again", reason: withoutMailboxes(source.name) });
  return { documentId: known.id, isNew: false, layout: known.layout, drafts: 0, findings: 0 };
}

async function store(tx: Tx, source: SourceText, bytes: Uint8Array, reading: DocumentReading): Promise<Imported> {
  const keepsOriginal = !holdsPersonalMailbox(source, bytes);
  const clean = withoutMailboxes({ ...reading, report: null });
  const isTable = clean.mapping !== null;
  const documentId = await insertDocument(tx, {
    ...withoutMailboxes({ name: source.name, lines: source.lines, grid: isTable ? source.tables : null }),
    sha256: source.sha256,
    format: source.format,
    layout: clean.layout,
    lineCount: source.lines.length,
    originalKept: keepsOriginal,
    toc: clean.toc,
    tables: clean.tables,
    mapping: clean.mapping,
    mappingConfirmed: !isTable,
  });
  if (documentId === undefined) return storedMeanwhile(tx, source);
  if (keepsOriginal) await storeFile(tx, source.sha256, bytes);
  await insertDrafts(tx, documentId, clean.drafts);
  await insertFindings(tx, documentId, clean.findings);
  await appendEvent(tx, { documentId, action: "imported" });
  const { layout, drafts, findings } = clean;
  return { documentId, isNew: true, layout, drafts: drafts.length, findings: findings.length };
}

/** Someone else imported the same bytes between our look and our insert; that insert has been committed by now. */
async function storedMeanwhile(tx: Tx, source: SourceText): Promise<Imported> {
  const known = await noteSameBytes(tx, source);
  if (known === undefined) throw new Error("a document with these bytes is there and cannot be read");
  return known;
}
