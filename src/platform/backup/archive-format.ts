/**
 * The archive of a backup: one gzip'd tar that ordinary tools open, with its entries in one fixed order.
 *
 *   backup.json                     what it is, of which version, which migrations, which tables with which columns
 *   tables/<table>/000001.copy …    the table's rows in PostgreSQL's COPY text format, cut into pieces of equal size;
 *                                   the pieces of one table put together are what COPY FROM reads
 *   sequences.json                  how far each sequence has counted
 *   manifest.json                   SHA-256, bytes and rows of every entry and table
 *
 * Tables stand in the order in which foreign keys let them be filled. Nothing else may be in the archive.
 */
import { z } from "zod";

export const FORMAT_VERSION = 1;
/** A piece is held in memory once, on both ways. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
export const LARGEST_CHUNK_BYTES = 16 * 1024 * 1024;
export const LARGEST_DOCUMENT_BYTES = 64 * 1024 * 1024;

export const HEADER = "backup.json";
export const SEQUENCES = "sequences.json";
export const MANIFEST = "manifest.json";

/** `table` in the schema public, `schema.table` elsewhere (`auth.twoFactor`): always safe as a name of a folder. */
const tableName = z.string().regex(/^([a-z_][a-z0-9_]*\.)?[A-Za-z_][A-Za-z0-9_]*$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** The only part that every future version must be able to read. */
export const identitySchema = z.object({ format: z.literal("kakehashi-backup"), formatVersion: z.int().positive() });

export const headerSchema = z.object({
  ...identitySchema.shape,
  /** Version of the software that wrote it. */
  product: z.string(),
  postgres: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.object({ id: z.string(), sha256, appliedAt: z.string() })).min(1),
  tables: z.array(z.object({ name: tableName, columns: z.array(z.string().min(1)).min(1) })),
  /** Tables that exist and were left out on purpose: sessions and invitations. */
  leftOut: z.array(tableName),
});
export type Header = z.infer<typeof headerSchema>;

export const sequencesSchema = z.array(
  z.object({ name: tableName, lastValue: z.string().regex(/^-?[0-9]{1,19}$/), isCalled: z.boolean() }),
);
export type Sequences = z.infer<typeof sequencesSchema>;

const measured = { bytes: count, sha256 };
export const manifestSchema = z.object({
  documents: z.array(z.object({ name: z.enum([HEADER, SEQUENCES]), ...measured })),
  tables: z.array(
    z.object({
      name: tableName,
      rows: count,
      ...measured,
      chunks: z.array(z.object({ rows: count, ...measured })),
    }),
  ),
  total: z.object({ tables: count, rows: count, bytes: count }),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestDocument = Manifest["documents"][number];
export type ManifestTable = Manifest["tables"][number];

/** @param number counted from 1. */
export function chunkName(table: string, number: number): string {
  return `tables/${table}/${String(number).padStart(6, "0")}.copy`;
}

export function documentBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
