/**
 * Trouble of the database that is nobody's mistake: it is away for moments (being started again, or its connections were
 * cut), or the disk on which it stores is full. Everything else is a fault.
 */

/** Connection refused or lost, shutting down, starting, too many connections; and how the driver says so without a code. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ENOENT",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
]);
const AWAY_WORDS =
  /^(Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|timeout exceeded when trying to connect)/;

/** disk_full; and `io_error`, which is how a full disk reads when the server could not even extend a file. */
const FULL = new Set(["53100"]);
const FULL_WORDS = /No space left on device/;

export function findDatabaseTrouble(error: unknown): "away" | "full" | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  if (FULL.has(code) || FULL_WORDS.test(error.message)) return "full";
  if (AWAY.has(code) || AWAY_WORDS.test(error.message)) return "away";
  return findDatabaseTrouble(error.cause);
}
