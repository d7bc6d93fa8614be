/** The audit as a CSV file: one event a row, in words and in codes, written as the rows arrive. */
import type { ExportColumn } from "../../documents/writers/csv.ts";
import type { Lang } from "../../ui/index.ts";
import type { ExportedEvent } from "./audit-store.ts";
import { actOf, type Known, whoOf } from "./sentence.ts";
import { auditWords } from "./words.ts";

export function auditColumns(lang: Lang): readonly ExportColumn<ExportedEvent>[] {
  const { csv, act, outcomes } = auditWords(lang);
  const values: readonly ((event: ExportedEvent) => string | number | null)[] = [
    ({ id }) => Number(id),
    ({ at }) => instantInJapan(at),
    (event) => whoOf(event, knownOf(event), lang),
    ({ actor }) => actor,
    ({ bodyName }) => bodyName,
    (event) => act(actOf(event, knownOf(event), lang)),
    ({ action }) => action,
    ({ subjectKind }) => subjectKind,
    ({ subjectId }) => subjectId,
    ({ outcome }) => outcomes[outcome],
    ({ reason }) => reason,
    ({ before }) => (before === null ? null : JSON.stringify(before)),
    ({ after }) => (after === null ? null : JSON.stringify(after)),
    ({ requestId }) => requestId,
  ];
  return values.map((value, index) => ({ header: csv.headings[index] ?? "", value }));
}

function knownOf({ actor, actorName }: ExportedEvent): Known {
  return { names: new Map(actorName === null ? [] : [[actor, actorName]]), records: new Map() };
}

/** 2026-08-03 10:42:07, which spreadsheets read as a time. */
function instantInJapan(at: string): string {
  return IN_JAPAN.format(new Date(at));
}

const IN_JAPAN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short", timeStyle: "medium" });
