/** One line of the tables' matrix: which rows are tried, and what the database should answer to each role. */
import type { Owner, Person } from "./people.ts";
import type { Row } from "./stored-rows.ts";

/** `rest` is everybody who is not named. */
export type Expected = Readonly<Partial<Record<Person, string>> & { rest: string }>;

export type TableCase = Readonly<{
  table: string;
  /** Which rows, in the reader's words, where a table is asked more than once. */
  rows?: string;
  key: (owner: Owner) => Row;
  /** A column that is set to its own value. */
  touch: string;
  /** Columns in which an added copy differs; `actor` is the name that histories keep of who tries. */
  fresh: (owner: Owner, actor: string) => Row;
  expected: Expected;
}>;

export const NONE = "----";
