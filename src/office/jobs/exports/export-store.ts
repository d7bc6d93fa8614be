/**
 * Files made on request: asked for by a person, made by a job, fetched by who asked within 7 days.
 *
 * They lie in the database in pieces, so that every server process can hand them out; a backup does not carry them.
 */
import { sql } from "kysely";
import type { Tx } from "../../../platform/index.ts";

export const DAYS_KEPT = 7;

export type AskedExport = Readonly<{
  id: string;
  kind: string;
  /** Address parameters; empty for everything. */
  criteria: string;
  lang: "ja" | "en";
  askedAt: Date;
  madeAt: Date | null;
  bytes: number | null;
  fileName: string | null;
  mediaType: string | null;
  problem: string | null;
}>;

const COLUMNS = sql`id, kind, criteria, lang, asked_at as "askedAt", made_at as "madeAt", bytes, file_name as "fileName",
  media_type as "mediaType", problem`;

/** @returns its id, `E000001`. */
export async function askForExport(
  tx: Tx,
  { kind, criteria, lang }: Pick<AskedExport, "kind" | "criteria" | "lang">,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`insert into platform_export (kind, criteria, lang)
    values (${kind}, ${criteria}, ${lang}) returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`the file ${kind} was not asked for`);
  return id;
}

/** Newest first: the reader's own. */
export async function listOwnExports(tx: Tx, askedBy: string): Promise<readonly AskedExport[]> {
  const { rows } = await sql<AskedExport>`select ${COLUMNS} from platform_export
    where asked_by = ${askedBy} order by asked_at desc limit 50`.execute(tx);
  return rows;
}

export async function findExport(tx: Tx, id: string): Promise<AskedExport | undefined> {
  const { rows } = await sql<AskedExport>`select ${COLUMNS} from platform_export where id = ${id}`.execute(tx);
  return rows[0];
}

/** One cut off in the middle starts anew. */
export async function beginExport(tx: Tx, id: string): Promise<AskedExport | undefined> {
  await sql`delete from platform_export_piece where export_id = ${id}`.execute(tx);
  return findExport(tx, id);
}

/** @param number counted from 1. */
export async function addPiece(tx: Tx, id: string, number: number, bytes: Buffer): Promise<void> {
  await sql`insert into platform_export_piece (export_id, number, bytes) values (${id}, ${number}, ${bytes})`.execute(
    tx,
  );
}

export async function finishExport(
  tx: Tx,
  id: string,
  file: Readonly<{ bytes: number; fileName: string; mediaType: string }>,
): Promise<void> {
  await sql`update platform_export set made_at = clock_timestamp(), bytes = ${file.bytes}, file_name = ${file.fileName},
    media_type = ${file.mediaType}, problem = null where id = ${id}`.execute(tx);
}

export async function failExport(tx: Tx, id: string, problem: string): Promise<void> {
  await sql`update platform_export set problem = ${problem} where id = ${id} and made_at is null`.execute(tx);
}

export async function readPiece(tx: Tx, id: string, number: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from platform_export_piece
    where export_id = ${id} and number = ${number}`.execute(tx);
  return rows[0]?.bytes;
}

export async function deleteExpiredExports(tx: Tx): Promise<void> {
  await sql`delete from platform_export where asked_at < now() - make_interval(days => ${DAYS_KEPT})`.execute(tx);
}
