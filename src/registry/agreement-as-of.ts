/** An agreement as it stood at a version or at an instant, read from its history. For operators. */
import { type Outcome, refuse, succeed } from "../kernel/outcome.ts";
import type { Tx } from "../platform/index.ts";
import { type HistoryEntry, listHistory } from "./history-store.ts";
import type { AgreementNotFound, VersionNotFound } from "./problems.ts";

/** `instant` in ISO 8601 with a zone; the last version recorded until then counts. */
export type Moment = Readonly<{ version: number }> | Readonly<{ instant: string }>;

export async function agreementAsOf(
  tx: Tx,
  id: string,
  moment: Moment,
): Promise<Outcome<HistoryEntry, AgreementNotFound | VersionNotFound>> {
  const newestFirst = await listHistory(tx, id);
  if (newestFirst.length === 0) return refuse({ code: "agreement_not_found", id });
  const entry = newestFirst.find((candidate) => isAt(candidate, moment));
  return entry === undefined ? refuse({ code: "version_not_found" }) : succeed(entry);
}

function isAt({ version, recordedAt }: HistoryEntry, moment: Moment): boolean {
  if ("version" in moment) return version === moment.version;
  return Date.parse(recordedAt) <= Date.parse(moment.instant);
}
