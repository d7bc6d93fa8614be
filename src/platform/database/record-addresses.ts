/** What a slice says of the addresses of its published records, for whoever lists the pages of the site. */
import type { CompiledQuery } from "kysely";
import type { Tx } from "./database.ts";

/** First and last number, both included. */
export type NumberRange = Readonly<{ first: number; last: number }>;

export type RecordAddresses = Readonly<{
  /** `agreements`: lower case, part of a file's name. */
  name: string;
  /** The highest number published; 0 when nothing is. */
  lastNumber: (tx: Tx) => Promise<number>;
  /** To be streamed, in the order of numbers; `changedOn` is an ISO day. */
  between: (tx: Tx, range: NumberRange) => CompiledQuery<Readonly<{ path: string; changedOn: string }>>;
}>;
