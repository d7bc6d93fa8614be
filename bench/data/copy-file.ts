/** Rows in PostgreSQL's COPY text format, written to a file that the database server itself reads. */
import { closeSync, openSync, writeSync } from "node:fs";
import type pg from "pg";

export type CopyValue = string | number | boolean | null | readonly string[];

/** Columns by name; the table is the file's name. */
export class CopyFile {
  readonly path: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly #file: number;
  #waiting: string[] = [];

  constructor(path: string, table: string, columns: readonly string[]) {
    this.path = path;
    this.table = table;
    this.columns = columns;
    this.#file = openSync(path, "w", 0o644);
  }

  add(values: readonly CopyValue[]): void {
    if (values.length !== this.columns.length) throw new Error(`${this.table}: ${values.length} values`);
    this.#waiting.push(`${values.map(written).join("\t")}\n`);
    if (this.#waiting.length >= 2000) this.#flush();
  }

  async load(owner: pg.Client): Promise<void> {
    this.#flush();
    closeSync(this.#file);
    await owner.query(`copy ${this.table} (${this.columns.join(", ")}) from '${this.path.replaceAll("'", "''")}'`);
  }

  #flush(): void {
    writeSync(this.#file, this.#waiting.join(""));
    this.#waiting = [];
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function written(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "object") return escaped(`{${value.map(arrayEntry).join(",")}}`);
  return typeof value === "string" ? escaped(value) : String(value);
}

const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? "");
const arrayEntry = (entry: string): string => `"${entry.replace(/["\\]/g, "\\$&")}"`;
