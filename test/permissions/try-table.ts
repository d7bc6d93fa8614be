/**
 * Tries to read, add, change and remove one row straight in SQL, as the application's own role with a person's claims.
 * Every attempt is rolled back.
 *
 * The answer is four letters, `-` where the database refuses: `s` select, `i` insert, `u` update, `d` delete. Adding
 * means a copy of the row under a new key. A refusal is "permission denied", a policy, an append-only trigger, or that
 * the row is not there for this person. Any other error is a mistake of the test and is thrown.
 */
import { sql } from "kysely";
import pg from "pg";
import type { Actor, Database, Tx } from "../../src/platform/index.ts";
import type { Row } from "./stored-rows.ts";

export type Attempt = Readonly<{
  /** Quoted where it must be. */
  table: string;
  key: Row;
  /** A column that is set to its own value. */
  touch: string;
  /** Columns that differ in the added copy; undefined where nothing sensible can be added. */
  fresh: Row;
}>;

class RolledBack extends Error {}

export async function tryRow(database: Database, owner: pg.Pool, actor: Actor, attempt: Attempt): Promise<string> {
  const { table, key, touch } = attempt;
  const where = Object.keys(key)
    .map((column, index) => `${pg.escapeIdentifier(column)}::text = $${index + 1}`)
    .join(" and ");
  const values = Object.values(key).map(String);
  const column = pg.escapeIdentifier(touch);
  const insert = await copyOf(owner, attempt, where, values);
  const letters = [
    ["s", `select 1 from ${table} where ${where}`, values],
    ["i", insert, []],
    ["u", `update ${table} set ${column} = ${column} where ${where}`, values],
    ["d", `delete from ${table} where ${where}`, values],
  ] as const;
  let answer = "";
  for (const [letter, text, parameters] of letters)
    answer += (await isAllowed(database, actor, text, parameters)) ? letter : "-";
  return answer;
}

async function isAllowed(database: Database, actor: Actor, text: string, values: readonly string[]): Promise<boolean> {
  try {
    await database.write(actor, async (tx) => {
      const { rows, numAffectedRows = 0n } = await run(tx, text, values);
      throw new RolledBack(rows.length > 0 || numAffectedRows > 0n ? "yes" : "no");
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.message === "yes";
    if (error instanceof pg.DatabaseError && isRefusal(error)) return false;
    throw new Error(`${text}: ${String(error)}`, { cause: error });
  }
  return false;
}

function isRefusal({ code, message }: pg.DatabaseError): boolean {
  return code === "42501" || (code === "P0001" && message.includes("append-only"));
}

function run(tx: Tx, text: string, values: readonly string[]) {
  const parts = text.split(/\$\d+/u);
  return sql<unknown>(parts as unknown as TemplateStringsArray, ...values).execute(tx); // the text's own places
}

/** An insert of the row's copy, all its values written out; generated columns and identities fill themselves. */
async function copyOf(owner: pg.Pool, { table, fresh }: Attempt, where: string, values: string[]): Promise<string> {
  const columns = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
      and attgenerated = '' and attidentity = '' order by attnum`,
    [table],
  );
  const names = columns.rows.map(({ name }) => name);
  const quoted = names.map((name) => pg.escapeIdentifier(name)).join(", ");
  const literals = await owner.query<Record<string, string>>(
    `select ${names.map((name) => `quote_nullable(${pg.escapeIdentifier(name)}::text) as ${pg.escapeIdentifier(name)}`).join(", ")} from ${table} where ${where}`,
    values,
  );
  const [row] = literals.rows;
  if (row === undefined) throw new Error(`no row in ${table} where ${where} (${values.join(", ")})`);
  const written = names.map((name) => (name in fresh ? literal(fresh[name]) : row[name]));
  return `insert into ${table} (${quoted}) values (${written.join(", ")})`;
}

function literal(value: Row[string] | undefined): string {
  return value === null || value === undefined ? "null" : pg.escapeLiteral(String(value));
}
