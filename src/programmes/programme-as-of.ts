/** A programme as it stood at a version or at an instant, read from its history. For those who work on it. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Tx } from "../platform/index.ts";
import type { Moment } from "../registry/index.ts";
import type { ProgrammeNotFound, VersionNotFound } from "./problems.ts";
import { listProgrammeHistory, type ProgrammeHistoryEntry } from "./programme-history-store.ts";

/** Of an instant the last version recorded until then counts. */
export async function programmeAsOf(
  tx: Tx,
  id: string,
  moment: Moment,
): Promise<Outcome<ProgrammeHistoryEntry, ProgrammeNotFound | VersionNotFound>> {
  const newestFirst = await listProgrammeHistory(tx, id);
  if (newestFirst.length === 0) return refuse({ code: "programme_not_found", id });
  const entry = newestFirst.find(({ version, recordedAt }) =>
    "version" in moment ? version === moment.version : Date.parse(recordedAt) <= Date.parse(moment.instant),
  );
  return entry === undefined ? refuse({ code: "version_not_found" }) : succeed(entry);
}
