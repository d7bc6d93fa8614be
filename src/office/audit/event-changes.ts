/** What an event changed, in words: by the slice whose record it is, or by the office's own words. */
import { isRole } from "../../platform/index.ts";
import type { Lang } from "../../ui/index.ts";
import { dayWords } from "../office-page.tsx";
import { roleName } from "../permissions/words.ts";
import type { AuditEvent } from "./audit-event.ts";
import type { AuditRecords, FactChange } from "./audit-records.ts";
import type { Known } from "./sentence.ts";
import { auditWords } from "./words.ts";

/** Facts that the page says elsewhere, or that are no change. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["version", "records", "conditions", "method"]);

export function changesOf(
  { subjectKind, before, after }: AuditEvent,
  known: Known,
  providers: readonly AuditRecords[],
  lang: Lang,
): readonly FactChange[] {
  const provider = providers.find(({ kind }) => kind === subjectKind);
  if (provider !== undefined) return provider.changes(before ?? {}, after ?? {}, lang);
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => !SAID_ELSEWHERE.has(name) && before?.[name] !== after?.[name])
    .map((name) => ({
      fact: factName(name, lang),
      before: before === null || !(name in before) ? "" : valueText(before[name], known, lang),
      after: after === null || !(name in after) ? "" : valueText(after[name], known, lang),
    }));
}

export function factName(name: string, lang: Lang): string {
  const { facts } = auditWords(lang);
  return Object.hasOwn(facts, name) ? (facts[name] ?? name) : name;
}

export function valueText(value: unknown, known: Known, lang: Lang): string {
  const { yes, no } = auditWords(lang);
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? yes : no;
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (isRole(value)) return roleName(value, lang);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return dayWords(value, lang);
  return known.records.get(`body:${value}`)?.title ?? value;
}
