/** Names behind the events of a page: people, bodies and records, each only where the reader may read it. */
import { namesOfActors, type Tx } from "../../platform/index.ts";
import type { Lang } from "../../ui/index.ts";
import { bodyAddress } from "../bodies/body.ts";
import type { AuditEvent } from "./audit-event.ts";
import type { AuditRecords, RecordWords } from "./audit-records.ts";
import { bodyTitles } from "./audit-store.ts";
import type { Known } from "./sentence.ts";

export async function lookUp(
  tx: Tx,
  events: readonly AuditEvent[],
  providers: readonly AuditRecords[],
  lang: Lang,
): Promise<Known> {
  const accounts = idsOf(events, "account");
  const names = await namesOfActors(tx, [...events.map(({ actor }) => actor), ...accounts]);
  const bodies = await bodyTitles(tx, [...idsOf(events, "body"), ...events.flatMap(bodiesNamedIn)]);
  const records = new Map<string, RecordWords>();
  for (const id of accounts) {
    const title = names.get(id);
    if (title !== undefined) records.set(`account:${id}`, { title });
  }
  for (const [id, title] of bodies) records.set(`body:${id}`, { title, href: bodyAddress(id) });
  for (const provider of providers) {
    const found = await provider.describe(tx, idsOf(events, provider.kind), lang);
    for (const [id, words] of found) records.set(`${provider.kind}:${id}`, words);
  }
  return { names, records };
}

function idsOf(events: readonly AuditEvent[], kind: string): readonly string[] {
  return [...new Set(events.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? (subjectId ?? []) : [])))];
}

function bodiesNamedIn({ before, after }: AuditEvent): readonly string[] {
  return [before?.bodyId, after?.bodyId].flatMap((id) => (typeof id === "string" ? [id] : []));
}
